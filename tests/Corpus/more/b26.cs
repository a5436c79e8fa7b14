using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b26;

// bmm with [N,T] weights
public static class Case
{
    public static Tensor Run()
    {
        var w = randn(4, 10);
        var enc = randn(4, 10, 64);
        return bmm(w, enc); // BUG
    }
}
