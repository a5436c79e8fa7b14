// 12_wideresnet_view_channels_silent
// source : https://github.com/uoguelph-mlrg/Cutout/issues/16
// input  : x = [32, 3, 64, 64] (the net was written for 32x32)
// kind   : SILENT   (runs without any exception and computes the wrong thing)
// op     : view, on the line marked BUG
// actual : no exception; result shape [128, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : 64x64 input leaves 16x16 before the fixed 8x8 average pool, so 2x2 remains and view(-1, 640) makes 4 rows per image: 32 -> 128
// fix    : adaptive_avg_pool2d(x, 1).flatten(1), or avg_pool2d over the real 16x16
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B12;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> stem = nn.Conv2d(3, 160, 3, stride: 1, padding: 1);
    private readonly Module<Tensor, Tensor> block2 = nn.Conv2d(160, 320, 3, stride: 2, padding: 1);
    private readonly Module<Tensor, Tensor> block3 = nn.Conv2d(320, 640, 3, stride: 2, padding: 1);
    private readonly Module<Tensor, Tensor> fc = nn.Linear(640, 10);
    private const long Channels = 640;

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(block3.call(functional.relu(block2.call(functional.relu(stem.call(x))))));
        x = functional.avg_pool2d(x, 8);
        x = x.view(-1, Channels); // BUG
        return fc.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(32, 3, 64, 64));
}
