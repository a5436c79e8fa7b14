using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostTypes;

public static class CastToFloat
{
    public static void Run()
    {
        double d = 0.5; int n = 7;
        var t = tensor((float)d);
        Console.WriteLine(t.item<float>());
        var k = tensor((long)n);
        Console.WriteLine(k.item<long>());
        var s = tensor((double)n);
        Console.WriteLine(s.item<double>());
    }
}
public static class CastArg
{
    public static void Run()
    {
        int cls = 2;
        var idx = tensor((long)cls).unsqueeze(0);
        var loss = functional.cross_entropy(randn(1, 5), idx);
    }
}
public static class FullOfDoubleVar
{
    public static void Run()
    {
        double value = 3;
        var x = full(new long[] { 2, 4 }, value);
        Linear(4, 2).forward(x);
    }
}
public static class FullOfCast
{
    static Tensor Level(int n) => full(new long[] { 2, 4 }, (double)n);
    public static void Run() => Linear(4, 2).forward(Level(3));
}
public static class FullFloatConst
{
    const float Pad = 0;
    public static void Run()
    {
        var x = full(new long[] { 2, 4 }, Pad);
        Linear(4, 2).forward(x);
    }
}
public static class IntTimesDoubleVar
{
    public static void Run()
    {
        double scale = 2;
        var x = arange(12).view(3, 4) * scale;
        Linear(4, 2).forward(x);
    }
}
public static class IntDivDoubleConst
{
    const double Max = 255;
    public static void Run()
    {
        var x = randint(0, 256, new long[] { 2, 3, 8, 8 }).div(Max);
        Conv2d(3, 4, 3).forward(x);
        var y = randint(0, 256, new long[] { 2, 3, 8, 8 }).mul(Max);
        Conv2d(3, 4, 3).forward(y);
    }
}
public static class IntPlusFloatParam
{
    static Tensor Shift(Tensor ids, float by) => ids + by;
    public static void Run()
    {
        var x = Shift(arange(8), 1);
        Linear(8, 2).forward(x);
    }
}
public static class ArangeDoubleVar
{
    public static void Run()
    {
        double stop = 8;
        var x = arange(stop);
        Linear(8, 2).forward(x);
        float start = 0;
        Linear(8, 2).forward(arange(start, 8f));
        int n = 4;
        Linear(8, 2).forward(arange(0, 2.0 * n));
        Linear(4, 2).forward(arange((double)n));
    }
}
public static class PowMinusOneDouble
{
    public static void Run()
    {
        double e = -1;
        var x = arange(1, 5).pow(e);
        Linear(4, 2).forward(x);
    }
}
public static class ShapeHelpersDtype
{
    static Tensor Grid(int n, ScalarType dtype) => linspace(0, 1, n, dtype: dtype);
    public static void Run()
    {
        Linear(5, 2).forward(Grid(5, float32));
        var d = Grid(5, float64);
        var w = randn(2, 5, dtype: d.dtype);
        w.matmul(d);
    }
}
public static class ToDtypeOf
{
    static Tensor Like(Tensor a, Tensor b) => a.to(b.dtype);
    public static void Run()
    {
        var x = tensor(new double[] { 1, 2, 3 });
        var w = randn(2, 3);
        w.matmul(Like(x, w));
        w.to(x.dtype).matmul(x);
        w.type_as(x).matmul(x);
    }
}
public static class WhereZeroDim
{
    public static void Run()
    {
        var x = randn(4, 3);
        var y = where(x > 0, x, tensor(0.0));
        Linear(3, 2).forward(y.to(float32));
        var z = where(x > 0, x, zeros_like(x));
        Linear(3, 2).forward(z);
        var m = x.where(x > 0, tensor(0f));
        Linear(3, 2).forward(m);
    }
}
public static class TernaryTypes
{
    static Tensor Load(bool exact) => exact ? tensor(new double[] { 1, 2, 3 }) : tensor(new float[] { 1, 2, 3 });
    public static void Run()
    {
        var a = Load(false);
        Linear(3, 2).forward(a);
        var b = Load(true).to(float32);
        Linear(3, 2).forward(b);
    }
}
public static class FieldSeveral
{
    class Model
    {
        Tensor mean = tensor(0.0);
        Tensor w = zeros(3);
        public void Fit(double[] data) { mean = tensor(data).mean(); w = tensor(data).to(float32); }
        public void Reset() { w = ones(3, dtype: float32); }
        public Tensor Apply(Tensor x) => Linear(3, 1).forward((x - mean) * w);
    }
    public static void Run()
    {
        var m = new Model();
        m.Fit(new double[] { 1, 2, 3 });
        m.Apply(randn(4, 3));
        m.Reset();
        m.Apply(randn(4, 3));
    }
}
public static class Nested2D
{
    public static void Run()
    {
        var mask = tensor(new bool[,] { { true, false }, { false, true } });
        var x = randn(2, 2);
        x.masked_fill(mask, 0);
        var adj = tensor(new long[,] { { 0, 1 }, { 1, 0 } });
        Embedding(2, 4).forward(adj);
        var k = tensor(new float[,,,] { { { { 1, 2 }, { 3, 4 } } } });
        functional.conv2d(randn(1, 1, 5, 5), k);
    }
}
public static class SmallInts
{
    public static void Run()
    {
        var s = tensor(new sbyte[] { 1, -2 });
        Console.WriteLine(s[0].item<sbyte>());
        var h = tensor(new short[] { 1, 2 });
        Console.WriteLine(h[1].item<short>());
        var f = h.to(float32) / short.MaxValue;
        Linear(2, 1).forward(f);
        Half a = (Half)1.5;
        var hh = tensor(new Half[] { a, a });
        Linear(2, 1).forward(hh.to(float32));
    }
}
public static class ListDims
{
    public static void Run()
    {
        var list = new List<float> { 1, 2, 3, 4, 5, 6 };
        var x = tensor(list, new long[] { 2, 3 });
        Linear(3, 1).forward(x);
        IList<long> labels = new List<long> { 0, 1 };
        functional.cross_entropy(x, tensor(labels));
        var y = tensor(list.ToArray(), 3, 2);
        Linear(2, 1).forward(y);
        IEnumerable<float> e = list;
        Linear(6, 1).forward(tensor(e.ToList()));
    }
}
public static class FromArrayObject
{
    static Tensor Wrap(Array a) => from_array(a);
    public static void Run()
    {
        Linear(2, 1).forward(Wrap(new float[,] { { 1, 2 }, { 3, 4 } }));
        Embedding(5, 2).forward(Wrap(new long[] { 1, 2 }));
        Array data = new float[] { 1, 2 };
        Linear(2, 1).forward(from_array(data));
    }
}
public static class MemoryData
{
    public static void Run()
    {
        var buffer = new float[8];
        var x = tensor(buffer.AsMemory(), new long[] { 2, 4 });
        Linear(4, 1).forward(x);
        Memory<float> m = buffer.AsMemory(4);
        Linear(4, 1).forward(tensor(m, new long[] { 1, 4 }));
        var y = zeros(8);
        buffer.AsSpan().CopyTo(y.data<float>().ToArray());
    }
}
public static class ComplexParts
{
    public static void Run()
    {
        var z = torch.complex(randn(4, 3), randn(4, 3));
        Linear(3, 1).forward(z.real);
        Linear(3, 1).forward(z.abs());
        Linear(3, 1).forward(z.angle());
        var s = view_as_real(z);
        Linear(2, 1).forward(s);
        var p = polar(ones(3), zeros(3));
        (z * p).imag.matmul(ones(3));
        var zz = tensor(new System.Numerics.Complex[] { new(1, 2) });
        Console.WriteLine(zz.real.dtype);
    }
}
public static class ItemLoop
{
    public static void Run()
    {
        var lengths = tensor(new long[] { 3, 5 });
        var total = 0L;
        for (int i = 0; i < 2; i++) total += lengths[i].item<long>();
        var losses = new List<Tensor>();
        for (int i = 0; i < 3; i++) losses.Add(randn(4).pow(2).mean());
        var avg = stack(losses).mean().item<float>();
        double running = 0;
        foreach (var l in losses) running += l.item<float>();
        var acc = randn(4, 3).argmax(1).eq(tensor(new long[] { 0, 1, 2, 0 })).sum().item<long>();
        var rate = randn(4, 3).argmax(1).eq(0).to(float64).mean().item<double>();
    }
}
public static class AccumulatingLoss
{
    public static void Run()
    {
        var total = tensor(0.0);
        for (int i = 0; i < 3; i++) total = total + randn(4).pow(2).mean();
        Console.WriteLine(total.ToDouble());
        var sum = zeros(1);
        for (int i = 0; i < 3; i++) sum = sum + randn(4).pow(2).mean();
        Console.WriteLine(sum.item<float>());
    }
}
public static class AccumulateFirstThen
{
    public static void Run()
    {
        Tensor best = tensor(-1);
        foreach (var x in new[] { randn(3), randn(3) })
        {
            var s = x.max();
            best = s;
        }
        Console.WriteLine(best.item<float>());
        Tensor t = 0;
        t = randn(3).sum();
        Console.WriteLine(t.item<float>());
    }
}
public static class WeightReplaced
{
    public static void Run()
    {
        var w = tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var l = Linear(3, 2, hasBias: false);
        l.weight = Parameter(w);
        l.forward(randn(4, 3, dtype: float64));
    }
}
public static class GenericFactory
{
    static T Make<T>(Func<T> f) where T : nn.Module => f();
    static Linear Dense(int i, int o, ScalarType? t = null) => Linear(i, o, dtype: t);
    public static void Run()
    {
        Make(() => Linear(3, 2)).forward(randn(4, 3));
        Dense(3, 2, float64).forward(randn(4, 3, dtype: float64));
        Dense(3, 2).forward(randn(4, 3));
    }
}
public static class LayerDtypeVar
{
    public static void Run()
    {
        foreach (var t in new[] { float32, float64 })
        {
            var l = Linear(3, 2, dtype: t);
            l.forward(ones(4, 3, dtype: t));
            var c = Conv2d(3, 2, 3, dtype: t);
            c.forward(ones(new long[] { 1, 3, 8, 8 }, dtype: t));
        }
        var exact = Linear(3, 2, dtype: ScalarType.Float64);
        exact.forward(ones(4, 3, dtype: ScalarType.Float64));
        var lstm = LSTM(3, 2, dtype: float64);
        lstm.forward(ones(4, 1, 3, dtype: float64));
        var ln = LayerNorm(3, dtype: float64);
        ln.forward(ones(4, 3, dtype: float64));
    }
}
public static class EmbPretrained
{
    public static void Run()
    {
        var table = tensor(new double[,] { { 1, 2 }, { 3, 4 } });
        var e = Embedding_from_pretrained(table);
        var y = e.forward(tensor(new long[] { 0, 1 }));
        var l = Linear(2, 1, dtype: float64);
        l.forward(y);
        y.matmul(ones(2, dtype: float64));
    }
}
public static class EmbPretrainedFloat
{
    public static void Run()
    {
        var e = Embedding_from_pretrained(randn(5, 2));
        Linear(2, 1).forward(e.forward(tensor(new long[] { 0, 1 })));
    }
}
public static class BufferedModule
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Tensor mean, scale; readonly Linear fc = Linear(3, 1);
        public Net(double[] m, float[] s) : base("n")
        {
            mean = tensor(m, dtype: float32); scale = tensor(s);
            register_buffer("mean", mean); register_buffer("scale", scale);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => fc.forward((x - mean) / scale);
    }
    public static void Run() => new Net(new double[] { 1, 2, 3 }, new float[] { 1, 1, 1 }).forward(randn(4, 3));
}
public static class IntDivRounding
{
    public static void Run()
    {
        var idx = arange(12);
        var rows = idx.div(4, rounding_mode: RoundingMode.floor);
        var rows2 = idx.floor_divide(4);
        var x = randn(3, 4);
        x.index_select(0, rows2);
        x.index_select(0, rows);
        var cols = idx % 4;
        x.index_select(1, cols);
    }
}
public static class TopkFlat
{
    public static void Run()
    {
        var x = randn(2, 12);
        var (v, i) = x.topk(3);
        var row = (i / 4).to(int64);
        var one = functional.one_hot(row, 3);
        var col = i.remainder(4);
        functional.one_hot(col, 4);
        var f = (i / 4).floor().to_type(ScalarType.Int64);
        functional.one_hot(f, 3);
    }
}
public static class MaskArithmetic
{
    public static void Run()
    {
        var mask = tensor(new[] { true, false, true });
        var x = randn(3);
        var m = (x * mask).sum() / mask.sum();
        Console.WriteLine(m.item<float>());
        var inv = 1 - mask.to(float32);
        var both = mask & (x > 0);
        var any = mask | (x < 0);
        x.masked_fill(~both, 0); x.masked_fill(any.logical_not(), 0);
        var n = mask.sum().item<long>();
        var w = mask.to(x.dtype).matmul(x);
        var b = mask.@byte();
    }
}
public static class RoundInts
{
    public static void Run()
    {
        var i = arange(5);
        var c = i.ceil(); var f = i.floor();
       
    }
}
public static class LossesTypes
{
    public static void Run()
    {
        var logits = randn(4, 3); var y = tensor(new long[] { 0, 1, 2, 0 });
        functional.nll_loss(functional.log_softmax(logits, 1), y);
        functional.multi_margin_loss(logits, y);
        functional.huber_loss(randn(4), randn(4));
        functional.hinge_embedding_loss(randn(4), tensor(new[] { 1, -1, 1, -1 }));
        functional.poisson_nll_loss(randn(4), arange(4));
        functional.kl_div(functional.log_softmax(logits, 1), functional.softmax(logits, 1));
        functional.mse_loss(logits, functional.one_hot(y, 3));
        functional.binary_cross_entropy(functional.sigmoid(logits), functional.one_hot(y, 3).to(float32));
        functional.cosine_embedding_loss(logits, logits, tensor(new[] { 1, -1, 1, 1 }));
        functional.margin_ranking_loss(randn(4), randn(4), tensor(new[] { 1, -1, 1, 1 }));
        functional.soft_margin_loss(logits, functional.one_hot(y, 3) * 2 - 1);
    }
}
public static class LossModules
{
    public static void Run()
    {
        var logits = randn(4, 3);
        CrossEntropyLoss(weight: tensor(new float[] { 1, 2, 3 })).forward(logits, randint(0, 3, new long[] { 4 }));
        var counts = tensor(new[] { 10, 20, 30 });
        var w = counts.sum() / counts.to(float32);
        CrossEntropyLoss(weight: w).forward(logits, randint(0, 3, new long[] { 4 }));
        var w2 = 1.0 / counts;
        CrossEntropyLoss(weight: w2).forward(logits, randint(0, 3, new long[] { 4 }));
        BCEWithLogitsLoss(pos_weights: tensor(new float[] { 2, 2, 2 })).forward(logits, ones(4, 3));
        MSELoss().forward(logits.squeeze(), zeros(4, 3));
    }
}
public static class InPlaceMixed
{
    public static void Run()
    {
        var i = arange(5);
        i.add_(1); i.mul_(2); i.sub_(tensor(1)); i.div_(2, rounding_mode: RoundingMode.floor);
        var f = randn(5); f.add_(i); f.mul_(tensor(2.0)); f.add_(tensor(new double[] { 1, 2, 3, 4, 5 }));
        f.div_(i + 1); f.copy_(i); i.copy_(f); i.fill_(2);
        var b = zeros(5, dtype: ScalarType.Bool); b.fill_(true); b.bitwise_or_(tensor(true)); b.logical_or_(f);
        f.addcmul_(f, f, 0.5); f.lerp_(zeros(5), 0.1); f.clamp_(0, 1);
        i.clamp_(0, 3); i.bitwise_and_(tensor(1)); i.pow_(2);
    }
}
public static class GradFlags
{
    public static void Run()
    {
        var ids = tensor(new long[] { 1, 2 }, requires_grad: false);
        var x = tensor(new float[] { 1, 2 }, requires_grad: true);
        var y = arange(0, 4, 1, dtype: float32, requires_grad: true);
        var z = ones(3, requires_grad: true);
        var q = full(new long[] { 3 }, 1.0f, requires_grad: true);
        var p = Parameter(zeros(3, dtype: float64));
        var e = eye(3, dtype: float64, requires_grad: true);
        var r = randint(0, 5, new long[] { 3 }, dtype: float32, requires_grad: true);
    }
}
public static class RandTyped
{
    static Tensor Noise(long n, ScalarType? t = null) => randn(n, dtype: t);
    public static void Run()
    {
        Linear(3, 1).forward(Noise(3));
        Noise(3, float64).dot(ones(3, dtype: float64));
        rand_like(arange(3), dtype: float32);
        randn_like(arange(3).to(float64));
        randint_like(randn(3), 0, 5);
        rand(3, dtype: bfloat16);
    }
}
public static class LongDivision
{
    public static void Run()
    {
        long n = 100; int bs = 32;
        var steps = n / bs;
        var f = (double)n / bs;
        var x = arange(steps) / (float)steps;
        Linear(3, 1).forward(x);
        var t = tensor(f);
        Console.WriteLine(t.item<double>());
        var q = tensor(n / 2.0f);
        Console.WriteLine(q.item<float>());
        var m = tensor(n * bs);
        Console.WriteLine(m.item<long>());
        var o = tensor(bs / 3);
        Console.WriteLine(o.item<int>());
    }
}
public static class SwitchTyped
{
    static Tensor Of(object o) => o switch
    {
        float[] f => tensor(f),
        double[] d => tensor(d).to(float32),
        long[] l => tensor(l).to(float32),
        int[] i => tensor(i, dtype: float32),
        _ => throw new ArgumentException()
    };
    public static void Run()
    {
        Linear(2, 1).forward(Of(new double[] { 1, 2 }));
        Linear(2, 1).forward(Of(new int[] { 1, 2 }));
    }
}
public static class EnumScalar
{
    enum Kind { A, B, C }
    public static void Run()
    {
        var y = tensor(new long[] { (long)Kind.A, (long)Kind.C });
        functional.cross_entropy(randn(2, 3), y);
        var t = tensor((long)Kind.B);
        functional.one_hot(t, 3);
        var k = full(new long[] { 2 }, (int)Kind.B);
        functional.cross_entropy(randn(2, 3), k);
    }
}
public static class GenericScalar
{
    static T Value<T>(Tensor t) where T : unmanaged => t.item<T>();
    static T[] Values<T>(Tensor t) where T : unmanaged => t.data<T>().ToArray();
    public static void Run()
    {
        Value<float>(randn(1)); Value<long>(tensor(3L)); Value<double>(tensor(3.0));
        Values<float>(randn(3)); Values<long>(arange(3));
    }
}
public static class ParamsLoop
{
    public static void Run()
    {
        var net = Sequential(Linear(3, 4), ReLU(), Linear(4, 1));
        var norm = tensor(0.0f);
        foreach (var p in net.parameters()) norm = norm + p.to(float64).pow(2).sum();
        Console.WriteLine(norm.sqrt().ToDouble());
        foreach (var (name, p) in net.named_parameters()) { var q = p.to(float16); }
        net.forward(randn(2, 3));
        var sd = net.state_dict();
        var other = Sequential(Linear(3, 4), ReLU(), Linear(4, 1));
        other.load_state_dict(sd);
        other.forward(randn(2, 3));
    }
}
public static class ScalarVarious
{
    public static void Run()
    {
        Scalar s = 0.5; Scalar i = 2;
        var x = arange(4) * s;
        Linear(4, 1).forward(x);
        var y = randn(4) * i;
        Linear(4, 1).forward(y);
        var z = arange(4) + 0.5.ToScalar();
        Linear(4, 1).forward(z);
        decimal m = 0.5m;
        var w = arange(4) * (double)m;
        Linear(4, 1).forward(w);
        byte b = 255;
        var v = randint(0, 255, new long[] { 4 }) / (float)b;
        Linear(4, 1).forward(v);
    }
}
public static class MathOfInts
{
    public static void Run()
    {
        int d = 64;
        var x = arange(4) * Math.Sqrt(d);
        Linear(4, 1).forward(x);
        var y = arange(4) * Math.Max(1.0, d);
        Linear(4, 1).forward(y);
        var z = arange(4) * Math.Pow(2, 3);
        Linear(4, 1).forward(z);
        var w = arange(4) * (1.0 / d);
        Linear(4, 1).forward(w);
        var v = arange(4) * (d / 2f);
        Linear(4, 1).forward(v);
        var u = arange(4) * Math.PI;
        Linear(4, 1).forward(u);
        var t = arange(4) * Math.Floor(3.7);
        Linear(4, 1).forward(t);
        var r = arange(4) * Math.Round(3.7);
        Linear(4, 1).forward(r);
        var e = arange(4) * Math.Abs(-2.0);
        Linear(4, 1).forward(e);
        var g = arange(4) * Convert.ToDouble(3);
        Linear(4, 1).forward(g);
        var h = arange(4) * float.Parse("2");
        Linear(4, 1).forward(h);
    }
}
public static class DoubleLoops
{
    public static void Run()
    {
        for (double lr = 1; lr > 0.2; lr /= 2) Linear(4, 1).forward(arange(4) * lr);
        foreach (var s in new double[] { 1, 2 }) Linear(4, 1).forward(arange(4) * s);
        foreach (var s in new[] { 1f, 2f }) Linear(4, 1).forward(arange(4) * s);
        double[] scales = { 1, 2, 4 };
        Linear(4, 1).forward(arange(4) * scales[1]);
        var d = new Dictionary<string, double> { ["a"] = 2 };
        Linear(4, 1).forward(arange(4) * d["a"]);
        (double a, int b) = (1, 2);
        Linear(4, 1).forward(arange(4) * a);
        double? maybe = 3;
        Linear(4, 1).forward(arange(4) * maybe.Value);
        Linear(4, 1).forward(arange(4) * (maybe ?? 1));
    }
}
public static class DoubleFields
{
    class Config { public double Scale = 2; public float Shift { get; set; } = 1; public static readonly double K = 3; public const double C = 4; }
    record Opt(double Rate = 1, float Temp = 2);
    static Tensor Scaled(Tensor t, double s = 1) => t * s;
    public static void Run()
    {
        var c = new Config(); var o = new Opt();
        Linear(4, 1).forward(arange(4) * c.Scale);
        Linear(4, 1).forward(arange(4) * c.Shift);
        Linear(4, 1).forward(arange(4) * Config.K);
        Linear(4, 1).forward(arange(4) * Config.C);
        Linear(4, 1).forward(arange(4) * o.Rate);
        Linear(4, 1).forward(arange(4) / o.Temp);
        Linear(4, 1).forward(Scaled(arange(4)));
        Linear(4, 1).forward(Scaled(arange(4), 3));
        var cfg = new Config { Scale = 5 };
        Linear(4, 1).forward(arange(4) * cfg.Scale);
    }
}
