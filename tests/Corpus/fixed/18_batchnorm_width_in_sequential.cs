// 18_batchnorm_width_in_sequential  -  the repaired twin of bugs/18; MUST NOT BE FLAGGED
// source : https://github.com/pytorch/pytorch/issues/9076 (running_mean should contain 256 elements not 128)
// fix    : nn.BatchNorm2d(256)
// actual : no exception; result shape [16, 256, 7, 7] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F18;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> d = nn.Sequential(
        nn.Conv2d(1, 128, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(128, 256, 4, 2, 1),
        nn.BatchNorm2d(256),
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
