using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b20;

// depthwise groups
public class Sep : Module<Tensor, Tensor>
{
    private readonly Conv2d dw,
        pw;

    public Sep(int i, int o)
        : base("a")
    {
        dw = Conv2d(i, i, 3, padding: 1, groups: i);
        pw = Conv2d(i, o, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => pw.call(dw.call(x)); // BUG
}

public static class Case
{
    public static Tensor Run()
    {
        var net = Sequential(new Sep(3, 32), new Sep(32, 64), new Sep(128, 128));
        return net.call(randn(1, 3, 32, 32));
    }
}
