// 18_batchnorm_width_in_sequential
// source : https://github.com/pytorch/pytorch/issues/9076 (running_mean should contain 256 elements not 128)
// input  : x = [16, 1, 28, 28]
// kind   : CRASH   (throws at run time)
// op     : BatchNorm2d, on the line marked BUG
// actual : ExternalException: running_mean should contain 256 elements not 128 (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : the conv before it makes 256 channels, the norm was left at 128
// fix    : nn.BatchNorm2d(256)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B18;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> d = nn.Sequential(
        nn.Conv2d(1, 128, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(128, 256, 4, 2, 1),
        nn.BatchNorm2d(128), // BUG
        nn.LeakyReLU(0.2)
    );

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => d.call(x);
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(16, 1, 28, 28));
}
