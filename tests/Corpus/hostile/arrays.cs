using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostTypes3;
public static class DictTensors
{
    public static void Run()
    {
        var d = new Dictionary<string, Tensor> { ["x"] = randn(4, 3), ["y"] = randint(0, 2, new long[] { 4 }) };
        functional.cross_entropy(Linear(3, 2).forward(d["x"]), d["y"]);
        d["x"] = d["y"]; d["y"] = zeros(4);
        functional.one_hot(d["x"], 2); d["y"].dot(randn(4));
        foreach (var (k, v) in d) if (k == "y") v.dot(randn(4)); else functional.one_hot(v, 2);
        foreach (var t in d.Values) if (t.dtype == float32) t.dot(randn(4)); else functional.one_hot(t, 2);
        var items = new object[] { randn(3), 3L }; if (items[0] is Tensor q) q.dot(randn(3));
    }
}
public static class DtypeBranches
{
    static Tensor Prep(Tensor x)
    {
        if (x.dtype == ScalarType.Byte) return x.to(float32) / 255;
        if (!x.is_floating_point()) x = x.to(float32);
        else if (x.dtype != float32) x = x.@float();
        return x;
    }
    static Tensor Prep2(Tensor x) => x.dtype switch { ScalarType.Byte => x / 255f, ScalarType.Int64 => x.to(float32), ScalarType.Float64 => x.@float(), _ => x };
    static Tensor Avg(Tensor x) => x.is_integral() ? x.to(float64).mean() : x.mean();
    static Tensor Avg2(Tensor x) { if (x.is_integral()) x = x.@double(); return x.mean(); }
    static Tensor Soft(Tensor x) => functional.softmax(x.is_floating_point() ? x : x.to(float32), 0);
    static Tensor Hot(Tensor x) => functional.one_hot(x.dtype == int64 ? x : x.to(int64), 4);
    static bool IsInt(Tensor x) => x.dtype is ScalarType.Int64 or ScalarType.Int32;
    static Tensor Mean3(Tensor x) => IsInt(x) ? x.sum() / (float)x.numel() : x.mean();
    public static void Run()
    {
        foreach (var x in new[] { zeros(4, dtype: uint8), arange(4), randn(4), randn(4, dtype: float64) }) { if (x.dtype == ScalarType.Byte) continue; Linear(4, 1).forward(Prep(x)); Linear(4, 1).forward(Prep2(x)); Avg(x); Avg2(x); Soft(x); Mean3(x); }
        Linear(4, 1).forward(Prep(arange(4))); Linear(4, 1).forward(Prep2(arange(4))); Avg(arange(4)); Avg2(arange(4)); Soft(arange(4)); Mean3(arange(4));
        Hot(arange(4)); Hot(tensor(new[] { 1, 2 })); Linear(4, 1).forward(Prep(zeros(4, dtype: uint8)));
    }
}
public static class TensorOfExpr
{
    enum E { A = 1 }
    static T Id<T>(T v) => v;
    public static void Run()
    {
        int n = 3; long m = 4; byte b = 1; short s = 2; float f = 1; double d = 2; bool t = true;
        Console.WriteLine(tensor(n * m).item<long>()); Console.WriteLine(tensor(n * f).item<float>()); Console.WriteLine(tensor(n * d).item<double>()); Console.WriteLine(tensor(b + s).item<int>());
        Console.WriteLine(tensor(n / 2.0).item<double>()); Console.WriteLine(tensor(t ? 1 : 2.0).item<double>()); Console.WriteLine(tensor(t ? 1L : n).item<long>()); Console.WriteLine(tensor(Math.Sqrt(n)).item<double>());
        Console.WriteLine(tensor(MathF.Sqrt(n)).item<float>()); Console.WriteLine(tensor(n > 2).item<bool>()); Console.WriteLine(tensor(Id(3f)).item<float>()); Console.WriteLine(tensor(DateTime.Now.Ticks).item<long>());
        Console.WriteLine(tensor(new[] { 1, 2 }.Length).item<int>()); Console.WriteLine(tensor(new[] { 1, 2.0 }[0]).item<double>()); Console.WriteLine(tensor(n, dtype: float32).item<float>()); Console.WriteLine(tensor(n switch { 3 => 1.5f, _ => 2 }).item<float>());
        Console.WriteLine(tensor((int?)n ?? 5L).item<long>()); Console.WriteLine(tensor(new long[] { n, b }).sum().item<long>()); Console.WriteLine(tensor(new[] { n, m })[0].item<long>()); Console.WriteLine(tensor(new[] { n, f })[0].item<float>());
        Console.WriteLine(tensor(Enumerable.Range(0, 3).Select(i => (float)i).ToArray())[0].item<float>()); Console.WriteLine(tensor(Enumerable.Range(0, 3).ToList())[0].item<int>()); Console.WriteLine(tensor(Enumerable.Repeat(1.0f, 3).ToArray())[0].item<float>());
        Console.WriteLine(tensor(randn(3).shape).sum().item<long>()); Console.WriteLine(tensor(randn(3).data<float>().ToArray())[0].item<float>()); Console.WriteLine(tensor(Array.ConvertAll(new[] { 1, 2 }, i => (double)i))[0].item<double>());
        float[] a = { 1, 2 }; Console.WriteLine(tensor(a.Average()).item<float>()); Console.WriteLine(tensor(a.Max()).item<float>()); Console.WriteLine(tensor(a.Select(v => (long)v).Sum()).item<long>()); Console.WriteLine(tensor(new[] { 1, 2 }.Average()).item<double>());
        var span = new float[] { 1, 2, 3 }; Console.WriteLine(tensor(span[..2])[0].item<float>()); Console.WriteLine(tensor(new List<double> { 1 }.ToArray())[0].item<double>()); Console.WriteLine(tensor(-f).item<float>()); Console.WriteLine(tensor(checked(n + 1)).item<int>());
        Console.WriteLine(tensor(~n).item<int>()); Console.WriteLine(tensor(b << 2).item<int>()); Console.WriteLine(tensor(m >> 1).item<long>()); Console.WriteLine(tensor(f += 1).item<float>()); Console.WriteLine(tensor(f = 3).item<float>()); Console.WriteLine(tensor(m = n).item<long>()); Console.WriteLine(tensor(m += n).item<long>());
        Console.WriteLine(tensor((n, 2).Item1).item<int>()); Console.WriteLine(tensor(default(float)).item<float>()); Console.WriteLine(tensor((long)3).item<long>()); Console.WriteLine(tensor((float)3).item<float>());
    }
}
public static class RangeTypes
{
    static Tensor R(double a, double b) => arange(a, b);
    static Tensor R2(long n) => arange(n);
    static Tensor R3(Scalar n) => arange(n);
    static Tensor R4(float step) => arange(0, 4, step);
    public static void Run()
    {
        Linear(4, 1).forward(R(0, 4)); functional.one_hot(R2(4), 4); functional.one_hot(R3(4), 4); Linear(4, 1).forward(R3(4.0)); Linear(4, 1).forward(R4(1)); Linear(4, 1).forward(arange(0, 1, 0.25)); Linear(4, 1).forward(arange(4, dtype: float32)); Linear(4, 1).forward(arange(4f));
        Linear(4, 1).forward(linspace(0, 3, 4)); Linear(4, 1).forward(arange(4).@float()); Linear(4, 1).forward(arange(4).to_type(float32)); Linear(4, 1).forward(eye(4)); Linear(4, 1).forward(tri4()); 
        double step = 1; Linear(4, 1).forward(arange(0, 4, step)); double lo = 0, hi = 4; Linear(4, 1).forward(arange(lo, hi)); Linear(4, 1).forward(arange(0, hi)); float q = 4; Linear(4, 1).forward(arange(q));
        const double E = 4; Linear(4, 1).forward(arange(E)); var half = 8 / 2.0; Linear(4, 1).forward(arange(half));
    }
    static Tensor tri4() => ones(4, 4).tril();
}
public static class FullTypes
{
    static Tensor F(double v) => full(new long[] { 4 }, v);
    static Tensor G(int v) => full(new long[] { 4 }, v, dtype: float32);
    const int Fill = 1; const double FillD = 1;
    public static void Run()
    {
        Linear(4, 1).forward(F(1)); Linear(4, 1).forward(G(1)); functional.one_hot(full(new long[] { 4 }, Fill), 2); Linear(4, 1).forward(full(new long[] { 4 }, FillD)); Linear(4, 1).forward(full(4, 1.0)); Linear(4, 1).forward(full(4, 0f)); Linear(4, 1).forward(full(new long[] { 4 }, float.NegativeInfinity)); Linear(4, 1).forward(full(new long[] { 4 }, -1e9)); Linear(4, 1).forward(full(new long[] { 4 }, 1 / 4.0));
        Linear(4, 1).forward(full_like(randn(4), 1)); Linear(4, 1).forward(randn(4).new_full(new long[] { 4 }, 1)); double z = 0; Linear(4, 1).forward(full(new long[] { 4 }, z)); Linear(4, 1).forward(full(new long[] { 4 }, (float)3)); Linear(4, 1).forward(full(new long[] { 4 }, Math.Floor(3.5))); Linear(4, 1).forward(full(new long[] { 4 }, (Scalar)2.0)); functional.one_hot(full(new long[] { 4 }, (long)1.0), 2); functional.one_hot(full(new long[] { 4 }, (int)1.9), 2); Scalar sc = 1.0; Linear(4, 1).forward(full(new long[] { 4 }, sc));
    }
}
public static class IntScalarOps
{
    static Tensor S(Tensor t, double v) => t / v; static Tensor M(Tensor t, float v) => t * v; static Tensor P(Tensor t, double v) => t.pow(v);
    public static void Run()
    {
        var i = arange(4); var l = Linear(4, 1); double two = 2, zero = 0; float one = 1; int n = 2;
        l.forward(S(i, 2)); l.forward(M(i, 2)); l.forward(P(i, 2)); l.forward(i + two); l.forward(i - two); l.forward(two - i); l.forward(two * i); l.forward(one + i); l.forward(i.add(two)); l.forward(i.sub(two)); l.forward(i.mul(two)); l.forward(i.div(n)); l.forward(i.pow(two)); l.forward(i % two); l.forward(i.remainder(two));  l.forward(i.clamp(zero, two)); l.forward(i.clamp(min: zero)); l.forward(i.maximum(tensor(1f))); l.forward(i * tensor(one)); l.forward(i * (Scalar)two); l.forward(i * n * 1.0); l.forward(i * (float)n); l.forward((i + 1) * 1f); l.forward(i / (n * 1.0)); l.forward(torch.mul(i, two)); l.forward(torch.add(i, two)); l.forward(torch.pow(i, two)); l.forward(torch.div(i, n)); l.forward(torch.clamp(i, zero, two)); l.forward(i.clamp_min(zero).@float()); l.forward(torch.where(i > 1, two, zero).@float()); l.forward(torch.where(i > 1, one, 0f).to(float32));
        var x = i.@float(); x *= two; l.forward(x); i = i * n; var y = i; y = y * two; l.forward(y); var w = i + n; w *= one; l.forward(w); l.forward(-i * two); l.forward(i.square() * two); l.forward(i.neg().div(two)); l.forward((i == 1) * two); l.forward((i > 1) / two); l.forward((i > 1) * 1f);
        l.forward(two / (i + 1)); l.forward(1 / (i + 1)); l.forward(i.floor_divide(two)); l.forward(i.div(two, RoundingMode.floor)); l.forward(i.lerp2(two));
    }
    static Tensor lerp2(this Tensor t, double v) => t * v;
}
public static class GenericOps
{
    static Tensor Total<T>(IEnumerable<T> xs, Func<T, Tensor> f) { Tensor t = zeros(1); foreach (var x in xs) t = t + f(x); return t; }
    static (T, T) Pair<T>(T a, T b) => (a, b);
    static Tensor Tens<T>(T[] v) => v switch { float[] f => tensor(f), long[] l => tensor(l), _ => throw new Exception() };
    static Tensor Cast<T>(Tensor t) => typeof(T) == typeof(float) ? t.to(float32) : t.to(int64);
    public static void Run()
    {
        Console.WriteLine(Total(new[] { 1, 2 }, i => randn(1) * i).item<float>()); var (a, b) = Pair(randn(4), zeros(4)); a.dot(b); Linear(2, 1).forward(Tens(new float[] { 1, 2 })); functional.one_hot(Tens(new long[] { 1, 2 }), 3); Linear(4, 1).forward(Cast<float>(arange(4))); functional.one_hot(Cast<long>(ones(4)), 3);
    }
}
public static class Dataset1
{
    class Ds : torch.utils.data.Dataset
    {
        readonly double[][] rows = { new double[] { 1, 2 }, new double[] { 3, 4 } };
        public override long Count => 2;
        public override Dictionary<string, Tensor> GetTensor(long i) => new() { ["x"] = tensor(rows[i], dtype: float32), ["y"] = tensor(i % 2) };
    }
    public static void Run()
    {
        using var dl = new DataLoader(new Ds(), 2); var f = Linear(2, 2);
        foreach (var b in dl) functional.cross_entropy(f.forward(b["x"]), b["y"]);
        var d = new Ds(); var it = d.GetTensor(0); functional.cross_entropy(f.forward(it["x"].unsqueeze(0)), it["y"].unsqueeze(0)); Console.WriteLine(it["y"].item<long>());
    }
}
public static class LongLambda
{
    public static void Run()
    {
        Func<Tensor, Tensor> norm = t => (t - t.mean()) / t.std(); Func<Tensor, ScalarType, Tensor> cast = (t, d) => t.to(d);
        Linear(4, 1).forward(norm(cast(arange(4), float32))); functional.one_hot(cast(ones(4), int64), 3); var xs = new[] { arange(4), randn(4) }.Select(t => t.to(float32)).ToArray(); Linear(4, 1).forward(xs[0]); Linear(4, 1).forward(stack(xs)); Linear(4, 1).forward(new[] { arange(4) }.Select(t => cast(t, float32)).First());
        Linear(4, 1).forward(xs.Aggregate((a, b) => a + b)); var sum = xs.Aggregate(zeros(4, dtype: int64), (a, b) => a + b); Linear(4, 1).forward(sum);
        Tensor acc = zeros(4, dtype: int64); foreach (var t in xs) acc = acc + t; Linear(4, 1).forward(acc); Tensor z = 0; for (int i = 0; i < 2; i++) z = z + randn(4); Linear(4, 1).forward(z); Tensor u = tensor(0); foreach (var t in xs) u += t; Linear(4, 1).forward(u);
    }
}
