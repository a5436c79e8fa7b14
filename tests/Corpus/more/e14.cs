using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e14;

// TripletMargin / CosineEmbedding with mismatched embeddings
public static class Case
{
    public static Tensor Run()
    {
        var a = Linear(8, 128).call(randn(4, 8));
        var b = Linear(8, 64).call(randn(4, 8));
        return TripletMarginLoss().call(a, a, b); // BUG
    }
}
