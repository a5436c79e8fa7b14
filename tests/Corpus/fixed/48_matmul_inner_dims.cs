// 48_matmul_inner_dims  -  the repaired twin of bugs/48; MUST NOT BE FLAGGED
// source : https://github.com/pytorch/pytorch/issues/65120 (PyTorch 1.9.0 returned garbage on CUDA instead of raising)
// fix    : a [5, 7] right operand
// actual : no exception; result shape [2, 7] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeFixed.F48;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.Parameter w = nn.Parameter(zeros(5, 7));

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => matmul(x, w);
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 5));
}
