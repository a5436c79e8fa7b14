using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a15;

// MLP list off by one
public class Mlp : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;

    public Mlp(params int[] sizes)
        : base("mlp")
    {
        layers = ModuleList<Linear>();
        for (var i = 0; i < sizes.Length - 1; i++)
            layers.Add(Linear(sizes[i], sizes[i]));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            x = layers[i].call(x); // BUG
            if (i < layers.Count - 1)
                x = functional.relu(x);
        }
        return x;
    }
}

public static class Case
{
    public static Tensor Run() => new Mlp(784, 256, 64, 10).call(randn(2, 784));
}
