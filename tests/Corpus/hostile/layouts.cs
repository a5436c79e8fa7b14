using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntLayoutOk;

// ---- recurrent layers ----
public static class BatchFirst
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm = LSTM(8, 16, batchFirst: true);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        [return: Shape("N", 3)]
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            var (o, _, _) = lstm.forward(x);
            return fc.forward(o[.., -1, ..]);
        }
    }
    public static void Run() => new Net().forward(randn(4, 10, 8));
}
public static class TimeFirstDone
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm = LSTM(8, 16);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N", 8)] Tensor x)
        {
            var (o, _, _) = lstm.forward(x);
            return fc.forward(o[-1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(10, 4, 8)), randint(0, 3, new long[] { 4 }));
}
public static class PermuteBefore
{
    class Net : Module<Tensor, Tensor>
    {
        readonly GRU gru = GRU(8, 16);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        [return: Shape("N", 3)]
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            var (o, _) = gru.forward(x.permute(1, 0, 2));
            return fc.forward(o[-1]);
        }
    }
    public static void Run() => new Net().forward(randn(4, 10, 8));
}
public static class TransposeThere
{
    public static void Run()
    {
        var x = randn(32, 20, 8);
        var (o, h) = GRU(8, 16).forward(x.transpose(0, 1));
        o = o.transpose(0, 1);
        var logits = Linear(16, 5).forward(o.select(1, -1));
        functional.cross_entropy(logits, randint(0, 5, new long[] { 32 }));
    }
}
public static class HiddenLast
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm = LSTM(8, 16, 2);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N", 8)] Tensor x)
        {
            var (_, h, _) = lstm.forward(x);
            return fc.forward(h[-1]);
        }
    }
    public static void Run() => functional.cross_entropy(new Net().forward(randn(10, 4, 8)), randint(0, 3, new long[] { 4 }));
}
public static class BidirectionalHidden
{
    public static void Run()
    {
        var (_, h, _) = LSTM(8, 16, bidirectional: true, batchFirst: true).forward(randn(4, 10, 8));
        var feat = cat(new[] { h[0], h[1] }, 1);
        functional.cross_entropy(Linear(32, 2).forward(feat), randint(0, 2, new long[] { 4 }));
        var (_, h2, _) = LSTM(8, 16, bidirectional: true).forward(randn(10, 4, 8));
        functional.cross_entropy(Linear(32, 2).forward(h2.permute(1, 0, 2).reshape(4, 32)), randint(0, 2, new long[] { 4 }));
    }
}
public static class Unbatched
{
    public static void Run()
    {
        var rnn = GRU(8, 16, batchFirst: true);
        var one = randn(10, 8).unsqueeze(0);
        var (o, _) = rnn.forward(one);
        Linear(16, 1).forward(o[0, -1]);
        var (p, _) = GRU(8, 16).forward(randn(10, 8).unsqueeze(1));
        Linear(16, 1).forward(p[-1, 0]);
    }
}
public static class BatchOfOne
{
    public static void Run()
    {
        var series = linspace(0, 6, 50).sin();
        var x = series.view(-1, 1, 1);                 // (time, batch of 1, features)
        var (o, _, _) = LSTM(1, 8).forward(x);
        var pred = Linear(8, 1).forward(o).view(-1);
        functional.mse_loss(pred[..^1], series[1..]);
    }
}
public static class LossOverSteps
{
    class Tagger : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(100, 16);
        readonly LSTM lstm = LSTM(16, 32, bidirectional: true);
        readonly Linear tag = Linear(64, 7);
        public Tagger() : base("t") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N")] Tensor ids)
        {
            var (o, _, _) = lstm.forward(emb.forward(ids));
            return tag.forward(o);
        }
    }
    public static void Run()
    {
        var ids = randint(0, 100, new long[] { 12, 4 });
        var tags = randint(0, 7, new long[] { 12, 4 });
        functional.cross_entropy(new Tagger().forward(ids).view(-1, 7), tags.view(-1));
        functional.cross_entropy(new Tagger().forward(ids).permute(1, 2, 0), tags.t());
    }
}
public static class TimeFirstSentiment
{
    class Sentiment : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(1000, 32);
        readonly LSTM lstm = LSTM(32, 64);
        readonly Linear fc = Linear(64, 2);
        public Sentiment() : base("s") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T")] Tensor ids)
        {
            var (o, h, c) = lstm.forward(emb.forward(ids.t()));
            return fc.forward(o.mean(new long[] { 0 }));
        }
    }
    public static void Run() => functional.cross_entropy(new Sentiment().forward(randint(0, 1000, new long[] { 16, 25 })), randint(0, 2, new long[] { 16 }));
}
public static class ManualLoop
{
    public static void Run()
    {
        var cell = GRUCell(8, 16);
        var x = randn(10, 4, 8);
        var h = zeros(4, 16);
        foreach (var step in x.unbind(0)) h = cell.forward(step, h);
        functional.cross_entropy(Linear(16, 3).forward(h), randint(0, 3, new long[] { 4 }));
    }
}
public static class StatefulSteps
{
    public static void Run()
    {
        var lstm = LSTM(8, 16);
        var state = (zeros(1, 4, 16), zeros(1, 4, 16));
        for (int t = 0; t < 5; t++)
        {
            var (o, h, c) = lstm.forward(randn(1, 4, 8), state);   // one step of 4 samples
            state = (h, c);
            Linear(16, 2).forward(o[0]);
        }
    }
}
public static class StackedWindows
{
    public static void Run()
    {
        var windows = Enumerable.Range(0, 6).Select(_ => randn(30, 2)).ToArray();
        var x = stack(windows, dim: 1);                              // (30, 6, 2): time first
        var (o, _, _) = LSTM(2, 8).forward(x);
        functional.mse_loss(Linear(8, 1).forward(o[-1]), randn(6, 1));
    }
}
public static class AllStepsForecast
{
    public static void Run()
    {
        var lstm = LSTM(1, 8, batchFirst: true);
        var (o, _, _) = lstm.forward(randn(64, 30, 1));
        functional.mse_loss(Linear(8, 1).forward(o), randn(64, 30, 1));
        functional.mse_loss(Linear(8, 1).forward(o[.., ^5.., ..]).squeeze(-1), randn(64, 5));
    }
}
// ---- attention ----
public static class MhaTransposed
{
    class Block : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(100, 16);
        readonly MultiheadAttention mha = MultiheadAttention(16, 4);
        readonly Linear fc = Linear(16, 2);
        public Block() : base("b") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T")] Tensor ids)
        {
            var x = emb.forward(ids).transpose(0, 1);
            var (a, w) = mha.forward(x, x, x, null, true, null);
            return fc.forward(a.mean(new long[] { 0 }));
        }
    }
    public static void Run() => functional.cross_entropy(new Block().forward(randint(0, 100, new long[] { 6, 9 })), randint(0, 2, new long[] { 6 }));
}
public static class EncoderTimeFirst
{
    public static void Run()
    {
        var enc = TransformerEncoder(TransformerEncoderLayer(32, 4, 64), 2);
        var tokens = randn(12, 17, 32);                              // (batch, patches, features)
        var h = enc.call(tokens.permute(1, 0, 2), null, null).permute(1, 0, 2);
        functional.cross_entropy(Linear(32, 10).forward(h[.., 0]), randint(0, 10, new long[] { 12 }));
    }
}
public static class EncoderTimeFirstFromStart
{
    class Lm : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(500, 32);
        readonly TransformerEncoder enc = TransformerEncoder(TransformerEncoderLayer(32, 4, 64), 2);
        readonly Linear fc = Linear(32, 500);
        public Lm() : base("c") { RegisterComponents(); }
        public override Tensor forward([Shape("T", "N")] Tensor ids)
        {
            var mask = ones(ids.shape[0], ids.shape[0], dtype: @bool).triu(1);
            var h = enc.call(emb.forward(ids), zeros(ids.shape[0], ids.shape[0]).masked_fill(mask, float.NegativeInfinity), null);
            return fc.forward(h);
        }
    }
    public static void Run() => functional.cross_entropy(new Lm().forward(randint(0, 500, new long[] { 20, 8 })).view(-1, 500), randint(0, 500, new long[] { 160 }));
}
public static class EncoderOneDocument
{
    public static void Run()
    {
        var sentence = randn(15, 32);
        var h = TransformerEncoderLayer(32, 4, 64).call(sentence.unsqueeze(1), null, null);
        Linear(32, 5).forward(h.squeeze(1));
    }
}
public static class AttentionAcrossSamples
{
    class SetTransformer : Module<Tensor, Tensor>       // attends over the elements of a set, (elements, sets, features)
    {
        readonly MultiheadAttention mha = MultiheadAttention(16, 4);
        readonly Linear fc = Linear(16, 1);
        public SetTransformer() : base("s") { RegisterComponents(); }
        public override Tensor forward([Shape("E", "S", 16)] Tensor x) => fc.forward(mha.forward(x, x, x, null, false, null).Item1.mean(new long[] { 0 }));
    }
    public static void Run() => functional.mse_loss(new SetTransformer().forward(randn(9, 4, 16)), rand(4, 1));
}
public static class Heads
{
    class SelfAttention : Module<Tensor, Tensor>
    {
        readonly Linear qkv = Linear(64, 192), proj = Linear(64, 64);
        public SelfAttention() : base("sa") { RegisterComponents(); }
        [return: Shape("B", "T", 64)]
        public override Tensor forward([Shape("B", "T", 64)] Tensor x)
        {
            long B = x.shape[0], T = x.shape[1];
            var p = qkv.forward(x).chunk(3, -1);
            var Q = p[0].view(B, T, 4, 16).transpose(1, 2);
            var K = p[1].view(B, T, 4, 16).transpose(1, 2);
            var V = p[2].view(B, T, 4, 16).permute(0, 2, 1, 3);
            var w = functional.softmax(matmul(Q, K.transpose(-2, -1)) / 4, -1);
            return proj.forward(matmul(w, V).transpose(1, 2).contiguous().view(B, T, 64));
        }
    }
    public static void Run() => new SelfAttention().forward(randn(2, 7, 64));
}
public static class HeadsTimeFirst
{
    public static void Run()
    {
        long T = 7, B = 2, H = 4, D = 16;
        var x = randn(T, B, H * D);
        var q = x.contiguous().view(T, B * H, D).transpose(0, 1);     // what PyTorch does for (time, batch, features)
        var w = bmm(q, q.transpose(1, 2)).softmax(-1);
        var o = bmm(w, q).transpose(0, 1).contiguous().view(T, B, H * D);
    }
}
public static class OneHeadView
{
    public static void Run()
    {
        var x = randn(2, 7, 64);
        var q = x.view(2, 1, 7, 64);                                   // one head: no order to lose
        var s = randn(5, 1, 64).view(5, 4, 1, 16);                     // one step: no order to lose
        functional.scaled_dot_product_attention(q, q, q).view(2, 7, 64);
    }
}
public static class HeadsAlreadyFirst
{
    public static void Run()
    {
        var flat = randn(2 * 4, 7, 16);                                 // (batch * heads, T, hd)
        var q = flat.view(2, 4, 7, 16);
        var o = functional.scaled_dot_product_attention(q, q, q).reshape(8, 7, 16);
    }
}
public static class ScoresOfOneSample
{
    public static void Run()
    {
        var keys = randn(9, 16); var query = randn(16);
        var w = functional.softmax(keys.mv(query), 0);
        var context = (w.unsqueeze(1) * keys).sum(0L);
        var enc = randn(9, 4, 16);                                      // (time, batch, features)
        var alpha = functional.softmax(Linear(16, 1).forward(enc), 0);  // over time
        var ctx = (alpha * enc).sum(new long[] { 0 });
        functional.cross_entropy(Linear(16, 2).forward(ctx), randint(0, 2, new long[] { 4 }));
    }
}
public static class PoolingOverTime
{
    public static void Run()
    {
        var h = randn(4, 9, 16);
        var a = functional.softmax(Linear(16, 1).forward(h), dim: 1);
        var c = (a * h).sum(1);
        functional.cross_entropy(Linear(16, 2).forward(c), randint(0, 2, new long[] { 4 }));
    }
}
public static class KeysLast
{
    public static void Run()
    {
        var k = randn(2, 7, 8); var q = randn(2, 5, 8); var v = randn(2, 7, 8);
        var w = bmm(k, q.transpose(1, 2)).softmax(1);                   // (batch, keys, queries): over the keys
        var o = bmm(w.transpose(1, 2), v);
    }
}
// ---- softmax and argmax over dimension 0 ----
public static class SoftmaxOneSample
{
    public static void Run()
    {
        var net = Linear(20, 10);
        var p = functional.softmax(net.forward(rand(20)), 0);
        var cls = p.argmax(0).item<long>();
        var q = functional.softmax(net.forward(rand(1, 20)).squeeze(0), 0);
        var next = multinomial(q, 1).item<long>();
    }
}
public static class SoftmaxWeightsOfEnsemble
{
    class Ensemble : Module<Tensor, Tensor>
    {
        readonly Parameter weights = new Parameter(zeros(3));
        readonly Linear a = Linear(8, 2), b = Linear(8, 2), c = Linear(8, 2);
        public Ensemble() : base("e") { RegisterComponents(); }
        [return: Shape("N", 2)]
        public override Tensor forward([Shape("N", 8)] Tensor x)
        {
            var w = functional.softmax(weights, 0).view(3, 1, 1);
            return (w * stack(new[] { a.forward(x), b.forward(x), c.forward(x) })).sum(dim: 0);
        }
    }
    public static void Run() => functional.cross_entropy(new Ensemble().forward(rand(4, 8)), randint(0, 2, new long[] { 4 }));
}
public static class ContrastiveBothWays
{
    public static void Run()
    {
        var img = functional.normalize(randn(6, 32)); var txt = functional.normalize(randn(6, 32));
        var logits = img.mm(txt.t()) * 10;
        var y = arange(6);
        var loss = (functional.cross_entropy(logits, y) + functional.cross_entropy(logits.t(), y)) / 2;
        var lp = functional.log_softmax(logits, 0);                      // text to image: over the images
        var back = logits.argmax(0).eq(y).@float().mean();
        var there = logits.argmax(1).eq(y).@float().mean();
    }
}
public static class ClassesFirst
{
    public static void Run()
    {
        var scores = randn(10, 64);                                      // (classes, samples)
        var y = randint(0, 10, new long[] { 64 });
        var acc = scores.argmax(0).eq(y).@float().mean();
        var p = functional.softmax(scores, 0);
        functional.cross_entropy(scores.t(), y);
    }
}
public static class VoteOfModels
{
    public static void Run()
    {
        var votes = stack(Enumerable.Range(0, 5).Select(_ => randn(8, 3).softmax(1)).ToArray());
        var mean = votes.mean(new long[] { 0 });
        functional.nll_loss(mean.log(), randint(0, 3, new long[] { 8 }));
        var best = votes.max(2).values.argmax(0);                        // the model that is surest
    }
}
public static class BestOfColumn
{
    public static void Run()
    {
        var table = rand(100, 4);
        var rowOfMax = table.argmax(0);
        var (max, at) = table.max(0);
        var scaled = (table - table.min(0).values) / (max - table.min(0).values);
        var z = (table - table.mean(new long[] { 0 })) / table.std(0);
    }
}
public static class KMeansAssign
{
    public static void Run()
    {
        var x = randn(50, 2); var c = randn(3, 2);
        var label = cdist(c, x).argmin(0);                               // (3, 50): nearest centre of each point
        var soft = functional.softmax(-cdist(c, x), 0);
        for (int k = 0; k < 3; k++) if (label.eq(k).any().item<bool>()) c[k] = x[label == k].mean(new long[] { 0 });
    }
}
public static class SegChannels
{
    public static void Run()
    {
        var one = Conv2d(3, 5, 1).forward(randn(3, 16, 16));              // unbatched: classes are dimension 0
        var p = functional.softmax(one, 0);
        var map = p.argmax(0).eq(zeros(16, 16, dtype: int64)).@float().mean();
        var many = Conv2d(3, 5, 1).forward(randn(2, 3, 16, 16));
        functional.nll_loss(functional.log_softmax(many, 1), randint(0, 5, new long[] { 2, 16, 16 }));
    }
}
public static class CtcTimeFirst
{
    public static void Run()
    {
        var (o, _, _) = LSTM(8, 16).forward(randn(30, 4, 8));
        var lp = functional.log_softmax(Linear(16, 12).forward(o), 2);
        functional.ctc_loss(lp, randint(1, 12, new long[] { 4, 5 }), full(new long[] { 4 }, 30, dtype: int64), full(new long[] { 4 }, 5, dtype: int64));
    }
}
// ---- views that keep or want the order ----
public static class ChannelsLastRight
{
    public static void Run()
    {
        var nchw = rand(2, 3, 16, 12);
        var nhwc = nchw.permute(0, 2, 3, 1).contiguous().view(2, 16 * 12, 3);
        Linear(3, 8).forward(nhwc);
        var pixels = tensor(new byte[4 * 32 * 32 * 3]).view(4, 32, 32, 3).permute(0, 3, 1, 2).to(float32);
        Conv2d(3, 8, 3).forward(pixels);
    }
}
public static class PlanarBytes
{
    public static void Run()
    {
        var cifar = tensor(new byte[4 * 3072]).view(4, 3, 32, 32).to(float32);  // CIFAR is planar
        Conv2d(3, 8, 3).forward(cifar);
        var gray = rand(4, 28, 28).view(4, 1, 28, 28);
        var grayLast = rand(4, 28, 28, 1).view(4, 1, 28, 28);                    // one channel: no order to lose
        Conv2d(1, 8, 3).forward(gray + grayLast);
    }
}
public static class PatchesRight
{
    public static void Run()
    {
        var feat = Conv2d(3, 64, 8, stride: 8).forward(randn(2, 3, 32, 32));
        var tokens = feat.flatten(2).transpose(1, 2);
        Linear(64, 64).forward(tokens);
        var back = tokens.transpose(1, 2).reshape(2, 64, 4, 4);
        Conv2d(64, 3, 1).forward(back);
    }
}
public static class Conv1dRight
{
    class Tcn : Module<Tensor, Tensor>
    {
        readonly Conv1d conv = Conv1d(6, 12, 3, padding: 1);
        public Tcn() : base("tcn") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 6)] Tensor x) => conv.forward(x.transpose(1, 2)).transpose(1, 2);
    }
    public static void Run() => new Tcn().forward(randn(4, 20, 6));
}
public static class UnivariateView
{
    public static void Run()
    {
        var x = randn(4, 20, 1);
        Conv1d(1, 8, 3).forward(x.view(4, 1, 20));                        // one feature: the same order
        var (o, _, _) = LSTM(1, 8).forward(randn(1, 20, 1).view(20, 1, 1));
    }
}
public static class LmRight
{
    public static void Run()
    {
        long B = 4, T = 8, V = 50;
        var logits = Linear(16, V).forward(randn(B, T, 16));
        var y = randint(0, V, new long[] { B, T });
        functional.cross_entropy(logits.view(B * T, V), y.view(-1));
        functional.cross_entropy(logits.transpose(1, 2), y);
    }
}
public static class RandomInitViews
{
    public static void Run()
    {
        var noise = randn(4 * 8 * 16).view(8, 4, 16);                     // any order of noise is as good
        var (o, _, _) = LSTM(16, 8).forward(noise);
        var z = randn(64, 100).view(64, 100, 1, 1);
        ConvTranspose2d(100, 8, 4).forward(z);
    }
}
public static class FoldedTime
{
    public static void Run()
    {
        var video = rand(new long[] { 2, 6, 3, 16, 16 });
        var frames = Conv2d(3, 8, 3, padding: 1).forward(video.view(12, 3, 16, 16)).mean(new long[] { 2, 3 });
        var (o, _, _) = LSTM(8, 4, batchFirst: true).forward(frames.view(2, 6, 8));
        functional.cross_entropy(o[.., -1], randint(0, 4, new long[] { 2 }));
    }
}
public static class PixelShuffleByHand
{
    public static void Run()
    {
        var x = rand(2, 3 * 4, 8, 8);
        var y = x.view(2, 3, 2, 2, 8, 8).permute(0, 1, 4, 2, 5, 3).reshape(2, 3, 16, 16);
        var shuffled = x.view(2, 3, 4, 8, 8).transpose(1, 2).reshape(2, 12, 8, 8);    // channel shuffle
    }
}
public static class SquareCases
{
    public static void Run()
    {
        var t = randn(8, 8, 8);                                           // batch = time: nothing tells them apart
        var (o, _, _) = LSTM(8, 8).forward(t);
        var att = functional.softmax(randn(6, 6), 0);
        var colStochastic = att.sum(0L);
    }
}
