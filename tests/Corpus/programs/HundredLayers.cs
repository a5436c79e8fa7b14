using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.HundredLayers;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> layers = new();

    public Net()
        : base("Net")
    {
        for (var i = 0; i < 100; i++)
        {
            layers.Add(Sequential(Linear(64 + i, 65 + i), ReLU()));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var layer in layers)
        {
            x = layer.call(x);
        }

        return x;
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(32, 64));
}
