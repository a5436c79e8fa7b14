using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public class CG : Module<Tensor, Tensor>
{
    readonly Linear fc;
    readonly int cond;

    public CG(int cond = 0)
        : base("c")
    {
        this.cond = cond;
        fc = Linear(10 + cond, 5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var z = zeros(2, 10);
        if (cond > 0)
        {
            return fc.call(cat(new[] { z, zeros(2, cond) }, 1));
        }
        return fc.call(z);
    }
}

public class V2
{
    public float X,
        Y;
    public static int Ops;
    public List<int> L = new();

    public static V2 operator +(V2 a, int b)
    {
        a.L.Add(b);
        return a;
    }

    public static implicit operator Tensor(V2 v) => zeros(v.L.Count + 1);

    public static implicit operator V2(int n) => new V2 { L = { n } };
}

namespace TorchSharp.Examples
{
    public class Bx
    {
        public int N;
    }

    public interface IMod
    {
        void Mod(Bx b);
    }

    public class Md : IMod
    {
        public void Mod(Bx b) => b.N = 6;
    }

    public class Run1
    {
        public static Tensor F(IMod m)
        {
            var b = new Bx { N = 5 };
            m.Mod(b);
            return zeros(6).view(b.N);
        }

        public static async System.Threading.Tasks.Task M2(Bx b)
        {
            b.N = 6;
            await System.Threading.Tasks.Task.Yield();
        }

        public static Tensor G()
        {
            var b = new Bx { N = 5 };
            M2(b).Wait();
            return zeros(6).view(b.N);
        }
    }
}

public static class F
{
    public static Tensor T01() => new CG().call(zeros(1)) + new CG(3).call(zeros(1));

    public static Tensor T02()
    {
        var ms = new List<Module<Tensor, Tensor>> { Conv2d(3, 4, 3), Linear(4 * 6 * 6, 5) };
        var x = zeros(2, 3, 8, 8);
        foreach (var m in ms)
        {
            if (m is Linear l)
            {
                x = l.call(x.flatten(1));
                continue;
            }
            x = m.call(x);
        }
        return x.view(10);
    }

    public static Tensor T03()
    {
        object o = zeros(2, 3);
        if (o is int[] a)
            return zeros(a.Length);
        if (o is not Tensor t)
            throw new Exception();
        return t.view(6);
    }

    public static Tensor T05() => TorchSharp.Examples.Run1.F(new TorchSharp.Examples.Md()) + TorchSharp.Examples.Run1.G();

    public static Tensor T06(int extra) => zeros(3).view(3 + (extra < 0 ? 0 : extra) * 0) + (extra <= 0 ? zeros(3) : zeros(1));

    public static Tensor T07(int k) => zeros(5).unfold(0, 5 + k, 1);

    public static Tensor T08(int k) => functional.pad(zeros(5), new long[] { 0, -k }).view(5);

    public static Tensor T09(int k) => zeros(5)[k..].view(5);

    public static Tensor T10(int k) => zeros(5).view(5 + k);

    public static Tensor T11(int skip)
    {
        var x = zeros(4, 3);
        return x.narrow(0, skip, 4 - skip).view(4 - skip, 3) + x[..(4 - skip)];
    }

    public static Tensor T12(int h) => Linear(8 + h, 2).call(zeros(1, 8));

    public static Tensor T13(int n) =>
        stack(Enumerable.Range(0, n + 1).Select(i => zeros(2)).ToArray()).view(n + 1, 2)[0] + zeros(n + 1, 2)[n];

    public static Tensor T14(int n) => zeros(n + 2, 3)[1..^1].sum() + zeros(4, 3)[n..(n + 1)].sum();

    public static Tensor T15(int n) => cat(new[] { zeros(n + 1, 2), zeros(1, 2) })[..(n + 1)] - zeros(1, 2);

    public static Tensor T16()
    {
        var k = 0;
        foreach (var x in new[] { 1, 2, 3 }.Where(v => v > 1))
            k++;
        return zeros(2).view(k);
    }

    public static Tensor T17()
    {
        var d = new Dictionary<int, Tensor>
        {
            { 2, zeros(2) },
            { 1, zeros(1) },
            { 0, zeros(3) },
        };
        return d[0].view(3) + d[2].sum();
    }

    public static Tensor T18()
    {
        var d = new Dictionary<int, Linear>();
        int c = 3;
        foreach (var s in new[] { 8, 4 })
        {
            d.Add(s, Linear(c, s));
            c = s;
        }
        return d[4].call(d[8].call(zeros(1, 3))).view(4);
    }

    public static Tensor T19()
    {
        var d = new Dictionary<string, Tensor>(StringComparer.OrdinalIgnoreCase) { ["A"] = zeros(5) };
        d["a"] = zeros(6);
        return d["A"].view(6) + zeros(1).view(d.Count);
    }

    public static Tensor T20()
    {
        var l = new List<Tensor>(16);
        l.AddRange(Enumerable.Repeat(zeros(3), 2));
        var m = new List<Tensor>(l) { zeros(3) };
        return stack(m.ToArray()).view(9);
    }

    public static Tensor T21()
    {
        var l = new List<int>(new[] { 1, 2, 3 });
        l.Insert(1, 9);
        l.RemoveAll(i => i > 5);
        return zeros(3).view(l.Count);
    }

    public static Tensor T22()
    {
        var t = zeros(2, 3);
        var ts = new[] { t, t };
        ts[0] = ts[0].t();
        return ts[1].matmul(ts[0]);
    }

    public static Tensor T23()
    {
        Tensor x = zeros(2),
            y;
        y = x = zeros(3);
        (x, y) = (y.unsqueeze(0), x);
        return x.view(1, 3) + y.view(3);
    }

    public static Tensor T24()
    {
        var x = zeros(2, 3);
        x = x.shape switch
        {
            [2, var n] => zeros(n),
            [.., 3] => zeros(1),
            _ => x,
        };
        return x.view(3);
    }

    public static Tensor T25()
    {
        var x = zeros(2, 3);
        return x is { ndim: 2 } y && y.shape is [_, 3] ? y.view(6) : x.view(5, 1);
    }

    public static Tensor T26()
    {
        var s = Sequential();
        var prev = 3;
        foreach (var (o, act) in new[] { (8, true), (4, false) })
        {
            s.append(Linear(prev, o));
            if (act)
                s.append(ReLU());
            prev = o;
        }
        return s.call(zeros(2, 3)).view(8);
    }

    public static Tensor T27()
    {
        var ms = new List<(string, Module<Tensor, Tensor>)>();
        ms.Add(("a", Linear(3, 4)));
        ms.Add(("b", Linear(4, 5)));
        return Sequential(ms).call(zeros(2, 3)).view(10);
    }

    public static Tensor T28()
    {
        var ms = new List<(string n, Module<Tensor, Tensor> m)>();
        ms.Add(("a", Linear(3, 4)));
        var x = zeros(2, 3);
        foreach (var (n, m) in ms)
            x = m.call(x);
        foreach (var p in ms)
            p.m.call(zeros(1, 3)).view(4);
        return x.view(8);
    }

    public static Tensor T29()
    {
        var cfg = new List<(int i, (int k, int s) c)>();
        cfg.Add((3, (5, 2)));
        var (i, (k, s)) = cfg[0];
        return zeros(3).view(i) + zeros(5).view(cfg[0].c.k).sum();
    }

    public static Tensor T30()
    {
        float scale = 0.1f;
        int n = 30;
        int m = (int)(n * scale);
        return zeros(Math.Max(m, 1)).view(3);
    }

    public static Tensor T31()
    {
        double a = 0.1,
            b = 0.2;
        int n = a + b == 0.3 ? 5 : 6;
        long l = (long)(4.35 * 100);
        return zeros(6).view(n) + zeros(434).view(l).sum();
    }

    public static Tensor T32()
    {
        int w = 224;
        foreach (var s in new[] { 2, 2, 2, 2, 2 })
            w = (w + s - 1) / s;
        return zeros(1, 3, w, w).view(-1, 3, 49);
    }

    public static Tensor T33()
    {
        int MakeDiv(double v, int d = 8)
        {
            var n = Math.Max(d, (int)(v + d / 2) / d * d);
            if (n < 0.9 * v)
                n += d;
            return n;
        }
        return zeros(40).view(MakeDiv(32 * 1.3)) + zeros(8).view(MakeDiv(3)).sum();
    }

    public static Tensor T34()
    {
        string? s = null;
        int n = s?.Length ?? 6;
        return zeros(6).view(n) + zeros(6).view(("ab" + "cd").Length + 2);
    }

    public static Tensor T35()
    {
        var n = 0;
        do
        {
            n += 2;
        } while (n < 6 && n != 7);
        for (; ; )
        {
            if (n-- <= 5)
                break;
        }
        return zeros(4).view(n);
    }

    public static Tensor T36()
    {
        var b = new Box9();
        var (x, y) = b;
        b.Deconstruct(out var p, out _);
        return zeros(6).view(x) + zeros(6).view(p) + zeros(5).view(y).sum();
    }

    public static Tensor T37()
    {
        var b = new Box9 { A = { [0] = 6 }, In = { V = 6 } };
        return zeros(6).view(b.A[0]) + zeros(6).view(b.In.V);
    }

    public static Tensor T38()
    {
        static int Opt(int a, int b = 3, params int[] c) => a * b + c.Length;
        return zeros(6).view(Opt(b: 2, a: 3)) + zeros(8).view(Opt(2, 3, 1, 2)).sum();
    }

    public static Tensor T39()
    {
        var q = new PriorityQueue<Tensor, int>();
        q.Enqueue(zeros(5), 2);
        q.Enqueue(zeros(6), 1);
        return q.Dequeue().view(6);
    }

    public static Tensor T40()
    {
        var l = new List<Tensor> { zeros(5) };
        var e = l.GetEnumerator();
        e.MoveNext();
        var r = e.Current;
        l[0] = zeros(6);
        return l[0].view(6) + r.sum();
    }

    static IEnumerable<int> It(List<int> l)
    {
        l.Add(1);
        yield return 1;
    }

    public static Tensor T41()
    {
        var l = new List<int>();
        var e = It(l);
        l = new List<int>();
        var k = l;
        var e2 = It(k);
        l.Add(4);
        foreach (var _ in e2) { }
        return zeros(2).view(k.Count);
    }

    public static Tensor T42()
    {
        var b = new Box9();
        var lz = new Lazy<int>(() =>
        {
            b.In.V = 6;
            return 1;
        });
        b.In.V = 5;
        var k = lz.Value;
        return zeros(6).view(b.In.V);
    }

    static readonly System.Threading.ThreadLocal<Box9> tl = new(() => new Box9());

    public static Tensor T43()
    {
        var b = tl.Value!;
        b.In.V = 5;
        Mut();
        return zeros(6).view(b.In.V);
    }

    static void Mut() => tl.Value!.In.V = 6;
}

public class Box9
{
    public int[] A = { 5, 5 };
    public In9 In { get; } = new();

    public void Deconstruct(out int x, out int y)
    {
        x = 6;
        y = 5;
    }
}

public class In9
{
    public int V = 5;
}
