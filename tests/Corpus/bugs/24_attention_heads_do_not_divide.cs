// 24_attention_heads_do_not_divide
// source : https://github.com/open-mmlab/mmaction2/issues/1271 (embed 1024, 12 heads; same: facebookresearch/detr#499, lyuchenyang/Macaw-LLM#42 512/220)
// input  : x = [16, 2, 1024]
// kind   : CRASH   (throws at run time)
// op     : MultiheadAttention, on the line marked BUG
// actual : ExternalException: embed_dim must be divisible by num_heads (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : 1024 is not a multiple of 12 heads
// fix    : 8, 16 or 32 heads
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeBugs.B24;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.MultiheadAttention attn = nn.MultiheadAttention(1024, 12); // BUG

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => attn.call(x, x, x, null, true, null).Item1;
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(16, 2, 1024));
}
