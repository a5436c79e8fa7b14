using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostTypes;

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
