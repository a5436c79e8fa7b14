// 40_mse_n1_vs_n_broadcast_silent  -  the repaired twin of bugs/40; MUST NOT BE FLAGGED
// source : https://github.com/jsboige/CoursIA/pull/926 (0 of 96 training runs beat the baseline because of it); same: LAMDA-Tabular/TALENT#92, pytorch/pytorch#16045, FluxML/MLJFlux.jl#152
// fix    : target.view_as(pred) or pred.squeeze(1)
// actual : no exception; result shape [64, 1] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F40;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> head = nn.Linear(16, 1);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => head.call(x);

    public Tensor Loss(Tensor x, Tensor target) => functional.mse_loss(call(x), target.unsqueeze(1), Reduction.None);
}

public static class Case
{
    public static Tensor Run() => new Net().Loss(zeros(64, 16), zeros(64));
}
