using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public static class B
{
    // SHG1003
    static Tensor conv1() => functional.conv2d(zeros(4, 3, 10, 10), zeros(1, 3, 3, 3)); // (4,1,8,8)

    static Tensor conv64() => functional.conv2d(zeros(4, 3, 10, 10), zeros(64, 3, 3, 3)); // (4,64,8,8)

    public static Tensor T01() => conv1().view(-1, 1);

    public static Tensor T02() => conv64().view(-1, 8 * 8).softmax(1).view(4, 64, 8, 8);

    public static Tensor T03() => conv64().view(-1, 4 * 64 * 8 * 8);

    public static Tensor T03b()
    {
        var x = conv64();
        return x.reshape(-1, x.numel());
    }

    public static Tensor T04() => functional.conv2d(zeros(5, 3, 7, 7), zeros(3, 3, 3, 3)).reshape(-1, 75).abs().amax(new long[] { 1 });

    public static Tensor T05() =>
        functional
            .conv2d(zeros(64, 3, 7, 7), zeros(3, 3, 3, 3))
            .reshape(-1, 64)
            .abs()
            .amax(new long[] { 1 }, keepdim: true)
            .expand(-1, 64)
            .reshape(64, 3, 5, 5);

    public static Tensor T06() => functional.mse_loss(arange(8).to(float32).unsqueeze(1), arange(8).to(float32), Reduction.None);

    public static Tensor T07() => functional.l1_loss(zeros(8, 1), zeros(8), Reduction.None).amin(new long[] { 1 });

    public static Tensor T08() => L8(zeros(3, 1));

    static Tensor L8([Shape("N", 1)] Tensor x)
    {
        if (x.shape[0] == 1)
            throw new ArgumentException();
        return x.squeeze();
    }

    static Tensor L8b([Shape("N", 1)] Tensor x) => x.squeeze().sum();

    static Tensor L8c([Shape("N", 1)] Tensor x) => x.squeeze().reshape(-1, 1);

    static Tensor L8e([Shape("batch", 1, 1)] Tensor x) => x.squeeze().view(x.shape[0]);

    public static Tensor T09() => L8b(zeros(1, 1)) + L8c(zeros(1, 1)).sum() + L8e(zeros(1, 1, 1)).sum();

    public static float L8f([Shape("N", 1)] Tensor x) => x.mean(new long[] { 0 }, keepdim: true).squeeze().item<float>();

    // spatial per-pixel rows after conv with channel=1
    public class Seg : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 1, 3, padding: 1L);

        public Seg()
            : base("s")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => c.call(x).view(-1, 1);
    }

    public static Tensor T10() => new Seg().call(zeros(2, 3, 8, 8));

    // patches: H*W == C
    public class Vit : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 16, 8, stride: 8L);

        public Vit()
            : base("s")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var f = c.call(x);
            var att = f.reshape(-1, f.shape[2] * f.shape[3]).softmax(-1).view_as(f);
            return att;
        }
    }

    public static Tensor T11() => new Vit().call(zeros(2, 3, 32, 32));

    public static Tensor T12() => functional.max_pool2d(zeros(6, 4, 6, 6), 2).reshape(-1, 8).amax(new long[] { 1 }).sum();

    // audio frames
    public static Tensor T13() => functional.conv1d(zeros(3, 1, 100), zeros(1, 1, 1)).view(-1, 50).mean(new long[] { 1 });

    public static Tensor T14() => functional.conv1d(zeros(3, 1, 100), zeros(1, 1, 1)).view(-1, 20).mean(new long[] { 1 });

    public static Tensor T15() => functional.conv1d(zeros(3, 10, 10), zeros(10, 10, 1)).view(-1, 10);

    // sequence folding with time in batch: (T*B, C,H,W)
    public static Tensor T16() => functional.conv2d(zeros(5 * 4, 3, 8, 8), zeros(6, 3, 3, 3)).view(-1, 5, 6, 6, 6).mean(new long[] { 1 });

    public static Tensor T17() => functional.conv2d(zeros(5 * 4, 3, 8, 8), zeros(6, 3, 3, 3)).view(-1, 5 * 6 * 6 * 6);

    public static Tensor T18() => functional.conv2d(zeros(20, 3, 8, 8), zeros(6, 3, 3, 3)).view(-1, 20 * 6 * 6 * 6);

    public static Tensor T19()
    {
        var y = functional.conv2d(zeros(2, 3, 8, 8), zeros(6, 3, 3, 3));
        return functional.mse_loss(y.view(-1, 2 * 6 * 6 * 6), zeros(1, 432));
    }

    // style transfer gram, batch 1/2
    public static Tensor T20()
    {
        var y = functional.conv2d(zeros(1, 3, 8, 8), zeros(6, 3, 3, 3));
        var g = y.view(-1, 36);
        return g.mm(g.t());
    }

    public static Tensor T21()
    {
        var y = functional.conv2d(zeros(2, 3, 10, 10), zeros(64, 3, 3, 3));
        var g = y.view(-1, 64);
        return g.mm(g.t());
    }

    // group norm by hand, contrastive pairs
    public static Tensor T22() => functional.conv2d(zeros(8, 3, 8, 8), zeros(6, 3, 3, 3)).view(-1, 2 * 6 * 6 * 6).view(-1, 2, 216);

    // modules
    public static Tensor T30()
    {
        var fc = Linear(10, 20);
        fc.weight = new Parameter(zeros(30, 10));
        fc.bias = new Parameter(zeros(30));
        return fc.call(zeros(2, 10)).view(2, 30);
    }

    public static Tensor T31()
    {
        var e = Embedding(10, 20);
        e.weight = new Parameter(zeros(10, 50));
        return e.call(zeros(2, 3, dtype: int64)).view(2, 3, 50);
    }

    public static Tensor T32()
    {
        var fc = Linear(10, 20);
        fc.register_forward_hook((m, i, o) => o.view(2, 4, 5));
        return fc.call(zeros(2, 10)).permute(0, 2, 1);
    }

    public static Tensor T33()
    {
        var fc = Linear(10, 20);
        fc.register_forward_pre_hook((m, i) => i.flatten(1));
        return fc.call(zeros(2, 2, 5));
    }

    public class Bk
    {
        public readonly Sequential layers = Sequential(("a", Linear(10, 20)));

        public Tensor Run() => layers.call(zeros(1, 10)).view(1, 30);
    }

    public static Tensor T35()
    {
        var b = new Bk();
        b.layers.append("b", Linear(20, 30));
        return b.Run();
    }

    public class Bs : Module<Tensor, Tensor>
    {
        public Bs()
            : base("b") { }

        public override Tensor forward(Tensor x) => x.flatten(1);
    }

    public class Ds : Bs
    {
        public new Tensor forward(Tensor x) => x.view(5);
    }

    public static Tensor T37() => new Ds().call(zeros(2, 3, 4));

    public static Tensor T39()
    {
        var l = ModuleList<Module<Tensor, Tensor>>(Linear(3, 4), Linear(4, 5));
        l.RemoveAt(1);
        l[0] = Linear(3, 7);
        var x = zeros(2, 3);
        foreach (var m in l)
            x = m.call(x);
        return x.view(14);
    }

    public static Tensor T40()
    {
        var l = ModuleList<Linear>();
        for (int i = 0; i < 3; i++)
            l.append(Linear(3 + i, 4 + i));
        var x = zeros(2, 3);
        foreach (var m in l)
            x = m.call(x);
        return x.view(12);
    }

    public static Tensor T41()
    {
        var d = ModuleDict<Linear>(("a", Linear(3, 4)), ("b", Linear(4, 5)));
        d["a"] = Linear(3, 9);
        return d["a"].call(zeros(1, 3)).view(9);
    }

    public static Tensor T44()
    {
        var s = Sequential(Linear(10, 20), Linear(20, 30));
        var (n, m) = s.named_children().First();
        return ((Linear)m).call(zeros(2, 10)).view(2, 20);
    }

    public static Tensor T46()
    {
        var s = Sequential(Linear(10, 20));
        s.register_module("zz", Linear(20, 30));
        return s.call(zeros(2, 10)).view(60);
    }

    public static Tensor T46b()
    {
        var s = Sequential(Linear(10, 20));
        s.add_module("zz", Linear(20, 30));
        return s.call(zeros(2, 10)).view(40);
    }

    public static Tensor T47()
    {
        var g = GRU(8, 16, batchFirst: true);
        var (o, h) = g.call(zeros(2, 5, 8));
        return o[.., ^1, ..].view(2, 16) + h[0];
    }

    public static Tensor T48()
    {
        var g = LSTM(8, 16, numLayers: 2, bidirectional: true);
        var (o, h, c) = g.call(zeros(5, 2, 8), (zeros(4, 2, 16), zeros(4, 2, 16)));
        return cat(new[] { h[-2], h[-1] }, 1).view(2, 32);
    }

    public static Tensor T49()
    {
        var g = nn.RNN(8, 16);
        var (o, h) = g.call(zeros(5, 2, 8), null);
        return o.view(5, 2, 16);
    }

    public static Tensor T51()
    {
        var c = GRUCell(8, 16);
        Tensor? h = null;
        for (int i = 0; i < 3; i++)
            h = c.call(zeros(2, 8), h);
        return h!;
    }

    public static Tensor T56()
    {
        var x = zeros(2, 1, 3);
        x.squeeze_(1);
        return x.matmul(zeros(3, 5));
    }

    public static Tensor T57()
    {
        var x = zeros(2, 3);
        x.set_(zeros(4, 5));
        return x.matmul(zeros(5, 5));
    }

    public static Tensor T58()
    {
        var p = new Parameter(zeros(2, 3));
        p.unsqueeze_(0);
        return p.permute(0, 2, 1);
    }

    public static Tensor T59()
    {
        var l = new List<Tensor> { zeros(2, 3) };
        l[0].unsqueeze_(0);
        return l[0].permute(0, 2, 1);
    }

    public static Tensor T60()
    {
        var l = new[] { zeros(2, 3) };
        foreach (var t in l)
            t.unsqueeze_(0);
        return l[0].permute(0, 2, 1);
    }

    public static Tensor T61()
    {
        var q = new Queue<Tensor>();
        q.Enqueue(zeros(2, 3));
        q.Peek().unsqueeze_(0);
        return q.Dequeue().permute(0, 2, 1);
    }

    public class H62
    {
        public Tensor X = zeros(2, 3);

        public void U() => X.unsqueeze_(0);
    }

    public static Tensor T62()
    {
        var h = new H62();
        h.U();
        return h.X.permute(0, 2, 1);
    }

    public static Tensor T63()
    {
        var x = zeros(2, 3);
        void U() => x.unsqueeze_(0);
        U();
        return x.permute(0, 2, 1);
    }

    public static Tensor T64()
    {
        var x = zeros(2, 3);
        Action u = () => x.unsqueeze_(0);
        u();
        return x.permute(0, 2, 1);
    }

    public static Tensor T65()
    {
        var x = zeros(2, 3);
        new[] { x }.ToList().ForEach(t => t.unsqueeze_(0));
        return x.permute(0, 2, 1);
    }

    public static Tensor T66()
    {
        var x = zeros(2, 3);
        x.transpose_(0, 1);
        return x.mm(zeros(2, 2));
    }
}

public class Cv : Module<Tensor, Tensor>
{
    readonly Conv2d c;
    readonly Func<Tensor, Tensor> f;

    public Cv(int ch, Func<Tensor, Tensor> f)
        : base("s")
    {
        c = Conv2d(3, ch, 3, padding: 1L);
        this.f = f;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => f(c.call(x));
}

public static class B2
{
    public static Tensor T01() => new Cv(1, y => y.view(-1, 1)).call(zeros(4, 3, 8, 8));

    public static Tensor T02() => new Cv(64, y => y.view(-1, 8 * 8).softmax(1).view(4, 64, 8, 8)).call(zeros(4, 3, 8, 8));

    public static Tensor T03() => new Cv(64, y => y.view(-1, 4 * 64 * 8 * 8)).call(zeros(4, 3, 8, 8));

    public static Tensor T03b() => new Cv(64, y => y.reshape(-1, y.numel()).norm()).call(zeros(4, 3, 8, 8));

    public static Tensor T04() =>
        new Cv(3, y => y.reshape(-1, 64).abs().amax(new long[] { 1 }, keepdim: true).expand(-1, 64).reshape(64, 3, 5, 5)).call(
            zeros(64, 3, 5, 5)
        );

    public static Tensor T05() => new Cv(4, y => y.reshape(-1, 8).amax(new long[] { 1 }).sum()).call(zeros(4, 3, 5, 6));

    public static Tensor T06() => new Cv(6, y => y.view(-1, 5, 6, 6, 6).mean(new long[] { 1 })).call(zeros(20, 3, 6, 6));

    public static Tensor T07() => new Cv(6, y => y.view(-1, 5 * 6 * 6 * 6)).call(zeros(20, 3, 6, 6));

    public static Tensor T08() => new Cv(6, y => y.view(-1, 2 * 6 * 6 * 6).view(-1, 2, 216)).call(zeros(2, 3, 6, 6));

    public static Tensor T09() =>
        new Cv(
            64,
            y =>
            {
                var g = y.view(-1, 64);
                return g.mm(g.t());
            }
        ).call(zeros(2, 3, 8, 8));

    public static Tensor T10() => new Cv(2, y => y.permute(0, 2, 3, 1).reshape(-1, 2)).call(zeros(2, 3, 8, 8));

    public static Tensor T11() => new Cv(8, y => y.transpose(1, 3).reshape(-1, 8)).call(zeros(2, 3, 8, 8));

    public static Tensor T12() => new Cv(8, y => y.permute(1, 0, 2, 3).reshape(8, -1).mean(new long[] { 1 })).call(zeros(2, 3, 8, 8));

    public static Tensor T13() => new Cv(8, y => y.permute(2, 3, 0, 1).reshape(-1, 2 * 8)).call(zeros(2, 3, 8, 8));

    public static Tensor T14() => new Cv(8, y => y.unsqueeze(0).view(-1, 10, 8, 8, 8)).call(zeros(10, 3, 8, 8));

    public static Tensor T15() => new Cv(8, y => y.narrow(0, 0, 1).squeeze().permute(1, 2, 0)).call(zeros(10, 3, 8, 8));

    public static Tensor T16() => new Cv(8, y => y.squeeze().permute(1, 2, 0)).call(zeros(1, 3, 8, 8));

    public static Tensor T17() => new Cv(1, y => y.squeeze()).call(zeros(1, 3, 8, 8));

    public static Tensor T18() => new Cv(8, y => y.view(-1, 8, 64).transpose(1, 2).reshape(-1, 8)).call(zeros(2, 3, 8, 8));

    public static Tensor T19() => new Cv(1, y => y.mean(new long[] { 2, 3 }).view(-1, 1)).call(zeros(2, 3, 8, 8));

    public static Tensor T20() => new Cv(8, y => y.view(-1, 8, 8).unbind(0)[3].view(-1, 8)).call(zeros(2, 3, 8, 8));

    public static Tensor T21() => new Cv(8, y => y.chunk(2, 0)[0].view(-1, 8, 2, 4)).call(zeros(2, 3, 8, 8));

    public static Tensor T22() =>
        new Cv(3, y => y.unfold(2, 4, 4).unfold(3, 4, 4).permute(0, 2, 3, 1, 4, 5).reshape(-1, 48)).call(zeros(2, 3, 8, 8));

    public static Tensor T23() => new Cv(3, y => y.unfold(2, 4, 4).reshape(-1, 3)).call(zeros(2, 3, 8, 8));

    public static Tensor T24() =>
        new Cv(
            2,
            y =>
            {
                var m = y.view(-1, 2 * 2 * 64);
                var mean = m.mean();
                return (y - mean);
            }
        ).call(zeros(2, 3, 8, 8));

    public static Tensor T25() =>
        new Cv(
            3,
            y => functional.mse_loss(y.mean(new long[] { 1, 2, 3 }).unsqueeze(1), y.mean(new long[] { 1, 2, 3 }), Reduction.None)
        ).call(zeros(4, 3, 8, 8));
}
