// 28_bottleneck_without_downsample
// source : https://github.com/GengDavid/pytorch-cpn/issues/45 (tensor a (512), tensor b (256))
// input  : x = [2, 256, 56, 56]
// kind   : CRASH   (throws at run time)
// op     : add, on the line marked BUG
// actual : ExternalException: The size of tensor a (512) must match the size of tensor b (256) at non-singleton dimension 1 (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : conv3 makes planes*4 = 512 channels, the shortcut still has 256 and no projection was given
// fix    : downsample = Conv2d(256, 512, 1) + BatchNorm2d(512) on the shortcut
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B28;

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
        return functional.relu(y + residual); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net(256, 128).call(zeros(2, 256, 56, 56));
}
