using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a12;

// TextCNN concat width wrong
public class TextCnn : Module<Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(5000, 128);
    private readonly ModuleList<Conv1d> convs = new ModuleList<Conv1d>();
    private readonly Linear fc;

    public TextCnn(int[] kernels)
        : base("t")
    {
        foreach (var k in kernels)
            convs.Add(Conv1d(128, 100, k));
        fc = Linear(100, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var e = emb.call(x).transpose(1, 2);
        var outs = new List<Tensor>();
        foreach (var c in convs)
        {
            var y = functional.relu(c.call(e));
            outs.Add(functional.max_pool1d(y, y.shape[2]).squeeze(2));
        }
        return fc.call(cat(outs, 1)); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new TextCnn(new[] { 3, 4, 5 }).call(randint(0, 5000, new long[] { 8, 50 }));
}
