using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public static class P
{
    public static Tensor See(Tensor t) => t;
}

public static class Sq2
{
    public static Tensor F1([Shape("N", 1)] Tensor x) => P.See(P.See(x).squeeze());

    public static Tensor F1b([Shape("N", 1)] Tensor x)
    {
        return x.squeeze();
    }

    public static Tensor F1c([Shape("N", 4, 1)] Tensor x)
    {
        var y = x.squeeze();
        return y.view(-1, 4);
    }
}

public class OnlyRO
{
    public readonly List<long> S = new();

    public Tensor F() => zeros(6).view(S.ToArray());
}

public class CtorArg
{
    private readonly List<long> s;

    public CtorArg(List<long> a)
    {
        s = a;
    }

    public Tensor F() => zeros(6).view(s.ToArray());
}

public class PrivList
{
    private readonly List<long> s = new();

    public void Push(long v)
    {
        Helper(s, v);
    }

    static void Helper(List<long> l, long v) => l.Add(v);

    public Tensor F() => zeros(6).view(s.ToArray());
}

public class PrivQ
{
    private readonly Queue<float> q = new();

    public void Push(float v)
    {
        q.Enqueue(v);
    }

    public Tensor F() => tensor(q.ToArray())[0];
}

public class PrivDict
{
    private readonly Dictionary<string, Tensor> d = new();

    public void Push(Tensor v)
    {
        d["k"] = v;
    }

    public Tensor F() => stack(d.Values.ToArray())[0];

    public Tensor G() => zeros(d.Count, 3)[0];
}

public class PrivDict2
{
    private readonly Dictionary<string, Tensor> d = new();

    public void Push(Tensor v)
    {
        d.TryAdd("k", v);
    }

    public Tensor G() => zeros(d.Count, 3)[0];
}

public class PrivStack
{
    private readonly Stack<float> q = new();

    public void Push(float v)
    {
        q.Push(v);
    }

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivLL
{
    private readonly LinkedList<float> q = new();

    public void Push(float v)
    {
        q.AddLast(v);
    }

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivHS
{
    private readonly HashSet<float> q = new();

    public void Push(float v)
    {
        q.Add(v);
    }

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivLst2
{
    private readonly List<float> q = new();

    public void Push(float v)
    {
        q.InsertRange(0, new[] { v });
    }

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivLst3
{
    private readonly List<float> q = new();

    public void Push(float v)
    {
        var me = q;
        me.Add(v);
    }

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivLst4
{
    private readonly List<float> q = new();
    public List<float> Q => q;

    public Tensor F() => zeros(q.Count, 2)[0];
}

public class PrivLst5
{
    private readonly List<List<float>> q = new() { new() };

    public void Push(float v)
    {
        foreach (var l in q)
            l.Add(v);
    }

    public Tensor F() => zeros(q[0].Count, 2)[0];
}

public class PrivBox
{
    private readonly Box2 b = new();

    public void Push(int v)
    {
        b.N = v;
    }

    public Tensor F() => zeros(b.N, 2)[0];
}

public class Box2
{
    public int N;
    public Tensor[] Ts = new Tensor[2];
}

public class PrivBuf
{
    private int n;
    private readonly Tensor buf = zeros(10, 2);

    public void Push()
    {
        n = Math.Min(n + 1, 10);
    }

    public Tensor F() => buf[..n][0];
}

public class PrivBuf2
{
    private int n;
    private readonly Tensor buf = zeros(10, 2);

    public void Push()
    {
        Interlocked.Increment(ref n);
    }

    public Tensor F() => buf[..n][0];
}

public class PrivBuf3
{
    private int n;
    private readonly Tensor buf = zeros(10, 2);

    public void Push()
    {
        --n;
        n += 2;
    }

    public Tensor F() => buf[..n][0];
}

public class PrivBuf4
{
    private int n;
    private readonly Tensor buf = zeros(10, 2);

    public void Push()
    {
        checked
        {
            n++;
        }
    }

    public Tensor F() => buf[..n][0];
}

public class PrivBuf5
{
    private int pos,
        size;
    private readonly Tensor buf = zeros(4, 2);

    public void Push(Tensor x)
    {
        buf[pos++ % 4] = x;
        if (size < 4)
            size++;
    }

    public Tensor F() => buf[..size][0];
}

public class PrivBuf6
{
    public int N { get; private set; }

    public void Push()
    {
        N++;
    }

    public Tensor F() => zeros(10, 2)[..N][0];
}

public class PrivT
{
    private Tensor buf = zeros(0, 2);

    public void Push(Tensor x)
    {
        buf = cat(new[] { buf, x });
    }

    public Tensor F() => buf[0];
}

public class PrivT2
{
    private readonly Tensor buf = zeros(3, 2);

    public void Push()
    {
        buf.unsqueeze_(0);
    }

    public Tensor F() => buf.permute(2, 0, 1);
}

public class PrivT3
{
    private readonly Linear fc = Linear(3, 4);

    public void Push()
    {
        fc.weight = new Parameter(zeros(5, 3));
        fc.bias = null;
    }

    public Tensor F() => fc.call(zeros(2, 3)).view(10);
}

public class PrivT4
{
    private readonly Sequential s = Sequential(Linear(3, 4));

    public PrivT4() { }

    public void Grow()
    {
        var q = s;
        q.append(Linear(4, 5));
    }

    public Tensor F() => s.call(zeros(2, 3)).view(10);
}

public class Nest
{
    private class In
    {
        public int K = 5;
    }

    private readonly In i = new();

    public void Set()
    {
        i.K = 6;
    }

    public Tensor F() => zeros(6).view(i.K);
}

public class Ini
{
    public int A { get; init; } = 2;
    public int B { get; init; }
    public Linear Fc { get; init; } = Linear(3, 4);
    public Tensor? M { get; init; }

    public Tensor F() => Fc.call(zeros(2, 3)).view(B);

    public Tensor G()
    {
        int n = M is null ? 5 : 6;
        return zeros(6).view(n);
    }
}

public record RecCfg(int H)
{
    public int Total { get; init; } = H * 2;

    public Tensor F() => zeros(6).view(Total);
}

public class GenB<T>
    where T : new()
{
    protected T v = new();
    public int N = 1;

    public virtual int K() => 5;

    public Tensor F() => zeros(6).view(K());
}

public class GenD : GenB<Box2>
{
    public override int K() => 6;
}

public interface ID
{
    int K() => 5;
}

public class IDi : ID
{
    public int K() => 6;
}

public class IDe : ID { }

public interface IExp
{
    int K();
}

public class IExpB : IExp
{
    int IExp.K() => 6;

    public int K() => 5;
}

public class Rein : IExpB, IExp
{
    int IExp.K() => 7;
}

public class NewM : VB
{
    public new int K() => 5;
}

public class VB
{
    public virtual int K() => 6;
}

public class StaticInit
{
    static int c = 0;
    readonly int id;

    public StaticInit()
    {
        id = c++;
    }

    public Tensor F() => zeros(10)[..(id + 1)].view(id + 1);

    public static Tensor G() => zeros(10)[..c][0];
}

public static class Ext2
{
    public static void Bump(this Box2 b) => b.N = 6;

    public static T Also<T>(this T t, Action<T> a)
    {
        a(t);
        return t;
    }
}

public static class Cfg
{
    public static int Hidden { get; set; } = 5;
    public static int H2 = 5;
    public static readonly int[] Arr = { 1, 2 };
    public static readonly Dictionary<string, int> D = new() { ["a"] = 5 };

    public static Tensor F() => zeros(6).view(H2);

    public static Tensor G() => zeros(6).view(Hidden);

    public static Tensor A() => zeros(6).view(Arr[0]);

    public static Tensor DD() => zeros(6).view(D["a"]);

    private static int priv = 5;

    public static void Set() => (priv, _) = (6, 1);

    public static Tensor Pv() => zeros(6).view(priv);
}

public class UserSetter : Module<Tensor, Tensor>
{
    Linear fc = Linear(3, 4);

    public UserSetter()
        : base("u")
    {
        RegisterComponents();
    }

    public Linear Fc
    {
        set => fc = value;
    }

    public override Tensor forward(Tensor x) => fc.call(x);
}

public static class D
{
    public static Tensor T01()
    {
        var o = new OnlyRO();
        o.S.Add(6);
        var l = new List<long>();
        var c = new CtorArg(l);
        l.Add(6);
        var p = new PrivList();
        p.Push(6);
        return o.F() + c.F() + p.F();
    }

    public static Tensor T02()
    {
        var a = new PrivQ();
        a.Push(1);
        var b = new PrivDict();
        b.Push(zeros(3));
        var c = new PrivDict2();
        c.Push(zeros(3));
        b.F();
        b.G();
        c.G();
        return a.F();
    }

    public static Tensor T03()
    {
        var a = new PrivStack();
        a.Push(1);
        a.F();
        var b = new PrivLL();
        b.Push(1);
        b.F();
        var c = new PrivHS();
        c.Push(1);
        c.F();
        var d = new PrivLst2();
        d.Push(1);
        d.F();
        var e = new PrivLst3();
        e.Push(1);
        e.F();
        var f = new PrivLst4();
        f.Q.Add(1);
        f.F();
        var g = new PrivLst5();
        g.Push(1);
        return g.F();
    }

    public static Tensor T04()
    {
        var a = new PrivBox();
        a.Push(1);
        a.F();
        var b = new PrivBuf();
        b.Push();
        b.F();
        var c = new PrivBuf2();
        c.Push();
        c.F();
        var d = new PrivBuf3();
        d.Push();
        d.F();
        var e = new PrivBuf4();
        e.Push();
        e.F();
        var f = new PrivBuf5();
        f.Push(zeros(2));
        f.F();
        var g = new PrivBuf6();
        g.Push();
        g.F();
        var h = new PrivT();
        h.Push(zeros(1, 2));
        return h.F();
    }

    public static Tensor T05()
    {
        var a = new PrivT2();
        a.Push();
        a.F();
        var b = new PrivT3();
        b.Push();
        b.F();
        var c = new PrivT4();
        c.Grow();
        c.F();
        var e = new Nest();
        e.Set();
        return e.F();
    }

    public static Tensor T06()
    {
        new Ini { B = 8 }.F();
        new Ini { M = zeros(1) }.G();
        return new RecCfg(2) { Total = 6 }.F() + new GenD().F();
    }

    public static Tensor T07()
    {
        ID i = new IDi();
        IExp e = new IExpB();
        IExp r = new Rein();
        VB v = new NewM();
        ID d = new IDe();
        return zeros(6).view(i.K()) + zeros(6).view(e.K()) + zeros(7).view(r.K()).sum() + zeros(6).view(v.K()) + zeros(5).view(d.K()).sum();
    }

    public static Tensor T08()
    {
        new StaticInit().F();
        new StaticInit().F();
        return StaticInit.G();
    }

    public static Tensor T09()
    {
        var b = new Box2();
        b.Bump();
        var c = new Box2().Also(x => x.N = 6);
        return zeros(6).view(b.N) + zeros(6).view(c.N);
    }

    public static Tensor T10()
    {
        Cfg.Hidden = 6;
        Cfg.H2 = 6;
        Cfg.Arr[0] = 6;
        Cfg.D["a"] = 6;
        Cfg.Set();
        return Cfg.F() + Cfg.G() + Cfg.A() + Cfg.DD() + Cfg.Pv();
    }

    public static Tensor T11()
    {
        var u = new UserSetter();
        u.Fc = Linear(3, 9);
        return u.call(zeros(1, 3)).view(9);
    }

    public static Tensor T12()
    {
        Cfg.H2 = 5;
        Action a = () => Cfg.H2 = 6;
        a();
        return zeros(6).view(Cfg.H2);
    }

    static int cnt;

    static int Next() => ++cnt;

    public static Tensor T13()
    {
        cnt = 0;
        Next();
        Next();
        return zeros(2).view(cnt);
    }

    static Tensor st = zeros(1);

    static void SetSt() => st = zeros(2, 3);

    public static Tensor T14()
    {
        st = zeros(4);
        SetSt();
        return st.view(6);
    }

    public static Tensor T15()
    {
        st = zeros(4);
        var t = System.Threading.Tasks.Task.Run(SetSt);
        t.Wait();
        return st.view(6);
    }

    public static Tensor T16()
    {
        var xs = new Tensor[2];
        void Put(int i, Tensor t) => xs[i] = t;
        Put(0, zeros(2));
        Put(1, zeros(3));
        return cat(xs).view(5);
    }

    public static Tensor T17()
    {
        var xs = new Tensor[2];
        Parallel.For(0, 2, i => xs[i] = zeros(3));
        return cat(xs).view(6);
    }

    public static Tensor T18()
    {
        var xs = new[] { zeros(1), zeros(1) };
        Parallel.For(
            0,
            2,
            i =>
            {
                xs[i] = zeros(3);
            }
        );
        return cat(xs).view(6);
    }

    public static Tensor T19()
    {
        var xs = new[] { zeros(1), zeros(1) };
        for (int i = 0; i < xs.Length; i++)
        {
            ref var r = ref xs[i];
            r = zeros(3);
        }
        return cat(xs).view(6);
    }

    public static Tensor T20()
    {
        var xs = new[] { zeros(1), zeros(1) };
        foreach (ref var r in xs.AsSpan())
            r = zeros(3);
        return cat(xs).view(6);
    }

    public static Tensor T21()
    {
        var xs = new[] { zeros(2), zeros(3) };
        Array.Sort(xs, (a, b) => (int)(b.shape[0] - a.shape[0]));
        return xs[0].view(3);
    }

    public static Tensor T22()
    {
        var xs = new[] { zeros(2), zeros(3) };
        (xs[0], xs[1]) = (xs[1], xs[0]);
        return xs[0].view(3);
    }

    public static Tensor T23()
    {
        var l = new List<Tensor> { zeros(2), zeros(3) };
        l.Reverse();
        return l[0].view(3);
    }

    public static Tensor T24()
    {
        var xs = new[] { 2, 3 };
        Array.Resize(ref xs, 3);
        return zeros(3).view(xs.Length);
    }

    public static Tensor T25()
    {
        var xs = new[] { 2, 3 };
        var ys = new int[2];
        Array.Copy(xs, ys, 2);
        xs.CopyTo(ys, 0);
        Buffer.BlockCopy(xs, 0, ys, 0, 8);
        return zeros(2).view(ys[0]);
    }

    public static Tensor T26()
    {
        var ys = new long[] { 1, 1 };
        new long[] { 2, 3 }.CopyTo(ys, 0);
        return zeros(6).view(ys);
    }

    public static Tensor T27()
    {
        var ys = new List<long> { 2, 3 };
        var a = new long[] { 1, 1 };
        ys.CopyTo(a);
        return zeros(6).view(a);
    }

    public static Tensor T28()
    {
        var y = new long[] { 2, 3 };
        var z = y.Select(v => v).Append(1).Prepend(1).Skip(1).Take(2).Reverse().ToArray();
        return zeros(6).view(z);
    }

    public static Tensor T29()
    {
        var y = new long[] { 2, 3 };
        var z = y.AsEnumerable();
        y[0] = 4;
        return zeros(12).view(z.ToArray());
    }

    public static Tensor T30()
    {
        var y = new List<long> { 2, 3 };
        var r = y.AsReadOnly();
        y.Add(1);
        return zeros(6).view(r.ToArray());
    }

    public static Tensor T31()
    {
        var y = new List<long> { 2, 3 };
        IEnumerable<long> r = y.Skip(1);
        y.Add(2);
        return zeros(6).view(r.ToArray());
    }

    public static Tensor T33()
    {
        var s = new Span<long>(new long[] { 2, 5 });
        s[1] = 3;
        return zeros(6).view(s.ToArray());
    }

    public static Tensor T34()
    {
        long[] a = { 2, 5, 7 };
        Span<long> s = a.AsSpan(1, 1);
        s[0] = 3;
        var m = a.AsMemory();
        m.Span[2] = 1;
        return zeros(6).view(a);
    }

    public static Tensor T35()
    {
        long[] a = { 2, 5, 3 };
        Span<long> s = a;
        s = s[1..];
        s[0] = 1;
        return zeros(6).view(a);
    }

    public static Tensor T36()
    {
        Span<long> s = stackalloc long[2];
        s[0] = 2;
        s[1] = 3;
        return zeros(6).view(s.ToArray());
    }

    public static Tensor T39()
    {
        var s = new { A = 5, B = 6 };
        var t = s with { A = 6 };
        return zeros(6).view(t.A);
    }

    public static Tensor T40()
    {
        var t = (5, 6);
        var (a, _) = t;
        t.Item1 = 6;
        return zeros(6).view(t.Item1) + zeros(5).view(a).sum();
    }
}
