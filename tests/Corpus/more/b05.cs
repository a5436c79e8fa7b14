using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b05;

// HWC -> reshape instead of permute silent
public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 8, 3);

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x.view(-1, 3, 64, 64); // BUG
        return c.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(4, 64, 64, 3));
}
