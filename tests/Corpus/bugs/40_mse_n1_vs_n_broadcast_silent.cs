// 40_mse_n1_vs_n_broadcast_silent
// source : https://github.com/jsboige/CoursIA/pull/926 (0 of 96 training runs beat the baseline because of it); same: LAMDA-Tabular/TALENT#92, pytorch/pytorch#16045, FluxML/MLJFlux.jl#152
// input  : x = [64, 16], target = [64]
// kind   : SILENT   (runs without any exception and computes the wrong thing)
// op     : mse_loss, on the line marked BUG
// actual : no exception; result shape [64, 64] (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : [64, 1] against [64] broadcasts to a [64, 64] table of all pairs; the loss is wrong and nothing crashes
// fix    : target.view_as(pred) or pred.squeeze(1)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B40;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> head = nn.Linear(16, 1);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => head.call(x);

    public Tensor Loss(Tensor x, Tensor target) => functional.mse_loss(call(x), target, Reduction.None); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().Loss(zeros(64, 16), zeros(64));
}
