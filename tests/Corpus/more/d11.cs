using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d11;

// view after permute
public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 255, 1);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = c.call(x);
        x = x.view(x.size(0), 3, 85, x.size(2), x.size(3)).permute(0, 1, 3, 4, 2);
        return x.view(x.size(0), -1, 85); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 3, 13, 13));
}
