using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c01;

// UNet with ^1 and RemoveAt
public class U : Module<Tensor, Tensor>
{
    private readonly Conv2d d1 = Conv2d(1, 8, 3, padding: 1),
        d2 = Conv2d(8, 16, 3, padding: 1),
        u1 = Conv2d(24, 8, 3, padding: 1);

    public U()
        : base("u") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var skips = new List<Tensor>();
        x = d1.call(x);
        skips.Add(x);
        x = functional.max_pool2d(x, 2);
        x = d2.call(x);
        x = functional.interpolate(x, scale_factor: new[] { 2.0, 2.0 });
        x = cat(new[] { x, skips[^1] }, 1); // BUG
        return u1.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new U().call(randn(1, 1, 33, 33));
}
