// 15_channels_last_image_into_conv  -  the repaired twin of bugs/15; MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/41192992 (ISSTA'18 TensorFlow-Program-Bugs, UT-11, layout mix-up; ported to the torch direction)
// fix    : x.permute(0, 3, 1, 2)
// actual : no exception; result shape [1, 64, 112, 112] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F15;

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
        return functional.relu(conv1.call(x.permute(0, 3, 1, 2)));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 224, 224, 3));
}
