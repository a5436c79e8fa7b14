using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_d03;

// multi head, x captured and reassigned in a lambda
public class Head : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(16, 4);

    public Head()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.call(x);
}

public class Net : Module<Tensor, Tensor>
{
    private readonly ModuleList<Head> heads = ModuleList(Enumerable.Range(0, 3).Select(_ => new Head()).ToArray());
    private readonly Linear proj = Linear(16, 16);

    public Net()
        : base("n")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = cat(heads.Select(h => h.call(x)).ToArray(), -1);
        return proj.call(x); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 16));
}
