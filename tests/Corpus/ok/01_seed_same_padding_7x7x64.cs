// 01_seed_same_padding_7x7x64  -  MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/34662443
// input  : x = [64, 1, 28, 28]
// trick  : the seed, right: SAME conv + two pools = 7*7*64; view(-1, 3136) keeps 64 rows
// actual : no exception; result shape [64, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O01;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(1, 32, 5, Padding.Same);
    private readonly Module<Tensor, Tensor> conv2 = nn.Conv2d(32, 64, 5, padding: 2);
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(7 * 7 * 64, 1024);
    private readonly Module<Tensor, Tensor> fc2 = nn.Linear(1024, 10);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.relu(conv1.call(x)), 2);
        x = functional.max_pool2d(functional.relu(conv2.call(x)), 2);
        x = x.view(-1, 7 * 7 * 64);
        return fc2.call(functional.relu(fc1.call(x)));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(64, 1, 28, 28));
}
