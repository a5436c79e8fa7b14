using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a01;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc1,
        fc2;
    private readonly Conv2d conv1,
        conv2;
    private readonly MaxPool2d pool;
    private readonly Dropout drop;

    public Net()
        : base("Net")
    {
        conv1 = Conv2d(3, 6, 5);
        pool = MaxPool2d(2, 2);
        conv2 = Conv2d(6, 16, 5);
        fc1 = Linear(16 * 6 * 6, 120);
        fc2 = Linear(120, 10);
        drop = Dropout(0.5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var _ = NewDisposeScope();
        var x = pool.forward(conv1.forward(input).relu());
        x = pool.forward(conv2.forward(x).relu());
        x = x.flatten(1);
        x = drop.forward(fc1.forward(x).relu_()); // BUG
        return fc2.forward(x).MoveToOuterDisposeScope();
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var net = new Net();
        using var images = rand(4, 3, 32, 32);
        return net.forward(images);
    }
}
