using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c19;

// while loop growing widths
public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential body;
    private readonly Linear head;

    public Net()
        : base("n")
    {
        var ls = new List<Module<Tensor, Tensor>>();
        int c = 3,
            w = 32;
        while (w > 4)
        {
            int next = c == 3 ? 16 : c * 2;
            ls.Add(Conv2d(c, next, 3, stride: 2, padding: 1));
            ls.Add(ReLU());
            c = next;
            w /= 2;
        }
        ls.Add(Flatten());
        body = Sequential(ls.ToArray());
        head = Linear(c * 8 * 8, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => head.call(body.call(x)); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(4, 3, 32, 32));
}
