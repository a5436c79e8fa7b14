using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a05;

// BCEWithLogits module [N,1] vs [N]
public static class Case
{
    public static Tensor Run()
    {
        var model = Sequential(("fc1", Linear(10, 32)), ("relu", ReLU()), ("fc2", Linear(32, 1)));
        var criterion = BCEWithLogitsLoss();
        var x = randn(16, 10);
        var y = randint(0, 2, new long[] { 16 }).to(ScalarType.Float32);
        var optimizer = optim.Adam(model.parameters(), 0.01);
        Tensor loss = zeros(1);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            optimizer.zero_grad();
            var output = model.forward(x);
            loss = criterion.forward(output, y); // BUG
            loss.backward();
            optimizer.step();
        }
        return loss;
    }
}
