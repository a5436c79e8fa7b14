// 02_tf_mnist_same_conv_valid_fc_silent  -  the repaired twin of bugs/02; MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/34662443 (the seed) and https://cs.stackexchange.com/questions/49658 (the asker computes 28-24-12-8-4 = 4x4x64)
// fix    : 7 * 7 * 64 = 3136 (1024 = 4*4*64 is what VALID padding would have given)
// actual : no exception; result shape [64, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F02;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(1, 32, 5, padding: 2);
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
        x = functional.relu(fc1.call(x));
        return fc2.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(64, 1, 28, 28));
}
