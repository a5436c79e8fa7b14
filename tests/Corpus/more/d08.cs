using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d08;

// key padding mask (T, N) rather than (N, T)
public static class Case
{
    public static Tensor Run()
    {
        var mha = MultiheadAttention(64, 4);
        var x = randn(10, 2, 64);
        var pad = zeros(10, 2, dtype: ScalarType.Bool);
        var (o, _) = mha.call(x, x, x, pad, false, null); // BUG
        return o;
    }
}
