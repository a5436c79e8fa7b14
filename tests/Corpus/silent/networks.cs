using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public static class P
{
    public static Tensor See(Tensor t) => t;
}

public class MHA : Module<Tensor, Tensor>
{
    readonly Linear qkv,
        o;
    readonly int h;

    public MHA(int d, int heads)
        : base("m")
    {
        h = heads;
        qkv = Linear(d, 3 * d);
        o = Linear(d, d);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
        var p = qkv.call(x).chunk(3, -1);
        Tensor S(Tensor t) => t.view(B, T, h, C / h).transpose(1, 2);
        var (q, k, v) = (S(p[0]), S(p[1]), S(p[2]));
        var att = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(C / h);
        att = att.masked_fill(tril(ones(T, T)) == 0, float.NegativeInfinity).softmax(-1);
        return o.call(att.matmul(v).transpose(1, 2).contiguous().view(B, T, C));
    }
}

public class VAE : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    readonly Linear f1 = Linear(784, 400),
        mu = Linear(400, 20),
        lv = Linear(400, 20),
        f3 = Linear(20, 400),
        f4 = Linear(400, 784);

    public VAE()
        : base("v")
    {
        RegisterComponents();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var h = functional.relu(f1.call(x.view(-1, 784)));
        var (m, l) = (mu.call(h), lv.call(h));
        var z = m + randn_like(l) * (l * 0.5).exp();
        return (f4.call(f3.call(z).relu()).sigmoid(), m, l);
    }
}

public class UNet : Module<Tensor, Tensor>
{
    readonly ModuleList<Sequential> dn = ModuleList<Sequential>(),
        up = ModuleList<Sequential>();
    readonly ModuleList<ConvTranspose2d> tr = ModuleList<ConvTranspose2d>();
    readonly Conv2d last;
    readonly MaxPool2d pool = MaxPool2d(2);

    static Sequential Blk(int i, int o) => Sequential(Conv2d(i, o, 3, padding: 1L), BatchNorm2d(o), ReLU());

    public UNet(int ch = 3, params int[] fs)
        : base("u")
    {
        if (fs.Length == 0)
            fs = new[] { 8, 16 };
        int c = ch;
        foreach (var f in fs)
        {
            dn.append(Blk(c, f));
            c = f;
        }
        foreach (var f in fs.Reverse())
        {
            tr.append(ConvTranspose2d(c, f, 2, stride: 2L));
            up.append(Blk(2 * f, f));
            c = f;
        }
        last = Conv2d(c, 1, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var sk = new Stack<Tensor>();
        foreach (var d in dn)
        {
            x = d.call(x);
            sk.Push(x);
            x = pool.call(x);
        }
        for (int i = 0; i < up.Count; i++)
        {
            x = tr[i].call(x);
            x = up[i].call(cat(new[] { sk.Pop(), x }, 1));
        }
        return last.call(x);
    }
}

public class DQN : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> conv,
        head;

    public DQN(int a)
        : base("d")
    {
        conv = Sequential(
            Conv2d(4, 32, 8, stride: 4L),
            ReLU(),
            Conv2d(32, 64, 4, stride: 2L),
            ReLU(),
            Conv2d(64, 64, 3),
            ReLU(),
            Flatten()
        );
        using var d = no_grad();
        var n = conv.call(zeros(1, 4, 84, 84)).shape[1];
        head = Sequential(Linear(n, 512), ReLU(), Linear(512, a));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => head.call(conv.call(x / 255.0));
}

public class Duel : Module<Tensor, Tensor>
{
    readonly Linear b = Linear(4, 8),
        v = Linear(8, 1),
        a = Linear(8, 2);

    public Duel()
        : base("d")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = b.call(x).relu();
        var ad = a.call(h);
        return v.call(h) + ad - ad.mean(new long[] { -1 }, keepdim: true);
    }
}

public class Ffn : Module<Tensor, Tensor>
{
    Module<Tensor, Tensor> fc;

    public Ffn()
        : base("f")
    {
        fc = Linear(4, 8);
        RegisterComponents();
    }

    public void Widen(int n)
    {
        fc = Linear(4, n);
    }

    public override Tensor forward(Tensor x) => fc.call(x);
}

public class Res : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> f;
    readonly Module<Tensor, Tensor>? sc;

    public Res(int i, int o, int st = 1)
        : base("r")
    {
        f = Sequential(Conv2d(i, o, 3, stride: st, padding: 1L), ReLU(), Conv2d(o, o, 3, padding: 1L));
        if (st != 1 || i != o)
            sc = Conv2d(i, o, 1, stride: st);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => f.call(x) + (sc is null ? x : sc.call(x));
}

public class KV
{
    (Tensor k, Tensor v)? c;

    public (Tensor, Tensor) Add(Tensor k, Tensor v)
    {
        c = c is { } o ? (cat(new[] { o.k, k }, 2), cat(new[] { o.v, v }, 2)) : (k, v);
        return c.Value;
    }
}

public class VQ
{
    readonly Tensor cb = randn(32, 8);

    public Tensor Q(Tensor z)
    {
        var f = z.permute(0, 2, 3, 1).contiguous();
        var flat = f.view(-1, 8);
        var d = flat.pow(2).sum(1, keepdim: true) + cb.pow(2).sum(1) - 2 * flat.matmul(cb.t());
        return cb[d.argmin(1)].view(f.shape).permute(0, 3, 1, 2);
    }
}

public class Seq2 : Module<Tensor, Tensor>
{
    readonly Embedding e = Embedding(50, 8);
    readonly LSTM l;
    readonly Linear o;
    readonly bool bf;

    public Seq2(bool bf, bool bi = false)
        : base("s")
    {
        this.bf = bf;
        l = LSTM(8, 16, batchFirst: bf, bidirectional: bi);
        o = Linear(bi ? 32 : 16, 5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (y, h, c) = l.call(e.call(x));
        return o.call(bf ? y[TensorIndex.Colon, -1] : y[-1]);
    }
}

public static class E
{
    public static Tensor T01() => new MHA(16, 4).call(randn(2, 5, 16));

    public static Tensor T02() => new VAE().call(rand(3, 1, 28, 28)).Item1;

    public static Tensor T03() => new UNet().call(randn(2, 3, 32, 32)) + new UNet(1, 4, 8, 16).call(randn(2, 1, 32, 32));

    public static Tensor T04()
    {
        var n = new DQN(6);
        var q = n.call(randn(5, 4, 84, 84)).gather(1, zeros(5, 1, dtype: int64)).squeeze(1);
        var (m, _) = n.call(randn(5, 4, 84, 84)).max(1);
        return functional.smooth_l1_loss(q, ones(5) + 0.99 * m * (1 - zeros(5)));
    }

    public static Tensor T05()
    {
        var d = new Duel();
        return d.call(randn(4)).view(2) + d.call(randn(3, 4)).sum(0); // HINT
    }

    public static Tensor T06()
    {
        var f = new Ffn();
        f.Widen(12);
        return f.call(zeros(2, 4)).view(24);
    }

    public static Tensor T08() =>
        Sequential(new Res(3, 8, 2), new Res(8, 8), Flatten(), Linear(8 * 8 * 8, 4)).call(zeros(2, 3, 16, 16)).view(8);

    public static Tensor T09()
    {
        var kv = new KV();
        Tensor k = null!;
        for (int t = 0; t < 5; t++)
        {
            (k, var v) = kv.Add(zeros(1, 2, 1, 4), zeros(1, 2, 1, 4));
        }
        return k.view(1, 2, 5, 4);
    }

    public static Tensor T10() => new VQ().Q(randn(2, 8, 4, 4)).view(2, 8, 16);

    public static Tensor T11() =>
        new Seq2(true).call(zeros(3, 7, dtype: int64))
        + new Seq2(false).call(zeros(7, 3, dtype: int64))
        + new Seq2(true, true).call(zeros(3, 7, dtype: int64));

    public static Tensor T12()
    {
        var x = zeros(3, 32, 32);
        return Conv2d(3, 8, 3).call(x).view(8, 30, 30);
    }

    public static Tensor T13()
    {
        var x = zeros(3, 32);
        return Conv1d(3, 8, 3).call(x).view(8, 30) + BatchNorm1d(8).call(zeros(30, 8)).t();
    }

    public static Tensor T14() =>
        einsum("bhid,bhjd->bhij", zeros(2, 4, 5, 8), zeros(2, 4, 7, 8))
        + einsum("ii->i", zeros(7, 7))
        + einsum("ij,jk", zeros(5, 2), zeros(2, 7))
        + einsum("...i,i->...", zeros(5, 7, 3), zeros(3)).sum();

    public static Tensor T15()
    {
        var x = zeros(4, 5, 6);
        return x[.., TensorIndex.None, 1..^1].view(4, 1, 3, 6)
            + x[TensorIndex.Ellipsis, 0].view(4, 5, 1, 1)[.., ..3].view(4, 1, 3, 1)
            + x[x.shape[0] - 1, ^1].view(6)
            + x[TensorIndex.Slice(1, null, 2)].sum();
    }

    public static Tensor T16()
    {
        var x = arange(12).view(3, 4);
        var m = x > 5;
        return x[m].view(2, 3)
            + x[tensor(new long[] { 0, 2 })].view(2, 4)[.., ..3]
            + x[TensorIndex.Tensor(tensor(new[] { true, false, true }))].view(2, 4)[.., 1..];
    }

    public static Tensor T17()
    {
        var x = zeros(10, 3);
        var (a, b) = (x.split(4)[2], x.chunk(4)[3]);
        return a.view(2, 3)[..1] + b.view(1, 3) + x.split(new long[] { 1, 9 })[0] + x.tensor_split(3, 0)[0][..1];
    }

    public static Tensor T18()
    {
        var x = zeros(0, 3);
        return cat(new[] { zeros(0), x, zeros(2, 3) }).view(6)
            + x.sum()
            + zeros(0, 5).view(-1, 5).sum()
            + x.mean().nan_to_num()
            + x.flatten().sum();
    }

    public static Tensor T19() =>
        functional.pad(zeros(2, 3, 4, 4), (1, 2)).view(2, 3, 4, 7)
        + functional.pad(zeros(2, 3, 4, 4), new long[] { 1, 2, 0, 0 }, PaddingModes.Reflect);

    public static Tensor T20()
    {
        using var d = NewDisposeScope();
        var x = zeros(2, 3);
        var y = x;
        y = y.t();
        return (x.matmul(y) + eye(2)).MoveToOuterDisposeScope();
    }

    public static Tensor T21()
    {
        var ds = Enumerable.Range(0, 10).Select(i => (x: zeros(3), y: i)).ToList();
        var b = ds.Chunk(4).Select(c => stack(c.Select(s => s.x))).ToList();
        return cat(b.ToArray()).view(10, 3) + b.Last().sum() + b[2].view(2, 3).sum();
    }

    public static Tensor T22()
    {
        var opt = optim.SGD(Linear(2, 3).parameters(), 0.1);
        var l = Linear(2, 3);
        foreach (var (n, p) in l.named_parameters())
        {
            if (p.ndim == 2)
                p.view(6);
            else
                p.view(3);
        }
        return l.weight.view(6) + l.bias!.repeat(2);
    }

    public static Tensor T23() =>
        functional.cross_entropy(zeros(4, 5, 8, 8), zeros(4, 8, 8, dtype: int64))
        + functional.cross_entropy(zeros(5), tensor(3L))
        + functional.nll_loss(zeros(4, 5), zeros(4, dtype: int64))
        + functional.binary_cross_entropy(zeros(4, 1) + 0.5, zeros(4, 1))
        + functional.cross_entropy(zeros(4, 5), zeros(4, 5));

    public static Tensor T24() =>
        functional.interpolate(zeros(2, 3, 8, 8), scale_factor: new double[] { 2, 2 }).view(2, 3, 16, 16)
        + functional.interpolate(zeros(2, 3, 5, 5), size: new long[] { 16, 16 })
        + functional.adaptive_avg_pool2d(zeros(2, 3, 9, 7), 1)
        + functional.max_pool2d(zeros(2, 3, 33, 33), 2);

    public static Tensor T25()
    {
        var x = zeros(2, 3, 4);
        x[0] = 1;
        x[.., 1] = zeros(4);
        x[1, 2] = zeros(1);
        x.index_put_(zeros(4), tensor(0L), tensor(1L));
        x[TensorIndex.Ellipsis, 0] += 1;
        x.add_(1).mul_(zeros(3, 1));
        return x.view(24);
    }

    public static Tensor T26()
    {
        var x = randn(3, 4);
        var (v, i) = x.topk(2);
        var (s, j) = x.sort();
        var (u, sv, vh) = linalg.svd(x, false);
        var (q, r) = linalg.qr(x);
        return v.view(6) + i.view(6) + u.mm(diag(sv)).mm(vh).view(12)[..6] + q.mm(r).view(3, 4).flatten()[6..];
    }

    public static Tensor T27()
    {
        Module<Tensor, Tensor> m = Linear(3, 4);
        if (m is Linear l)
            return l.call(zeros(2, 3)).view(8);
        return m.call(zeros(1));
    }

    public static Tensor T28()
    {
        var m = (Module<Tensor, Tensor>)new Res(3, 3);
        var ms = new Dictionary<string, Func<int, Module<Tensor, Tensor>>> { ["r"] = c => new Res(c, c), ["l"] = c => Conv2d(c, 2 * c, 1) };
        var x = zeros(1, 3, 4, 4);
        foreach (var k in new[] { "r", "l", "r" })
            x = ms[k]((int)x.shape[1]).call(x);
        return x.view(6, 16) + m.call(zeros(1, 3, 4, 4)).sum();
    }

    public static Tensor T29()
    {
        var l = Linear(3, 3);
        var s = Sequential(l, ReLU(), l, ReLU(), l);
        return s.call(zeros(2, 3)).view(6);
    }

    public static Tensor T30()
    {
        var e = TransformerEncoder(TransformerEncoderLayer(16, 4), 2);
        var (o, w) = MultiheadAttention(16, 4).call(zeros(5, 2, 16), zeros(7, 2, 16), zeros(7, 2, 16));
        return e.call(zeros(5, 2, 16), null, null) + o + w.view(2, 5, 7).sum();
    }

    public static Tensor T31()
    {
        var x = zeros(6, 4);
        int n = (int)x.shape[0] / 4;
        return x[..(n * 4)].view(n, 4, 4).view(1, 16) + x.view(x.shape[0] / 2, -1)[0].sum();
    }

    public static Tensor T32()
    {
        var x = zeros(2, 3);
        var y = x as Tensor ?? throw new Exception();
        Tensor? z = null;
        z?.view(7);
        return (z ?? y).view(6);
    }

    public static Tensor T33()
    {
        var x = zeros(1, 3, 1);
        return x.squeeze().view(3)
            + x.squeeze(0).view(3, 1)[.., 0]
            + x.squeeze(1).view(3)
            + x.expand(2, -1, 4).sum()
            + x.expand(5, 2, 3, 1).sum()
            + x.repeat(2, 1, 1, 2).view(2, 1, 3, 2).sum();
    }

    public static Tensor T34()
    {
        try
        {
            return zeros(2, 3).view(7); // HINT
        }
        catch (Exception)
        {
            return zeros(1);
        }
    }

    public static bool Throws(Func<Tensor> f)
    {
        try
        {
            f();
            return false;
        }
        catch
        {
            return true;
        }
    }

    public static int T35() => Throws(() => zeros(2, 3).view(7)) ? 1 : throw new Exception();

    public static Tensor T36()
    {
        Func<Tensor>? f = () => zeros(2, 3).view(7);
        return f is null ? zeros(2) : zeros(1);
    }

    public static Tensor T37()
    {
        Tensor Bad()
        {
            return zeros(2, 3).view(7);
        }
        return Throws(Bad) ? zeros(1) : zeros(2);
    }

    static void Fail() => throw new NotSupportedException();

    static Tensor Ns()
    {
        Fail();
        return zeros(2, 3).view(7);
    }

    public static Tensor T38()
    {
        try
        {
            return Ns();
        }
        catch (NotSupportedException)
        {
            return zeros(1);
        }
    }

    public static Tensor T39()
    {
        var ok = System.Diagnostics.Debugger.IsAttached;
        var k = ok ? 5 : 6;
        if (ok)
            return zeros(1);
        return zeros(6).view(k);
    }

    static void AssertThrows(Action a)
    {
        try
        {
            a();
        }
        catch
        {
            return;
        }
        throw new Exception("no");
    }

    public static Tensor T40()
    {
        AssertThrows(() => zeros(2, 3).matmul(zeros(2, 3)).print());
        AssertThrows(() =>
        {
            var x = zeros(2, 3);
            x.view(7);
        });
        return zeros(1);
    }
}
