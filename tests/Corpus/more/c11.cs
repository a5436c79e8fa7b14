using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c11;

// ViT pos of other image size
public class Vit : Module<Tensor, Tensor>
{
    private readonly Conv2d proj;
    private readonly Parameter cls,
        pos;

    public Vit(int img = 224, int patch = 16, int dim = 768)
        : base("vit")
    {
        int n = (int)Math.Pow(img / patch, 2);
        proj = Conv2d(3, dim, patch, patch);
        cls = Parameter(zeros(1, 1, dim));
        pos = Parameter(randn(1, n + 1, dim));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = proj.call(x).flatten(2).transpose(1, 2);
        x = cat(new Tensor[] { cls.repeat(x.shape[0], 1, 1), x }, 1);
        x = x + pos; // BUG
        return x;
    }
}

public static class Case
{
    public static Tensor Run() => new Vit().call(randn(2, 3, 384, 384));
}
