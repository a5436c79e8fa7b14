// 04_cnn_linear_1050  -  the repaired twin of bugs/04; MUST NOT BE FLAGGED
// source : https://androidkt.com/fix-runtimeerror-mat1-and-mat2-shapes-cannot-be-multiplied/
// fix    : nn.Linear(32 * 7 * 7, 10)
// actual : no exception; result shape [2, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F04;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Sequential(nn.Conv2d(1, 16, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2));
    private readonly Module<Tensor, Tensor> conv2 = nn.Sequential(nn.Conv2d(16, 32, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2));
    private readonly Module<Tensor, Tensor> head = nn.Linear(32 * 7 * 7, 10);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = conv2.call(conv1.call(x));
        x = x.view(x.size(0), -1);
        return head.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 1, 28, 28));
}
