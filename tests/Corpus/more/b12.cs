using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b12;

// stack instead of cat
public static class Case
{
    public static Tensor Run()
    {
        var fc = Linear(128, 10);
        var a = randn(4, 64);
        var b = randn(4, 64);
        return fc.call(stack(new[] { a, b }, 1)); // BUG
    }
}
