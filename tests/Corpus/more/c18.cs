using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c18;

// Conditional width via switch expression + interpolated name; activation by switch
public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential body;

    public Net(string size)
        : base("n")
    {
        var width = size switch
        {
            "small" => 32,
            "large" => 128,
            _ => 64,
        };
        body = Sequential(("in", Linear(16, width)), ("act", ReLU()), ("out", Linear(64, 4))); // BUG
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => body.call(x);
}

public static class Case
{
    public static Tensor Run() => new Net("large").call(randn(4, 16));
}
