using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c16;

// SE block missing view
public class SE : Module<Tensor, Tensor>
{
    private readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(1);
    private readonly Sequential fc;

    public SE(int c, int r = 16)
        : base("se")
    {
        fc = Sequential(Linear(c, c / r), ReLU(), Linear(c / r, c), Sigmoid());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, c) = (x.size(0), x.size(1));
        var y = fc.call(p.call(x).view(b, c));
        return x * y; // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new SE(64).call(randn(4, 64, 32, 32));
}
