using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c21;

// config object with properties & with
public class Opt
{
    public int In { get; set; } = 1;
    public int Hidden { get; init; } = 32;
    public int[] Kernel { get; set; } = { 3, 5 };
}

public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c1,
        c2;
    private readonly Linear fc;

    public Net(Opt o)
        : base("n")
    {
        c1 = Conv2d(o.In, o.Hidden, o.Kernel[0]);
        c2 = Conv2d(o.Hidden, o.Hidden * 2, o.Kernel[1]);
        fc = Linear(o.Hidden * 22 * 22, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = c2.call(c1.call(x));
        return fc.call(x.flatten(start_dim: 1)); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net(new Opt { Hidden = 16 }).call(randn(2, 1, 28, 28));
}
