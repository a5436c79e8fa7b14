// 15_channels_last_image_into_conv
// source : https://stackoverflow.com/questions/41192992 (ISSTA'18 TensorFlow-Program-Bugs, UT-11, layout mix-up; ported to the torch direction)
// input  : x = [1, 224, 224, 3] (H, W, C as an image decoder returns it)
// kind   : CRASH   (throws at run time)
// op     : Conv2d, on the line marked BUG
// actual : ArgumentException: Expected 3D (unbatched) or 4D (batched) input with 3 channels to Conv2d. (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : Conv2d wants [N, C, H, W]; axis 1 holds the height 224
// fix    : x.permute(0, 3, 1, 2)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B15;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(3, 64, 7, stride: 2, padding: 3);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return functional.relu(conv1.call(x)); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 224, 224, 3));
}
