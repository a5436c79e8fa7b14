using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e02;

// splits samples silently, rows != channels
public class Net : Module<Tensor, Tensor>
{
    readonly Conv2d c = Conv2d(1, 20, 5);
    readonly Linear f = Linear(320, 10);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(c.call(x), 2);
        x = x.view(-1, 320); // BUG
        return f.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(64, 1, 28, 28));
}
