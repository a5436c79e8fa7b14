using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c10;

// ViT patches: conv patch embed then flatten(2) without transpose
public class Vit : Module<Tensor, Tensor>
{
    private readonly Conv2d proj;
    private readonly Parameter cls,
        pos;
    private readonly Linear head;

    public Vit(int img = 224, int patch = 16, int dim = 768)
        : base("vit")
    {
        proj = Conv2d(3, dim, patch, patch);
        cls = Parameter(zeros(1, 1, dim));
        pos = Parameter(zeros(1, (img / patch) * (img / patch) + 1, dim));
        head = Linear(dim, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var B = x.shape[0];
        x = proj.call(x).flatten(2);
        x = cat(new[] { cls.expand(B, -1, -1), x }, 1); // BUG
        return head.call((x + pos)[.., 0]);
    }
}

public static class Case
{
    public static Tensor Run() => new Vit().call(randn(2, 3, 224, 224));
}
