using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a13;

// BasicBlock via loop, stride helper, missing downsample
public class Block : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1,
        bn1,
        conv2,
        bn2;
    private readonly Module<Tensor, Tensor>? shortcut;

    public Block(int inC, int outC, int stride)
        : base("b")
    {
        conv1 = Conv2d(inC, outC, 3, stride, 1, bias: false);
        bn1 = BatchNorm2d(outC);
        conv2 = Conv2d(outC, outC, 3, 1, 1, bias: false);
        bn2 = BatchNorm2d(outC);
        if (inC != outC)
            shortcut = Sequential(Conv2d(inC, outC, 1, bias: false), BatchNorm2d(outC));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = functional.relu(bn1.call(conv1.call(x)));
        y = bn2.call(conv2.call(y));
        y = y + (shortcut != null ? shortcut.call(x) : x); // BUG
        return functional.relu(y);
    }
}

public class ResNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> stem,
        layer1,
        layer2,
        layer3,
        fc;
    private int inPlanes = 16;

    public ResNet()
        : base("r")
    {
        stem = Conv2d(3, 16, 3, padding: 1);
        layer1 = MakeLayer(16, 2, 1);
        layer2 = MakeLayer(32, 2, 2);
        layer3 = MakeLayer(64, 2, 2);
        fc = Linear(64, 10);
        RegisterComponents();
    }

    private Module<Tensor, Tensor> MakeLayer(int planes, int blocks, int stride)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        var strides = new List<int> { stride };
        for (int i = 1; i < blocks; i++)
            strides.Add(1);
        foreach (var s in strides)
        {
            layers.Add(new Block(inPlanes, planes, s));
            inPlanes = planes;
        }
        return Sequential(layers);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(stem.call(x));
        x = layer3.call(layer2.call(layer1.call(x)));
        x = functional.avg_pool2d(x, 8);
        return fc.call(x.view(x.size(0), -1));
    }
}

public static class Case
{
    public static Tensor Run() => new ResNet().call(randn(2, 3, 32, 32));
}
