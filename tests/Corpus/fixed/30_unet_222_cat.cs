// 30_unet_222_cat  -  the repaired twin of bugs/30; MUST NOT BE FLAGGED
// source : https://github.com/ptrblck/pytorch_misc/issues/2 (222x222 image)
// fix    : 224x224, or crop/pad/interpolate the upsampled tensor to the skip's size
// actual : no exception; result shape [1, 1, 224, 224] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F30;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> d0 = nn.Conv2d(3, 16, 3, padding: 1);
    private readonly Module<Tensor, Tensor> d1 = nn.Conv2d(16, 32, 3, padding: 1);
    private readonly Module<Tensor, Tensor> d2 = nn.Conv2d(32, 64, 3, padding: 1);
    private readonly Module<Tensor, Tensor> u1 = nn.ConvTranspose2d(64, 32, 2, 2);
    private readonly Module<Tensor, Tensor> c1 = nn.Conv2d(64, 32, 3, padding: 1);
    private readonly Module<Tensor, Tensor> u0 = nn.ConvTranspose2d(32, 16, 2, 2);
    private readonly Module<Tensor, Tensor> c0 = nn.Conv2d(32, 1, 3, padding: 1);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var x0 = functional.relu(d0.call(x));
        var x1 = functional.relu(d1.call(functional.max_pool2d(x0, 2)));
        var x2 = functional.relu(d2.call(functional.max_pool2d(x1, 2)));
        var y = c1.call(cat(new[] { u1.call(x2), x1 }, 1));
        return c0.call(cat(new[] { u0.call(y), x0 }, 1));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 3, 224, 224));
}
