using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public struct S1
{
    public int N;
    public int[] A;
}

public class Box
{
    public int N;
    public Tensor T = null!;
    public List<int> L = new();
}

public record Rec(int A, int B);

public static class A
{
    // 1 struct copy
    public static Tensor T01()
    {
        var a = new S1 { N = 6 };
        var b = a;
        b.N = 5;
        return zeros(2, 3).view(a.N);
    }

    // 2 helper unsqueeze_
    static void Un(Tensor t) => t.unsqueeze_(0);

    public static Tensor T02()
    {
        var x = zeros(2, 3);
        Un(x);
        return x.permute(2, 0, 1);
    }

    // 3 tuple
    public static Tensor T03()
    {
        var p = (a: zeros(2, 3), b: zeros(3));
        p.a.unsqueeze_(0);
        return p.a.permute(2, 0, 1);
    }

    // 4 static field changed by callee
    static int K = 2;

    static void SetK()
    {
        K = 6;
    }

    public static Tensor T04()
    {
        K = 3;
        SetK();
        return zeros(2, 3).view(K);
    }

    // 5 property setter
    public class P5
    {
        int n = 1;
        public int N
        {
            get => n;
            set => n = value * 2;
        }
    }

    public static Tensor T05()
    {
        var p = new P5();
        p.N = 3;
        return zeros(2, 3).view(p.N);
    }

    // 7 overridden property
    public class B7
    {
        public virtual int N { get; } = 4;
    }

    public class D7 : B7
    {
        public override int N => 6;
    }

    public static Tensor T07()
    {
        B7 p = new D7();
        return zeros(2, 3).view(p.N);
    }

    // 8 init/required
    public class C8
    {
        public required int N { get; init; }

        public Tensor F() => zeros(2, 3).view(N);
    }

    public static Tensor T08() => new C8 { N = 6 }.F();

    public class C8b
    {
        public int N { get; init; } = 4;

        public Tensor F() => zeros(2, 3).view(N);
    }

    public static Tensor T08b() => new C8b { N = 6 }.F();

    // 9 n++ on private field
    public class C9
    {
        private int n = 0;

        public void Inc() => n++;

        public Tensor Last() => zeros(10).narrow(0, 0, n)[0];

        public Tensor V() => zeros(1, 1).view(n);
    }

    public static Tensor T09()
    {
        var c = new C9();
        c.Inc();
        c.Last();
        return c.V();
    }

    // 10 static set in instance ctor
    public class C10
    {
        static int n = 5;

        public C10(int k)
        {
            n = k;
        }

        public static Tensor F() => zeros(2, 3).view(n);
    }

    public static Tensor T10()
    {
        new C10(6);
        return C10.F();
    }

    // 11 static ctor overrides
    public class C11
    {
        static readonly int n = 5;

        static C11()
        {
            n = 6;
        }

        public static Tensor F() => zeros(2, 3).view(n);
    }

    public static Tensor T11() => C11.F();

    // 12 array element via alias / Array.Fill
    public class C12
    {
        private readonly long[] s = { 1, 2 };

        public void Set()
        {
            var q = s;
            q[0] = 3;
        }

        public Tensor F() => zeros(2, 3).view(s);
    }

    public static Tensor T12()
    {
        var c = new C12();
        c.Set();
        return c.F();
    }

    public static Tensor T13()
    {
        var s = new int[] { 5 };
        Array.Fill(s, 6);
        return zeros(2, 3).view(s.Select(i => (long)i).ToArray());
    }

    public static Tensor T14()
    {
        var s = new long[] { 2, 3, 4 };
        Array.Reverse(s);
        return zeros(4, 3, 2) + zeros(s);
    }

    public static Tensor T15()
    {
        var s = new long[] { 2, 5 };
        s.AsSpan().Fill(3);
        return zeros(9).view(s);
    }

    public static Tensor T16()
    {
        var s = new long[] { 2, 5 };
        ref long f = ref s[0];
        f = 7;
        return zeros(35).view(s);
    }

    public static Tensor T17()
    {
        var b = new Box { N = 2 };
        ref int f = ref b.N;
        f = 6;
        return zeros(6).view(b.N);
    }

    // lambda mutations
    public static Tensor T18()
    {
        var b = new Box { N = 2 };
        var l = new List<int> { 1, 3 };
        l.ForEach(i => b.N += i);
        return zeros(6).view(b.N);
    }

    public static Tensor T19()
    {
        var b = new Box { N = 2 };
        Array.ForEach(new[] { 1, 3 }, i => b.N += i);
        return zeros(6).view(b.N);
    }

    public static Tensor T20()
    {
        var b = new Box { N = 2 };
        var c = new[] { 1, 3 }
            .Where(i =>
            {
                b.N += i;
                return true;
            })
            .Count();
        return zeros(6).view(b.N);
    }

    public static Tensor T21()
    {
        var l = new List<long>();
        System.Threading.Tasks.Parallel.For(0, 1, i => l.Add(6));
        return zeros(6).view(l.ToArray());
    }

    public static Tensor T22()
    {
        var l = new List<float>();
        new List<int> { 1, 2 }.ForEach(i => l.Add(i));
        return tensor(l.ToArray())[0];
    }

    // LINQ deferred
    public static Tensor T23()
    {
        var l = new List<Tensor> { zeros(2, 3) };
        var q = l.Select(t => t.unsqueeze(0));
        l.Add(zeros(2, 3));
        return cat(q.ToArray()).view(2, 6);
    }

    public static Tensor T24()
    {
        var o = new object[] { 5, zeros(3), zeros(3) };
        return stack(o.OfType<Tensor>().ToArray()).view(6);
    }

    public static int T24b()
    {
        var o = new object[] { "a", zeros(3), zeros(3) };
        return (int)zeros(2, 3).view(o.OfType<Tensor>().Count(), 3).numel();
    }

    public static Tensor T25()
    {
        var s = new Stack<long>(new long[] { 2, 3, 4 });
        return zeros(4, 3, 2) + zeros(s.ToArray());
    }

    public static Tensor T26()
    {
        var d = new Dictionary<int, Tensor>();
        d.Add(1, zeros(5));
        d.Add(0, zeros(6));
        return d[0].view(6);
    }

    public static Tensor T27()
    {
        var l = new List<(Tensor x, (Tensor a, Tensor b) p)>();
        l.Add((zeros(6), (zeros(5), zeros(4))));
        return l[0].x.view(6);
    }

    // arithmetic
    public static int Ceil(int a, int b) => (int)Math.Ceiling((decimal)a / b);

    public static Tensor T28() => zeros(3).view(Ceil(5, 2));

    public static Tensor T29()
    {
        float w = 0.7f;
        int k = 10;
        return zeros(7).view((int)(w * k));
    }

    public static Tensor T30()
    {
        int n = 5;
        return zeros(3).view(-(-n >> 1));
    }

    public static int Hash(string s)
    {
        int h = 17;
        foreach (var c in new[] { 1000003, 77777777 })
            h = h * 1000003 + c;
        return h;
    }

    public static Tensor T31()
    {
        int h = 17;
        foreach (var c in new[] { 1000003, 77777777 })
            h = h * 1000003 + c;
        int m = ((h % 7) + 7) % 7;
        return zeros(Real31()).view(m);
    }

    static long Real31()
    {
        int h = 17;
        foreach (var c in new[] { 1000003, 77777777 })
            unchecked
            {
                h = h * 1000003 + c;
            }
        var arr = new long[7];
        long r = 0;
        while (((h % 7) + 7) % 7 != r)
            r++;
        return r;
    }

    public static Tensor T31b()
    {
        int h = 2000000000;
        h += h;
        return h < 0 ? zeros(2) : zeros(3).view(5); // HINT
    }

    public static Tensor T31c()
    {
        int h = 2000000000;
        h += h;
        var k = 5;
        if (h < 0)
            k = 3;
        return zeros(3).view(k);
    }

    public static Tensor T32()
    {
        int n = 300;
        byte b = (byte)n;
        return zeros(44).view(b);
    }

    // record equality
    public static Tensor T33()
    {
        var a = new Rec(1, 2);
        var b = new Rec(1, 2);
        int k = a == b ? 6 : 5;
        return zeros(6).view(k);
    }

    // generic is
    static bool Is<T>(object o) => o is T;

    public static Tensor T34()
    {
        int k = Is<Box>(new Box()) ? 6 : 5;
        return zeros(6).view(k);
    }

    public class G<T> { }

    static object MakeG<T>() => new G<T>();

    public static Tensor T35()
    {
        int k = MakeG<int>() is G<int> ? 6 : 5;
        return zeros(6).view(k);
    }

    // choose list
    public static Tensor T36(int n)
    {
        var a = new List<float>();
        var b = new List<float>();
        for (int i = 0; i < n; i++)
            (i % 2 == 0 ? a : b).Add(i);
        return tensor(a.ToArray())[0];
    }

    public static Tensor T37(int n)
    {
        var bs = new[] { new List<float>(), new List<float>() };
        for (int i = 0; i < n; i++)
            bs[i % 2].Add(i);
        return tensor(bs[0].ToArray())[0];
    }

    static List<long> Reg = null!;

    static void Fill() => Reg.Add(6);

    public static Tensor T38()
    {
        var l = new List<long>();
        Reg = l;
        Fill();
        return zeros(6).view(l.ToArray());
    }

    public class C39
    {
        List<long> b;

        public C39()
        {
            b = new();
        }

        public C39(int k)
        {
            b = new();
        }

        void Fill() => b.Add(6);

        public Tensor F()
        {
            var l = new List<long>();
            b = l;
            Fill();
            return zeros(6).view(l.ToArray());
        }
    }

    public static Tensor T39() => new C39().F();

    public interface ISvc
    {
        void Reg(Box b);
        void Run();
    }

    public class Svc : ISvc
    {
        Box? b;

        public void Reg(Box x) => b = x;

        public void Run() => b!.N = 6;
    }

    static Tensor F40(ISvc s)
    {
        var b = new Box();
        s.Reg(b);
        b.N = 3;
        s.Run();
        return zeros(6).view(b.N);
    }

    public static Tensor T40() => F40(new Svc());

    public class C41
    {
        public int N;
        public Action? Hook;

        public Tensor F()
        {
            N = 3;
            Hook?.Invoke();
            return zeros(6).view(N);
        }
    }

    public static Tensor T41()
    {
        var c = new C41();
        c.Hook = () => c.N = 6;
        return c.F();
    }

    public class C42(int size)
    {
        private readonly int _s = size;

        public Tensor Get(int size) => zeros(_s).narrow(0, 0, size + 1);
    }

    public static Tensor T42() => new C42(10).Get(3);

    public static Tensor T43([Shape("n", 3)] Tensor x, int n) => x.view(n + 1, -1).view(n + 1, 1, 6).sum() + x.narrow(0, 0, n + 1).sum();

    public static Tensor T44(int k) => zeros(2, 3).narrow(0, k, 2);

    public static Tensor T45(int k) => zeros(6 + k) + zeros(5);

    public static Tensor T46(int k) => zeros(k + 1) + zeros(k);

    public static Tensor T47(int k) => zeros(12).view(k, 3);

    // indexer setter
    public class C48
    {
        int n = 2;
        public int this[int i]
        {
            get => n;
            set => n = value + i;
        }
    }

    public static Tensor T48()
    {
        var c = new C48();
        c[1] = 5;
        return zeros(6).view(c[0]);
    }

    // captured tensor + unsqueeze_
    public static Tensor T49()
    {
        var x = zeros(2, 3);
        Func<Tensor> f = () => x.permute(2, 0, 1);
        x.unsqueeze_(0);
        return f();
    }

    // finally mutates by call
    static void Set6(Box b) => b.N = 6;

    public static Tensor T50()
    {
        var b = new Box { N = 3 };
        try
        {
            zeros(1);
        }
        finally
        {
            Set6(b);
        }
        return zeros(6).view(b.N);
    }

    public class D51(Box b) : IDisposable
    {
        public void Dispose() => b.N = 6;
    }

    public static Tensor T51()
    {
        var b = new Box { N = 3 };
        using (new D51(b))
        {
            zeros(1);
        }
        return zeros(6).view(b.N);
    }

    static Tensor Risky(Tensor x) => throw new InvalidOperationException();

    public static Tensor T52()
    {
        var x = zeros(2, 3);
        try
        {
            x.unsqueeze_(0);
            return Risky(x);
        }
        catch { }
        return x.permute(2, 0, 1);
    }

    // iterator
    public static IEnumerable<Box> I53()
    {
        var b = new Box { N = 3 };
        yield return b;
        b.T = zeros(6).view(b.N);
        yield return b;
    }

    public static Tensor T53()
    {
        Tensor t = null!;
        foreach (var b in I53())
        {
            b.N = 6;
            t = b.T;
        }
        return t;
    }

    // primary ctor base
    public class B54
    {
        public int N = 3;

        public B54()
        {
            N = 5;
        }

        public B54(int n)
        {
            N = n;
        }
    }

    public class D54(int n) : B54(n);

    public static Tensor T54() => zeros(6).view(new D54(6).N);

    // optional base ctor
    public class B55
    {
        public int N = 3;

        public B55(int n = 6)
        {
            N = n;
        }
    }

    public class D55 : B55 { }

    public static Tensor T55() => zeros(6).view(new D55().N);

    // with
    public static Tensor T56()
    {
        var r = new Rec(1, 2);
        var q = r with { A = 6 };
        return zeros(6).view(q.A) + zeros(1).view(r.A);
    }

    // add in user op
    public static async System.Threading.Tasks.Task<Tensor> T57()
    {
        var b = new Box { N = 3 };
        var t = System.Threading.Tasks.Task.Run(() =>
        {
            b.N = 6;
        });
        await t;
        return zeros(6).view(b.N);
    }
}
