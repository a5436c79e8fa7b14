// 44_view_swallows_whole_batch_silent  -  the repaired twin of bugs/44; MUST NOT BE FLAGGED
// source : https://github.com/weka511/hpa-scc/issues/38 (view(-1, 8*16*1*30*30); last batch: shape '[-1, 115200]' is invalid for input of size 72000)
// fix    : x.view(-1, 16 * 1 * 30 * 30) and nn.Linear(14400, ...)
// actual : no exception; result shape [8, 18] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F44;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(16 * 1 * 30 * 30, 18);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x.view(-1, 16 * 1 * 30 * 30);
        return functional.sigmoid(fc1.call(x));
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(new long[] { 8, 16, 1, 30, 30 }));
}
