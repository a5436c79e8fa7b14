using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_b24;

// AdaptiveAvgPool((7,7)) then Linear(512)
public class Net : Module<Tensor, Tensor>
{
    private readonly Sequential features = Sequential(("c", Conv2d(3, 256, 11, 4, 2)), ("p", MaxPool2d(3, 2)));
    private readonly AdaptiveAvgPool2d gap = AdaptiveAvgPool2d(new long[] { 6, 6 });
    private readonly Sequential classifier = Sequential(Dropout(), Linear(256 * 5 * 5, 4096), ReLU(), Linear(4096, 10)); // BUG

    public Net()
        : base("a")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var f = features.call(x);
        var avg = gap.call(f);
        x = avg.view(new long[] { avg.shape[0], 256 * 6 * 6 });
        return classifier.call(x);
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(8, 3, 224, 224));
}
