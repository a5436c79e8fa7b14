using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a19;

// attention: missing transpose of k
public class Attn : Module<Tensor, Tensor>
{
    private readonly Linear q,
        k,
        v;
    private readonly int heads = 4,
        hd = 16;

    public Attn()
        : base("a")
    {
        q = Linear(64, 64);
        k = Linear(64, 64);
        v = Linear(64, 64);
        RegisterComponents();
    }

    Tensor Split(Tensor t) => t.view(t.size(0), t.size(1), heads, hd).transpose(1, 2);

    public override Tensor forward(Tensor x)
    {
        var Q = Split(q.call(x));
        var K = Split(k.call(x));
        var V = Split(v.call(x));
        var scores = matmul(Q, K) / Math.Sqrt(hd); // BUG
        return matmul(scores.softmax(-1), V);
    }
}

public static class Case
{
    public static Tensor Run() => new Attn().call(randn(2, 10, 64));
}
