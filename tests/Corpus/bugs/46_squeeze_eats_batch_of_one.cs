// 46_squeeze_eats_batch_of_one
// source : https://github.com/layumi/Person_reID_baseline_pytorch/issues/77 (same: NVIDIA/tacotron2#303, open-edge-platform/anomalib#2883)
// input  : x = [1, 2048, 1, 1] (last batch holds one image; [32, 2048, 1, 1] works)
// kind   : CRASH   (throws at run time)
// op     : squeeze, on the line marked BUG
// actual : ArgumentException: expected 2D or 3D input, but got 1D input. (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : squeeze() without an axis also drops the batch axis when N = 1: [2048]
// fix    : x.view(x.shape[0], -1) or x.flatten(1)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B46;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> bn = nn.BatchNorm1d(2048);
    private readonly Module<Tensor, Tensor> fc = nn.Linear(2048, 751);

    public Net()
        : base("Net")
    {
        RegisterComponents();
        eval();
    }

    public override Tensor forward(Tensor x)
    {
        x = x.squeeze(); // BUG
        return fc.call(bn.call(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 2048, 1, 1));
}
