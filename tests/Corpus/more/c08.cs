using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c08;

// manual batches, narrow
public static class Case
{
    public static Tensor Run()
    {
        var net = Sequential(Conv1d(1, 8, 5), ReLU(), MaxPool1d(2), Flatten(), Linear(8 * 48, 2));
        var X = rand(50, 1, 100);
        Tensor o = X;
        for (long s = 0; s < X.shape[0]; s += 16)
        {
            var n = Math.Min(16, X.shape[0] - s);
            var xb = X.narrow(0, s, n);
            o = net.call(xb.view(16, 1, 100)); // BUG
        }
        return o;
    }
}
