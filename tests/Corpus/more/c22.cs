using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c22;

// conv output computed by a dummy-forward helper but with the wrong size
public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential conv;
    private readonly Linear fc;

    public Net()
        : base("n")
    {
        conv = Sequential(Conv2d(4, 32, 8, 4), ReLU(), Conv2d(32, 64, 4, 2), ReLU(), Conv2d(64, 64, 3, 1), ReLU());
        fc = Linear(GetOut(1, 4, 80, 80), 6);
        RegisterComponents();
    }

    private long GetOut(params long[] shape)
    {
        using var n = no_grad();
        var o = conv.call(zeros(shape));
        return o.numel();
    }

    public override Tensor forward(Tensor x) => fc.call(conv.call(x).view(x.size(0), -1)); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(2, 4, 84, 84));
}
