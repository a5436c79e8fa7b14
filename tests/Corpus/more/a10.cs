using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a10;

// cross entropy on [N, T, V] with [N, T]
public class LM : Module<Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly LSTM lstm;
    private readonly Linear head;

    public LM(long vocab, long dim, long hidden)
        : base("lm")
    {
        emb = Embedding(vocab, dim);
        lstm = LSTM(dim, hidden, 2, batchFirst: true);
        head = Linear(hidden, vocab);
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids)
    {
        var e = emb.forward(ids);
        var (o, h, c) = lstm.forward(e);
        return head.forward(o);
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var m = new LM(1000, 64, 128);
        var ids = randint(0, 1000, new long[] { 4, 35 });
        var targets = randint(0, 1000, new long[] { 4, 35 });
        var logits = m.forward(ids);
        return functional.cross_entropy(logits, targets); // BUG
    }
}
