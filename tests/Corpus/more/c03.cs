using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c03;

// DenseNet-like: features appended, wrong growth
public class Dense : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> layers = new();

    public Dense(int inC, int growth, int n)
        : base("d")
    {
        for (int i = 0; i < n; i++)
            layers.Add(Sequential(BatchNorm2d(inC + i * growth), ReLU(), Conv2d(inC + i * growth, growth, 3, padding: 1)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var feats = new List<Tensor> { x };
        foreach (var l in layers)
            feats.Add(l.call(cat(feats, 1)));
        return cat(feats, 1);
    }
}

public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public Net()
        : base("n")
    {
        net = Sequential(
            Conv2d(3, 24, 3, padding: 1),
            new Dense(24, 12, 4),
            BatchNorm2d(24 + 12 * 3), // BUG
            AdaptiveAvgPool2d(1),
            Flatten(),
            Linear(72, 10)
        );
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.call(x);
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(2, 3, 16, 16));
}
