// 50_pixel_shuffle_63_channels
// source : https://github.com/Snowfallingplum/SHMT/issues/1
// input  : x = [1, 64, 32, 32]
// kind   : CRASH   (throws at run time)
// op     : PixelShuffle, on the line marked BUG
// actual : ExternalException: pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=63 is not divisible by 16 (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : PixelShuffle(4) needs a multiple of 16 channels, the conv makes 63
// fix    : nn.Conv2d(64, 3 * 16, 3, padding: 1)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B50;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv = nn.Conv2d(64, 63, 3, padding: 1);
    private readonly Module<Tensor, Tensor> shuffle = nn.PixelShuffle(4);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => shuffle.call(conv.call(x)); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 64, 32, 32));
}
