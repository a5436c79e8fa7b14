using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_e15;

// tensor(data, dims)
public static class Case
{
    public static Tensor Run()
    {
        var data = new float[] { 1, 2, 3, 4, 5, 6 };
        return tensor(data, new long[] { 2, 4 }); // BUG
    }
}
