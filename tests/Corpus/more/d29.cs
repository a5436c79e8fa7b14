using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d29;

// tensor from arrays
public static class Case
{
    public static Tensor Run()
    {
        var w = tensor(
            new float[,]
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            }
        );
        var x = tensor(new float[] { 1, 2 });
        return w.mv(x); // BUG
    }
}
