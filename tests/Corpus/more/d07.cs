using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d07;

// nn.MultiheadAttention batch first confusion silently: fine; attn mask [B,T,T] wrong
public static class Case
{
    public static Tensor Run()
    {
        var mha = MultiheadAttention(64, 4);
        var x = randn(10, 2, 64);
        var mask = ones(2, 2).triu(1);
        var (o, _) = mha.call(x, x, x, null, false, mask); // BUG
        return o;
    }
}
