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
