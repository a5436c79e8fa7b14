using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a11;

// TextCNN: Embedding then Conv1d without transpose
public class TextCnn : Module<Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(5000, 128);
    private readonly ModuleList<Module<Tensor, Tensor>> convs;
    private readonly Linear fc;

    public TextCnn()
        : base("t")
    {
        convs = ModuleList<Module<Tensor, Tensor>>(new[] { 3, 4, 5 }.Select(k => (Module<Tensor, Tensor>)Conv1d(128, 100, k)).ToArray());
        fc = Linear(300, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var e = emb.call(x);
        var pooled = convs.Select(c => functional.relu(c.call(e)).max(2).values).ToArray(); // BUG
        return fc.call(cat(pooled, 1));
    }
}

public static class Case
{
    public static Tensor Run() => new TextCnn().call(randint(0, 5000, new long[] { 8, 50 }));
}
