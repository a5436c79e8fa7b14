using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d27;

// unsqueeze missing: single image to conv -> BatchNorm2d on 3D
public class Net : Module<Tensor, Tensor>
{
    readonly Conv2d c = Conv2d(3, 8, 3);
    readonly BatchNorm2d b = BatchNorm2d(8);

    public Net()
        : base("n")
    {
        RegisterComponents();
        eval();
    }

    public override Tensor forward(Tensor x) => b.call(c.call(x)).relu(); // BUG
}

public static class Case
{
    public static Tensor Run()
    {
        var img = zeros(32, 32, 3, dtype: ScalarType.Byte);
        var x = img.permute(2, 0, 1).to(ScalarType.Float32) / 255f;
        return new Net().call(x);
    }
}
