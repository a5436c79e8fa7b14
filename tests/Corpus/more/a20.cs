using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a20;

// positional encoding longer than the sequence: not sliced
public class PE : Module<Tensor, Tensor>
{
    private readonly Tensor pe;

    public PE(long d, long maxLen = 5000)
        : base("pe")
    {
        var p = zeros(maxLen, d);
        var position = arange(0, maxLen, dtype: ScalarType.Float32).unsqueeze(1);
        var div = exp(arange(0, d, 2, dtype: ScalarType.Float32) * (-Math.Log(10000.0) / d));
        p[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(position * div);
        p[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(position * div);
        pe = p.unsqueeze(0);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + pe; // BUG
}

public static class Case
{
    public static Tensor Run() => new PE(512).call(randn(2, 60, 512));
}
