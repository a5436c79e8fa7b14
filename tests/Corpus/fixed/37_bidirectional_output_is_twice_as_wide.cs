// 37_bidirectional_output_is_twice_as_wide  -  the repaired twin of bugs/37; MUST NOT BE FLAGGED
// source : https://theneuralbase.com/pytorch/learn/intermediate/nn-lstm-sequence-modeling/ (editor's FIX note: Linear must take hidden_size * 2)
// fix    : nn.Linear(2 * 64, 10)
// actual : no exception; result shape [8, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeFixed.F37;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.LSTM lstm = nn.LSTM(32, 64, batchFirst: true, bidirectional: true);
    private readonly Module<Tensor, Tensor> fc = nn.Linear(2 * 64, 10);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (y, _, _) = lstm.call(x);
        return fc.call(y[TensorIndex.Colon, -1]);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(8, 50, 32));
}
