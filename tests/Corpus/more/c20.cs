using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c20;

// record config and static Create
public record Config(int Vocab = 1000, int Dim = 128, int Heads = 8, int Layers = 2, int Block = 64);

public class Head : Module<Tensor, Tensor>
{
    private readonly Linear key,
        query,
        value;
    private readonly Tensor tril;

    public Head(Config c)
        : base("h")
    {
        int hs = c.Dim / c.Heads;
        key = Linear(c.Dim, hs, hasBias: false);
        query = Linear(c.Dim, hs, hasBias: false);
        value = Linear(c.Dim, hs, hasBias: false);
        tril = ones(c.Block, c.Block).tril();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var k = key.call(x);
        var q = query.call(x);
        var wei = q.matmul(k.transpose(-2, -1)) * Math.Pow(k.shape[^1], -0.5);
        wei = wei.masked_fill(tril == 0, double.NegativeInfinity); // BUG
        return functional.softmax(wei, -1).matmul(value.call(x));
    }
}

public class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding tok,
        pos;
    private readonly ModuleList<Head> heads = new();
    private readonly Linear proj;

    public Gpt(Config c)
        : base("g")
    {
        tok = Embedding(c.Vocab, c.Dim);
        pos = Embedding(c.Block, c.Dim);
        for (int i = 0; i < c.Heads; i++)
            heads.Add(new Head(c));
        proj = Linear(c.Dim, c.Vocab);
        RegisterComponents();
    }

    public override Tensor forward(Tensor idx)
    {
        var T = idx.shape[1];
        var x = tok.call(idx) + pos.call(arange(T));
        x = cat(heads.Select(h => h.call(x)).ToList(), -1);
        return proj.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Gpt(new Config()).call(zeros(4, 32, dtype: ScalarType.Int64));
}
