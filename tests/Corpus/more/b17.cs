using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b17;

// ResNet head replaced with wrong in features
public class Backbone : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(3, 512, 7, 32, 3);
    private readonly AdaptiveAvgPool2d gap = AdaptiveAvgPool2d(1);
    public Module<Tensor, Tensor> fc;

    public Backbone()
        : base("b")
    {
        fc = Linear(512, 1000);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = gap.call(conv.call(x));
        x = flatten(x, 1);
        return fc.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var m = new Backbone();
        m.fc = Linear(2048, 2);
        return m.call(randn(2, 3, 224, 224));
    }
}
