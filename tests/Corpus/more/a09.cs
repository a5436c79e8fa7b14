using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a09;

// cross_entropy target [N,1]
public static class Case
{
    public static Tensor Run()
    {
        var model = Linear(20, 5);
        var x = randn(64, 20);
        var labels = randint(0, 5, new long[] { 64, 1 });
        var ce = CrossEntropyLoss();
        return ce.call(model.call(x), labels); // BUG
    }
}
