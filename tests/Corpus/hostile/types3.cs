using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesOk;

// ---- promotion ----

public static class FullLikeInt
{
    public static void Run()
    {
        var f = full_like(rand(3), 1);
        Linear(3, 1).forward(f);
    }
}

public static class ZerosLikeOfInt
{
    public static void Run()
    {
        var ids = randint(0, 9, new long[] { 2, 5 });
        var seg = zeros_like(ids);
        var h = Embedding(9, 4).forward(ids) + Embedding(2, 4).forward(seg);
        var w = ones_like(ids, dtype: float32).mean();
        var n = randn_like(ids, dtype: float32).std();
    }
}

public static class RandLikeTyped
{
    public static void Run()
    {
        var t = arange(10);
        var noisy = t + 0.1 * randn_like(t, dtype: float32);
        var m = noisy.mean();
    }
}

public static class NewFromTensor
{
    public static void Run()
    {
        var ids = randint(0, 9, new long[] { 4 });
        var x = ids.new_zeros(4).to(float32);
        var y = rand(2).new_ones(4);
        Linear(4, 1).forward(y);
        Linear(4, 1).forward(x);
    }
}

public static class TernaryDtype
{
    public static void Run()
    {
        bool dbl = DateTime.Now.Year > 2000;
        var dt = dbl ? float64 : float32;
        var m = Linear(3, 1, dtype: dt);
        m.forward(rand(2, 3, dtype: dt));
    }
}

public static class DtypeOfWeights
{
    public static void Run()
    {
        var m = Linear(3, 1, dtype: float64);
        var x = tensor(new[] { 1f, 2f, 3f }).to(m.weight.dtype);
        m.forward(x);
        var p = m.parameters().First();
        m.forward(rand(3).to(p.dtype));
    }
}

public static class ConditionalConversion
{
    static Tensor AsFloat(Tensor t) => t.dtype == ScalarType.Float32 ? t : t.to(ScalarType.Float32);
    static Tensor AsFloat2(Tensor t)
    {
        if (!t.is_floating_point()) t = t.to(float32);
        return t;
    }
    public static void Run()
    {
        var fc = Linear(3, 1);
        fc.forward(AsFloat(tensor(new double[] { 1, 2, 3 })));
        fc.forward(AsFloat(tensor(new[] { 1, 2, 3 })));
        fc.forward(AsFloat2(tensor(new long[] { 1, 2, 3 })));
        fc.forward(AsFloat2(rand(3)));
    }
}

public static class SwitchOnDtype
{
    static double First(Tensor t) => t.dtype switch
    {
        ScalarType.Float32 => t.data<float>()[0],
        ScalarType.Float64 => t.data<double>()[0],
        ScalarType.Int64 => t.data<long>()[0],
        _ => t.to(float64).data<double>()[0],
    };
    public static void Run()
    {
        First(rand(2)); First(arange(2)); First(tensor(new double[] { 1 })); First(tensor(new[] { true }));
    }
}

public static class GenericTensor
{
    static Tensor Make<T>(T[] data) where T : unmanaged => from_array(data);
    public static void Run()
    {
        Linear(2, 1).forward(Make(new[] { 1f, 2f }));
        Linear(2, 1, dtype: float64).forward(Make(new[] { 1.0, 2.0 }));
        Embedding(4, 2).forward(Make(new[] { 1L, 2L }));
        randn(2).masked_fill(Make(new[] { true, false }), 0);
    }
}

public static class LinqSelectFloat
{
    public static void Run()
    {
        double[] raw = { 1, 2, 3, 4 };
        var x = tensor(raw.Select(v => (float)v).ToArray());
        Linear(4, 1).forward(x);
        var y = tensor(Array.ConvertAll(raw, v => (long)v));
        Embedding(5, 2).forward(y);
    }
}

public static class ReassignedType
{
    public static void Run()
    {
        var x = tensor(new double[] { 1, 2, 3 });
        x = x.to(float32);
        for (int i = 0; i < 3; i++) x = Linear(3, 3).forward(x);
        Tensor y = randint(0, 5, new long[] { 3 });
        if (y.dtype != float32) y = y.to(float32);
        Linear(3, 1).forward(y);
    }
}

// ---- in place ----
public static class InPlaceLowerPrecision
{
    public static void Run()
    {
        var x = zeros(3);
        x.add_(tensor(new double[] { 1, 2, 3 }));     // stays Float32
        x.add_(tensor(new long[] { 1, 2, 3 }));
        x.mul_(2);
        Linear(3, 1).forward(x);
    }
}

public static class InPlaceIntegers
{
    public static void Run()
    {
        var total = zeros(3, dtype: int32);
        total.add_(tensor(new long[] { 1, 2, 3 }));   // Int32 += Int64 is allowed
        total.fill_(2.7);
        total.copy_(rand(3));
        Embedding(5, 2).forward(total);
    }
}

public static class CopyDouble
{
    public static void Run()
    {
        var w = Linear(3, 1);
        using (no_grad()) w.weight.copy_(tensor(new double[,] { { 1, 2, 3 } }));
        w.forward(rand(2, 3));
    }
}

public static class IndexAssignTypes
{
    public static void Run()
    {
        var x = zeros(4, 3);
        x[0] = tensor(new double[] { 1, 2, 3 });
        x[1, 2] = tensor(5);
        x[2] = arange(3);
        x[x > 3] = 1.5;
        Linear(3, 1).forward(x);
        var ids = zeros(4, dtype: int64);
        ids[0] = 1.9f;
        Embedding(3, 2).forward(ids);
    }
}

// ---- reductions and indices ----
public static class ArgmaxEmbedding
{
    public static void Run()
    {
        var next = randn(2, 50).argmax(-1);
        Embedding(50, 8).forward(next);
        var s = multinomial(softmax(randn(2, 50), 1), 1);
        Embedding(50, 8).forward(s);
    }
}

public static class TopkIds
{
    public static void Run()
    {
        var (v, i) = randn(2, 50).topk(5, 1);
        var p = v.softmax(-1);
        var e = Embedding(50, 4).forward(i);
        var acc = i.eq(randint(0, 50, new long[] { 2, 1 })).any(1).to(float32).mean();
    }
}

public static class SortIds
{
    public static void Run()
    {
        var (v, i) = randn(6).sort(descending: true);
        var t = randn(6, 3)[i];
        var rank = i.argsort();
        var m = v.mean();
    }
}

public static class MaxIndices
{
    public static void Run()
    {
        var (v, i) = randn(4, 3).max(1);
        functional.cross_entropy(randn(4, 3), i);
        var mean = v.mean();
    }
}

public static class UniqueCounts
{
    public static void Run()
    {
        var (u, inv, counts) = tensor(new long[] { 1, 1, 2 }).unique(return_inverse: true, return_counts: true);
        var freq = counts.@float() / counts.sum();
        var w = 1 / freq;
        functional.cross_entropy(randn(5, 2), zeros(5, dtype: int64), weight: w);
    }
}

public static class BincountWeights
{
    public static void Run()
    {
        var y = tensor(new long[] { 0, 1, 1, 2 });
        var c = bincount(y);
        var w = c.sum() / (c * 3);
        functional.cross_entropy(randn(4, 3), y, weight: w);
    }
}

public static class HistogramOfFloats
{
    public static void Run()
    {
        var h = histc(tensor(new[] { 1, 2, 3 }).to(float32), 3);
        var p = h / h.sum();
        var s = p.std();
    }
}

public static class NonzeroIndex
{
    public static void Run()
    {
        var x = rand(10);
        var i = nonzero(x > 0.1).squeeze(1);
        var y = x[i].mean();
        var e = Embedding(10, 2).forward(i);
    }
}

public static class RandpermShuffle
{
    public static void Run()
    {
        var x = rand(10, 3);
        var y = arange(10);
        var perm = randperm(10);
        var (xs, ys) = (x[perm], y[perm]);
        functional.cross_entropy(Linear(3, 10).forward(xs), ys);
    }
}

public static class ToScalars
{
    public static void Run()
    {
        var d = tensor(new double[] { 1, 2 }).sum();
        float f = d.ToSingle();
        float g = (float)d;
        int i = rand(3).sum().ToInt32();
        long l = (long)randn(3).sum();
        double m = d.item<double>();
        bool b = (rand(2) >= 0).all().item<bool>();
    }
}

public static class DataAccess
{
    public static void Run()
    {
        float[] a = rand(3).data<float>().ToArray();
        long[] b = randn(3, 2).argmax(1).data<long>().ToArray();
        double[] c = rand(3).to(float64).data<double>().ToArray();
        int[] e = tensor(new[] { 1, 2 }).data<int>().ToArray();
        bool[] f = (rand(2) > 0).data<bool>().ToArray();
    }
}

// ---- complex ----
public static class FftMagnitude
{
    public static void Run()
    {
        var spec = fft.rfft(randn(2, 64)).abs();
        Linear(33, 4).forward(spec);
        var power = fft.fft_(randn(2, 8)).abs().pow(2).mean();
    }
}

public static class FftOfInts
{
    public static void Run()
    {
        var s = fft.fft_(arange(8));
        Linear(8, 1).forward(s.real);
        Linear(8, 1).forward(s.imag);
        Linear(8, 1).forward(s.angle());
    }
}

public static class FftFilter
{
    public static void Run()
    {
        var x = randn(64);
        var f = fft.rfft(x);
        var mask = arange(33) < 10;
        var y = fft.irfft(f * mask, 64);
        Linear(64, 1).forward(y);
    }
}

public static class ComplexRope
{
    public static void Run()
    {
        var freqs = outer(arange(6), 1.0 / pow(10000f, arange(0, 8, 2).to(float32) / 8));
        var cis = polar(ones_like(freqs), freqs);
        var x = view_as_complex(randn(2, 6, 4, 2).contiguous());
        var y = view_as_real(x * cis).flatten(2);
        Linear(8, 8).forward(y);
    }
}

public static class ComplexDouble
{
    public static void Run()
    {
        var c = complex(rand(3, dtype: float64), rand(3, dtype: float64));
        var m = c.abs();
        Linear(3, 1, dtype: float64).forward(m);
    }
}

// ---- buffers, parameters, modules ----
public static class BufferPe
{
    class Pe : Module<Tensor, Tensor>
    {
        readonly Tensor pe;
        public Pe(int len, int d) : base("pe")
        {
            var position = arange(0, len).unsqueeze(1);
            var div = exp(arange(0, d, 2) * (-Math.Log(10000.0) / d));
            pe = zeros(len, d);
            pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(position * div);
            pe[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(position * div);
            register_buffer("pe", pe);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => x + pe[TensorIndex.Slice(0, x.shape[1])];
    }
    public static void Run()
    {
        var h = new Pe(20, 8).forward(Embedding(30, 8).forward(randint(0, 30, new long[] { 2, 5 })));
        Linear(8, 2).forward(h);
    }
}

public static class BufferMask
{
    class Attn : Module<Tensor, Tensor>
    {
        readonly Tensor bias;
        public Attn() : base("a")
        {
            bias = tril(ones(16, 16, dtype: ScalarType.Byte)).view(1, 16, 16);
            register_buffer("bias", bias);
            RegisterComponents();
        }
        public override Tensor forward(Tensor a)
        {
            var T = a.shape[1];
            return a.masked_fill(bias[TensorIndex.Ellipsis, TensorIndex.Slice(0, T), TensorIndex.Slice(0, T)].eq(0), float.NegativeInfinity).softmax(-1);
        }
    }
    public static void Run() => new Attn().forward(randn(2, 7, 7));
}

public static class BufferNormalizer
{
    class Norm : Module<Tensor, Tensor>
    {
        readonly Tensor mean = tensor(new double[] { 0.48, 0.45, 0.40 }).view(3, 1, 1).to(float32);
        readonly Tensor std = tensor(new[] { 0.22f, 0.22f, 0.22f }).view(3, 1, 1);
        public Norm() : base("norm") { register_buffer("mean", mean); register_buffer("std", std); }
        public override Tensor forward(Tensor x) => (x / 255 - mean) / std;
    }
    public static void Run()
    {
        var img = randint(0, 256, new long[] { 1, 3, 8, 8 }).to(uint8);
        Conv2d(3, 4, 3).forward(new Norm().forward(img));
    }
}
