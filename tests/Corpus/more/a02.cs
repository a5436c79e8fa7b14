using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a02;

// DCGAN generator makes 32x32, discriminator built for 64x64
public class Gen : Module<Tensor, Tensor>
{
    readonly Sequential main;

    public Gen(int nz = 100, int ngf = 64)
        : base("g")
    {
        main = Sequential(
            ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias: false),
            BatchNorm2d(ngf * 4),
            ReLU(true),
            ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias: false),
            BatchNorm2d(ngf * 2),
            ReLU(true),
            ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias: false),
            BatchNorm2d(ngf),
            ReLU(true),
            ConvTranspose2d(ngf, 3, 4, 2, 1, bias: false),
            Tanh()
        );
        RegisterComponents();
    }

    public override Tensor forward(Tensor z) => main.forward(z);
}

public class Disc : Module<Tensor, Tensor>
{
    readonly Sequential main;

    public Disc(int ndf = 64)
        : base("d")
    {
        main = Sequential(
            Conv2d(3, ndf, 4, 2, 1, bias: false),
            LeakyReLU(0.2, true),
            Conv2d(ndf, ndf * 2, 4, 2, 1, bias: false),
            BatchNorm2d(ndf * 2),
            LeakyReLU(0.2, true),
            Conv2d(ndf * 2, ndf * 4, 4, 2, 1, bias: false),
            BatchNorm2d(ndf * 4),
            LeakyReLU(0.2, true),
            Conv2d(ndf * 4, ndf * 8, 4, 2, 1, bias: false),
            BatchNorm2d(ndf * 8),
            LeakyReLU(0.2, true),
            Conv2d(ndf * 8, 1, 4, 1, 0, bias: false), // BUG
            Sigmoid()
        );
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => main.forward(x).view(-1);
}

public static class Case
{
    public static Tensor Run()
    {
        var g = new Gen();
        var d = new Disc();
        var noise = randn(16, 100, 1, 1);
        var fake = g.forward(noise);
        return d.forward(fake.detach());
    }
}
