using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e05;

// flatten(0,1)-type mixing: reshape(T, -1) after batch-first, silent
public class Net : Module<Tensor, Tensor>
{
    readonly GRU g = GRU(8, 16);
    readonly Linear f = Linear(16, 2);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (o, h) = g.call(x.view(x.size(1), x.size(0), 8)); // BUG
        return f.call(h.squeeze(0));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(4, 12, 8));
}
