using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e07;

// kl_div / mse  [N,1,H,W] vs [N,H,W] silent
public static class Case
{
    public static Tensor Run()
    {
        var net = Conv2d(3, 1, 3, padding: 1);
        var d = randn(4, 32, 32);
        return functional.mse_loss(net.call(randn(4, 3, 32, 32)), d); // BUG
    }
}
