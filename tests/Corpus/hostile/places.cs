using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostAssign;
public static class ScalarsAll
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x[0, 0] = 1; x[1] = 2.5; x[^1, ^1] = 3f; x[.., 0] = tensor(1); x[0..2, 1..] = tensor(0.5);
        x[TensorIndex.Ellipsis] = 1; x[TensorIndex.Colon, 2] = 4; x[-1] = 0; x[-1, -2] = 7; x[1..^1] = 3;
    }
}
public static class OneElementVectors
{
    public static void Run()
    {
        var x = zeros(4, 5);
         x[2] = ones(1);  x[0..1] = ones(5); x[0..1] = ones(1, 1, 5);
        x[..] = ones(1, 1, 4, 5); x[.., 0] = ones(4); x[.., 0..1] = ones(4, 1);
    }
}
public static class EmptySlices
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x[2..2] = 1; x[2..2] = zeros(0, 5); x[4..] = zeros(0, 5); x[.., 5..] = 1; x[3..2] = ones(1, 5);
        x[2..2] = ones(5);
        int n = 0; x[..n] = zeros(n, 5);
    }
}
public static class OpenLoops
{
    public static void Run()
    {
        var outp = zeros(10, 3);
        for (int i = 0; i < 10; i += 3) outp[i..Math.Min(i + 3, 10)] = ones(Math.Min(3, 10 - i), 3);
        var chunks = randn(10, 3).split(4);
        int at = 0;
        foreach (var c in chunks) { outp[at..(at + (int)c.shape[0])] = c; at += (int)c.shape[0]; }
        at = 0;
        var sizes = new[] { 2, 3, 5 };
        foreach (var s in sizes) { outp[at..(at + s)] = randn(s, 3); at += s; }
    }
}
public static class PastEnd
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x[2..10] = ones(2, 5); x[TensorIndex.Slice(0, 100)] = ones(4, 5); x[TensorIndex.Slice(-2)] = ones(2, 5);
        x[TensorIndex.Slice(step: 2)] = ones(2, 5); x[TensorIndex.Slice(1, null, 2)] = ones(2, 5); x[.., TensorIndex.Slice(0, 5, 2)] = ones(4, 3);
        x[TensorIndex.Slice(null, -1)] = ones(3, 5); x[TensorIndex.Slice(-3, -1)] = ones(2, 5); x[TensorIndex.Slice(-100, 2)] = ones(2, 5);
        x[^2..] = ones(2, 5); x[..^1] = ones(3, 5); x[^3..^1, ^2..] = ones(2, 2);
    }
}
public static class Chained
{
    public static void Run()
    {
        var x = zeros(4, 5, 6);
        x[0][1] = ones(6); x[0][1][2] = 3; x[0][1, 2..4] = ones(2); x[1..3][0] = ones(5, 6); x[^1][.., 0] = ones(5);
        x.select(1, 2)[..] = ones(4, 6); x.transpose(0, 1)[0] = ones(4, 6); x.view(20, 6)[19] = ones(6); x.T[0] = ones(5, 4); x[0].T[0] = ones(5);
        x.narrow(0, 1, 2)[.., 0] = ones(2, 6);
    }
}
public static class NoneForms
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x[TensorIndex.None, 0] = ones(1, 5); x[TensorIndex.None, 0] = ones(5); x[TensorIndex.Ellipsis, TensorIndex.None] = ones(4, 5, 1);
        x[.., TensorIndex.None, ..] = ones(4, 1, 5); x[TensorIndex.Ellipsis, 0] = ones(4); x[0, TensorIndex.Ellipsis] = ones(5); x[TensorIndex.Ellipsis, 1..3] = ones(4, 2);
        
    }
}
public static class Masks
{
    public static void Run()
    {
        var x = randn(4, 5);
        x[x < 0] = 0; x[x < 0] = tensor(0f); x[x.isnan()] = zeros(1);
        var rows = tensor(new[] { true, false, true, false });
        x[rows] = ones(2, 5); x[rows] = 1; x[rows] = ones(5); x[rows, 0] = ones(2); x[.., TensorIndex.Tensor(tensor(new[] { true, false, true, false, false }))] = ones(4, 2);
        x[TensorIndex.Tensor(rows), 1..3] = ones(2, 2); x[x > 100] = zeros(0);
        x[rows] = ones(1, 5); var big = x > 0; x[big] = x[big] * 2; x[big] = randn(big.sum().item<long>());
        x[rows, tensor(new long[] { 0, 1 })] = ones(2); x[rows] = x[rows.logical_not()];
    }
}
public static class Tensors
{
    public static void Run()
    {
        var x = randn(4, 5);
        var i = tensor(new long[] { 0, 2 });
        x[i] = ones(2, 5); x[i] = ones(5); x[i, i] = ones(2); x[i, 0] = ones(2); x[0, i] = ones(2); x[TensorIndex.Tensor(i), 1..] = ones(2, 4); x[.., TensorIndex.Tensor(i)] = ones(4, 2); x[.., TensorIndex.Tensor(i)] = ones(2);
        x[i.unsqueeze(1), i] = ones(2, 2); x[i.unsqueeze(1), i] = ones(2); x[i.view(2, 1, 1)] = ones(2, 1, 1, 5); x[i.to(int32)] = ones(2, 5);
        x[arange(4), randint(0, 5, new long[] { 4 })] = ones(4); x[arange(4), 0] = ones(1);
        x[tensor(2L)] = ones(5);  x[TensorIndex.Tensor(tensor(2)), ..] = ones(5); x[TensorIndex.Tensor(i), ^1] = ones(2); x[^1, TensorIndex.Tensor(i)] = ones(2);
        x[zeros(0, dtype: int64)] = ones(0, 5); x[TensorIndex.Tensor(i), TensorIndex.None] = ones(2, 1, 5);
        x[randperm(4)] = x.clone(); x[x.argmin(0)[0], 0] = 1f; x[arange(4), x.argmax(1)] = 0f;
    }
}
public static class MixedHigh
{
    public static void Run()
    {
        var x = randn(4, 5, 6);
        var i = tensor(new long[] { 0, 2 });
        x[TensorIndex.Tensor(i), .., TensorIndex.Tensor(i)] = ones(2, 5); x[.., TensorIndex.Tensor(i), TensorIndex.Tensor(i)] = ones(4, 2); x[0, .., TensorIndex.Tensor(i)] = ones(5, 2); x[TensorIndex.Tensor(i), .., 0] = ones(2, 5); x[.., 0, TensorIndex.Tensor(i)] = ones(4, 2); x[.., TensorIndex.Tensor(i), 0] = ones(4, 2);
        x[TensorIndex.Ellipsis, TensorIndex.Tensor(i)] = ones(4, 5, 2); x[TensorIndex.Tensor(i), TensorIndex.Ellipsis] = ones(2, 5, 6); x[TensorIndex.Tensor(i), 0, TensorIndex.Ellipsis, 0] = ones(2);
        x[0, i] = ones(2, 6); x[0, TensorIndex.Tensor(i), 1..3] = ones(2, 2); x[.., TensorIndex.Tensor(i.unsqueeze(1)), TensorIndex.Tensor(i)] = ones(4, 2, 2);
    }
}
public static class OtherTypes
{
    public static void Run()
    {
        var x = zeros(4, dtype: int64); x[0] = 2.7; x[1..] = ones(3); x[0] = tensor(1.5f); x[x > 1] = 3;
        var b = zeros(4, dtype: ScalarType.Bool); b[0] = true; b[1..] = ones(3); b[2] = 1; b[0..2] = tensor(new[] { true, false });
        var f = zeros(4); f[0] = tensor(1L); f[..] = arange(4); f[..2] = tensor(new double[] { 1, 2 });
        var h = zeros(4, dtype: float16); h[0] = 1; h[..] = randn(4);
    }
}
public static class ZeroDim
{
    public static void Run()
    {
        var s = tensor(1.0f); s[TensorIndex.Ellipsis] = 2; s[TensorIndex.Ellipsis] = ones(1);
        var v = zeros(3); v[0] = s; v[1] = randn(3).sum(); v[..] = s; v[^1] = randn(3).max();
        var m = zeros(2, 2); m[0] = s; m[0, 1] = v[2];
        v[1] += 2; v[0..2] *= 2; m[0] -= m[1]; m[.., 0] /= 3; v[^1] = v[^1] * 2;
    }
}
public static class Board
{
    public static void Run()
    {
        var x = zeros(1, 3, 8, 8);
        x[0, 0, 3, 3] = 1; x[0, 1] = eye(8); x[.., 2] = ones(8, 8); x[.., .., 0, ..] = 1; x[.., .., ^1, ..] = ones(3, 8); x[0, .., 0, 0] = tensor(new float[] { 1, 2, 3 });
        x[TensorIndex.Ellipsis, 2..4, 2..4] = rand(2, 2); x[0, .., 2..6, 2..6] = rand(3, 4, 4); x[0] = rand(3, 8, 8); x[0] = rand(3, 1, 1);
        x[0] = rand(1, 8, 8); x[.., 0..1] = rand(1, 1, 8, 8); x[.., 0] = rand(1, 8, 8); x[.., 1..] = rand(2, 8, 8);
    }
}
public static class PositionalEnc
{
    static Tensor Pe(int len, int d)
    {
        var pe = zeros(len, d); var pos = arange(0, len).unsqueeze(1);
        var div = exp(arange(0, d, 2) * (-Math.Log(10000.0) / d));
        pe[.., TensorIndex.Slice(0, null, 2)] = sin(pos * div);
        pe[.., TensorIndex.Slice(1, null, 2)] = cos(pos * div[..(d / 2)]);
        return pe;
    }
    public static void Run() { Pe(10, 8); Pe(10, 7); Pe(1, 1); }
}
public static class DiagonalFill
{
    public static void Run()
    {
        var a = zeros(4, 4); var i = arange(4);
        a[i, i] = 1f; a[i[..3], i[1..]] = ones(3); a.diagonal()[..] = 2;
        var (r, c) = (tensor(new long[] { 0, 1 }), tensor(new long[] { 2, 3 })); a[r, c] = tensor(new float[] { 1, 2 }); a[c, r] = a[r, c];
        var ij = triu_indices(4, 4, 1); a[ij[0], ij[1]] = randn(6); a[ij[1], ij[0]] = a[ij[0], ij[1]];
        var nz = (a > 0).nonzero(); a[nz[.., 0], nz[.., 1]] = 0f; a[nz.T[0], nz.T[1]] = ones(nz.shape[0]);
    }
}
public static class RingBuffer
{
    class Ring { readonly Tensor data; int at; public Ring(int n, int d) => data = zeros(n, d); public void Add(Tensor r) { data[at] = r; at = (at + 1) % (int)data.shape[0]; }
        public void AddAll(Tensor rows) { foreach (var r in rows.unbind(0)) Add(r); } public Tensor Last => data[(at + (int)data.shape[0] - 1) % (int)data.shape[0]]; }
    public static void Run() { var r = new Ring(3, 4); r.Add(randn(4)); r.AddAll(randn(5, 4)); r.Add(zeros(1)); Linear(4, 1).forward(r.Last); }
}
public static class CacheGrow
{
    public static void Run()
    {
        var cache = zeros(2, 16, 8); int pos = 0;
        void Put(Tensor k) { int t = (int)k.shape[1]; cache[.., pos..(pos + t)] = k; pos += t; }
        Put(randn(2, 5, 8)); Put(randn(2, 1, 8)); Put(randn(2, 1, 8));
        cache[.., pos] = randn(2, 8); pos++; cache[.., pos] = randn(2, 1, 8)[.., 0];
        cache = cat(new[] { cache, zeros(2, 4, 8) }, 1); cache[.., 16..] = randn(2, 4, 8);
    }
}
public static class RangeVars
{
    public static void Run()
    {
        var x = zeros(10, 3); Range r = 2..5; x[r] = ones(3, 3); Range all = ..; x[all] = 0; Index last = ^1; x[last.GetOffset(10)] = ones(3);
        var ti = TensorIndex.Slice(1, 4); x[ti] = ones(3, 3); TensorIndex[] idx = { TensorIndex.Slice(0, 2), TensorIndex.Single(1) }; x[idx] = ones(2);
        var k = new[] { 1, 2 }; x[k[0]..k[1]] = ones(1, 3); x[(k[0] + 1)..] = ones(8, 3); x[^k[1]..] = ones(2, 3);
        long a = 2, b = 4; x[TensorIndex.Slice(a, b)] = ones(2, 3); x[a, b - 3] = 2; x[(int)a..(int)b, 0] = ones(2);
    }
}
public static class PutReplace
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x.index_put_(ones(5), TensorIndex.Single(1)); x.index_put_(1, TensorIndex.Slice(0, 2)); x.index_put_(ones(2, 5), TensorIndex.Tensor(tensor(new long[] { 0, 1 })));
        x.masked_fill_(x > 0, 0); x.index_fill_(0, tensor(new long[] { 0 }), 1); x[..] = x; x[..] = x.clone(); x[1..] = x[..^1].clone(); x[0] = x[1] = ones(5);
    }
}
