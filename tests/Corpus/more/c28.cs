using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c28;

// segmentation: target [N,1,H,W]
public static class Case
{
    public static Tensor Run()
    {
        var net = Conv2d(3, 21, 3, padding: 1);
        var mask = zeros(2, 1, 64, 64, dtype: ScalarType.Int64);
        return CrossEntropyLoss().call(net.call(randn(2, 3, 64, 64)), mask); // BUG
    }
}
