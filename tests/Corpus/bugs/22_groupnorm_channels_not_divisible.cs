// 22_groupnorm_channels_not_divisible
// source : https://github.com/Seunggu0305/VLCounter/issues/6
// input  : x = [1, 256, 24, 24]
// kind   : CRASH   (throws at run time)
// op     : GroupNorm, on the line marked BUG
// actual : ExternalException: Expected number of channels in input to be divisible by num_groups, but got input of shape [1, 1, 24, 24] and num_groups=8 (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : UpConv(proj, 1, ...) builds GroupNorm(8 groups, 1 channel)
// fix    : skip the norm for the 1-channel head (the original had `if (flag)` for that)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B22;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv = nn.Conv2d(256, 1, 1);
    private readonly Module<Tensor, Tensor> norm = nn.GroupNorm(8, 1); // BUG

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => norm.call(conv.call(x));
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 256, 24, 24));
}
