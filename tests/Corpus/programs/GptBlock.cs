using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.GptBlock;

public sealed class Attention : Module<Tensor, Tensor>
{
    private readonly Linear qkv,
        proj;
    private readonly int heads;
    private Tensor? keys,
        values;

    public Attention(int width, int heads)
        : base("Attention")
    {
        this.heads = heads;
        qkv = Linear(width, 3 * width);
        proj = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, t, c) = (x.shape[0], x.shape[1], x.shape[2]);
        var parts = qkv.call(x).split(c, 2);
        var q = parts[0].view(b, t, heads, c / heads).transpose(1, 2);
        var k = parts[1].view(b, t, heads, c / heads).transpose(1, 2);
        var v = parts[2].view(b, t, heads, c / heads).transpose(1, 2);
        keys = keys is null ? k : cat(new[] { keys, k }, 2);
        values = values is null ? v : cat(new[] { values, v }, 2);
        var scores = q.matmul(keys.transpose(-2, -1)) / Math.Sqrt(c / heads);
        var mask = ones(t, keys.shape[2]).tril(keys.shape[2] - t).eq(0);
        var attention = functional.softmax(scores.masked_fill(mask, double.NegativeInfinity), -1);
        return proj.call(attention.matmul(values).transpose(1, 2).contiguous().view(b, t, c));
    }
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> ln1,
        ln2,
        attention,
        mlp;

    public Block(int width, int heads)
        : base("Block")
    {
        (ln1, ln2) = (LayerNorm(width), LayerNorm(width));
        attention = new Attention(width, heads);
        mlp = Sequential(("up", Linear(width, 4 * width)), ("gelu", GELU()), ("down", Linear(4 * width, width)), ("drop", Dropout(0.1)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attention.call(ln1.call(x));
        return x + mlp.call(ln2.call(x));
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var block = new Block(768, 12);
        var x = block.call(randn(4, 128, 768));
        for (var i = 0; i < 8; i++)
        {
            x = block.call(x[.., ^1..]);
        }

        return x;
    }
}
