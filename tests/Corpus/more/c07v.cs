using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c07v;

// class with dataset loop; generic training method receiving Module
public static class Case
{
    private static void Train(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, Tensor data, Tensor target, int epochs)
    {
        var opt = optim.SGD(model.parameters(), 0.1);
        for (int e = 0; e < epochs; e++)
        {
            foreach (var x in data.split(32))
            {
                opt.zero_grad();
                var p = model.call(x);
                var l = loss.call(p, zeros(32)); // BUG
                l.backward();
                opt.step();
            }
        }
    }

    public static Tensor Run()
    {
        var m = Sequential(Linear(10, 20), ReLU(), Linear(20, 1), Sigmoid());
        Train(m, BCELoss(), rand(100, 10), zeros(100), 1);
        return zeros(1);
    }
}
