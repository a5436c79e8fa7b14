// 06_vgg_head_without_flatten  -  the repaired twin of bugs/06; MUST NOT BE FLAGGED
// source : https://github.com/udacity/deep-learning-v2-pytorch/issues/396
// fix    : x = x.flatten(1) before the classifier (512*7*7 = 25088)
// actual : no exception; result shape [1, 102] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F06;

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
        x = pool.call(x).flatten(1);
        x = fc1.call(x);
        return fc2.call(functional.relu(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 512, 7, 7));
}
