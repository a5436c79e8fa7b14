// 04_cnn_linear_1050
// source : https://androidkt.com/fix-runtimeerror-mat1-and-mat2-shapes-cannot-be-multiplied/
// input  : x = [2, 1, 28, 28]
// kind   : CRASH   (throws at run time)
// op     : Linear, on the line marked BUG
// actual : ExternalException: mat1 and mat2 shapes cannot be multiplied (2x1568 and 1050x10) (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : conv k5 p2 keeps 28, two pools give 7: 32*7*7 = 1568 features, the layer was declared with 1050
// fix    : nn.Linear(32 * 7 * 7, 10)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B04;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Sequential(nn.Conv2d(1, 16, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2));
    private readonly Module<Tensor, Tensor> conv2 = nn.Sequential(nn.Conv2d(16, 32, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2));
    private readonly Module<Tensor, Tensor> head = nn.Linear(1050, 10);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = conv2.call(conv1.call(x));
        x = x.view(x.size(0), -1);
        return head.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 1, 28, 28));
}
