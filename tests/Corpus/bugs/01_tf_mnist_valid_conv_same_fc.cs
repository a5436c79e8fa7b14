// 01_tf_mnist_valid_conv_same_fc
// source : https://stackoverflow.com/questions/38167455 (ISSTA'18 TensorFlow-Program-Bugs, UT-1) - the seed question's mirror image
// input  : x = [50, 1, 28, 28]
// kind   : CRASH   (throws at run time)
// op     : view, on the line marked BUG
// actual : ExternalException: shape '[-1, 3136]' is invalid for input of size 51200 (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : conv k5 VALID: 28->24, pool2 ->12, conv k5 VALID ->8, pool2 ->4; 4*4*64 = 1024 per image, 50*1024 = 51200 is not a multiple of 3136
// fix    : padding: 2 (what TF calls SAME) so that 28->28->14->14->7 = 7*7*64 = 3136; or keep VALID and use 4*4*64 = 1024 in both places
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B01;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = nn.Conv2d(1, 32, 5);
    private readonly Module<Tensor, Tensor> conv2 = nn.Conv2d(32, 64, 5);
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
        x = x.view(-1, 7 * 7 * 64); // BUG
        x = functional.relu(fc1.call(x));
        return fc2.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(50, 1, 28, 28));
}
