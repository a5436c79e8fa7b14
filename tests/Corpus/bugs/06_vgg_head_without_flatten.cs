// 06_vgg_head_without_flatten
// source : https://github.com/udacity/deep-learning-v2-pytorch/issues/396
// input  : x = [1, 512, 7, 7] (VGG feature map)
// kind   : CRASH   (throws at run time)
// op     : Linear, on the line marked BUG
// actual : ExternalException: mat1 and mat2 shapes cannot be multiplied (3584x7 and 25088x4096) (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : no flatten: Linear acts on the last axis (7), and 1*512*7 = 3584 rows of 7 meet a 25088-wide weight
// fix    : x = x.flatten(1) before the classifier (512*7*7 = 25088)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B06;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> pool = nn.AdaptiveAvgPool2d(7);
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(25088, 4096);
    private readonly Module<Tensor, Tensor> fc2 = nn.Linear(4096, 102);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = pool.call(x);
        x = fc1.call(x); // BUG
        return fc2.call(functional.relu(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 512, 7, 7));
}
