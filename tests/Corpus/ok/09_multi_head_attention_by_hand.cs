// 09_multi_head_attention_by_hand  -  MUST NOT BE FLAGGED
// source : nanoGPT style
// input  : x = [2, 16, 64]
// trick  : view / transpose / matmul on the last two axes / contiguous().view back; H * (D / H) = D must be provable
// actual : no exception; result shape [2, 16, 64] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O09;

public sealed class Net : Module<Tensor, Tensor>
{
    private const int D = 64,
        H = 8;
    private readonly Module<Tensor, Tensor> qkv = nn.Linear(D, 3 * D);
    private readonly Module<Tensor, Tensor> proj = nn.Linear(D, D);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        long b = x.shape[0],
            t = x.shape[1];
        var parts = qkv.call(x).split(D, 2);
        var q = parts[0].view(b, t, H, D / H).transpose(1, 2);
        var k = parts[1].view(b, t, H, D / H).transpose(1, 2);
        var v = parts[2].view(b, t, H, D / H).transpose(1, 2);
        var att = matmul(q, k.transpose(-2, -1)) / Math.Sqrt(D / H);
        att = att.masked_fill(tril(ones(t, t)).eq(0), double.NegativeInfinity);
        att = functional.softmax(att, -1);
        var y = matmul(att, v).transpose(1, 2).contiguous().view(b, t, D);
        return proj.call(y);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 16, 64));
}
