using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c06;

// same with view
public class ConvAe : Module<Tensor, Tensor>
{
    private readonly Sequential enc = Sequential(
            Conv2d(1, 16, 3, stride: 2, padding: 1),
            ReLU(),
            Conv2d(16, 32, 3, stride: 2, padding: 1),
            ReLU(),
            Conv2d(32, 64, 7)
        ),
        dec = Sequential(
            ConvTranspose2d(64, 32, 7),
            ReLU(),
            ConvTranspose2d(32, 16, 3, stride: 2, padding: 1),
            ReLU(),
            ConvTranspose2d(16, 1, 3, stride: 2, padding: 1, output_padding: 1),
            Sigmoid()
        );

    public ConvAe()
        : base("v")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => dec.call(enc.call(x));
}

public static class Case
{
    public static Tensor Run()
    {
        var x = rand(2, 1, 28, 28);
        var net = new ConvAe();
        var crit = MSELoss();
        using (var d = NewDisposeScope())
        {
            var outp = net.call(x);
            var loss = crit.call(outp, x); // BUG
            return loss.MoveToOuterDisposeScope();
        }
    }
}
