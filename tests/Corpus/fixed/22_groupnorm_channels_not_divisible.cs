// 22_groupnorm_channels_not_divisible  -  the repaired twin of bugs/22; MUST NOT BE FLAGGED
// source : https://github.com/Seunggu0305/VLCounter/issues/6
// fix    : skip the norm for the 1-channel head (the original had `if (flag)` for that)
// actual : no exception; result shape [1, 8, 24, 24] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F22;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv = nn.Conv2d(256, 8, 1);
    private readonly Module<Tensor, Tensor> norm = nn.GroupNorm(8, 8);

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
