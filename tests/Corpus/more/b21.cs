using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b21;

// expand errors
public static class Case
{
    public static Tensor Run()
    {
        var cls = zeros(1, 1, 768);
        var x = randn(4, 196, 768);
        var pos = zeros(1, 196, 768);
        var t = cat(new[] { cls.expand(x.size(0), -1, -1), x }, 1);
        return t + pos; // BUG
    }
}
