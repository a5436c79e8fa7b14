// 47_flatten_from_axis_zero  -  the repaired twin of bugs/47; MUST NOT BE FLAGGED
// source : https://github.com/karpathy/neuraltalk2/issues/90 (View(-1) on [16, 512, 7, 7])
// fix    : x.flatten(1)
// actual : no exception; result shape [16, 4096] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F47;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fc6 = nn.Linear(25088, 4096);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x.flatten(1);
        return fc6.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(16, 512, 7, 7));
}
