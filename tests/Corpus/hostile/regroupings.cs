using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostLayout2;
public static class RelShiftDirect
{
    static Tensor F([Shape("B", "T", "T")] Tensor s, Tensor v)
    {
        var (b, t) = (s.shape[0], s.shape[1]);
        var r = functional.pad(s, new long[] { 1, 0 }).view(b, t + 1, t);
        return r.matmul(v)[.., 1..];
    }
    public static void Run() => F(randn(2, 8, 8), randn(2, 8, 4));
}
public static class RelShiftConv
{
    public static void Run()
    {
        var p = cat(new[] { zeros(2, 4, 8, 1), randn(2, 4, 8, 8) }, -1);
        Conv2d(4, 4, 1).forward(p.view(2, 4, 9, 8));
    }
}
public static class ConstantState
{
    static Tensor F([Shape("N", "T", 8)] Tensor x)
    {
        var n = x.shape[0];
        var h0 = zeros(n, 2, 16).view(2, n, 16);
        var (o, _) = GRU(8, 16, 2, batchFirst: true).forward(x, h0);
        return o;
    }
    public static void Run() => F(randn(3, 5, 8));
}
public static class SoftmaxOverExperts
{
    public static void Run()
    {
        // one column per sample: (experts, samples)
        var s = randn(4, 32); var p = functional.softmax(s, 0);
        var favourite = p.argmax(-1);          // each expert's keenest sample
        var pick = p.multinomial(2);           // each expert samples two of the batch
    }
}
public static class ExpertChoice
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear gate = Linear(8, 4);
        public Net() : base("n") { RegisterComponents(); }
        // which sample of the batch each expert likes most
        public override Tensor forward([Shape("N", 8)] Tensor x) { var w = functional.softmax(gate.forward(x), 0); return w.t().matmul(x); }
    }
    public static void Run() => new Net().forward(randn(6, 8));
}
public static class AttnPoolFirst
{
    public static void Run()
    {
        // one document, its words are the rows: weights over the words
        var words = randn(12, 16); var w = functional.softmax(Linear(16, 1).forward(words), 0);
        var doc = (w * words).sum(new long[] { 0 });
        Linear(16, 3).forward(doc);
        var multi = functional.softmax(Linear(16, 3).forward(words), 0);
        multi.t().argmax(1); multi.transpose(0, 1).matmul(words); multi.argmax(0);
    }
}
public static class ImageRows2
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(1, 8, 3, padding: 1); readonly Linear f = Linear(16, 8); readonly LayerNorm ln = LayerNorm(16);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = c.forward(x);
            var y = f.forward(h.reshape(-1, 16));
            var z = ln.forward(h.reshape(-1, 8, 16));
            return y;
        }
    }
    public static void Run() => new Net().forward(randn(2, 1, 16, 16));
}
public static class ImageRows3
{
    public static void Run()
    {
        var x = randn(2, 8, 8, 8);
        Conv2d(8, 8, 1).forward(x);
        Linear(8, 2).forward(x.view(-1, 8));
        Linear(8, 2).forward(x.flatten(0, 2));
        Conv1d(8, 2, 1).forward(x.view(-1, 8, 8));
    }
}
public static class ClipLoss
{
    public static void Run()
    {
        var a = functional.normalize(randn(8, 16)); var b = functional.normalize(randn(8, 16));
        var l = a.matmul(b.t()) * 10; var y = arange(8);
        var loss = functional.nll_loss(functional.log_softmax(l, 1), y) + functional.nll_loss(functional.log_softmax(l, 0).t(), y);
        var sym = functional.softmax(l, 0) * functional.softmax(l, 1);
        sym.argmax(1);
    }
}
public static class MutualMatch
{
    // dual softmax of feature matching (LoFTR): mutual nearest neighbours
    public static void Run()
    {
        var s = randn(10, 12); var col = functional.softmax(s, 0);
        var bestInRow = col.argmax(1); var bestInCol = col.argmax(0);
        var mutual = bestInCol.index_select(0, bestInRow).eq(arange(10));
    }
}
public static class FoldedTimeFirstGru
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv1d c = Conv1d(4, 8, 3, padding: 1); readonly GRU g = GRU(8, 16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "B", 4, "L")] Tensor x)
        {
            var (t, b, l) = (x.shape[0], x.shape[1], x.shape[3]);
            var h = c.forward(x.reshape(t * b, 4, l)).mean(new long[] { 2 }).view(t, b, 8);
            var (o, _) = g.forward(h);
            return f.forward(o[-1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(5, 2, 4, 8)), zeros(2, dtype: int64));
}
public static class FiveDTimeFirst
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM g = LSTM(12, 16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        // frames first: (T, B, C, H, W)
        public override Tensor forward(Tensor x)
        {
            var (o, _, _) = g.forward(x.flatten(2));
            return f.forward(o[-1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(new long[] { 5, 3, 3, 2, 2 })), zeros(3, dtype: int64));
}
public static class ImgRowsTimeFirst
{
    // one sequence per column group; (T, N, 2, 4) sensor frames, time first as the logger writes them
    class Net : Module<Tensor, Tensor>
    {
        readonly GRU g = GRU(8, 16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N", 2, 4)] Tensor x) { var (o, _) = g.forward(x.flatten(2)); return f.forward(o[-1]); }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(5, 3, 2, 4)), zeros(3, dtype: int64));
}
public static class GraphNodes
{
    class Net : Module<Tensor, Tensor>
    {
        readonly MultiheadAttention a = MultiheadAttention(8, 2); readonly TransformerEncoderLayer e = TransformerEncoderLayer(8, 2, 16);
        public Net() : base("n") { RegisterComponents(); }
        // N nodes of one graph, as one sequence
        public override Tensor forward([Shape("N", 1, 8)] Tensor x) { var (o, _) = a.forward(x, x, x, null, false, null); return e.call(o, null, null); }
    }
    public static void Run() => new Net().forward(randn(7, 1, 8));
}
public static class GraphNodesG
{
    class Net : Module<Tensor, Tensor>
    {
        readonly TransformerEncoderLayer e = TransformerEncoderLayer(8, 2, 16);
        public Net() : base("n") { RegisterComponents(); }
        // N nodes, G graphs, features
        public override Tensor forward([Shape("N", "G", 8)] Tensor x) => e.call(x, null, null);
    }
    public static void Run() => new Net().forward(randn(7, 2, 8));
}
public static class SqueezeMeant
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 8, 8); readonly Linear f = Linear(8, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x) { var h = c.forward(x).squeeze(); if (h.dim() == 1) h = h.unsqueeze(0); return f.forward(h); }
    }
    public static void Run() { new Net().forward(randn(2, 3, 8, 8)); new Net().forward(randn(1, 3, 8, 8)); }
}
public static class AcStack
{
    // stacking frames: T/3 steps of 3 frames each
    static Tensor F([Shape("B", "T", 8)] Tensor x) { var (b, t) = (x.shape[0], x.shape[1]); x = x[.., ..(int)(t / 3 * 3)]; return Linear(24, 4).forward(x.reshape(b, t / 3, 24)); }
    static Tensor G([Shape("B", "T", 8)] Tensor x) { var (b, t) = (x.shape[0], x.shape[1]); return Linear(4, 4).forward(x.reshape(b, 2 * t, 4)); }
    static Tensor H([Shape("B", "C", "T")] Tensor x) { var (b, c, t) = (x.shape[0], x.shape[1], x.shape[2]); return x.view(b, 1, c, t).expand(b, 2, c, t).reshape(b, 2 * c, t); }
    static Tensor I([Shape("T", "C")] Tensor x) => x.view(1, x.shape[0], x.shape[1]).transpose(1, 2).reshape(1, x.shape[1], x.shape[0]);
    static Tensor J([Shape("B", "T", "C")] Tensor x) => x.repeat_interleave(2, 1).view(x.shape[0], x.shape[1], 2, x.shape[2])[.., .., 0];
    static Tensor K([Shape("B", "T")] Tensor x) => x.repeat(1, 2).view(x.shape[0], 2, x.shape[1]);
    static Tensor L([Shape("B", "T", "C")] Tensor x) => x.repeat(1, 1, 3).view(x.shape[0], x.shape[1], 3, x.shape[2]);
    static Tensor M([Shape("B", 6)] Tensor x) => x.unsqueeze(0).expand(3, -1, -1).reshape(-1, 6).view(3, x.shape[0], 6).mean(new long[] { 0 });
    static Tensor N([Shape("B", 6)] Tensor x) => Linear(6, 8).forward(x.repeat_interleave(4, 0)).view(x.shape[0], 4, 8);
    static Tensor O([Shape("B", "K", 6)] Tensor x) { var y = x.transpose(0, 1).contiguous(); return y.view(x.shape[1], x.shape[0], 2, 3); }
    static Tensor P([Shape("B", "T", 6)] Tensor x) => x.flatten().view(x.shape[0] * x.shape[1], 6);
    static Tensor Q([Shape("B", "T")] Tensor x) => x.flatten().view(-1, x.shape[1]);
    public static void Run() { F(randn(2, 7, 8)); G(randn(2, 7, 8)); H(randn(2, 3, 4)); I(randn(4, 3)); J(randn(2, 3, 4)); K(randn(2, 3)); L(randn(2, 3, 4)); M(randn(2, 6)); N(randn(2, 6)); O(randn(2, 5, 6)); P(randn(2, 3, 6)); Q(randn(2, 3)); }
}
public static class InterleaveMove
{
    // alternating halves: pairs of neighbours become two rows of all (a fixed hash for mixing)
    static Tensor CircMix([Shape("T", 2)] Tensor x) => x.view(2, x.shape[0]);
    public static void Run() => CircMix(randn(5, 2));
}
