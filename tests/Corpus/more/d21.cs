using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d21;

// argmax over wrong dim silent -> eq crash
public static class Case
{
    public static Tensor Run()
    {
        var o = Linear(8, 5).call(randn(64, 8));
        var y = zeros(64, dtype: ScalarType.Int64);
        var p = o.argmax(0);
        return p.eq(y).sum(); // BUG
    }
}
