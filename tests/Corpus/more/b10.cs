using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b10;

// hard-coded batch, last batch smaller
public class Net : Module<Tensor, Tensor>
{
    private const int BatchSize = 64;
    private readonly LSTM lstm = LSTM(28, 128, 2, batchFirst: true);
    private readonly Linear fc = Linear(128, 10);
    private Tensor h0 = zeros(2, BatchSize, 128),
        c0 = zeros(2, BatchSize, 128);

    public Net()
        : base("n") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var (o, h, c) = lstm.call(x, (h0, c0)); // BUG
        h0 = h.detach();
        c0 = c.detach();
        return fc.call(o[.., -1, ..]);
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var n = new Net();
        n.call(randn(64, 28, 28));
        return n.call(randn(32, 28, 28));
    }
}
