// 03_ceil_mode_pool_30_15_8  -  MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/43285733
// input  : x = [10, 1, 30, 30]
// trick  : ceil_mode: 30 -> 15 -> 8 (floor would be 7); the fixed version of bug 03
// actual : no exception; result shape [10, 62] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O03;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(1, 32, 5, padding: 2);
    private readonly Module<Tensor, Tensor> conv2 = nn.Conv2d(32, 64, 5, padding: 2);
    private readonly Module<Tensor, Tensor> pool = nn.MaxPool2d(2, 2, ceil_mode: true);
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(8 * 8 * 64, 62);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = pool.call(functional.relu(conv1.call(x)));
        x = pool.call(functional.relu(conv2.call(x)));
        return fc1.call(x.view(-1, 8 * 8 * 64));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(10, 1, 30, 30));
}
