using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c15;

// cGAN: label embedding concatenation
public class G : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding le = Embedding(10, 10);
    private readonly Sequential m;

    public G()
        : base("g")
    {
        m = Sequential(Linear(100, 128), LeakyReLU(0.2), Linear(128, 784), Tanh()); // BUG
        RegisterComponents();
    }

    public override Tensor forward(Tensor z, Tensor y) => m.call(cat(new[] { le.call(y), z }, -1)).view(-1, 1, 28, 28);
}

public static class Case
{
    public static Tensor Run() => new G().call(randn(16, 100), zeros(16, dtype: ScalarType.Int64));
}
