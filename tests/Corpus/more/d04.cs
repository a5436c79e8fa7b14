using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d04;

// training with to(device) on a Sequential with named layers
public static class Case
{
    public static Tensor Run()
    {
        var device = CPU;
        using var model = Sequential(("lin1", Linear(100, 10)), ("relu1", ReLU()), ("lin2", Linear(11, 1))).to(device); // BUG
        return model.call(randn(5, 100, device: device));
    }
}
