using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b07;

// DQN: gather rank, q [32,4], action [32]
public static class Case
{
    public static Tensor Run()
    {
        var policy = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
        var s = randn(32, 4);
        var a = zeros(32, dtype: ScalarType.Int64);
        return policy.call(s).gather(1, a); // BUG
    }
}
