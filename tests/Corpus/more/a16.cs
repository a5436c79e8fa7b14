using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a16;

// BatchNorm1d on [N, T, C]
public class Net : Module<Tensor, Tensor>
{
    private readonly LSTM rnn = LSTM(12, 30, batchFirst: true);
    private readonly BatchNorm1d bn = BatchNorm1d(30);
    private readonly Linear fc = Linear(30, 1);

    public Net()
        : base("n") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var (o, _, _) = rnn.call(x);
        o = bn.call(o); // BUG
        return fc.call(o);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(4, 20, 12));
}
