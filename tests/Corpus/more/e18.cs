using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e18;

// RoPE: cos/sin of wrong size
public static class Case
{
    static Tensor RotHalf(Tensor x)
    {
        var h = x.shape[^1] / 2;
        var x1 = x[.., .., .., ..(int)h];
        var x2 = x[.., .., .., (int)h..];
        return cat(new[] { -x2, x1 }, -1);
    }

    public static Tensor Run()
    {
        var q = randn(2, 4, 7, 16);
        var t = arange(7, dtype: ScalarType.Float32);
        var f = outer(t, arange(8, dtype: ScalarType.Float32));
        return q * f.cos() + RotHalf(q) * f.sin(); // BUG
    }
}
