// 08_vgg16_on_cifar
// source : https://github.com/pytorch/vision/issues/416
// input  : x = [64, 3, 32, 32]
// kind   : CRASH   (throws at run time)
// op     : Linear, on the line marked BUG
// actual : ExternalException: mat1 and mat2 shapes cannot be multiplied (64x512 and 25088x4096) (TorchSharp 0.107.0, libtorch 2.10 CPU)
// why    : five 2x2 pools: 32 -> 1, so the flatten gives 512*1*1 = 512, not 512*7*7 = 25088 (which needs 224x224 images)
// fix    : nn.Linear(512, 4096), or resize to 224x224, or AdaptiveAvgPool2d(7) before the flatten
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeBugs.B08;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features = nn.Sequential(
        nn.Conv2d(3, 64, 3, padding: 1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(64, 128, 3, padding: 1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(128, 256, 3, padding: 1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(256, 512, 3, padding: 1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(512, 512, 3, padding: 1),
        nn.ReLU(),
        nn.MaxPool2d(2)
    );
    private readonly Module<Tensor, Tensor> classifier = nn.Linear(512 * 7 * 7, 4096);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = features.call(x);
        x = x.view(x.size(0), -1);
        return classifier.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(64, 3, 32, 32));
}
