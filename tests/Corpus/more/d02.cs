using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d02;

public class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(10, 3);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.call(x); // BUG
}

public static class Case
{
    public static Tensor Run()
    {
        var net = new Net();
        net.to(CPU);
        net.train();
        net.to(ScalarType.Float32);
        return net.call(zeros(2, 9));
    }
}
