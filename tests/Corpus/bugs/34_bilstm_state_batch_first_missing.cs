// 34_bilstm_state_batch_first_missing
// source : https://programmerah.com/runtimeerror-expected-hidden0-size-x-x-x-gotx-x-x-39265/
// input  : x = [4, 10, 300] (batch 4, 10 steps)
// kind   : CRASH   (throws at run time)
// op     : LSTM, on the line marked BUG
// actual : ExternalException: Expected hidden[0] size 4 10 100, got [4, 4, 100] (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : without batchFirst the LSTM reads 4 steps of batch 10, so it wants h0 = [4, 10, 100]; h0 was made for batch 4
// fix    : nn.LSTM(..., batchFirst: true)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace ShapeBugs.B34;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Modules.LSTM lstm = nn.LSTM(300, 100, numLayers: 2, bidirectional: true);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h0 = zeros(2 * 2, x.shape[0], 100);
        var c0 = zeros(2 * 2, x.shape[0], 100);
        var (y, _, _) = lstm.call(x, (h0, c0)); // BUG
        return y;
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(4, 10, 300));
}
