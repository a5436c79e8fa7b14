using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostLayout;
public static class RelShift
{
    static Tensor Shift([Shape("B", "H", "T", "T")] Tensor s)
    {
        var (b, h, t) = (s.shape[0], s.shape[1], s.shape[2]);
        var p = functional.pad(s, new long[] { 1, 0 });
        return p.view(b, h, t + 1, t)[.., .., 1.., ..];
    }
    public static void Run() => Shift(randn(2, 4, 8, 8));
}
public static class RelShiftConst
{
    public static void Run()
    {
        var s = randn(2, 4, 8, 8);
        var p = cat(new[] { zeros(2, 4, 8, 1), s }, -1);
        var r = p.view(2, 4, 9, 8)[.., .., 1.., ..];
        functional.softmax(r, -1).matmul(randn(2, 4, 8, 16));
    }
}
public static class RowsOfImage
{
    public static void Run()
    {
        var x = Conv2d(3, 8, 3, padding: 1).forward(randn(2, 3, 16, 8));
        var rows = x.reshape(-1, 8);
        var y = Linear(8, 4).forward(rows).view(2, 8, 16, 4);
    }
}
public static class RowsOfImageNet
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 16, 3, padding: 1); readonly GRU g = GRU(16, 8, batchFirst: true); readonly Linear f = Linear(8, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = c.forward(x).permute(0, 2, 3, 1);
            var n = h.shape[0];
            var (o, _) = g.forward(h.reshape(-1, 16, 16));
            return f.forward(o[.., -1, ..]).view(n, 16, 2);
        }
    }
    public static void Run() => new Net().forward(randn(2, 3, 16, 16));
}
public static class SoftmaxTransposed
{
    public static void Run()
    {
        var logits = randn(5, 32);
        var p = functional.log_softmax(logits, 0);
        functional.nll_loss(p.t(), randint(0, 5, new long[] { 32 }));
        functional.nll_loss(p.transpose(0, 1), randint(0, 5, new long[] { 32 }));
        functional.softmax(logits, 0).T.argmax(1);
        functional.softmax(logits, 0).permute(1, 0).multinomial(1);
    }
}
public static class SoftmaxStacked
{
    public static void Run()
    {
        var models = Enumerable.Range(0, 3).Select(_ => Linear(8, 5)).ToArray();
        var x = randn(4, 8);
        var gate = functional.softmax(Linear(8, 3).forward(x).t(), 0).unsqueeze(-1);
        var outs = stack(models.Select(m => m.forward(x)).ToArray());
        var y = (gate * outs).sum(new long[] { 0 });
        functional.cross_entropy(y, randint(0, 5, new long[] { 4 }));
        y.argmax(1);
    }
}
public static class SlotAttention
{
    public static void Run()
    {
        var (slots, inputs) = (randn(4, 16), randn(10, 16));
        var attn = functional.softmax(slots.matmul(inputs.t()), 0);
        var w = attn / attn.sum(1, keepdim: true);
        var updates = w.matmul(inputs);
        var strongest = attn.argmax(1);
        GRUCell(16, 16).forward(updates, slots);
    }
}
public static class TopicWords
{
    // columns are words, one distribution over topics (dimension 0) for each
    public static void Run()
    {
        var scores = randn(6, 100);
        var topicOfWord = functional.softmax(scores, 0);
        var best = topicOfWord.argmax(0);
        var typical = topicOfWord.argmax(1);
    }
}
public static class SetTransformer
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear e = Linear(8, 16); readonly MultiheadAttention a = MultiheadAttention(16, 4); readonly Linear f = Linear(16, 1);
        public Net() : base("n") { RegisterComponents(); }
        // rows are the points of one set
        public override Tensor forward([Shape("N", 8)] Tensor x)
        {
            var h = e.forward(x).unsqueeze(1);
            var (o, _) = a.forward(h, h, h, null, false, null);
            return f.forward(o.squeeze(1));
        }
    }
    public static void Run() => new Net().forward(randn(12, 8));
}
public static class TokensNamedN
{
    class Net : Module<Tensor, Tensor>
    {
        readonly MultiheadAttention a = MultiheadAttention(16, 4); readonly Linear f = Linear(16, 1);
        public Net() : base("n") { RegisterComponents(); }
        // N tokens, B documents: torch's order
        public override Tensor forward([Shape("N", "B", 16)] Tensor x)
        {
            var (o, _) = a.forward(x, x, x, null, false, null);
            return f.forward(o[0]);
        }
    }
    public static void Run() => new Net().forward(randn(12, 3, 16));
}
public static class VitTokens
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d patch = Conv2d(3, 16, 4, stride: 4); readonly Parameter cls = Parameter(zeros(1, 1, 16));
        readonly TransformerEncoder enc = TransformerEncoder(TransformerEncoderLayer(16, 4, 32), 2); readonly Linear f = Linear(16, 5);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = patch.forward(x).flatten(2).permute(2, 0, 1);
            h = cat(new[] { cls.expand(1, h.shape[1], 16), h }, 0);
            var o = enc.forward(h, null, null);
            return f.forward(o[0]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(2, 3, 16, 16)), zeros(2, dtype: int64));
}
public static class FramesFolded
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 8, 3, padding: 1); readonly GRU g = GRU(8, 16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "B", 3, 8, 8)] Tensor x)
        {
            var (t, b) = (x.shape[0], x.shape[1]);
            var h = c.forward(x.view(t * b, 3, 8, 8)).mean(new long[] { 2, 3 });
            var (o, _) = g.forward(h.view(t, b, 8));
            return f.forward(o[-1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(new long[] { 5, 2, 3, 8, 8 })), zeros(2, dtype: int64));
}
public static class FramesFolded2
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 8, 3, padding: 1); readonly LSTM g = LSTM(8, 16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var (b, t) = (x.shape[0], x.shape[1]);
            var h = c.forward(x.transpose(0, 1).reshape(-1, 3, 8, 8)).mean(new long[] { 2, 3 });
            var (o, _, _) = g.forward(h.view(t, b, 8));
            return f.forward(o[^1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(new long[] { 2, 5, 3, 8, 8 })), zeros(2, dtype: int64));
}
public static class OneVideo
{
    // frames of one video: the batch of the convolution is the time
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(3, 8, 3, padding: 1); readonly LSTM g = LSTM(8, 16); readonly LSTM g2 = LSTM(8, 16, batchFirst: true); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor frames)
        {
            var h = c.forward(frames).mean(new long[] { 2, 3 });
            var (o, _, _) = g.forward(h.unsqueeze(1));
            var (q, _, _) = g2.forward(h.unsqueeze(0));
            var (r, _, _) = g.forward(h.view(-1, 1, 8));
            return f.forward(o[-1]) + f.forward(q[.., -1, ..]) + f.forward(r[-1]);
        }
    }
    public static void Run() => new Net().forward(randn(6, 3, 8, 8));
}
public static class OcrColumns
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(1, 8, 3, padding: 1); readonly LSTM g = LSTM(64, 16, bidirectional: true); readonly Linear f = Linear(32, 10);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = c.forward(x).permute(3, 0, 1, 2).flatten(2);
            var (o, _, _) = g.forward(h);
            return functional.log_softmax(f.forward(o), 2);
        }
    }
    public static void Run() => functional.ctc_loss(new Net().forward(randn(2, 1, 8, 20)), randint(1, 10, new long[] { 2, 5 }), full(new long[] { 2 }, 20, dtype: int64), full(new long[] { 2 }, 5, dtype: int64));
}
public static class BiViews
{
    class Net : Module<Tensor, Tensor>
    {
        readonly GRU g = GRU(8, 16, 2, bidirectional: true); readonly Linear f = Linear(32, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N", 8)] Tensor x)
        {
            var (t, n) = (x.shape[0], x.shape[1]);
            var (o, h) = g.forward(x);
            var d = o.view(t, n, 2, 16);
            var last = cat(new[] { d[-1, .., 0], d[0, .., 1] }, 1);
            var hh = h.view(2, 2, n, 16)[-1];
            var both = hh.transpose(0, 1).reshape(n, 32);
            var other = o.view(t, n, 32)[0];
            return f.forward(last) + f.forward(both) + f.forward(other);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(5, 3, 8)), zeros(3, dtype: int64));
}
public static class HiddenBatchFirst
{
    class Net : Module<Tensor, Tensor>
    {
        readonly GRU g = GRU(8, 16, batchFirst: true, bidirectional: true); readonly Linear f = Linear(32, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            var (_, h) = g.forward(x);
            var a = f.forward(cat(new[] { h[-2], h[-1] }, 1));
            var b = f.forward(h.transpose(0, 1).flatten(1));
            var c = f.forward(h.permute(1, 0, 2).reshape(x.shape[0], -1));
            return a + b + c;
        }
    }
    public static void Run() => new Net().forward(randn(3, 5, 8));
}
public static class TransposedOutput
{
    class Net : Module<Tensor, Tensor>
    {
        readonly GRU g = GRU(8, 16, batchFirst: true); readonly Dropout d = Dropout(); readonly LayerNorm ln = LayerNorm(16); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            var (o, _) = g.forward(x);
            o = ln.forward(d.forward(o));
            var a = f.forward(o.transpose(0, 1)[-1]);
            var b = f.forward(o.transpose(0, 1).contiguous()[^1]);
            var c = f.forward(o.unbind(1)[^1]);
            var e = f.forward(o.movedim(new long[] { 1 }, new long[] { 0 })[-1]);
            var h = f.forward(o.flip(new long[] { 1 }).select(1, 0));
            var i = f.forward(o.max(1).values);
            var j = f.forward(o.select(1, o.shape[1] - 1));
            var k = f.forward(o[.., (int)(o.shape[1] - 1)]);
            return a + b + c + e + h + i + j + k;
        }
    }
    public static void Run() => new Net().forward(randn(3, 5, 8));
}
public static class GatherLast
{
    class Net : Module<Tensor, Tensor, Tensor>
    {
        readonly LSTM g = LSTM(8, 16, batchFirst: true); readonly Linear f = Linear(16, 2);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 8)] Tensor x, [Shape("N")] Tensor lengths)
        {
            var (o, _, _) = g.forward(x);
            var idx = (lengths - 1).view(-1, 1, 1).expand(-1, 1, 16);
            var a = f.forward(o.gather(1, idx).squeeze(1));
            var b = f.forward(o[arange(x.shape[0]), lengths - 1]);
            return a + b;
        }
    }
    public static void Run() => new Net().forward(randn(3, 5, 8), tensor(new long[] { 5, 3, 1 }));
}
public static class Rechunk
{
    // 4 blocks of 8 steps are 8 blocks of 4 steps
    public static void Run()
    {
        var x = randn(2, 4, 8, 16);
        var y = x.view(2, 8, 4, 16);
        var z = y.mean(new long[] { 2 });
        Linear(16, 2).forward(z);
    }
}
public static class ChannelShuffle
{
    class Shuffle : Module<Tensor, Tensor>
    {
        readonly Conv2d c = Conv2d(12, 12, 1, groups: 3);
        public Shuffle() : base("s") { RegisterComponents(); }
        public override Tensor forward([Shape("N", 12, "H", "W")] Tensor x)
        {
            var h = c.forward(x); var (n, hh, w) = (h.shape[0], h.shape[2], h.shape[3]);
            return h.view(n, 3, 4, hh, w).transpose(1, 2).contiguous().view(n, 12, hh, w);
        }
    }
    public static void Run() => new Shuffle().forward(randn(2, 12, 8, 8));
}
public static class Swin
{
    static Tensor Windows([Shape("B", "H", "W", "C")] Tensor x, int s)
    {
        var (b, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        return x.view(b, h / s, s, w / s, s, c).permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, s * s, c);
    }
    static Tensor Back([Shape("M", 16, "C")] Tensor win, int s, long h, long w)
    {
        var b = win.shape[0] / (h * w / s / s);
        var x = win.view(b, h / s, w / s, s, s, -1);
        return x.permute(0, 1, 3, 2, 4, 5).contiguous().view(b, h, w, -1);
    }
    public static void Run() { var x = randn(2, 8, 8, 6); var w = Windows(x, 4); Linear(6, 3).forward(Back(w, 4, 8, 8)); }
}
public static class HeadsRight
{
    class Mha : Module<Tensor, Tensor>
    {
        readonly Linear qkv = Linear(32, 96), o = Linear(32, 32);
        public Mha() : base("m") { RegisterComponents(); }
        public override Tensor forward([Shape("B", "T", 32)] Tensor x)
        {
            var (b, t) = (x.shape[0], x.shape[1]);
            var p = qkv.forward(x).view(b, t, 3, 4, 8).permute(2, 0, 3, 1, 4);
            var (q, k, v) = (p[0], p[1], p[2]);
            var a = functional.softmax(q.matmul(k.transpose(-2, -1)) / Math.Sqrt(8), -1);
            var y = a.matmul(v).transpose(1, 2).contiguous().view(b, t, 32);
            var folded = q.reshape(b * 4, t, 8).bmm(k.reshape(b * 4, t, 8).transpose(1, 2)).view(b, 4, t, t);
            var z = folded.matmul(v).permute(0, 2, 1, 3).reshape(b, t, -1);
            return o.forward(y + z);
        }
    }
    public static void Run() => new Mha().forward(randn(2, 5, 32));
}
public static class HeadsFoldedTimeFirst
{
    static Tensor F([Shape("T", "B", 32)] Tensor q)
    {
        var (t, b) = (q.shape[0], q.shape[1]);
        var h = q.contiguous().view(t, b * 4, 8).transpose(0, 1);
        var a = functional.softmax(h.bmm(h.transpose(1, 2)), -1).bmm(h);
        return a.transpose(0, 1).contiguous().view(t, b, 32);
    }
    public static void Run() => Linear(32, 4).forward(F(randn(5, 2, 32)));
}
public static class Windows1
{
    static Tensor F([Shape("B", "T", "C")] Tensor x)
    {
        var w = x.unfold(1, 4, 2);
        var y = w.permute(0, 1, 3, 2).reshape(x.shape[0], -1, 4 * x.shape[2]);
        var u = x[.., ..8].view(x.shape[0], 2, 4, x.shape[2]);
        var v = x[.., ..8].reshape(-1, 4, x.shape[2]);
        var s = x[.., ..8].reshape(x.shape[0], 4, 2 * x.shape[2]);
        var k = x.reshape(x.shape[0], x.shape[1] * x.shape[2]).view(x.shape[0], x.shape[1], x.shape[2]);
        var flat = x.reshape(-1, x.shape[2]);
        return y;
    }
    public static void Run() => F(randn(2, 10, 3));
}
public static class BeamSearch
{
    public static void Run()
    {
        long b = 2, k = 3, v = 10;
        var h = randn(b * k, 8); var proj = Linear(8, v); var scores = zeros(b, k);
        for (int step = 0; step < 3; step++)
        {
            var lp = functional.log_softmax(proj.forward(h), -1).view(b, k, v);
            var total = (scores.unsqueeze(-1) + lp).view(b, k * v);
            var (top, idx) = total.topk((int)k, 1);
            scores = top;
            var from = idx.div(v, rounding_mode: RoundingMode.floor); var tok = idx % v;
            var flat = (from + arange(b).unsqueeze(1) * k).view(-1);
            h = h.index_select(0, flat);
            h = h + Embedding(v, 8).forward(tok.view(-1));
        }
    }
}
public static class TransposeTrick
{
    // contiguous runs: interleaving two channels by a view of the reversed layout
    static Tensor Inter([Shape("N", "T")] Tensor a, [Shape("N", "T")] Tensor b) => stack(new[] { a, b }, 2).view(a.shape[0], -1);
    static Tensor Zero(long n, long h) => zeros(n, 2 * h).view(2, n, h);
    public static void Run() { Inter(randn(2, 5), randn(2, 5)); Zero(3, 4); }
}
public static class PixelUp
{
    static Tensor Up([Shape("N", 12, "H", "W")] Tensor x)
    {
        var (n, h, w) = (x.shape[0], x.shape[2], x.shape[3]);
        return x.view(n, 3, 2, 2, h, w).permute(0, 1, 4, 2, 5, 3).reshape(n, 3, h * 2, w * 2);
    }
    static Tensor Focus([Shape("N", 3, "H", "W")] Tensor x)
    {
        var (n, h, w) = (x.shape[0], x.shape[2], x.shape[3]);
        return x.view(n, 3, h / 2, 2, w / 2, 2).permute(0, 3, 5, 1, 2, 4).reshape(n, 12, h / 2, w / 2);
    }
    public static void Run() => Conv2d(3, 4, 3).forward(Up(Focus(randn(2, 3, 8, 8))));
}
public static class PairwiseRank
{
    public static void Run()
    {
        var s = Linear(4, 1).forward(randn(6, 4)); var y = randint(0, 3, new long[] { 6 });
        var diff = s - s.squeeze(1);
        var want = (y.unsqueeze(1) > y).to(float32);
        functional.binary_cross_entropy_with_logits(diff, want);
        var d2 = s - s.t();
    }
}
public static class EnsembleT
{
    class Net : Module<Tensor, Tensor>
    {
        readonly TransformerEncoder enc; readonly Linear f = Linear(16, 4);
        public Net() : base("n") { enc = TransformerEncoder(TransformerEncoderLayer(16, 4, 32), 1); RegisterComponents(); }
        public override Tensor forward([Shape("B", "T", 16)] Tensor x)
        {
            var o = enc.forward(x.transpose(0, 1), null, null).transpose(0, 1);
            var a = f.forward(o[.., 0]);
            var b = f.forward(o[.., -1]);
            var c = f.forward(o.mean(new long[] { 1 }));
            return a + b + c;
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(3, 5, 16)), zeros(3, dtype: int64));
}
public static class AcrossSamples
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear e = Linear(1, 16); readonly MultiheadAttention cols = MultiheadAttention(16, 4), rows = MultiheadAttention(16, 4); readonly Linear f = Linear(16, 1);
        public Net() : base("n") { RegisterComponents(); }
        // tables: attention between the columns of a row, then between the rows
        public override Tensor forward([Shape("N", "D")] Tensor x)
        {
            var h = e.forward(x.unsqueeze(-1));
            var t = h.transpose(0, 1);
            var (a, _) = cols.forward(t, t, t, null, false, null);
            h = a.transpose(0, 1);
            var (b, _) = rows.forward(h, h, h, null, false, null);
            return f.forward(b.mean(new long[] { 1 }));
        }
    }
    public static void Run() => new Net().forward(randn(7, 5));
}
public static class SpeakerAxis
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM time = LSTM(8, 8, batchFirst: true), freq = LSTM(8, 8, batchFirst: true);
        public Net() : base("n") { RegisterComponents(); }
        // dual path: along time, then along frequency
        public override Tensor forward([Shape("B", "T", "F", 8)] Tensor x)
        {
            var (b, t, q) = (x.shape[0], x.shape[1], x.shape[2]);
            var (o, _, _) = time.forward(x.permute(0, 2, 1, 3).reshape(b * q, t, 8));
            var y = o.view(b, q, t, 8).transpose(1, 2).reshape(b * t, q, 8);
            var (p, _, _) = freq.forward(y);
            return p.view(b, t, q, 8);
        }
    }
    public static void Run() => new Net().forward(randn(2, 5, 6, 8));
}
