using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b15;

// einsum wrong labels
public static class Case
{
    public static Tensor Run()
    {
        var q = randn(2, 10, 4, 16);
        var k = randn(2, 12, 4, 16);
        var v = randn(2, 12, 4, 16);
        var e = einsum("nqhd,nkhd->nhqk", q, k);
        var a = e.softmax(3);
        return einsum("nhql,nlhd->nqhd", a, v.transpose(1, 2)); // BUG
    }
}
