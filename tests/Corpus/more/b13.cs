using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b13;

// cat wrong dim then linear
public class Net : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear img = Linear(2048, 512),
        txt = Linear(300, 512),
        head = Linear(1024, 2);

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor a, Tensor b)
    {
        var f = cat([img.call(a), txt.call(b)]);
        return head.call(f); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(4, 2048), randn(4, 300));
}
