using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a24;

// Siamese: concatenation of two 128 -> Linear(128)
public class Siamese : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential cnn = Sequential(
        Conv2d(1, 4, 3),
        ReLU(),
        BatchNorm2d(4),
        Conv2d(4, 8, 3),
        ReLU(),
        Flatten(),
        Linear(8 * 100 * 100, 128) // BUG
    );
    private readonly Linear fc = Linear(256, 1);

    public Siamese()
        : base("s") => RegisterComponents();

    Tensor Once(Tensor x) => cnn.call(x);

    public override Tensor forward(Tensor a, Tensor b) => fc.call(cat(new[] { Once(a), Once(b) }, 1));
}

public static class Case
{
    public static Tensor Run() => new Siamese().call(randn(2, 1, 100, 100), randn(2, 1, 100, 100));
}
