using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b23;

// squeeze with wrong dims after global pool, BatchNorm1d
public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 64, 3);
    private readonly AdaptiveAvgPool2d gap = AdaptiveAvgPool2d(1);
    private readonly Linear fc = Linear(64, 10);

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var f = gap.call(c.call(x)).squeeze(-1);
        return fc.call(f); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(8, 3, 32, 32));
}
