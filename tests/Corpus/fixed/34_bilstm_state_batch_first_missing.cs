// 34_bilstm_state_batch_first_missing  -  the repaired twin of bugs/34; MUST NOT BE FLAGGED
// source : https://programmerah.com/runtimeerror-expected-hidden0-size-x-x-x-gotx-x-x-39265/
// fix    : nn.LSTM(..., batchFirst: true)
// actual : no exception; result shape [4, 10, 200] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeFixed.F34;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.LSTM lstm = nn.LSTM(300, 100, numLayers: 2, batchFirst: true, bidirectional: true);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h0 = zeros(2 * 2, x.shape[0], 100);
        var c0 = zeros(2 * 2, x.shape[0], 100);
        var (y, _, _) = lstm.call(x, (h0, c0));
        return y;
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(4, 10, 300));
}
