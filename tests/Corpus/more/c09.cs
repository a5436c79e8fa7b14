using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c09;

// static helper, conv-bn-relu, wrong kernel/padding in inception branch
public class Inception : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> b1,
        b2,
        b3,
        b4;

    private static Module<Tensor, Tensor> Cbr(long i, long o, long k, long s = 1, long p = 0) =>
        Sequential(Conv2d(i, o, k, s, p), BatchNorm2d(o), ReLU());

    public Inception(long i)
        : base("i")
    {
        b1 = Cbr(i, 64, 1);
        b2 = Sequential(Cbr(i, 96, 1), Cbr(96, 128, 3, p: 1));
        b3 = Sequential(Cbr(i, 16, 1), Cbr(16, 32, 5, p: 1));
        b4 = Sequential(MaxPool2d(3, 1, 1), Cbr(i, 32, 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => cat(new List<Tensor> { b1.call(x), b2.call(x), b3.call(x), b4.call(x) }, 1); // BUG
}

public static class Case
{
    public static Tensor Run() => new Inception(192).call(randn(1, 192, 28, 28));
}
