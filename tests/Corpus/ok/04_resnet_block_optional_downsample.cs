// 04_resnet_block_optional_downsample  -  MUST NOT BE FLAGGED
// source : torchvision ResNet BasicBlock
// input  : x = [2, 64, 56, 56] and [2, 128, 28, 28]
// trick  : a nullable field decides the shortcut's shape; both instantiations are right, a path-insensitive merge of them would report an add of 64 and 128
// actual : no exception; result shape [2, 128, 28, 28] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O04;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Block a = new(64, 128, 2, nn.Sequential(nn.Conv2d(64, 128, 1, stride: 2, bias: false), nn.BatchNorm2d(128)));
    private readonly Block b = new(128, 128, 1, null);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => b.call(a.call(x));
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1,
        bn1,
        conv2,
        bn2;
    private readonly Module<Tensor, Tensor>? downsample;

    public Block(long inplanes, long planes, long stride, Module<Tensor, Tensor>? downsample)
        : base("Block")
    {
        conv1 = nn.Conv2d(inplanes, planes, 3, stride: stride, padding: 1, bias: false);
        bn1 = nn.BatchNorm2d(planes);
        conv2 = nn.Conv2d(planes, planes, 3, padding: 1, bias: false);
        bn2 = nn.BatchNorm2d(planes);
        this.downsample = downsample;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var identity = downsample is null ? x : downsample.call(x);
        var y = bn2.call(conv2.call(functional.relu(bn1.call(conv1.call(x)))));
        return functional.relu(y + identity);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 64, 56, 56));
}
