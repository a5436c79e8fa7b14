using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a22;

// Transformer encoder d_model mismatch
public class M : Module<Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(1000, 200);
    private readonly TransformerEncoder enc;
    private readonly Linear dec = Linear(256, 1000);

    public M()
        : base("m")
    {
        var layer = TransformerEncoderLayer(256, 8, 512, 0.1);
        enc = TransformerEncoder(layer, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor src)
    {
        var e = emb.call(src) * Math.Sqrt(200);
        var o = enc.call(e, null!, null!); // BUG
        return dec.call(o);
    }
}

public static class Case
{
    public static Tensor Run() => new M().call(randint(0, 1000, new long[] { 35, 20 }));
}
