// 01_tf_mnist_valid_conv_same_fc  -  the repaired twin of bugs/01; MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/38167455 (ISSTA'18 TensorFlow-Program-Bugs, UT-1) - the seed question's mirror image
// fix    : padding: 2 (what TF calls SAME) so that 28->28->14->14->7 = 7*7*64 = 3136; or keep VALID and use 4*4*64 = 1024 in both places
// actual : no exception; result shape [50, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F01;

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
    public static Tensor Run() => new Net().call(zeros(50, 1, 28, 28));
}
