// 02_valid_padding_4x4x64  -  MUST NOT BE FLAGGED
// source : https://cs.stackexchange.com/questions/49658
// input  : x = [50, 1, 28, 28]
// trick  : VALID padding really gives 4*4*64 = 1024
// actual : no exception; result shape [50, 1024] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O02;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(1, 32, 5, Padding.Valid);
    private readonly Module<Tensor, Tensor> conv2 = nn.Conv2d(32, 64, 5);
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(4 * 4 * 64, 1024);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.relu(conv1.call(x)), 2);
        x = functional.max_pool2d(functional.relu(conv2.call(x)), 2);
        return fc1.call(x.view(-1, 4 * 4 * 64));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(50, 1, 28, 28));
}
