using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntAssignOk;

public static class RowVector { public static void Run() { var x = zeros(4, 8); x[1] = randn(8); x[^1] = randn(8); x[-2] = ones(1); } }
public static class RowScalar { public static void Run() { var x = zeros(4, 8); x[1] = 0.5f; x[2] = tensor(3.0); x[3] = 1; x[^1] = zeros(1, 8); } }
public static class LeadingOnes
{
    public static void Run()
    {
        var x = zeros(4, 8);
        x[0, ..] = randn(1, 8);        // leading dimensions of 1 are dropped, except by the indexers of plain int and long
        x[^1] = randn(1, 1, 8);
        x[TensorIndex.Single(1)] = randn(1, 8);
        x[.., 0] = randn(1, 4);
        x[..2] = randn(1, 1, 2, 8);
        x[tensor(new long[] { 0, 3 })] = randn(1, 2, 8);
        x[x.eq(0)] = randn(1, 1);
    }
}
public static class Column { public static void Run() { var t = rand(10, 3); t[.., 0] = t[.., 1] * 2; t[TensorIndex.Colon, 2] = arange(10); t[.., 1] = 0; } }
public static class ColumnBroadcast { public static void Run() { var t = rand(10, 3); t[.., TensorIndex.Slice(0, 2)] = rand(10, 1); t[.., TensorIndex.Slice(0, 2)] = rand(2); t[..] = rand(3); } }
public static class SlicePart { public static void Run() { var x = zeros(2, 10); x[0, TensorIndex.Slice(0, 3)] = ones(3); x[1, TensorIndex.Slice(3)] = ones(7); x[.., TensorIndex.Slice(null, 4)] = ones(2, 4); } }
public static class SliceClamped
{
    public static void Run()
    {
        var x = zeros(6, 2);
        x[TensorIndex.Slice(4, 10)] = ones(2, 2);      // the end is cut off at 6
        x[TensorIndex.Slice(8, 10)] = ones(2);         // an empty place takes what broadcasts
        x[TensorIndex.Slice(-2, null)] = randn(2, 2);
    }
}
public static class PositionalEven
{
    class Pe : Module<Tensor, Tensor>
    {
        readonly Tensor pe;
        public Pe(long len, long d) : base("pe")
        {
            var position = arange(0, len).unsqueeze(1);
            var div = (arange(0, d, 2) * (-Math.Log(10000.0) / d)).exp();
            pe = zeros(len, d);
            pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(position * div);
            pe[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(position * div);
            pe = pe.unsqueeze(0);
            register_buffer("pe", pe);
        }
        public override Tensor forward(Tensor x) => x + pe[.., ..(int)x.shape[1]];
    }
    public static void Run() => new Pe(50, 16).forward(zeros(2, 9, 16));
}
public static class PositionalOddCut
{
    public static void Run()
    {
        long d = 17;
        var pe = zeros(50, d);
        var a = arange(50).unsqueeze(1) * exp(arange(0, d, 2) * -0.3);
        pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(a);
        pe[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(a)[.., ..(int)(d / 2)];
    }
}
public static class PositionalHalves
{
    public static void Run()
    {
        var pe = zeros(50, 16);
        var a = arange(50).unsqueeze(1) * exp(arange(0, 8) * -0.3);
        pe[.., TensorIndex.Slice(0, 8)] = sin(a);
        pe[.., TensorIndex.Slice(8)] = cos(a);
    }
}
public static class PadSequences
{
    public static void Run()
    {
        var seqs = new List<long[]> { new long[] { 1, 2, 3 }, new long[] { 4, 5 }, new long[] { 6 } };
        var max = seqs.Max(s => s.Length);
        var padded = zeros(seqs.Count, max, dtype: int64);
        for (int i = 0; i < seqs.Count; i++)
            padded[i, TensorIndex.Slice(0, seqs[i].Length)] = tensor(seqs[i]);
        Embedding(10, 4).forward(padded);
    }
}
public static class PadSequencesRange
{
    public static void Run()
    {
        int[][] seqs = { new[] { 1, 2, 3 }, new[] { 4, 5 } };
        var padded = full(new long[] { 2, 6 }, 0, dtype: int64);
        for (int i = 0; i < seqs.Length; i++)
            padded[i][..seqs[i].Length] = tensor(seqs[i]);
    }
}
public static class KvCacheOk
{
    class Cache
    {
        public Tensor k = zeros(1, 8, 32, 16);
        int len;
        public Tensor Store(Tensor v)
        {
            var n = (int)v.shape[2];
            k[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(len, len + n)] = v;
            len += n;
            return k[.., .., ..len];
        }
    }
    public static void Run() { var c = new Cache(); c.Store(randn(1, 8, 6, 16)); c.Store(randn(1, 8, 1, 16)).view(1, 8, 7, 16); }
}
public static class Paste { public static void Run() { var canvas = zeros(3, 64, 64); canvas[.., TensorIndex.Slice(10, 26), TensorIndex.Slice(10, 26)] = rand(3, 16, 16); canvas[.., 10..26, 10..26] = rand(16, 16); canvas[0, 0, 0] = 1; } }
public static class PasteGray { public static void Run() { var canvas = zeros(3, 64, 64); canvas[.., TensorIndex.Slice(0, 8), TensorIndex.Slice(0, 8)] = rand(1, 8, 8); canvas[TensorIndex.Ellipsis, 5] = rand(3, 1); } }
public static class PasteChannelLast { public static void Run() { var canvas = zeros(3, 32, 32); var patch = rand(8, 8, 3); canvas[TensorIndex.Ellipsis, TensorIndex.Slice(0, 8), TensorIndex.Slice(0, 8)] = patch.permute(2, 0, 1); } }
public static class BatchFill { public static void Run() { var batch = empty(4, 1, 28, 28); for (int i = 0; i < 4; i++) batch[i] = rand(28, 28); batch[0, 0] = rand(1, 28); batch[0] = rand(1, 28, 28); } }
public static class MaskScalar { public static void Run() { var x = randn(4, 3); x[x < 0] = 0; x[x > 1] = 1.0; x[x.sum(1) > 0] = 2; x[tensor(new[] { true, false, true, false })] = zeros(3); } }
public static class MaskValues { public static void Run() { var x = randn(6); var m = x > 0; x[m] = x[m] * 2; x[m] = zeros(x[m].shape[0]); x[~m] = ones(1); } }
public static class MaskColumn { public static void Run() { var x = randn(6, 3); var m = x[.., 0] > 0; x[m, 1] = 0; x[TensorIndex.Tensor(m), TensorIndex.Single(2)] = 7f; } }
public static class MaskOneDimUp { public static void Run() { var s = randn(2, 6, 6, 4); var m = ones(2, 6, 6, dtype: @bool); s[m] = -1f; s[m] = zeros(4); } }
public static class IndexRows { public static void Run() { var x = zeros(10, 4); var rows = tensor(new long[] { 1, 5, 7 }); x[rows] = randn(3, 4); x[rows] = randn(4); x[rows] = randn(1, 4); x[rows] = 2f; x[rows] = randn(3, 1); } }
public static class IndexPairs { public static void Run() { var hot = zeros(6, 10); var y = randint(0, 10, new long[] { 6 }); hot[arange(6), y] = 1f; hot[arange(6), y] = rand(6); hot[arange(6).unsqueeze(1), arange(10)] = rand(6, 10); } }
public static class IndexOuter { public static void Run() { var x = zeros(5, 5); var r = tensor(new long[] { 0, 2 }).unsqueeze(1); var c = tensor(new long[] { 1, 3, 4 }); x[r, c] = rand(2, 3); x[r, c] = rand(3); } }
public static class IndexWithSlice { public static void Run() { var x = zeros(4, 6, 3); x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 0, 5 }))] = rand(4, 2, 3); x[0, TensorIndex.Tensor(tensor(new long[] { 0, 5 })), TensorIndex.Slice(0, 2)] = rand(2, 2); } }
public static class Element { public static void Run() { var g = zeros(5, 5); g[0, 1] = 1.5f; g[1, 1] = 2; g[2, 2] = tensor(4L); g[3, 3] = g[0, 1] + 1; for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) g[i, j] = i * j; } }
public static class ElementOfVector { public static void Run() { var q = zeros(10, 4); var best = randn(1, 4).max(1).values; q[3, 1] = best.squeeze(); q[3, 1] = best[0]; q[3] = best; q[.., 0] = best; } }
public static class Ranges { public static void Run() { var b = zeros(20, 6); b[..5] = randn(5, 6); b[5..] = randn(15, 1); b[^3..] = randn(3, 6); b[2..4, 1..3] = eye(2); b[..] = 0; } }
public static class RollWindow { public static void Run() { var w = zeros(8); for (int t = 0; t < 5; t++) { w[..7] = w[1..].clone(); w[7] = t; } w[..^1] = randn(7); } }
public static class Replay
{
    static readonly Tensor states = zeros(100, 4), actions = zeros(100, dtype: int64), rewards = zeros(100);
    static void Push(int at, float[] s, int a, float r) { states[at % 100] = tensor(s); actions[at % 100] = a; rewards[at % 100] = r; }
    public static void Run() { for (int i = 0; i < 5; i++) Push(98 + i, new[] { 0.1f, 0.2f, 0.3f, i }, i, 1); }
}
public static class Hidden { public static void Run() { var (o, h, c) = LSTM(3, 16).forward(randn(5, 2, 3)); var all = zeros(7, 2, 16); all[0] = h.squeeze(0); all[1] = h[0]; all[TensorIndex.Slice(0, 1)] = h; all[^1] = h; all[TensorIndex.Slice(2, 7)] = o; } }
public static class Boxes { public static void Run() { var b = rand(20, 4); var xy = b[.., TensorIndex.Slice(0, 2)].clone(); var wh = b[.., TensorIndex.Slice(2, 4)].clone(); b[.., TensorIndex.Slice(0, 2)] = xy - wh / 2; b[TensorIndex.Ellipsis, 2] = xy[.., 0] + wh[.., 0]; b[.., 3] = (xy + wh)[.., 1]; } }
public static class Weights { public static void Run() { var fc = Linear(8, 4); using (no_grad()) { fc.weight[0] = ones(8); fc.bias[TensorIndex.Slice(1, 3)] = 1f; fc.weight[.., 0] = zeros(4); } fc.forward(rand(2, 8)); } }
public static class ForgetBias { public static void Run() { int hidden = 16; var bias = zeros(4 * hidden); bias[TensorIndex.Slice(hidden, 2 * hidden)] = ones(hidden); bias[TensorIndex.Slice(0, null, 4)] = randn(hidden); } }
public static class SteppedSlices { public static void Run() { var x = zeros(9); x[TensorIndex.Slice(0, null, 2)] = randn(5); x[TensorIndex.Slice(1, null, 2)] = randn(4); x[TensorIndex.Slice(1, 8, 3)] = randn(3); } }
public static class NullIndex { public static void Run() { var x = zeros(3, 5); x[TensorIndex.None] = randn(1, 3, 5); x[TensorIndex.None, 0] = randn(5); x[.., TensorIndex.None] = randn(3, 1, 5); } }
public static class TypesConverted { public static void Run() { var x = zeros(3, 2); x[0] = tensor(new double[] { 1, 2 }); x[1] = tensor(new[] { 1, 2 }); x[2] = tensor(new[] { true, false }); var n = zeros(3, dtype: int64); n[0] = 2.9; n[TensorIndex.Slice(1)] = randn(2); } }
public static class Nested { public static void Run() { var x = zeros(2, 3, 4); x[0][1] = randn(4); x[0][1][2] = 5f; var view = x[1]; view[0] = randn(4); view[.., 1] = randn(3); } }
public static class EmptySelection { public static void Run() { var x = randn(5, 3); x[x > 100] = 3f; x[zeros(0, dtype: int64)] = randn(3); x[TensorIndex.Slice(2, 2)] = randn(0, 3); } }
public static class Transposed { public static void Run() { var x = zeros(4, 6); x.t()[0] = randn(4); x.transpose(0, 1)[.., 2] = randn(6); x.view(2, 12)[1] = randn(12); } }
public static class CausalMask { public static void Run() { var m = zeros(6, 6); for (int i = 0; i < 6; i++) m[i, TensorIndex.Slice(i + 1)] = float.NegativeInfinity; for (int i = 0; i < 6; i++) m[i, ..(i + 1)] = zeros(i + 1); } }
public static class Bound { public static void Run() { var x = zeros(6, 6); x[0] = x[TensorIndex.Colon, 0] = 1; x[TensorIndex.Slice(0, null, 5)] = 1; x[.., ^1] = ones(6, 1).squeeze(); } }
