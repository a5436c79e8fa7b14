using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a25;

// UNet with valid convs: skip sizes
public class DoubleConv : Module<Tensor, Tensor>
{
    private readonly Sequential s;

    public DoubleConv(long i, long o)
        : base("dc")
    {
        s = Sequential(Conv2d(i, o, 3), ReLU(), Conv2d(o, o, 3), ReLU());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => s.call(x);
}

public class UNet : Module<Tensor, Tensor>
{
    private readonly ModuleList<DoubleConv> downs = new(),
        ups = new();
    private readonly ModuleList<ConvTranspose2d> trans = new();
    private readonly MaxPool2d pool = MaxPool2d(2);
    private readonly DoubleConv bottleneck;
    private readonly Conv2d last;

    public UNet(long inC = 3, long[]? features = null)
        : base("u")
    {
        features ??= new long[] { 64, 128 };
        foreach (var f in features)
        {
            downs.Add(new DoubleConv(inC, f));
            inC = f;
        }
        foreach (var f in features.Reverse())
        {
            trans.Add(ConvTranspose2d(f * 2, f, 2, 2));
            ups.Add(new DoubleConv(f * 2, f));
        }
        bottleneck = new DoubleConv(features[^1], features[^1] * 2);
        last = Conv2d(features[0], 1, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var skips = new List<Tensor>();
        foreach (var d in downs)
        {
            x = d.call(x);
            skips.Add(x);
            x = pool.call(x);
        }
        x = bottleneck.call(x);
        skips.Reverse();
        for (var i = 0; i < ups.Count; i++)
        {
            x = trans[i].call(x);
            x = cat(new[] { skips[i], x }, dim: 1); // BUG
            x = ups[i].call(x);
        }
        return last.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new UNet().call(randn(1, 3, 124, 124));
}
