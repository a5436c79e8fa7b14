using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c17;

// GRU attention: wrong cat dim
public class Attn : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear attn = Linear(64 * 2 + 64, 64),
        v = Linear(64, 1, hasBias: false);

    public Attn()
        : base("se")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor hidden, Tensor encOut)
    {
        var srcLen = encOut.shape[0];
        hidden = hidden.unsqueeze(1).repeat(1, srcLen, 1);
        encOut = encOut.permute(1, 0, 2);
        var energy = tanh(attn.call(cat(new[] { hidden, encOut }, 2))); // BUG
        return functional.softmax(v.call(energy).squeeze(2), 1);
    }
}

public static class Case
{
    public static Tensor Run() => new Attn().call(randn(4, 64), randn(12, 4, 64));
}
