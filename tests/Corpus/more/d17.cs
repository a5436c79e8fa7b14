using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d17;

// normalisation mean without keepdim: [N, C] - [N] crash
public static class Case
{
    public static Tensor Run()
    {
        var x = randn(32, 10);
        return (x - x.mean(new long[] { 1 })) / x.std(1); // BUG
    }
}
