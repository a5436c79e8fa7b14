using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a17;

// LayerNorm on NCHW with channel
public class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 96, 4, 4);
    private readonly LayerNorm ln = LayerNorm(96);

    public Net()
        : base("n") => RegisterComponents();

    public override Tensor forward(Tensor x) => ln.call(c.call(x)); // BUG
}

public static class Case
{
    public static Tensor Run() => new Net().call(randn(1, 3, 224, 224));
}
