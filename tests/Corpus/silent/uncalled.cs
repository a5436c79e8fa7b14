using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Networks that nobody calls: what their layers ask for is right.

class Se : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> pool,
        fc1,
        fc2;

    public Se(int c, int r)
        : base("")
    {
        pool = AdaptiveAvgPool2d(1);
        fc1 = Linear(c, c / r);
        fc2 = Linear(c / r, c);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = pool.call(x);
        y = y.flatten(1);
        y = fc2.call(fc1.call(y)).sigmoid();
        y = y.unsqueeze(-1).unsqueeze(-1);
        return x * y;
    }
}

// One image, without a batch.
class Single : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv = Conv2d(3, 8, 3, padding: 1),
        fc = Linear(64, 5);

    public Single()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = conv.call(x);
        x = x.view(8, -1);
        return fc.call(x.mm(x.t())[0].repeat(8));
    }
}

class Batching : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv = Conv2d(3, 8, 3),
        norm = BatchNorm2d(8),
        fc = Linear(8, 5);

    public Batching()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = conv.call(x).unsqueeze(0);
        x = norm.call(x);
        return fc.call(x.mean(new long[] { 2, 3 }));
    }
}

class Either : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv = Conv2d(3, 8, 3),
        fc = Linear(192, 5);

    public Either()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        if (x.Dimensions == 2)
            return fc.call(x);
        return conv.call(x);
    }
}

class Mixed : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv = Conv2d(3, 16, 3, padding: 1),
        tokens = Linear(16, 5);

    public Mixed()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = conv.call(x);
        return tokens.call(y.flatten(-2).transpose(-1, -2));
    }
}

class Gram : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv = Conv2d(3, 16, 3),
        fc = Linear(256, 5);

    public Gram()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = conv.call(x).flatten(1);
        return fc.call(y.mm(y.t()).flatten());
    }
}

class Optional : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor>? proj;
    readonly Module<Tensor, Tensor> fc;
    readonly int width;

    public Optional(int width, int project = 0)
        : base("")
    {
        this.width = width;
        if (project > 0)
            proj = Linear(width, project);
        fc = Linear(project > 0 ? project : width, 3);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        if (proj is not null)
            x = proj.call(x);
        return fc.call(x);
    }
}

class Settings
{
    public int Width { get; set; } = 8;
    public int Heads { get; set; } = 2;
    public virtual int Out => 4;
}

class Configured : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a,
        b;

    public Configured(Settings s)
        : base("")
    {
        a = Linear(s.Width, s.Width * 2);
        s.Width = s.Width * 2;
        b = Linear(s.Width, s.Out);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => b.call(a.call(x));
}

class Constructed : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a,
        b;

    public Constructed(int k)
        : base("")
    {
        a = Linear(k, k);
        b = Linear(k, 1);
        RegisterComponents();
    }

    public Constructed(int k, int m)
        : base("")
    {
        a = Linear(k, m);
        b = Linear(m, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => b.call(a.call(x));
}
