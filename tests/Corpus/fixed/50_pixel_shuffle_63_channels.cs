// 50_pixel_shuffle_63_channels  -  the repaired twin of bugs/50; MUST NOT BE FLAGGED
// source : https://github.com/Snowfallingplum/SHMT/issues/1
// fix    : nn.Conv2d(64, 3 * 16, 3, padding: 1)
// actual : no exception; result shape [1, 3, 128, 128] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F50;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv = nn.Conv2d(64, 3 * 16, 3, padding: 1);
    private readonly Module<Tensor, Tensor> shuffle = nn.PixelShuffle(4);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => shuffle.call(conv.call(x));
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 64, 32, 32));
}
