using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a06;

// MSELoss module in training loop, silent
public static class Case
{
    public static Tensor Run()
    {
        var model = Sequential(Linear(8, 16), ReLU(), Linear(16, 1));
        var lossFn = MSELoss();
        var x = randn(100, 8);
        var w = randn(8);
        var y = x.matmul(w);
        Tensor loss = zeros(1);
        for (int i = 0; i < 2; i++)
        {
            var pred = model.call(x);
            loss = lossFn.call(pred, y); // BUG
            loss.backward();
        }
        return loss;
    }
}
