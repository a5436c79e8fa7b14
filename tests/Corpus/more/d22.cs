using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d22;

// tuple-returning helper & list of layers with index arithmetic, decoder mirrored
public class U : Module<Tensor, Tensor>
{
    readonly ModuleList<Conv2d> dn = new(),
        up = new();
    readonly int[] ch = { 3, 16, 32, 64 };

    public U()
        : base("u")
    {
        for (int i = 0; i < ch.Length - 1; i++)
            dn.Add(Conv2d(ch[i], ch[i + 1], 3, padding: 1));
        for (int i = ch.Length - 1; i > 0; i--)
            up.Add(Conv2d(ch[i] + ch[i - 1], ch[i - 1], 3, padding: 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var sk = new List<Tensor>();
        foreach (var d in dn)
        {
            x = functional.relu(d.call(x));
            sk.Add(x);
            x = functional.max_pool2d(x, 2);
        }
        for (int i = 0; i < up.Count; i++)
        {
            x = functional.interpolate(x, scale_factor: new double[] { 2, 2 });
            x = up[i].call(cat(new[] { x, sk[sk.Count - 1 - i] }, 1)); // BUG
        }
        return x;
    }
}

public static class Case
{
    public static Tensor Run() => new U().call(randn(1, 3, 32, 32));
}
