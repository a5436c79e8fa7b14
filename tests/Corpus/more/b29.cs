using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b29;

// squeeze silently of batch of 1 with symbolic
public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential f = Sequential(Conv2d(1, 8, 28), ReLU());
    private readonly Linear lin = Linear(8, 1);

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward([Shape("N", 1, 28, 28)] Tensor x)
    {
        var y = f.call(x).squeeze(); // BUG
        return lin.call(y);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(1, 1, 28, 28));
}
