using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d25;

// in-place field update: hidden kept in field via property, batch change
public class R : Module<Tensor, Tensor>
{
    readonly GRU g = GRU(4, 8, batchFirst: true);
    public Tensor? Hidden { get; set; }

    public R()
        : base("r")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        Hidden ??= zeros(1, x.shape[0], 8);
        var (o, h) = g.call(x, Hidden); // BUG
        Hidden = h.detach();
        return o;
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var r = new R();
        r.call(randn(8, 3, 4));
        return r.call(randn(5, 3, 4));
    }
}
