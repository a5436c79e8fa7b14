using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b14;

// interpolate to 2x when skip is odd
public class Fpn : Module<Tensor, Tensor>
{
    private readonly Conv2d c1 = Conv2d(3, 16, 3, stride: 2, padding: 1),
        c2 = Conv2d(16, 32, 3, stride: 2, padding: 1),
        lat = Conv2d(16, 32, 1);

    public Fpn()
        : base("f")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var p1 = c1.call(x);
        var p2 = c2.call(p1);
        var up = functional.interpolate(p2, scale_factor: new double[] { 2, 2 }, mode: InterpolationMode.Nearest);
        return lat.call(p1) + up; // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Fpn().call(randn(1, 3, 225, 225));
}
