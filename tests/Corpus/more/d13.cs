using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d13;

// rectangular transposed then view (t().view(-1))
public static class Case
{
    public static Tensor Run()
    {
        var x = randn(4, 10);
        return x.T.view(-1); // BUG
    }
}
