using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostPaths;
public static class ModesDict
{
    enum Mode { Gray, Rgb }
    static readonly Dictionary<Mode, long> Channels = new() { [Mode.Gray] = 1, [Mode.Rgb] = 3 };
    static Tensor Load(Mode m) => m == Mode.Gray ? randn(2, 1, 8, 8) : randn(2, 3, 8, 8);
    static Tensor Run1(Mode m)
    {
        var x = Load(m);
        if (Channels[m] == 1) x = x.expand(-1, 3, -1, -1);
        return Conv2d(3, 4, 3).forward(x);
    }
    public static void Run() { Run1(Mode.Gray); Run1(Mode.Rgb); }
}
public static class SwitchExprSizes
{
    static Tensor F(string kind)
    {
        var (size, layer) = kind switch { "small" => (8L, Linear(8, 2)), "large" => (16L, Linear(16, 2)), _ => throw new ArgumentException(kind) };
        return layer.forward(randn(3, size));
    }
    public static void Run() { F("small"); F("large"); }
}
public static class FlagsTogether
{
    static Tensor F(bool deep)
    {
        Tensor x = randn(4, 8); var wide = false; var layers = new List<Module<Tensor, Tensor>> { Linear(8, 8) };
        if (deep) { x = cat(new[] { x, x }, 1); wide = true; layers[0] = Linear(16, 8); }
        if (wide) x = x.view(4, 2, 8).flatten(1); else x = x.view(4, 8);
        return layers[0].forward(x);
    }
    public static void Run() { F(true); F(false); }
}
public static class HelperTests
{
    static bool IsImage(Tensor t) => t.dim() == 4;
    static bool HasRows(this Tensor t) => t.Dimensions == 2;
    static Tensor F(Tensor x)
    {
        if (IsImage(x)) return Conv2d(3, 4, 3).forward(x);
        if (x.HasRows()) return Linear(10, 4).forward(x);
        return x.flatten();
    }
    public static void Run() { F(randn(2, 3, 8, 8)); F(randn(2, 10)); F(randn(3)); }
}
public static class PropertyPatterns
{
    static Tensor F(Tensor x) => x switch
    {
        { Dimensions: 4 } => Conv2d(3, 4, 3).forward(x),
        { shape: [_, 10] } => Linear(10, 4).forward(x),
        { shape: [_, var n] } when n == 5 => Linear(5, 4).forward(x),
        { shape.Length: 3 } => Conv1d(3, 4, 3).forward(x),
        { dtype: ScalarType.Int64 } => Embedding(10, 4).forward(x),
        _ => x
    };
    public static void Run() { F(randn(2, 3, 8, 8)); F(randn(2, 10)); F(randn(2, 5)); F(randn(2, 3, 8)); F(arange(3)); F(randn(3)); }
}
public static class EarlyContinue
{
    public static void Run()
    {
        var net = Linear(8, 2);
        foreach (var x in new[] { randn(4, 8), randn(8), randn(2, 3), randn(4, 5, 8) })
        {
            if (x.shape[^1] != 8) continue;
            if (x.dim() == 1) { net.forward(x.unsqueeze(0)); continue; }
            net.forward(x);
        }
        for (int n = 1; n < 20; n++)
        {
            if (16 % n != 0) continue;
            Linear(16 / n, 2).forward(randn(4, 16).view(-1, 16 / n));
        }
    }
}
public static class NullableState
{
    class Rnn
    {
        readonly GRUCell cell = GRUCell(8, 16); Tensor h; long n = -1;
        public Tensor Step(Tensor x)
        {
            if (h is null || n != x.shape[0]) { h = zeros(x.shape[0], 16); n = x.shape[0]; }
            return h = cell.forward(x, h);
        }
    }
    public static void Run() { var r = new Rnn(); r.Step(randn(4, 8)); r.Step(randn(4, 8)); r.Step(randn(2, 8)); }
}
public static class LoopSizes
{
    public static void Run()
    {
        var sizes = new[] { 32, 16, 8, 4 }; var x = randn(5, 32); long cur = 32;
        foreach (var s in sizes.Skip(1)) { x = Linear(cur, s).forward(x).relu(); cur = s; }
        for (int i = 0; i < sizes.Length - 1; i++) Linear(sizes[i], sizes[i + 1]).forward(randn(2, sizes[i]));
        var img = randn(1, 3, 64, 64); int c = 3;
        while (img.shape[2] > 4) { img = Conv2d(c, c * 2, 3, stride: 2, padding: 1).forward(img); c *= 2; }
        Linear(c * 16, 2).forward(img.flatten(1));
    }
}
public static class UNet
{
    public static void Run()
    {
        var x = randn(1, 4, 32, 32); var skips = new Stack<Tensor>(); int c = 4;
        for (int i = 0; i < 3; i++) { skips.Push(x); x = Conv2d(c, c * 2, 2, stride: 2).forward(x); c *= 2; }
        while (skips.Count > 0)
        {
            x = ConvTranspose2d(c, c / 2, 2, stride: 2).forward(x); c /= 2;
            x = Conv2d(c * 2, c, 1).forward(cat(new[] { x, skips.Pop() }, 1));
        }
        Conv2d(4, 1, 1).forward(x);
    }
}
public static class ReductionMode
{
    enum Red { None, Mean, Sum }
    static Tensor F(Tensor x, Red r)
    {
        var l = x.pow(2);
        l = r switch { Red.Mean => l.mean(), Red.Sum => l.sum(), _ => l };
        return r == Red.None ? l[0] : l;
    }
    public static void Run() { F(randn(3), Red.None); F(randn(3), Red.Mean).ToSingle(); }
}
public static class OptionalParts
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear proj; readonly Linear main; readonly bool pre;
        public Net(int i, int o, bool pre = false) : base("n")
        { this.pre = pre; if (i != o) proj = Linear(i, o); main = Linear(pre ? o : i, o); RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var r = proj is null ? x : proj.forward(x);
            return pre ? main.forward(r) + r : main.forward(x) + r;
        }
    }
    public static void Run() { new Net(8, 8).forward(randn(2, 8)); new Net(8, 4).forward(randn(2, 8)); new Net(8, 4, true).forward(randn(2, 8)); }
}
public static class PoolKind
{
    class Net : Module<Tensor, Tensor>
    {
        readonly string pool; readonly Linear f;
        public Net(string pool) : base("n") { this.pool = pool; f = Linear(pool is "cat" or "both" ? 16 : 8, 2); RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            Tensor h;
            switch (pool)
            {
                case "mean": h = x.mean(new long[] { 1 }); break;
                case "max": h = x.max(1).values; break;
                case "cat": case "both": h = cat(new[] { x.mean(new long[] { 1 }), x.max(1).values }, 1); break;
                default: throw new InvalidOperationException();
            }
            return f.forward(h);
        }
    }
    public static void Run() { foreach (var p in new[] { "mean", "max", "cat", "both" }) new Net(p).forward(randn(2, 5, 8)); }
}
public static class RankFix
{
    static Tensor Fix(Tensor x)
    {
        while (x.dim() < 4) x = x.unsqueeze(0);
        if (x.shape[1] == 1) x = x.repeat(1, 3, 1, 1);
        else if (x.shape[1] == 4) x = x[.., ..3];
        return x;
    }
    public static void Run() { var c = Conv2d(3, 4, 3); c.forward(Fix(randn(8, 8))); c.forward(Fix(randn(4, 8, 8))); c.forward(Fix(randn(2, 3, 8, 8))); }
}
public static class OutFlag
{
    static bool TryCrop(Tensor x, int s, out Tensor y)
    {
        if (x.shape[^1] < s) { y = x; return false; }
        y = x[.., ..s]; return true;
    }
    public static void Run()
    {
        foreach (var n in new[] { 4, 8, 12 })
            if (TryCrop(randn(2, n), 8, out var y)) Linear(8, 2).forward(y);
            else Linear(n, 2).forward(y);
    }
}
public static class ShapesEqual
{
    static Tensor Add(Tensor a, Tensor b)
    {
        if (a.shape.SequenceEqual(b.shape)) return a + b;
        if (a.numel() == b.numel()) return a + b.view(a.shape);
        if (a.shape[0] == b.shape[0]) return cat(new[] { a, b }, 1);
        return a.sum() + b.sum();
    }
    public static void Run() { Add(randn(2, 3), randn(2, 3)); Add(randn(2, 3), randn(3, 2)); Add(randn(2, 3), randn(2, 4)); Add(randn(2, 3), randn(4, 5)); }
}
public static class StateMachine
{
    public static void Run()
    {
        Tensor x = randn(2, 8); var stage = 0;
        while (stage < 3)
        {
            switch (stage)
            {
                case 0: x = Linear(8, 16).forward(x); break;
                case 1: x = Linear(16, 4).forward(x); break;
                case 2: x = Linear(4, 1).forward(x); break;
            }
            stage++;
        }
    }
}
public static class FirstIteration
{
    public static void Run()
    {
        Tensor prev = null; var f = Linear(16, 8); var first = true; var h = zeros(2, 0);
        for (int i = 0; i < 3; i++)
        {
            var x = randn(2, 8);
            if (!first) x = f.forward(cat(new[] { x, prev }, 1));
            prev = x; first = false;
            h = cat(new[] { h, x }, 1);
        }
        Linear(24, 1).forward(h);
    }
}
public static class LayersByIndex
{
    public static void Run()
    {
        var layers = new Module<Tensor, Tensor>[] { Linear(8, 16), ReLU(), Linear(16, 4) };
        var x = randn(2, 8);
        for (int i = 0; i < layers.Length; i++) x = layers[i].forward(x);
        var named = new (string, Module<Tensor, Tensor>)[] { ("a", Linear(4, 8)), ("b", Linear(8, 4)) };
        foreach (var (n, l) in named) x = n == "a" ? l.forward(x) : l.forward(x) + 1;
        var list = ModuleList<Module<Tensor, Tensor>>(Linear(4, 5), Linear(5, 6));
        foreach (var l in list) x = l.forward(x);
        var funcs = new Func<Tensor, Tensor>[] { t => t.unsqueeze(1), t => t.expand(2, 3, 6), t => Linear(6, 2).forward(t) };
        foreach (var g in funcs) x = g(x);
        x = funcs.Take(0).Aggregate(x, (t, g) => g(t));
    }
}
public static class TrainEval
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear a = Linear(8, 4), aux = Linear(4, 4);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x) { var h = a.forward(x); return training ? stack(new[] { h, aux.forward(h) }) : h; }
    }
    public static void Run()
    {
        var n = new Net(); n.train(); var o = n.forward(randn(3, 8)); var l = o[0] + 0.3 * o[1]; functional.cross_entropy(l, zeros(3, dtype: int64));
        n.eval(); functional.cross_entropy(n.forward(randn(3, 8)), zeros(3, dtype: int64));
    }
}
public static class GotoDefault
{
    static Tensor Pad(Tensor x, int to)
    {
        var n = (int)x.shape[0];
        if (n == to) return x;
        if (n > to) return x[..to];
        return cat(new[] { x, zeros(to - n, 3) });
    }
    public static void Run() => stack(new[] { Pad(randn(2, 3), 4), Pad(randn(4, 3), 4), Pad(randn(6, 3), 4) }).view(3, 12);
}
public static class SizesByConfig
{
    record Cfg(int In = 8, int Hid = 16, bool Gate = false) { public int Width => Gate ? 2 * Hid : Hid; }
    static Tensor F(Cfg c, Tensor x)
    {
        var h = Linear(c.In, c.Width).forward(x);
        if (c.Gate) { var p = h.chunk(2, 1); h = p[0] * p[1].sigmoid(); }
        return Linear(c.Hid, 1).forward(h);
    }
    public static void Run() { F(new Cfg(), randn(2, 8)); F(new Cfg(Gate: true), randn(2, 8)); F(new Cfg() with { In = 4, Gate = true }, randn(2, 4)); }
}
public static class UsingFinally
{
    public static void Run()
    {
        Tensor result = null;
        using (var scope = NewDisposeScope())
        {
            try { result = Linear(8, 2).forward(randn(3, 8)).MoveToOuterDisposeScope(); }
            finally { result ??= zeros(3, 2); }
        }
        using (no_grad()) result = cat(new[] { result, zeros(1, 2) });
        Linear(2, 1).forward(result);
    }
}
public static class CountdownRemain
{
    public static void Run()
    {
        var x = randn(10, 4); long at = 0; var f = Linear(4, 1);
        while (at < x.shape[0]) { var n = Math.Min(3, x.shape[0] - at); var b = x.narrow(0, at, n); var y = f.forward(b).squeeze(1); functional.mse_loss(y, zeros(n)); at += n; }
        foreach (var b in x.split(3)) if (b.shape[0] == 3) b.view(3, 2, 2); else b.view(1, 2, 2);
        int i = 0; foreach (var b in x.chunk(4)) { if (++i < 4) b.view(3, 4); else b.view(4); }
    }
}
public static class Ternaries
{
    static Tensor F(bool two, Tensor x)
    {
        var k = two ? 2 : 1;
        var f = Linear(8 * k, 4);
        var h = two ? cat(new[] { x, x }, -1) : x;
        return f.forward(h);
    }
    static Tensor G(int? extra, Tensor x)
    {
        if (extra is int e) x = cat(new[] { x, zeros(x.shape[0], e) }, 1);
        return Linear(8 + (extra ?? 0), 2).forward(x);
    }
    static Tensor H(Tensor x, Tensor mask = null, bool sum = false)
    {
        if (mask is not null) x = x * mask;
        if (sum) x = x.sum(new long[] { 1 }, keepdim: true);
        return sum ? Linear(1, 2).forward(x) : Linear(8, 2).forward(x);
    }
    public static void Run() { F(true, randn(2, 8)); F(false, randn(2, 8)); G(null, randn(2, 8)); G(3, randn(2, 8)); H(randn(2, 8), ones(8), true); H(randn(2, 8), sum: false); }
}
