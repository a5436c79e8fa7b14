using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c23;

// conv output formula local function forgot pool
public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c1,
        c2;
    private readonly Linear fc;

    public Net(int h, int w)
        : base("n")
    {
        static int Out(int s, int k, int st = 2) => (s - (k - 1) - 1) / st + 1;
        c1 = Conv2d(3, 16, 5, 2);
        c2 = Conv2d(16, 32, 5, 2);
        int cw = Out(Out(w, 5), 5),
            ch = Out(Out(h, 5), 5);
        fc = Linear(cw * cw * 32, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(c1.call(x));
        x = functional.relu(c2.call(x));
        return fc.call(x.view(x.shape[0], -1)); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net(40, 90).call(randn(1, 3, 40, 90));
}
