using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c05v;

// VAE conv decoder view wrong
public class ConvVae : Module<Tensor, Tensor>
{
    private readonly Sequential enc,
        dec;
    private readonly Linear mu,
        logvar,
        fc;

    public ConvVae(int z = 32)
        : base("v")
    {
        enc = Sequential(
            Conv2d(3, 32, 4, 2),
            ReLU(),
            Conv2d(32, 64, 4, 2),
            ReLU(),
            Conv2d(64, 128, 4, 2),
            ReLU(),
            Conv2d(128, 256, 4, 2),
            ReLU(),
            Flatten()
        );
        mu = Linear(1024, z);
        logvar = Linear(1024, z);
        fc = Linear(z, 1024);
        dec = Sequential(
            ConvTranspose2d(1024, 128, 5, 2),
            ReLU(),
            ConvTranspose2d(128, 64, 5, 2),
            ReLU(),
            ConvTranspose2d(64, 32, 6, 2),
            ReLU(),
            ConvTranspose2d(32, 3, 5, 2),
            Sigmoid()
        );
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = enc.call(x);
        var (m, lv) = (mu.call(h), logvar.call(h));
        var z = m + lv.mul(0.5).exp() * randn_like(m);
        return dec.call(fc.call(z).view(-1, 1024, 1, 1));
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var x = rand(2, 3, 64, 64);
        var y = new ConvVae().call(x);
        return functional.mse_loss(y, x); // BUG
    }
}
