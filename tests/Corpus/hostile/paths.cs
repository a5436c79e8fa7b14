using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntPathsOk;

static class Config
{
    public static string Read(string key, string fallback) => Environment.GetEnvironmentVariable("HUNT_" + key) ?? fallback;
    public static int Int(string key, int fallback) => int.Parse(Read(key, fallback.ToString()));
    public static bool Flag(string key, bool fallback) => bool.Parse(Read(key, fallback.ToString()));
}
public static class GrayOrColor
{
    static Tensor ToGray(Tensor x)
    {
        if (x.shape[1] == 3)
        {
            var w = tensor(new[] { 0.3f, 0.59f, 0.11f }).view(1, 3, 1, 1);
            return (x * w).sum(1, keepdim: true);
        }
        return x;
    }
    public static void Run() { var c = Conv2d(1, 4, 3); c.forward(ToGray(rand(2, 3, 8, 8))); c.forward(ToGray(rand(2, 1, 8, 8))); }
}
public static class UnsqueezeIfNeeded
{
    static Tensor Batched(Tensor x)
    {
        if (x.dim() == 3) x = x.unsqueeze(0);
        if (x.ndim != 4) throw new ArgumentException("image");
        return x;
    }
    public static void Run() { var bn = BatchNorm2d(3); bn.forward(Batched(rand(3, 8, 8))); bn.forward(Batched(rand(2, 3, 8, 8))); }
}
public static class SwitchOnRank
{
    static Tensor Flat(Tensor x) => x.dim() switch { 2 => x, 3 => x.flatten(1), 4 => x.mean(new long[] { 2, 3 }).repeat(1, 4), _ => throw new NotSupportedException() };
    public static void Run() { var fc = Linear(16, 2); fc.forward(Flat(rand(3, 16))); fc.forward(Flat(rand(3, 4, 4))); fc.forward(Flat(rand(3, 4, 7, 7))); }
}
public static class FlagConsistent
{
    class Net : Module<Tensor, Tensor>
    {
        readonly bool pos; readonly Linear fc; readonly Embedding emb = Embedding(10, 8);
        public Net(bool pos) : base("n") { this.pos = pos; fc = Linear(pos ? 12 : 8, 2); RegisterComponents(); }
        public override Tensor forward(Tensor ids)
        {
            var x = emb.forward(ids);
            if (pos) x = cat(new[] { x, zeros(x.shape[0], 4) }, 1);
            return fc.forward(x);
        }
    }
    public static void Run() { new Net(Config.Flag("POS", true)).forward(arange(3)); new Net(false).forward(arange(3)); }
}
public static class Bidirectional
{
    class Net : Module<Tensor, Tensor>
    {
        readonly bool bi; readonly LSTM lstm; readonly Linear fc;
        public Net(bool bi) : base("n") { this.bi = bi; lstm = LSTM(4, 8, bidirectional: bi, batchFirst: true); fc = Linear(bi ? 16 : 8, 2); RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var (_, h, _) = lstm.forward(x);
            var last = bi ? cat(new[] { h[-2], h[-1] }, 1) : h[-1];
            return fc.forward(last);
        }
    }
    public static void Run() { new Net(Config.Flag("BI", true)).forward(rand(2, 5, 4)); new Net(Config.Flag("BI", false)).forward(rand(2, 5, 4)); }
}
public static class Downsample
{
    class Block : Module<Tensor, Tensor>
    {
        readonly Conv2d conv; readonly Module<Tensor, Tensor> downsample;
        public Block(int i, int o, int stride = 1) : base("b")
        {
            conv = Conv2d(i, o, 3, stride: stride, padding: 1);
            if (stride != 1 || i != o) downsample = Sequential(Conv2d(i, o, 1, stride: stride), BatchNorm2d(o));
            RegisterComponents();
        }
        public override Tensor forward(Tensor x)
        {
            var id = x;
            if (downsample != null) id = downsample.forward(x);
            return functional.relu(conv.forward(x) + id);
        }
    }
    public static void Run() { var s = Config.Int("STRIDE", 2); new Block(8, 16, s).forward(rand(2, 8, 8, 8)); new Block(8, 8).forward(rand(2, 8, 8, 8)); new Block(8, 8, 2).forward(rand(2, 8, 8, 8)); }
}
public static class NullConditional
{
    class Block : Module<Tensor, Tensor>
    {
        readonly Linear a; readonly Linear proj;
        public Block(int i, int o) : base("b") { a = Linear(i, o); proj = i == o ? null : Linear(i, o, false); RegisterComponents(); }
        public override Tensor forward(Tensor x) => a.forward(x) + (proj?.forward(x) ?? x);
    }
    public static void Run() { int o = Config.Int("OUT", 6); new Block(4, o).forward(rand(2, 4)); new Block(o, o).forward(rand(2, o)); }
}
public static class EnumConfig
{
    enum Head { Linear, Mlp, Conv }
    class Net : Module<Tensor, Tensor>
    {
        readonly Head kind; readonly Module<Tensor, Tensor> head;
        public Net(Head k) : base("n")
        {
            kind = k;
            head = k switch { Head.Linear => Linear(64, 5), Head.Mlp => Sequential(Linear(64, 32), ReLU(), Linear(32, 5)), _ => Conv2d(4, 5, 4) };
            RegisterComponents();
        }
        public override Tensor forward([Shape("N", 4, 4, 4)] Tensor x)
        {
            if (kind != Head.Conv) x = x.flatten(1);
            var y = head.forward(x);
            return kind == Head.Conv ? y.flatten(1) : y;
        }
    }
    public static void Run() { foreach (var k in Enum.GetValues<Head>()) new Net(k).forward(rand(2, 4, 4, 4)); new Net(Enum.Parse<Head>(Config.Read("HEAD", "Conv"))).forward(rand(1, 4, 4, 4)); }
}
public static class StringMode
{
    static (int channels, Tensor data) Load(string mode) => mode == "rgb" ? (3, rand(2, 3, 8, 8)) : (1, rand(2, 1, 8, 8));
    public static void Run()
    {
        foreach (var mode in new[] { Config.Read("MODE", "rgb"), "gray" })
        {
            var (c, x) = Load(mode);
            Conv2d(c, 8, 3).forward(x);
            if (mode == "rgb") Conv2d(3, 4, 3).forward(x);
            else Conv2d(1, 4, 3).forward(x);
        }
    }
}
public static class SameConditionTwice
{
    public static void Run()
    {
        var x = rand(4, 6);
        bool big = Config.Flag("BIG", true);
        if (big) x = x.repeat(1, 2);
        x = x * 2;
        var y = big ? Linear(12, 1).forward(x) : Linear(6, 1).forward(x);
    }
}
public static class NegatedLater
{
    public static void Run()
    {
        var x = rand(4, 6);
        bool flat = Config.Flag("FLAT", false);
        if (!flat) x = x.view(4, 2, 3);
        if (flat) Linear(6, 1).forward(x);
        else Linear(3, 1).forward(x);
    }
}
public static class MatchingShapes
{
    static void LoadInto(Tensor target, Tensor source)
    {
        if (target.shape.SequenceEqual(source.shape)) using (no_grad()) target.copy_(source);
        else Console.WriteLine("skipped");
    }
    public static void Run() { var fc = Linear(4, 2); LoadInto(fc.weight, rand(2, 4)); LoadInto(fc.weight, rand(3, 4)); }
}
public static class ResidualIfSame
{
    class Mb : Module<Tensor, Tensor>
    {
        readonly Conv2d c; readonly bool use;
        public Mb(int i, int o, int s) : base("m") { c = Conv2d(i, o, 3, stride: s, padding: 1); use = s == 1 && i == o; RegisterComponents(); }
        public override Tensor forward(Tensor x) => use ? x + c.forward(x) : c.forward(x);
    }
    public static void Run()
    {
        var x = rand(1, 8, 16, 16);
        foreach (var (i, o, s) in new[] { (8, 8, 1), (8, 16, 1), (16, 16, 2), (16, 16, Config.Int("S", 1)) }) x = new Mb(i, o, s).forward(x);
    }
}
public static class PadToMultiple
{
    static Tensor Pad(Tensor x, int m)
    {
        var h = (int)x.shape[2];
        if (h % m != 0) x = functional.pad(x, new long[] { 0, 0, 0, m - h % m });
        return x.view(x.shape[0], x.shape[1], -1, m, x.shape[3]);
    }
    public static void Run() { Pad(rand(1, 3, 10, 4), 4); Pad(rand(1, 3, 8, 4), 4); }
}
public static class UpsampleIfDifferent
{
    class Up : Module<Tensor, Tensor, Tensor>
    {
        readonly ConvTranspose2d up = ConvTranspose2d(8, 4, 2, stride: 2); readonly Conv2d c = Conv2d(8, 4, 3, padding: 1);
        public Up() : base("u") { RegisterComponents(); }
        public override Tensor forward(Tensor x, Tensor skip)
        {
            x = up.forward(x);
            if (x.shape[2] != skip.shape[2] || x.shape[3] != skip.shape[3])
                x = functional.interpolate(x, new long[] { skip.shape[2], skip.shape[3] });
            return c.forward(cat(new[] { skip, x }, 1));
        }
    }
    public static void Run() { var u = new Up(); u.forward(rand(1, 8, 4, 4), rand(1, 4, 8, 8)); u.forward(rand(1, 8, 4, 4), rand(1, 4, 9, 9)); }
}
public static class TrainingTuple
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear a = Linear(8, 4), aux = Linear(8, 4);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x) => training ? stack(new[] { a.forward(x), aux.forward(x) }) : a.forward(x);
    }
    public static void Run()
    {
        var n = new Net(); var y = randint(0, 4, new long[] { 3 });
        var o = n.forward(rand(3, 8));
        functional.cross_entropy(o[0] + o[1], y);
        n.eval();
        functional.cross_entropy(n.forward(rand(3, 8)), y);
    }
}
public static class ThrowsUnless
{
    static Tensor Step(Tensor x)
    {
        if (x.shape[^1] != 4) throw new ArgumentException($"expected 4 features, got {x.shape[^1]}");
        return Linear(4, 1).forward(x);
    }
    public static void Run()
    {
        Step(rand(2, 4));
        try { Step(rand(2, 5)); } catch (ArgumentException) { }
    }
}
public static class TryThenFix
{
    public static void Run()
    {
        var fc = Linear(4, 2);
        foreach (var x in new[] { rand(3, 4), rand(4, 3) })
        {
            Tensor y;
            try { y = fc.forward(x); }
            catch (System.Runtime.InteropServices.ExternalException) { y = fc.forward(x.t()); }
            Console.WriteLine(y.shape[0]);
        }
    }
}
public static class CropOrPad
{
    static Tensor Fix(Tensor x, int n)
    {
        var len = x.shape[0];
        if (len > n) return x[..n];
        if (len < n) return cat(new[] { x, zeros(n - len) });
        return x;
    }
    public static void Run() { var fc = Linear(16, 1); fc.forward(Fix(rand(10), 16)); fc.forward(Fix(rand(20), 16)); fc.forward(Fix(rand(16), 16)); }
}
public static class FullBatchesOnly
{
    public static void Run()
    {
        int n = Config.Int("N", 70);
        var x = rand(n, 4); var state = zeros(32, 4);
        for (int at = 0; at < n; at += 32)
        {
            var batch = x[at..Math.Min(at + 32, n)];
            if (batch.shape[0] < 32) continue;
            state = state * 0.9 + batch * 0.1;
        }
    }
}
public static class FirstStepInit
{
    public static void Run()
    {
        Tensor running = null;
        for (int i = 0; i < 3; i++)
        {
            var b = rand(5, 3).mean(new long[] { 0 });
            running = running is null ? b : running * 0.9 + b * 0.1;
        }
        Linear(3, 1).forward(running);
    }
}
public static class GrowingSequence
{
    public static void Run()
    {
        int max = Config.Int("MAX", 6);
        var pos = Embedding(8, 4);
        var ids = zeros(1, 5, dtype: int64);
        for (int i = 0; i < max; i++)
        {
            var cond = ids.shape[1] <= 8 ? ids : ids[.., ^8..];
            var h = pos.forward(arange(cond.shape[1])) + Embedding(10, 4).forward(cond);
            ids = cat(new[] { ids, zeros(1, 1, dtype: int64) }, 1);
        }
    }
}
public static class ProgressiveStage
{
    class Gen : Module<Tensor, Tensor>
    {
        readonly ConvTranspose2d a = ConvTranspose2d(16, 8, 4), b = ConvTranspose2d(8, 4, 4, stride: 2, padding: 1);
        readonly Conv2d rgb4 = Conv2d(8, 3, 1), rgb8 = Conv2d(4, 3, 1);
        public int stage;
        public Gen() : base("g") { RegisterComponents(); }
        public override Tensor forward(Tensor z)
        {
            z = a.forward(z);
            if (stage > 0) z = b.forward(z);
            return stage == 0 ? rgb4.forward(z) : rgb8.forward(z);
        }
    }
    public static void Run() { var g = new Gen(); g.forward(rand(1, 16, 1, 1)); g.stage = Config.Int("STAGE", 1); g.forward(rand(1, 16, 1, 1)); }
}
public static class DelegateChosen
{
    public static void Run()
    {
        bool rgb = Config.Flag("RGB", true);
        Func<int, Tensor> load = rgb ? n => rand(n, 3, 8, 8) : n => rand(n, 1, 8, 8);
        var conv = rgb ? Conv2d(3, 4, 3) : Conv2d(1, 4, 3);
        conv.forward(load(2));
    }
}
public static class RecordConfig
{
    record Cfg(int Dim, int Heads, bool Proj);
    class Net : Module<Tensor, Tensor>
    {
        readonly Cfg cfg; readonly Linear proj, head;
        public Net(Cfg c) : base("n")
        {
            cfg = c;
            if (c.Proj) { proj = Linear(c.Dim, 2 * c.Dim); head = Linear(2 * c.Dim, 3); }
            else head = Linear(c.Dim, 3);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x)
        {
            if (cfg.Proj) x = proj.forward(x);
            return head.forward(x);
        }
    }
    public static void Run() { new Net(new Cfg(8, 2, Config.Flag("PROJ", true))).forward(rand(2, 8)); new Net(new Cfg(8, 2, false)).forward(rand(2, 8)); }
}
public static class DictionaryOfHeads
{
    public static void Run()
    {
        var heads = new Dictionary<string, Linear> { ["a"] = Linear(4, 2), ["b"] = Linear(6, 2) };
        var inputs = new Dictionary<string, Tensor> { ["a"] = rand(3, 4), ["b"] = rand(3, 6) };
        foreach (var (k, x) in inputs) heads[k].forward(x);
        heads[Config.Read("WHICH", "b")].forward(inputs[Config.Read("WHICH", "b")]);
    }
}
public static class SqueezeLast
{
    static Tensor Loss(Tensor p, Tensor y)
    {
        if (p.dim() > y.dim()) p = p.squeeze(-1);
        return functional.binary_cross_entropy_with_logits(p, y);
    }
    public static void Run() { Loss(randn(4, 1), rand(4)); Loss(randn(4), rand(4)); Loss(randn(4, 3), rand(4, 3)); }
}
public static class SoftOrHardTargets
{
    static Tensor Loss(Tensor logits, Tensor y)
    {
        if (y.dtype == int64 && y.dim() == 1) return functional.cross_entropy(logits, y);
        return -(y * logits.log_softmax(1)).sum(1).mean();
    }
    public static void Run() { Loss(randn(4, 3), randint(0, 3, new long[] { 4 })); Loss(randn(4, 3), rand(4, 3)); }
}
public static class EncoderDecoderSizes
{
    class Vae : Module<Tensor, Tensor>
    {
        readonly bool conditional; readonly Linear enc, dec;
        public Vae(bool conditional, int classes = 10) : base("v")
        {
            this.conditional = conditional;
            var extra = conditional ? classes : 0;
            enc = Linear(20 + extra, 4); dec = Linear(4 + extra, 20);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => conditional ? throw new InvalidOperationException("needs a label") : dec.forward(enc.forward(x));
        public Tensor forward(Tensor x, Tensor y)
        {
            if (!conditional) return forward(x);
            var c = functional.one_hot(y, 10).@float();
            return dec.forward(cat(new[] { enc.forward(cat(new[] { x, c }, 1)), c }, 1));
        }
    }
    public static void Run() { new Vae(Config.Flag("COND", true)).forward(rand(3, 20), arange(3)); new Vae(false).forward(rand(3, 20), arange(3)); }
}
public static class IsPattern
{
    static Tensor Through(IEnumerable<Module> layers, Tensor x)
    {
        foreach (var m in layers)
        {
            if (m is Linear) x = x.flatten(1);
            x = ((Module<Tensor, Tensor>)m).forward(x);
        }
        return x;
    }
    public static void Run() => Through(new Module[] { Conv2d(1, 4, 3), ReLU(), Linear(4 * 36, 10), ReLU(), Linear(10, 2) }, rand(2, 1, 8, 8));
}
public static class WhileHalving
{
    public static void Run()
    {
        var x = rand(1, 4, Config.Int("SIZE", 32), 32);
        while (x.shape[2] > 4) x = functional.max_pool2d(x, 2);
        if (x.shape[2] == 4 && x.shape[3] == 4) Linear(64, 2).forward(x.flatten(1));
    }
}
public static class BoundedReshape
{
    static Tensor Square(Tensor x)
    {
        var n = (long)Math.Sqrt(x.shape[1]);
        if (n * n == x.shape[1]) return x.view(-1, n, n);
        return x.unsqueeze(1);
    }
    public static void Run() { Square(rand(2, 16)); Square(rand(2, 17)); }
}
public static class TeacherForcing
{
    public static void Run()
    {
        var cell = LSTMCell(4, 8); var outp = Linear(8, 4);
        var target = rand(5, 2, 4);
        var (h, c) = (zeros(2, 8), zeros(2, 8));
        var inp = zeros(2, 4);
        for (int t = 0; t < 5; t++)
        {
            (h, c) = cell.forward(inp, (h, c));
            var y = outp.forward(h);
            inp = Random.Shared.NextDouble() < 0.5 ? target[t] : y.detach();
        }
    }
}
public static class NumClasses
{
    static Tensor Loss(Tensor logits, Tensor y, int classes) => classes == 1
        ? functional.binary_cross_entropy_with_logits(logits.squeeze(1), y.@float())
        : functional.cross_entropy(logits, y);
    public static void Run() { foreach (var k in new[] { 1, 3, Config.Int("K", 2) }) Loss(Linear(4, k).forward(rand(5, 4)), randint(0, Math.Max(k, 2), new long[] { 5 }), k); }
}
public static class CacheHit
{
    class Rope
    {
        Tensor cos; long length;
        public Tensor Apply(Tensor x)
        {
            if (cos is null || length < x.shape[1])
            {
                length = x.shape[1];
                cos = (arange(length).unsqueeze(1) * rand(1, 8)).cos();
            }
            return x * cos[..(int)x.shape[1]];
        }
    }
    public static void Run() { var r = new Rope(); r.Apply(rand(2, 5, 8)); r.Apply(rand(2, 9, 8)); r.Apply(rand(2, 3, 8)); }
}
public static class AssertDebug
{
    public static void Run()
    {
        var x = rand(2, Config.Int("F", 6));
        System.Diagnostics.Debug.Assert(x.shape[1] % 2 == 0);
        var half = x.shape[1] / 2;
        if (half == 3) Linear(3, 1).forward(x[.., ..3]);
        else Linear(half, 1).forward(x[.., ..(int)half]);
    }
}
