using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e10;

// squeeze() batch of 1 in inference followed by argmax(1)
public class Net : Module<Tensor, Tensor>
{
    readonly Sequential s = Sequential(Conv2d(3, 8, 3), AdaptiveAvgPool2d(1));

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => s.call(x).squeeze(); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(1, 3, 32, 32)).argmax(1);
}
