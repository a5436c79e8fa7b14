using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e16;

public static class Case
{
    public static Tensor Run()
    {
        var net = Sequential(Linear(16, 49), Unflatten(1, new long[] { 1, 8, 8 })); // BUG
        return net.call(randn(2, 16));
    }
}
