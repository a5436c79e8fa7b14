using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public static class Sq
{
    public static Tensor F1([Shape("N", 1)] Tensor x) => x.squeeze();

    public static Tensor F2([Shape("N", 1)] Tensor x)
    {
        if (x.shape[0] == 1)
            throw new ArgumentException();
        return x.squeeze();
    }

    public static Tensor F3([Shape("N", 1)] Tensor x) => x.squeeze().sum();

    public static Tensor F4([Shape("N", 1)] Tensor x) => x.squeeze().reshape(-1, 1);

    public static Tensor F5([Shape("batch", 1, 1)] Tensor x) => x.squeeze().view(x.shape[0]);

    public static Tensor F6([Shape("N", 1)] Tensor x)
    {
        var y = x.squeeze();
        if (y.ndim == 0)
            y = y.unsqueeze(0);
        return y;
    }

    public static Tensor F7([Shape("N", 4)] Tensor x) => x.view(-1, 8);

    public static Tensor F8([Shape("N", 6)] Tensor x) => x.view(-1, 4);

    public static Tensor F9([Shape("N", 1)] Tensor x) => zeros(1).expand_as(x.squeeze());

    public static Tensor F10([Shape("n", 1, 28, 28)] Tensor x) => x.view(-1, 1).add(1).view_as(x);

    public static Tensor F11([Shape("N", 3, 32, 32)] Tensor x) => x.permute(1, 0, 2, 3).reshape(3, -1).mean(new long[] { 1 });

    public static Tensor F12([Shape("N", "T", 8)] Tensor x) => x.reshape(-1, 8).view(x.shape[0], x.shape[1], 8);

    public static Tensor F13([Shape("N", "T", 8)] Tensor x)
    {
        var (b, t) = (x.shape[0], x.shape[1]);
        return x.view(b, t, 2, 4)
            .transpose(1, 2)
            .matmul(x.view(b, t, 2, 4).permute(0, 2, 3, 1))
            .softmax(-1)
            .matmul(x.view(b, t, 2, 4).transpose(1, 2))
            .transpose(1, 2)
            .contiguous()
            .view(b, t, 8);
    }

    public static Tensor F14([Shape("N", 8)] Tensor x, [Shape("M", 8)] Tensor y) => x + y;

    public static Tensor F15([Shape("N", 8)] Tensor x, [Shape("N", 8)] Tensor y) => x + y.sum(0); // HINT

    public static Tensor F16([Shape("T", "N", 8)] Tensor x)
    {
        var h = zeros(x.shape[1], 4);
        for (int t = 0; t < x.shape[0]; t++)
            h = cat(new[] { h, x[t] }, 1)[.., ..4];
        return h;
    }

    public static Tensor F17([Shape("N", 3)] Tensor x) => x.narrow(0, 1, x.shape[0] - 1) - x.narrow(0, 0, x.shape[0] - 1);

    public static Tensor F18([Shape("N", 3)] Tensor x) => x[1..] - x[..^1];

    public static Tensor F19([Shape("N", 3)] Tensor x) => x.view(x.shape[0] / 2, 2, 3).sum(1);

    public static Tensor F20([Shape("N", 3)] Tensor x) => x[..(int)(x.shape[0] / 2)] + x[(int)(x.shape[0] / 2)..(int)(x.shape[0] / 2 * 2)];

    public static Tensor F21([Shape("N", 1)] Tensor x) => functional.mse_loss(x, x.squeeze(1), Reduction.None);

    public static Tensor T01()
    {
        F1(zeros(4, 1));
        F2(zeros(4, 1));
        F3(zeros(1, 1));
        F4(zeros(1, 1));
        F5(zeros(1, 1, 1));
        F6(zeros(1, 1));
        F7(zeros(4, 4));
        F8(zeros(4, 6));
        F9(zeros(4, 1));
        F10(zeros(2, 1, 28, 28));
        F11(zeros(2, 3, 32, 32));
        F12(zeros(2, 3, 8));
        F13(zeros(2, 5, 8));
        F14(zeros(2, 8), zeros(1, 8));
        F15(zeros(2, 8), zeros(2, 8));
        F16(zeros(3, 2, 8));
        F17(zeros(4, 3));
        F18(zeros(4, 3));
        F19(zeros(4, 3));
        F20(zeros(4, 3));
        return F21(zeros(4, 1));
    }

    public static Tensor T02()
    {
        F17(zeros(1, 3));
        F18(zeros(1, 3));
        F20(zeros(5, 3));
        F20(zeros(1, 3));
        F11(zeros(0, 3, 32, 32).add(0));
        return F12(zeros(2, 0, 8));
    }
}

public abstract class Shape0
{
    public abstract long N { get; }

    public virtual long[] Dims() => new[] { N, N };
}

public class Sqr : Shape0
{
    public override long N => 3;
}

public class Rect : Shape0
{
    public override long N => 3;

    public override long[] Dims() => new[] { N, 2L };
}

public class Base1
{
    protected int n = 4;

    public Base1()
    {
        Init();
    }

    protected virtual void Init()
    {
        n = 5;
    }

    public Tensor F() => zeros(6).view(n);
}

public class Der1 : Base1
{
    int k = 6;

    protected override void Init()
    {
        n = 6;
    }
}

public class Der2 : Base1
{
    int k;

    public Der2()
        : base()
    {
        k = 6;
        n = k;
    }
}

public partial class Part
{
    private int n = 5;
}

public partial class Part
{
    public Part()
    {
        n += 1;
    }

    public Tensor F() => zeros(6).view(n);
}

public class Lazy1
{
    Tensor? c;
    public Tensor C => c ??= zeros(2, 3);

    public Tensor F()
    {
        c = zeros(6);
        return C.view(6) + C.reshape(6);
    }
}

public class Evt
{
    public event Action<int>? E;
    public int N = 3;

    public Tensor F()
    {
        N = 3;
        E?.Invoke(6);
        return zeros(6).view(N);
    }
}

public class NotPub
{
    internal int N = 5;

    public Tensor F()
    {
        N = 5;
        new Ext().Mod(this);
        return zeros(6).view(N);
    }
}

public class Ext
{
    public void Mod(NotPub p) => p.N = 6;
}

public class VirtBase
{
    public virtual Tensor Make() => zeros(5);

    public Tensor Run() => Make().view(6);
}

public class VirtDer : VirtBase
{
    public override Tensor Make() => zeros(6);
}

public class Kv
{
    Tensor? k;

    public Tensor Step(Tensor x)
    {
        k = k is null ? x : cat(new[] { k, x }, 1);
        return k;
    }
}

public struct Cnt
{
    public int N;

    public Cnt(int n)
    {
        N = n;
    }

    public void Inc() => N++;

    public readonly Cnt Plus(int k) => new(N + k);
}

public class Holder
{
    public Cnt C;
    public Cnt P { get; set; }
    public readonly Cnt R = new(5);
}

public static class X
{
    public static Tensor T01()
    {
        Shape0 s = new Rect();
        return zeros(6).view(s.Dims());
    }

    public static Tensor T02() => new Der1().F() + new Der2().F() + new Part().F() + new Lazy1().F();

    public static Tensor T03()
    {
        var e = new Evt();
        e.E += k => e.N = k;
        return e.F() + new NotPub().F() + new VirtDer().Run();
    }

    public static Tensor T04()
    {
        var k = new Kv();
        for (int i = 0; i < 300; i++)
            k.Step(zeros(1, 1, 4));
        return k.Step(zeros(1, 1, 4)).view(301, 4);
    }

    public static Tensor T05()
    {
        var c = new Cnt(5);
        c.Inc();
        return zeros(6).view(c.N);
    }

    public static Tensor T06()
    {
        var h = new Holder { C = new Cnt(6) };
        var c = h.C;
        c.Inc();
        return zeros(6).view(h.C.N) + zeros(7).view(c.N).sum();
    }

    static void IncV(Cnt c) => c.Inc();

    public static Tensor T07()
    {
        var c = new Cnt(6);
        IncV(c);
        return zeros(6).view(c.N);
    }

    public static Tensor T08()
    {
        var a = new[] { new Cnt(6) };
        var c = a[0];
        c.Inc();
        return zeros(6).view(a[0].N);
    }

    public static Tensor T09()
    {
        var l = new List<Cnt> { new Cnt(6) };
        foreach (var c in l)
        {
            var d = c;
            d.Inc();
        }
        return zeros(6).view(l[0].N);
    }

    public static Tensor T10()
    {
        var h = new Holder { P = new Cnt(6) };
        h.P.Inc();
        return zeros(6).view(h.P.N);
    }

    public static Tensor T11()
    {
        (int a, int b) p = (5, 6);
        var q = p;
        q.a = 9;
        p.b = 7;
        p.a++;
        return zeros(42).view(p.a, p.b);
    }

    static void R(ref (int a, int b) p) => p.a = 6;

    public static Tensor T12()
    {
        (int a, int b) p = (5, 6);
        R(ref p);
        return zeros(36).view(p.a, p.b);
    }

    public static Tensor T13()
    {
        int n = 0;
        again:
        n++;
        if (n < 6)
            goto again;
        return zeros(6).view(n);
    }

    public static Tensor T14()
    {
        int n = 5;
        try
        {
            n = int.Parse("6");
        }
        catch (FormatException) when (n == 5)
        {
            n = 7;
        }
        finally
        {
            n++;
        }
        return zeros(7).view(n);
    }

    public static Tensor T15()
    {
        int n = 5;
        try
        {
            n = 6;
            throw new Exception();
        }
        catch { }
        return zeros(6).view(n);
    }

    public static Tensor T16()
    {
        int n = 5;
        try
        {
            try
            {
                n = 6;
                throw new Exception();
            }
            finally
            {
                n += 1;
            }
        }
        catch
        {
            n += 1;
        }
        return zeros(8).view(n);
    }

    public static Tensor T17()
    {
        int n = 5;
        for (int i = 0; i < 1000; i++)
        {
            if (i % 2 == 0)
                continue;
            if (i > 500)
                break;
            n++;
        }
        return zeros(n);
    }

    public static Tensor T18(int k)
    {
        int n = 1;
        while (k-- > 0)
        {
            n *= 2;
        }
        return zeros(n * 3).view(n, 3).view(-1);
    }

    public static Tensor T19(int k)
    {
        var x = zeros(2, 8);
        for (int i = 0; i < k; i++)
            x = x.view(x.shape[1], x.shape[0]);
        return x.view(16);
    }

    public static Tensor T20(int k)
    {
        Tensor x = k switch
        {
            0 => zeros(6),
            1 => zeros(2, 3),
            < 0 => zeros(3, 2),
            _ => zeros(1, 6),
        };
        return x.view(6);
    }

    public static Tensor T21(int k)
    {
        var x = zeros(2, 3);
        if (k > 1)
        {
            x = x.t();
            k = -1;
        }
        return k < 0 ? zeros(2, 2).matmul(zeros(2, 3)) : x.matmul(zeros(3, 4));
    }

    public static Tensor T22()
    {
        int n = 5;
        void Set(int k)
        {
            n = k;
        }
        Set(6);
        return zeros(6).view(n);
    }

    public static Tensor T23()
    {
        int n = 5;
        Action a = () => n++;
        a();
        return zeros(6).view(n);
    }

    public static Tensor T24()
    {
        var fs = new List<Func<int>>();
        for (int i = 0; i < 3; i++)
            fs.Add(() => i);
        return zeros(3).view(fs[0]());
    }

    public static Tensor T25()
    {
        var fs = new List<Func<int>>();
        foreach (var i in new[] { 6, 7 })
            fs.Add(() => i);
        return zeros(6).view(fs[0]()) + zeros(7).view(fs[1]()).sum();
    }

    static Tensor Rec(Tensor x, int d) => d == 0 ? x : Rec(cat(new[] { x, x }), d - 1);

    public static Tensor T26() => Rec(zeros(1), 3).view(8) + Rec(zeros(1), 10).view(1024).sum();

    static Tensor Rec2(Tensor x) => x.shape[0] > 100 ? x : Rec2(cat(new[] { x, x }));

    public static Tensor T27() => Rec2(zeros(1)).view(128);

    static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

    public static Tensor T28() => zeros(55).view(Fib(10));

    public static Tensor T29()
    {
        int i = 0;
        int[] a = { 5, 6 };
        int n = a[i++] + i;
        return zeros(6).view(n);
    }

    public static Tensor T30()
    {
        int n = 5;
        n += n++ + ++n;
        return zeros(17).view(n);
    }

    public static Tensor T31()
    {
        int[] a = { 1, 2, 3 };
        a[^1] = 6;
        return zeros(6).view(a[^1]) + zeros(6).view(a[2]);
    }

    public static Tensor T32()
    {
        Index i = ^2;
        int[] a = { 1, 6, 3 };
        return zeros(6).view(a[i]);
    }

    public static Tensor T33()
    {
        long[] a = { 1, 2, 3, 4 };
        return zeros(6).view(a[1..3]);
    }

    public static Tensor T34()
    {
        var m = new[,]
        {
            { 1, 2 },
            { 3, 4 },
        };
        m[0, 0] = 6;
        return zeros(6).view(m[0, 0]);
    }

    public static Tensor T35()
    {
        var j = new[] { new[] { 1, 2 }, new[] { 3 } };
        var r = j[0];
        r[0] = 6;
        return zeros(6).view(j[0][0]);
    }

    public static Tensor T36()
    {
        var a = new[] { 1, 2 };
        var b = (int[])a.Clone();
        b[0] = 6;
        return zeros(1).view(a[0]) + zeros(6).view(b[0]);
    }

    public static Tensor T37()
    {
        var l = new List<int> { 1, 2 };
        var m = l;
        m.Add(3);
        return zeros(3).view(l.Count);
    }

    public static Tensor T38()
    {
        var l = new List<int> { 3, 1, 2 };
        l.Sort();
        l.Reverse();
        l.RemoveAt(0);
        return zeros(2).view(l[0]);
    }

    public static Tensor T39()
    {
        var d = new Dictionary<string, int> { ["a"] = 1 };
        d["a"] += 5;
        d["b"] = d["a"];
        d.Remove("a");
        return zeros(6).view(d["b"]) + zeros(1).view(d.Count);
    }

    public static Tensor T40()
    {
        var d = new SortedDictionary<string, long> { ["b"] = 3, ["a"] = 2 };
        return zeros(2, 3).view(d.Values.ToArray()) + zeros(2, 3);
    }

    public static Tensor T41()
    {
        var d = new Dictionary<string, (int a, int b)> { ["x"] = (5, 6) };
        int n = 0;
        foreach (var (k, v) in d)
            n = v.b;
        return zeros(6).view(n);
    }

    public static Tensor T42()
    {
        var d = new Dictionary<string, int[]> { ["x"] = new[] { 5, 6 } };
        int n = 0;
        foreach (var kv in d)
            n = kv.Value.Length;
        return zeros(2).view(n);
    }

    public static Tensor T43()
    {
        var hs = new HashSet<int>(new[] { 1, 1, 2 });
        return zeros(2).view(hs.Count);
    }

    public static Tensor T44()
    {
        var l = new[] { 1, 1, 2 };
        return zeros(2).view(l.Distinct().Count()) + zeros(2).view(l.Where(i => i == 1).Count()) + zeros(2).view(l.Max());
    }

    public static Tensor T45()
    {
        var ll = new LinkedList<int>();
        ll.AddLast(1);
        ll.AddFirst(6);
        return zeros(6).view(ll.First!.Value) + zeros(6).view(ll.First());
    }

    public static Tensor T46()
    {
        var q = new Queue<int>(new[] { 5, 6 });
        q.Dequeue();
        return zeros(6).view(q.Peek()) + zeros(6).view(q.First());
    }

    public static Tensor T47()
    {
        var s = "a,b";
        return zeros(2).view(s.Split(',').Length);
    }

    public static Tensor T48()
    {
        int? n = null;
        n ??= 6;
        return zeros(6).view(n.Value) + zeros(6).view(n ?? 5);
    }

    public static Tensor T49()
    {
        object o = 6;
        return o is int n && n > 5 ? zeros(6).view(n) : zeros(1);
    }

    public static Tensor T50()
    {
        checked
        {
            int n = 5;
            n <<= 1;
            n |= 1;
            n ^= 2;
            n &= 15;
            return zeros(9).view(n);
        }
    }

    public static Tensor T51()
    {
        uint u = 3;
        u -= 2;
        ulong q = u;
        char c = 'a';
        c++;
        return zeros(98).view((int)c) + zeros((long)q);
    }

    public static Tensor T52()
    {
        double d = 2.5;
        int n = (int)Math.Round(d);
        int m = (int)Math.Round(3.5);
        return zeros(2).view(n) + zeros(4).view(m).sum();
    }

    public static Tensor T53()
    {
        int n = -7 / 2,
            m = -7 % 3;
        return zeros(3).view(-n) + zeros(1).view(-m);
    }

    public static Tensor T54()
    {
        int a = 7;
        double r = a / 2;
        return zeros(3).view((int)r) + zeros(3).view((int)(a / 2.0));
    }

    public static Tensor T55()
    {
        decimal d = 7;
        int n = (int)(d / 2 * 2);
        int k = 2;
        int m = (int)(d / k * 2);
        return zeros(7).view(n) + zeros(7).view(m);
    }

    public static Tensor T56()
    {
        long big = 5_000_000_000;
        int n = unchecked((int)big);
        return zeros(705032704L % 10).view(n % 10);
    }

    public static Tensor T57()
    {
        var e = E1.B;
        int n = (int)e;
        E1 f = (E1)1;
        return zeros(1).view(n) + zeros(6).view(f == E1.B ? 6 : 5);
    }
}

public enum E1
{
    A,
    B,
    C,
}
