// 08_vgg16_on_cifar  -  the repaired twin of bugs/08; MUST NOT BE FLAGGED
// source : https://github.com/pytorch/vision/issues/416
// fix    : nn.Linear(512, 4096), or resize to 224x224, or AdaptiveAvgPool2d(7) before the flatten
// actual : no exception; result shape [64, 4096] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeFixed.F08;

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
    private readonly Module<Tensor, Tensor> classifier = nn.Linear(512, 4096);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = features.call(x);
        x = x.view(x.size(0), -1);
        return classifier.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(64, 3, 32, 32));
}
