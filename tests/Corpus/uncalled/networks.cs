using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Networks that nobody calls: what their layers ask for is wrong whatever comes.

class Mlp : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Linear(784, 128),
        b = Linear(256, 10);

    public Mlp()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x));
        return b.call(x); // BUG
    }
}

class Cnn : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Conv2d(1, 32, 5),
        b = Conv2d(64, 64, 5);

    public Cnn()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x));
        return b.call(x); // BUG
    }
}

class Cnn2 : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Conv2d(1, 32, 5),
        b = Conv2d(32, 64, 5),
        fc = Linear(1000, 10);

    public Cnn2()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x));
        x = functional.max_pool2d(functional.relu(b.call(x)), 2);
        x = x.flatten(1);
        return fc.call(x); // BUG
    }
}

class Seq : Module<Tensor, Tensor>
{
    readonly Sequential s = Sequential(
        ("c", Conv2d(3, 16, 3)),
        ("bn", BatchNorm2d(16)),
        ("r", ReLU()),
        ("p", MaxPool2d(2)),
        ("c2", Conv2d(32, 32, 3)) // BUG
    );

    public Seq()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => s.call(x);
}

class Emb : Module<Tensor, Tensor>
{
    readonly Embedding e = Embedding(1000, 64);
    readonly TorchSharp.Modules.LSTM l = LSTM(64, 128, batchFirst: true);
    readonly TorchSharp.Modules.Linear fc = Linear(64, 10);

    public Emb()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = e.call(x);
        var (o, _, _) = l.call(h);
        return fc.call(o); // BUG
    }
}

class Res : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Conv2d(64, 64, 3, padding: 1),
        b = BatchNorm2d(64),
        c = Conv2d(64, 128, 3, padding: 1);

    public Res()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = b.call(a.call(x));
        y = c.call(y);
        return y + x; // BUG
    }
}

class Norm : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Linear(64, 32),
        b = LayerNorm(64);

    public Norm()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = a.call(x);
        return b.call(y); // BUG
    }
}

class View : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Conv2d(1, 32, 5),
        b = Conv2d(32, 64, 5),
        fc = Linear(1000, 10);

    public View()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x));
        x = functional.max_pool2d(functional.relu(b.call(x)), 2);
        x = x.view(x.shape[0], -1);
        return fc.call(x); // BUG
    }
}

class Bn : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a = Conv2d(3, 32, 5),
        n = BatchNorm2d(32),
        fc = Linear(48, 10);

    public Bn()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = n.call(a.call(x));
        x = x.mean(new long[] { 2, 3 });
        return fc.call(x); // BUG
    }
}

class Two : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> a,
        n;

    public Two(int k)
        : base("")
    {
        a = Conv2d(3, k, 3);
        n = Conv2d(k + 1, 4, 3);
        RegisterComponents();
    }

    public Two()
        : this(8) { }

    public override Tensor forward(Tensor x)
    {
        return n.call(a.call(x)); // BUG
    }
}

class Ae : Module<Tensor, Tensor>
{
    readonly Sequential enc = Sequential(Linear(784, 64), ReLU(), Linear(64, 16)),
        dec = Sequential(Linear(32, 64), ReLU(), Linear(64, 784)); // BUG

    public Ae()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return dec.call(enc.call(x));
    }
}

class Lm : Module<Tensor, Tensor>
{
    readonly Embedding tok,
        pos;
    readonly LayerNorm ln;
    readonly Linear head;
    int t;

    public Lm(int vocab, int ctx, int d)
        : base("")
    {
        tok = Embedding(vocab, d);
        pos = Embedding(ctx, d);
        ln = LayerNorm(new long[] { d });
        head = Linear(2 * d, vocab);
        RegisterComponents();
    }

    public override Tensor forward(Tensor idx)
    {
        var t = idx.shape[1];
        var x = tok.call(idx) + pos.call(arange(t));
        return head.call(ln.call(x)); // BUG
    }
}

class Un : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> d1,
        d2,
        up,
        c;

    public Un()
        : base("")
    {
        d1 = Conv2d(1, 16, 3, padding: 1);
        d2 = Conv2d(16, 32, 3, stride: 2, padding: 1);
        up = ConvTranspose2d(32, 16, 2, stride: 2);
        c = Conv2d(16, 1, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var a = d1.call(x);
        var b = d2.call(a);
        var u = up.call(b);
        return c.call(cat(new[] { a, u }, 1)); // BUG
    }
}

class Siam : Module<Tensor, Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> e = Conv1d(4, 8, 3),
        h = Linear(9, 1);

    public Siam()
        : base("")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor a, Tensor b)
    {
        var x = e.call(a).mean(new long[] { -1 });
        var y = e.call(b).mean(new long[] { -1 });
        return h.call((x - y).abs()); // BUG
    }
}
