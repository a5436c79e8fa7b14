using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d26;

// target one-hot vs cross-entropy sizes; ok; head[Index] of list of Sequential via ModuleDict
public class Multi : Module<Tensor, Dictionary<string, Tensor>>
{
    readonly ModuleDict<Linear> heads = ModuleDict<Linear>(("a", Linear(32, 2)), ("b", Linear(64, 3)));
    readonly Linear body = Linear(8, 32);

    public Multi()
        : base("m")
    {
        RegisterComponents();
    }

    public override Dictionary<string, Tensor> forward(Tensor x)
    {
        var h = body.call(x);
        var d = new Dictionary<string, Tensor>();
        foreach (var k in new[] { "a", "b" })
            d[k] = heads[k].call(h); // BUG
        return d;
    }
}

public static class Case
{
    public static Tensor Run() => new Multi().call(randn(2, 8))["a"];
}
