using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e08;

// l1 [N] vs scalar-squeezed [N,T,1] vs [N,T] silent (time series) with N == T? use N=T=10
public static class Case
{
    public static Tensor Run()
    {
        var lstm = LSTM(3, 16, batchFirst: true);
        var fc = Linear(16, 1);
        var (o, _, _) = lstm.call(randn(32, 20, 3));
        var p = fc.call(o[.., -1, ..]);
        var y = randn(32);
        return functional.l1_loss(p, y); // BUG
    }
}
