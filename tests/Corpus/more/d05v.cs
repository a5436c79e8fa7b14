using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d05v;

// optional tensor by property pattern
public static class Case
{
    static Tensor Attn(Tensor q, Tensor k, Tensor? mask = null)
    {
        var s = matmul(q, k.transpose(-2, -1));
        if (mask is not null)
            s = s.masked_fill(mask == 0, -1e9); // BUG
        return s;
    }

    public static Tensor Run() => Attn(randn(2, 4, 7, 8), randn(2, 4, 7, 8), ones(2, 7, 7));
}
