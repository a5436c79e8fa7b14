// 37_bidirectional_output_is_twice_as_wide
// source : https://theneuralbase.com/pytorch/learn/intermediate/nn-lstm-sequence-modeling/ (editor's FIX note: Linear must take hidden_size * 2)
// input  : x = [8, 50, 32]
// kind   : CRASH   (throws at run time)
// op     : Linear, on the line marked BUG
// actual : ExternalException: mat1 and mat2 shapes cannot be multiplied (8x128 and 64x10) (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : a bidirectional LSTM returns 2*64 = 128 features, the head was declared with 64
// fix    : nn.Linear(2 * 64, 10)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeBugs.B37;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.LSTM lstm = nn.LSTM(32, 64, batchFirst: true, bidirectional: true);
    private readonly Module<Tensor, Tensor> fc = nn.Linear(64, 10);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (y, _, _) = lstm.call(x);
        return fc.call(y[TensorIndex.Colon, -1]); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(8, 50, 32));
}
