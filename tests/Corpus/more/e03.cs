using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e03;

// reshape instead of transpose before Conv1d, silent (embedding)
public class Net : Module<Tensor, Tensor>
{
    readonly Embedding e = Embedding(10, 16);
    readonly Conv1d c = Conv1d(16, 8, 3);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = e.call(x);
        h = h.view(h.size(0), h.size(2), h.size(1)); // BUG
        return c.call(h);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(4, 12, dtype: ScalarType.Int64));
}
