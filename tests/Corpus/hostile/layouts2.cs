using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntLayoutOk;

// ---- recurrent layers ----

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
