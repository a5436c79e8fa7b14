using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b25;

// GRU decoder: attention hidden [1,N,H] cat with embedded [N,1,E]
public class Dec : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(100, 32);
    private readonly Linear attn = Linear(96, 10);

    public Dec()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input, Tensor hidden, Tensor enc)
    {
        var e = emb.call(input).unsqueeze(1);
        var w = functional.softmax(attn.call(cat(new[] { e, hidden }, 2)), 2); // BUG
        return bmm(w, enc);
    }
}

public static class Case
{
    public static Tensor Run() => new Dec().call(zeros(4, dtype: ScalarType.Int64), zeros(1, 4, 64), zeros(4, 10, 64));
}
