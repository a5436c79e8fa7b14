using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.ResNet50;

public sealed class Bottleneck : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1,
        bn1,
        conv2,
        bn2,
        conv3,
        bn3,
        relu = ReLU();
    private readonly Module<Tensor, Tensor>? downsample;

    public Bottleneck(long inplanes, long planes, long stride, Module<Tensor, Tensor>? downsample)
        : base("Bottleneck")
    {
        conv1 = Conv2d(inplanes, planes, 1, bias: false);
        bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, 3, stride: stride, padding: 1, bias: false);
        bn2 = BatchNorm2d(planes);
        conv3 = Conv2d(planes, planes * 4, 1, bias: false);
        bn3 = BatchNorm2d(planes * 4);
        this.downsample = downsample;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = relu.call(bn1.call(conv1.call(x)));
        y = relu.call(bn2.call(conv2.call(y)));
        y = bn3.call(conv3.call(y));
        var identity = downsample is null ? x : downsample.call(x);
        return relu.call(y + identity);
    }
}

public sealed class ResNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> stem,
        layer1,
        layer2,
        layer3,
        layer4,
        avgpool,
        fc;
    private long inplanes = 64;

    public ResNet(int[] blocks, int classes)
        : base("ResNet")
    {
        stem = Sequential(
            Conv2d(3, 64, 7, stride: 2, padding: 3, bias: false),
            BatchNorm2d(64),
            ReLU(),
            MaxPool2d(3, stride: 2, padding: 1)
        );
        layer1 = Make(64, blocks[0], 1);
        layer2 = Make(128, blocks[1], 2);
        layer3 = Make(256, blocks[2], 2);
        layer4 = Make(512, blocks[3], 2);
        avgpool = AdaptiveAvgPool2d(1);
        fc = Linear(512 * 4, classes);
        RegisterComponents();
    }

    private Module<Tensor, Tensor> Make(long planes, int count, long stride)
    {
        Module<Tensor, Tensor>? downsample = null;
        if (stride != 1 || inplanes != planes * 4)
        {
            downsample = Sequential(Conv2d(inplanes, planes * 4, 1, stride: stride, bias: false), BatchNorm2d(planes * 4));
        }

        var layers = new List<Module<Tensor, Tensor>> { new Bottleneck(inplanes, planes, stride, downsample) };
        inplanes = planes * 4;
        for (var i = 1; i < count; i++)
        {
            layers.Add(new Bottleneck(inplanes, planes, 1, null));
        }

        return Sequential(layers);
    }

    public override Tensor forward(Tensor x)
    {
        x = layer4.call(layer3.call(layer2.call(layer1.call(stem.call(x)))));
        return fc.call(avgpool.call(x).flatten(1));
    }
}

public static class Case
{
    public static Tensor Run() => new ResNet(new[] { 3, 4, 6, 3 }, 1000).call(zeros(8, 3, 224, 224));
}
