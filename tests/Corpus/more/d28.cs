using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d28;

// greyscale image missing channel [28,28] batch [64,28,28]
public static class Case
{
    public static Tensor Run()
    {
        var net = Sequential(Conv2d(1, 8, 3), ReLU(), Flatten(), Linear(8 * 26 * 26, 10)); // BUG
        return net.call(zeros(64, 28, 28));
    }
}
