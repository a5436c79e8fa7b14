using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a14;

// VGG from config; classifier built from wrong size
public class VGG : Module<Tensor, Tensor>
{
    private static readonly Dictionary<string, long[]> cfg = new()
    {
        ["A"] = new long[] { 64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0 },
    };
    private readonly Module<Tensor, Tensor> features,
        classifier;

    public VGG(string name)
        : base("vgg")
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        long inC = 3;
        int i = 0;
        foreach (var c in cfg[name])
        {
            if (c == 0)
                modules.Add(($"pool{i++}", MaxPool2d(2, 2)));
            else
            {
                modules.Add(($"conv{i++}", Conv2d(inC, c, 3, padding: 1)));
                modules.Add(($"relu{i++}", ReLU()));
                inC = c;
            }
        }
        features = Sequential(modules);
        classifier = Linear(512 * 2 * 2, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = features.call(x);
        x = x.view(new long[] { x.shape[0], -1 });
        return classifier.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new VGG("A").call(randn(2, 3, 32, 32));
}
