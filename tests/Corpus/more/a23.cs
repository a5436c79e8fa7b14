using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a23;

// transformer mask made for wrong length
public class M : Module<Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(1000, 256);
    private readonly TransformerEncoder enc;

    public M()
        : base("m")
    {
        enc = TransformerEncoder(TransformerEncoderLayer(256, 8), 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor src)
    {
        var mask = ones(src.size(0), src.size(0)).triu(1) * -1e9;
        var e = emb.call(src).transpose(0, 1);
        mask = ones(e.size(1), e.size(1)).triu(1) * -1e9;
        return enc.call(e, mask, null!); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new M().call(randint(0, 1000, new long[] { 20, 35 }));
}
