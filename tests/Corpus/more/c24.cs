using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c24;

// try/using device; to(); if cuda
public static class Case
{
    public static Tensor Run()
    {
        var device = cuda.is_available() ? CUDA : CPU;
        var model = Sequential(
                Conv2d(1, 10, 5),
                MaxPool2d(2),
                ReLU(),
                Conv2d(10, 20, 5),
                MaxPool2d(2),
                ReLU(),
                Flatten(),
                Linear(320, 50),
                ReLU(),
                Linear(50, 10),
                LogSoftmax(1)
            )
            .to(device);
        var x = randn(64, 1, 28, 28, device: device);
        var y = randint(0, 10, new long[] { 64 }, device: device);
        model.train();
        using (no_grad())
        {
            model.eval();
        }
        var outp = model.call(x);
        var loss = NLLLoss().call(outp, functional.one_hot(y, 10)); // BUG
        return loss;
    }
}
