using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c12;

// Seq2seq: decoder input
public class Enc : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Embedding e;
    private readonly LSTM l;

    public Enc(int v, int d, int h, int n)
        : base("e")
    {
        e = Embedding(v, d);
        l = LSTM(d, h, n);
        RegisterComponents();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor s) => l.call(e.call(s));
}

public class Dec : Module<Tensor, Tensor, Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Embedding e;
    private readonly LSTM l;
    private readonly Linear fc;

    public Dec(int v, int d, int h, int n)
        : base("d")
    {
        e = Embedding(v, d);
        l = LSTM(d, h, n);
        fc = Linear(h, v);
        RegisterComponents();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor t, Tensor h, Tensor c)
    {
        var x = e.call(t.unsqueeze(0));
        var (o, hn, cn) = l.call(x, (h, c)); // BUG
        return (fc.call(o.squeeze(0)), hn, cn);
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var enc = new Enc(100, 32, 64, 2);
        var dec = new Dec(100, 32, 64, 1);
        var (_, h, c) = enc.call(zeros(12, 4, dtype: ScalarType.Int64));
        var (p, _, _) = dec.call(zeros(4, dtype: ScalarType.Int64), h, c);
        return p;
    }
}
