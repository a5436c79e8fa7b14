using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostTypes2;
// no whole-module dtype change in this file
public static class ModuleToOtherTensor
{
    public static void Run()
    {
        var x = tensor(new double[,] { { 1, 2, 3 } });
        var net = Linear(3, 2);
        net.to(x);
        net.forward(x);
    }
}
public static class WeightReplaced2
{
    public static void Run()
    {
        var w = tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var l = Linear(3, 2, hasBias: false);
        l.weight = Parameter(w);
        l.forward(randn(4, 3, dtype: float64));
    }
}
public static class MaskToDtype
{
    public static void Run()
    {
        var mask = tensor(new[] { true, false, true });
        var x = randn(3);
        mask.to(x.dtype).matmul(x);
    }
}
public static class MaskToDtype2
{
    public static void Run()
    {
        var x = randn(3);
        var mask = x > 0;
        var a = mask.to(x.dtype);
        a.dot(x);
        var b = mask.to_type(x.dtype);
        b.dot(x);
        var c = mask.to(x);
        c.dot(x);
        var d = mask.type_as(x);
        d.dot(x);
        var e = mask.type(x.dtype);
        e.dot(x);
        var t = x.dtype;
        var f = mask.to(t);
        f.dot(x);
    }
}
public static class ToDtypeParam
{
    static Tensor Mask(Tensor x) => (x > 0).to(x.dtype);
    public static void Run()
    {
        var x = randn(3); Mask(x).dot(x);
        var y = randn(3, dtype: float64); Mask(y).dot(y);
    }
}
public static class NullableScale
{
    public static void Run()
    {
        double? maybe = 3;
        Linear(4, 1).forward(arange(4) * maybe.Value);
    }
}
public static class NullableScale2
{
    public static void Run()
    {
        double? maybe = 3;
        Linear(4, 1).forward(arange(4) * (maybe ?? 1));
    }
}
public static class NullableScale3
{
    static Tensor F(Tensor t, double? s = null) => t * (s ?? 1);
    public static void Run() { Linear(4, 1).forward(F(arange(4))); Linear(4, 1).forward(F(arange(4), 2)); }
}
public static class CastsInt
{
    static Tensor Label(int c) => tensor((long)c);
    public static void Run()
    {
        functional.one_hot(Label(2), 3);
        var f = tensor((float)Math.Sqrt(2.0));
        Console.WriteLine(f.item<float>());
        object boxed = new long[] { 1, 2 };
        functional.one_hot(tensor((long[])boxed), 3);
        var g = tensor((double)1 / 3);
        Console.WriteLine(g.item<double>());
        IReadOnlyList<int> ro = new[] { 1, 2 };
        tensor((IList<int>)ro);
        object list = new List<float> { 1 };
        Linear(1, 1).forward(tensor((IList<float>)list));
        object any = 3.0f;
        Console.WriteLine(tensor((float)any).item<float>());
        var sb = (sbyte)3;
        Console.WriteLine(tensor((float)sb).item<float>());
        Console.WriteLine(tensor((float)'a').item<float>());
        var r = new Random(1);
        functional.cross_entropy(randn(1, 4), tensor((long)r.Next(4)).view(1));
    }
}
public static class ImplicitWide
{
    public static void Run()
    {
        Array arr = new double[] { 1, 2 };
        var x = from_array(arr).to(float32);
        Linear(2, 1).forward(x);
        uint u = 3;
        Console.WriteLine(tensor((long)u).item<long>());
        ushort us = 3;
        Console.WriteLine(tensor((int)us).item<int>());
    }
}
public static class EmbPre2
{
    public static void Run()
    {
        var table = tensor(new double[,] { { 1, 2 }, { 3, 4 } });
        var e = Embedding_from_pretrained(table);
        var y = e.forward(tensor(new long[] { 0, 1 }));
        Linear(2, 1, dtype: float64).forward(y);
        y.matmul(ones(2, dtype: float64));
        var e2 = Embedding_from_pretrained(table.to(float32));
        Linear(2, 1).forward(e2.forward(arange(2)));
    }
}
public static class DtypeLayers
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear a; readonly LayerNorm n; readonly ScalarType t;
        public Net(ScalarType t) : base("n") { this.t = t; a = Linear(3, 4, dtype: t); n = LayerNorm(4, dtype: t); RegisterComponents(); }
        public override Tensor forward(Tensor x) => n.forward(a.forward(x.to(t)));
    }
    public static void Run()
    {
        var y = new Net(float64).forward(randn(2, 3));
        y.matmul(ones(4, dtype: float64));
        var z = new Net(float32).forward(randn(2, 3, dtype: float64));
        z.matmul(ones(4));
    }
}
public static class DtypeTernary
{
    public static void Run()
    {
        bool exact = Environment.GetEnvironmentVariable("EXACT") != null;
        var t = exact ? float64 : float32;
        var l = Linear(3, 4, dtype: t);
        l.forward(randn(2, 3, dtype: t));
        l.forward(randn(2, 3).to(t));
        ScalarType? maybe = exact ? float64 : null;
        Linear(3, 4, dtype: maybe).forward(randn(2, 3, dtype: maybe));
    }
}
public static class DtypeOfWeight
{
    public static void Run()
    {
        var l = Linear(3, 4, dtype: float64);
        var x = randn(2, 3);
        l.forward(x.to(l.weight.dtype));
        var c = Conv1d(3, 4, 3, dtype: float64);
        c.forward(randn(new long[] { 2, 3, 9 }, dtype: c.weight.dtype));
        l.forward(zeros_like(l.weight)[0..2]);
        l.weight.matmul(ones(3, dtype: float64));
        functional.linear(x.type_as(l.weight), l.weight, l.bias);
    }
}
public static class LayerArrays
{
    public static void Run()
    {
        var types = new[] { float32, float64 };
        var layers = types.Select(t => Linear(3, 2, dtype: t)).ToArray();
        layers[1].forward(ones(1, 3, dtype: float64));
        layers[0].forward(ones(1, 3));
        var map = new Dictionary<string, Linear> { ["f"] = Linear(3, 2), ["d"] = Linear(3, 2, dtype: float64) };
        map["d"].forward(ones(1, 3, dtype: float64));
        map["f"].forward(ones(1, 3));
    }
}
public static class FunctionalDouble
{
    public static void Run()
    {
        var w = randn(2, 3, dtype: float64);
        functional.linear(tensor(new double[] { 1, 2, 3 }), w);
        var k = tensor(new double[] { 1, 2, 1 }).view(1, 1, 3) / 4;
        functional.conv1d(arange(8).to(float64).view(1, 1, 8), k);
        var a = tensor(new double[,] { { 2, 0 }, { 0, 2 } });
        a.inverse().matmul(tensor(new double[] { 1, 1 }));
        linalg.solve(a, tensor(new double[] { 1, 1 }));
    }
}
public static class StatsDouble
{
    public static void Run()
    {
        var raw = tensor(new double[,] { { 1, 2 }, { 3, 4 } });
        var mean = raw.mean(new long[] { 0 });
        var std = raw.std(0);
        var x = ((raw - mean) / std).to(float32);
        Linear(2, 1).forward(x);
        var y = ((raw - mean) / std).@float();
        Linear(2, 1).forward(y);
        var lo = raw.min().item<double>();
        var z = randn(3, 2) - lo;
        Linear(2, 1).forward(z);
    }
}
public static class CumulativeTypes
{
    public static void Run()
    {
        var i = tensor(new[] { 1, 2, 3 });
        Console.WriteLine(i.sum().item<long>());
        Console.WriteLine(i.max().item<int>());
        Console.WriteLine(i.prod().item<long>());
        Console.WriteLine(i.sum(type: float32).item<float>());
        Console.WriteLine(i.mean(new long[] { 0 }, type: float32).item<float>());
        Console.WriteLine((i == 2).sum().item<long>());
        Console.WriteLine((i == 2).any().item<bool>());
        Console.WriteLine(i.argmax().item<long>());
        Console.WriteLine(i.cumsum(0)[2].item<long>());
        Console.WriteLine(i.dot(i).item<int>());
        Console.WriteLine((i * 0.5).sum().item<float>());
        Console.WriteLine((i / 2).sum().item<float>());
        Console.WriteLine(i.to(float64).mean().item<double>());
        Console.WriteLine(i.float_mean().item<float>());
        Console.WriteLine(randn(3).norm().item<float>());
        Console.WriteLine(count_nonzero(i).item<long>());
        Console.WriteLine(arange(3.0).sum().item<float>());
        Console.WriteLine(tensor(new byte[] { 1 }).max().item<byte>());
        Console.WriteLine(tensor(new byte[] { 1 }).sum().item<long>());
        Console.WriteLine(linspace(0, 1, 3)[1].item<float>());
        Console.WriteLine(randperm(3)[0].item<long>());
        Console.WriteLine(i.median().item<int>());
        Console.WriteLine(i.float_().std().item<float>());
        Console.WriteLine((i % 2).sum().item<long>());
        Console.WriteLine(i.pow(2)[0].item<int>());
        Console.WriteLine(i.pow(0.5)[0].item<float>());
        Console.WriteLine(i.square()[0].item<int>());
        Console.WriteLine(i.clamp(0, 2)[0].item<int>());
        Console.WriteLine(i.clamp(0.5, 2)[0].item<float>());
        Console.WriteLine(i.abs()[0].item<int>());
        Console.WriteLine(i.sqrt()[0].item<float>());
        Console.WriteLine(bincount(i)[1].item<long>());
        Console.WriteLine(i.trace2().item<long>());
        Console.WriteLine(randn(2, 2, dtype: float64).trace().item<double>());
        Console.WriteLine(i.where(i > 1, tensor(0L)).sum().item<long>());
        Console.WriteLine(i.fmod(2)[0].item<int>());
        Console.WriteLine(i.maximum(tensor(2))[0].item<int>());
        Console.WriteLine(i.floor_divide(2)[0].item<int>());
        Console.WriteLine(i.logsumexp(0).item<float>());
        Console.WriteLine(torch.lerp(zeros(2), ones(2), 0.5)[0].item<float>());
        Console.WriteLine(i.outer(i)[0, 0].item<int>());
        Console.WriteLine(i.diff()[0].item<int>());
        Console.WriteLine(i.unique().output[0].item<int>());
        Console.WriteLine(i.bool_().sum().item<long>());
        Console.WriteLine(i.kron(i)[0].item<int>());
        Console.WriteLine(i.repeat_interleave(2)[0].item<int>());
    }
}
public static class CtExt
{
    public static Tensor float_mean(this Tensor t) => t.to(float32).mean();
    public static Tensor float_(this Tensor t) => t.@float();
    public static Tensor bool_(this Tensor t) => t.@bool();
    public static Tensor trace2(this Tensor t) => diag(t).trace();
    public static void Run() { }
}
public static class ScalarParam
{
    static Tensor Fill(long n, Scalar v) => full(new long[] { n }, v);
    static Tensor Add(Tensor t, Scalar v) => t + v;
    public static void Run()
    {
        Linear(3, 1).forward(Fill(3, 0.5));
        functional.one_hot(Fill(3, 2), 3);
        Linear(3, 1).forward(Add(arange(3), 0.5));
        functional.one_hot(Add(arange(3), 1), 4);
        functional.one_hot(full(new long[] { 2 }, 1), 3);
        functional.one_hot(full_like(arange(2), 1), 3);
        var s = 2.ToScalar();
        functional.one_hot(full(new long[] { 2 }, s), 3);
    }
}
public static class TupleTypes
{
    static (Tensor x, Tensor y) Make() => (randn(4, 3), randint(0, 3, new long[] { 4 }));
    static void Split(Tensor t, out Tensor a, out Tensor b) { a = t.to(float32); b = t.to(int64); }
    public static void Run()
    {
        var (x, y) = Make();
        functional.cross_entropy(x, y);
        Split(arange(3), out var a, out var b);
        Linear(3, 1).forward(a); functional.one_hot(b, 3);
        (a, b) = (b, a);
        Linear(3, 1).forward(b); functional.one_hot(a, 3);
        Tensor cur = arange(3);
        cur = cur.to(float32); cur = Linear(3, 1).forward(cur);
    }
}
public static class CsvRows
{
    public static void Run()
    {
        var rows = "1,2\n3,4".Split('\n').Select(l => l.Split(',').Select(float.Parse).ToArray()).ToArray();
        var x = stack(rows.Select(r => tensor(r)).ToArray());
        Linear(2, 1).forward(x);
        var flat = rows.SelectMany(r => r).ToArray();
        Linear(2, 1).forward(tensor(flat).view(-1, 2));
        var y = tensor(rows.Select(r => (long)r[0] % 3).ToArray());
        functional.cross_entropy(randn(2, 3), y);
        var w = tensor(rows.Select(r => r.Sum()).ToList());
        w.dot(randn(2));
        var jag = rows.Select(r => r.Average()).ToArray();
        tensor(jag).dot(randn(2));
        var l = new List<long>(); foreach (var r in rows) l.Add((long)r[1]);
        functional.one_hot(tensor(l), 5);
        var m = new float[2, 3];
        Linear(3, 1).forward(tensor(m));
        var q = new Queue<float>(new[] { 1f, 2 });
        Linear(2, 1).forward(tensor(q.ToArray()));
    }
}
