// 46_squeeze_eats_batch_of_one  -  the repaired twin of bugs/46; MUST NOT BE FLAGGED
// source : https://github.com/layumi/Person_reID_baseline_pytorch/issues/77 (same: NVIDIA/tacotron2#303, open-edge-platform/anomalib#2883)
// fix    : x.view(x.shape[0], -1) or x.flatten(1)
// actual : no exception; result shape [1, 751] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F46;

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
        x = x.flatten(1);
        return fc.call(bn.call(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(1, 2048, 1, 1));
}
