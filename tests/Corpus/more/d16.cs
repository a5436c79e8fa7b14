using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d16;

// advantage silent: returns [T], values [T,1]
public class AC : Module<Tensor, (Tensor, Tensor)>
{
    readonly Linear b = Linear(4, 64),
        a = Linear(64, 2),
        v = Linear(64, 1);

    public AC()
        : base("x")
    {
        RegisterComponents();
    }

    public override (Tensor, Tensor) forward(Tensor s)
    {
        var h = b.call(s).relu();
        return (a.call(h).softmax(-1), v.call(h));
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var (p, v) = new AC().call(randn(30, 4));
        var ret = randn(30);
        var adv = ret - v.detach(); // BUG
        var lp = p.log().gather(1, zeros(30, 1, dtype: ScalarType.Int64)).squeeze(1);
        return -(lp * adv).mean() + functional.smooth_l1_loss(v.squeeze(-1), ret);
    }
}
