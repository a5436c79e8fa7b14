// 47_flatten_from_axis_zero
// source : https://github.com/karpathy/neuraltalk2/issues/90 (View(-1) on [16, 512, 7, 7])
// input  : x = [16, 512, 7, 7]
// kind   : CRASH   (throws at run time)
// op     : Linear, on the line marked BUG
// actual : ExternalException: mat1 and mat2 shapes cannot be multiplied (1x401408 and 25088x4096) (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : flatten() starts at axis 0 (nn.Flatten() starts at 1): one vector of 401408 instead of 16 rows of 25088
// fix    : x.flatten(1)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B47;

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
        x = x.flatten(); // ROOT CAUSE
        return fc6.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(16, 512, 7, 7));
}
