// 15_matmul_with_vector_and_with_batches  -  MUST NOT BE FLAGGED
// source : https://stackoverflow.com/questions/34908033 and https://stackoverflow.com/questions/43067338
// input  : x = [2]
// trick  : errors in TensorFlow (ISSTA'18 UT-8 and UT-2), legal in torch: matrix times vector, and [5,2] x [2,2,3] broadcasts to [2,5,3]
// actual : no exception; result shape [] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeOk.O15;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.Parameter t = nn.Parameter(ones(2, 2));
    private readonly Modules.Parameter a = nn.Parameter(ones(5, 2));
    private readonly Modules.Parameter b = nn.Parameter(ones(2, 2, 3));

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var v = matmul(t, x);
        var p = matmul(a, b);
        return p.sum() + v.sum();
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(ones(2));
}
