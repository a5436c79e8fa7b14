using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d09;

// Transformer: src (S,N,E) tgt (T,M,E)
public class M : Module<Tensor, Tensor, Tensor>
{
    readonly Transformer t = Transformer(32, 4, 1, 1, 64);
    readonly Embedding e = Embedding(10, 32);

    public M()
        : base("m")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor s, Tensor d) => t.call(e.call(s).transpose(0, 1), e.call(d)); // BUG
}

public static class Case
{
    public static Tensor Run() => new M().call(zeros(3, 12, dtype: ScalarType.Int64), zeros(3, 9, dtype: ScalarType.Int64));
}
