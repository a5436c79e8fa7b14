using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b27;

// LSTMCell loop wrong state
public class Net : Module<Tensor, Tensor>
{
    private readonly LSTMCell cell = LSTMCell(1, 51),
        cell2 = LSTMCell(51, 51);
    private readonly Linear lin = Linear(51, 1);

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var outputs = new List<Tensor>();
        var h = zeros(input.size(0), 51);
        var c = zeros(input.size(0), 51);
        var h2 = zeros(51, input.size(0));
        var c2 = zeros(input.size(0), 51);
        foreach (var t in input.split(1, dim: 1))
        {
            (h, c) = cell.call(t, (h, c));
            (h2, c2) = cell2.call(h, (h2, c2)); // BUG
            outputs.Add(lin.call(h2));
        }
        return cat(outputs, 1);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(3, 100));
}
