// 44_view_swallows_whole_batch_silent
// source : https://github.com/weka511/hpa-scc/issues/38 (view(-1, 8*16*1*30*30); last batch: shape '[-1, 115200]' is invalid for input of size 72000)
// input  : x = [8, 16, 1, 30, 30] (the last batch has 5 rows and then crashes)
// kind   : SILENT   (runs without any exception and computes the wrong thing)
// op     : view, on the line marked BUG
// actual : no exception; result shape [1, 18] (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : 14400 features per image; 8*14400 in the view takes the batch size as a feature factor and makes ONE row of the whole batch, which mse_loss then broadcasts against 8 targets
// fix    : x.view(-1, 16 * 1 * 30 * 30) and nn.Linear(14400, ...)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B44;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(8 * 16 * 1 * 30 * 30, 18);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x.view(-1, 8 * 16 * 1 * 30 * 30); // BUG
        return functional.sigmoid(fc1.call(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(new long[] { 8, 16, 1, 30, 30 }));
}
