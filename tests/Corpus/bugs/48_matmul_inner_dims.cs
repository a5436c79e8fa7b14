// 48_matmul_inner_dims
// source : https://github.com/pytorch/pytorch/issues/65120 (PyTorch 1.9.0 returned garbage on CUDA instead of raising)
// input  : x = [2, 5]
// kind   : CRASH   (throws at run time)
// op     : matmul, on the line marked BUG
// actual : PROCESS ABORT (SIGABRT), no catchable exception: terminate called after throwing c10::Error 'mat1 and mat2 shapes cannot be multiplied (2x5 and 3x7)' - THSTensor_matmul is not wrapped in CATCH_TENSOR (TorchSharp 0.107.0, libtorch 2.10 CPU, linux-x64)
// why    : [2, 5] x [3, 7]: 5 != 3
// fix    : a [5, 7] right operand
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeBugs.B48;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.Parameter w = nn.Parameter(zeros(3, 7));

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => matmul(x, w); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 5));
}
