using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b22;

// expand of non-1
public static class Case
{
    public static Tensor Run()
    {
        var h = randn(4, 64);
        var enc = randn(10, 4, 64);
        var rep = h.unsqueeze(1).expand(10, 4, 64); // BUG
        return cat(new[] { rep, enc }, 2);
    }
}
