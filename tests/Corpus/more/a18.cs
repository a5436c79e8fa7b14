using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a18;

// hand-written MHA: view after transpose non contiguous
public class Attn : Module<Tensor, Tensor>
{
    private readonly Linear qkv,
        proj;
    private readonly int heads;

    public Attn(int dim, int heads)
        : base("a")
    {
        this.heads = heads;
        qkv = Linear(dim, dim * 3);
        proj = Linear(dim, dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (B, N, C) = (x.shape[0], x.shape[1], x.shape[2]);
        var t = qkv.call(x).reshape(B, N, 3, heads, C / heads).permute(2, 0, 3, 1, 4);
        var q = t[0];
        var k = t[1];
        var v = t[2];
        var att = q.matmul(k.transpose(-2, -1)) * Math.Pow(C / heads, -0.5);
        att = att.softmax(-1);
        var y = att.matmul(v).transpose(1, 2).view(B, N, C); // BUG
        return proj.call(y);
    }
}

public static class Case
{
    public static Tensor Run() => new Attn(64, 8).call(randn(2, 17, 64));
}
