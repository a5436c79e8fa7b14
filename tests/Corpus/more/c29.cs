using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c29;

// dice: flatten shapes
public static class Case
{
    static Tensor Dice(Tensor p, Tensor t)
    {
        var i = (p.view(-1) * t.view(-1)).sum(); // BUG
        return 1 - 2 * i / (p.sum() + t.sum());
    }

    public static Tensor Run() => Dice(randn(2, 1, 60, 60), zeros(2, 1, 64, 64));
}
