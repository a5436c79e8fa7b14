// 28_bottleneck_without_downsample  -  the repaired twin of bugs/28; MUST NOT BE FLAGGED
// source : https://github.com/GengDavid/pytorch-cpn/issues/45 (tensor a (512), tensor b (256))
// fix    : downsample = Conv2d(256, 512, 1) + BatchNorm2d(512) on the shortcut
// actual : no exception; result shape [2, 512, 56, 56] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F28;

public sealed class Net : Module<Tensor, Tensor>
{
    private const long Expansion = 4;
    private readonly Module<Tensor, Tensor> conv1,
        bn1,
        conv2,
        bn2,
        conv3,
        bn3;
    private readonly Module<Tensor, Tensor>? downsample;

    public Net(long inplanes, long planes, Module<Tensor, Tensor>? downsample = null)
        : base("Net")
    {
        conv1 = nn.Conv2d(inplanes, planes, 1, bias: false);
        bn1 = nn.BatchNorm2d(planes);
        conv2 = nn.Conv2d(planes, planes, 3, padding: 1, bias: false);
        bn2 = nn.BatchNorm2d(planes);
        conv3 = nn.Conv2d(planes, planes * Expansion, 1, bias: false);
        bn3 = nn.BatchNorm2d(planes * Expansion);
        this.downsample = downsample;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var residual = x;
        var y = functional.relu(bn1.call(conv1.call(x)));
        y = functional.relu(bn2.call(conv2.call(y)));
        y = bn3.call(conv3.call(y));
        if (downsample is not null)
            residual = downsample.call(x);
        return functional.relu(y + residual);
    }
}

public static class Case
{
    public static Tensor Run() =>
        new Net(256, 128, nn.Sequential(nn.Conv2d(256, 512, 1, bias: false), nn.BatchNorm2d(512))).call(zeros(2, 256, 56, 56));
}
