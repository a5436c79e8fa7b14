// 12_wideresnet_view_channels_silent  -  the repaired twin of bugs/12; MUST NOT BE FLAGGED
// source : https://github.com/uoguelph-mlrg/Cutout/issues/16
// fix    : adaptive_avg_pool2d(x, 1).flatten(1), or avg_pool2d over the real 16x16
// actual : no exception; result shape [32, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F12;

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
        x = functional.adaptive_avg_pool2d(x, 1);
        x = x.view(-1, Channels);
        return fc.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(32, 3, 64, 64));
}
