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
