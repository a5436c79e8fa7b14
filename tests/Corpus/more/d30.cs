using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d30;

// contrastive sim with cosine
public static class Case
{
    public static Tensor Run()
    {
        var a = functional.normalize(randn(16, 128), dim: 1);
        var b = functional.normalize(randn(16, 64), dim: 1);
        var sim = mm(a, b.t()) / 0.07; // BUG
        return functional.cross_entropy(sim, arange(16));
    }
}
