using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b16;

// pad list order: pads W not H
public static class Case
{
    public static Tensor Run()
    {
        var x = randn(1, 8, 15, 16);
        var skip = randn(1, 8, 16, 16);
        var y = functional.pad(x, new long[] { 0, 1, 0, 0 });
        return cat(new[] { skip, y }, 1); // BUG
    }
}
