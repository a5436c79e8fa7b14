using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c30;

// PixelShuffle then skip with upsample
public class Sr : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 12, 3, padding: 1);
    private readonly PixelShuffle ps = PixelShuffle(2);

    public Sr()
        : base("s")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        ps.call(c.call(x)) + functional.interpolate(x, new long[] { x.shape[2] * 3, x.shape[3] * 3 }); // BUG
}

public static class Case
{
    public static Tensor Run() => new Sr().call(randn(1, 3, 16, 16));
}
