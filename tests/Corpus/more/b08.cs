using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b08;

// DQN: [32,1] q vs [32] expected; smooth_l1 silent
public static class Case
{
    public static Tensor Run()
    {
        var policy = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
        var target = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
        var s = randn(32, 4);
        var a = zeros(32, 1, dtype: ScalarType.Int64);
        var r = randn(32);
        var done = zeros(32);
        var q = policy.call(s).gather(1, a);
        var (best, _) = target.call(s).max(1);
        var expected = r + 0.99 * best * (1 - done);
        return functional.smooth_l1_loss(q, expected); // BUG
    }
}
