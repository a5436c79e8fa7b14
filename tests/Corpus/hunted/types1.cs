using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesBad;

// ---- tabular ----

public static class TabDoubles
{
    static double[] Column(int n) => Enumerable.Range(0, n).Select(i => i * 0.25).ToArray();
    public static void Run()
    {
        var x = tensor(Column(40)).reshape(10, 4);
        var model = Sequential(("fc1", Linear(4, 16)), ("relu", ReLU()), ("fc2", Linear(16, 1)));
        var y = model.forward(x); // BUG
        Console.WriteLine(y.shape[0]);
    }
}

public static class TabIntFeatures
{
    public static void Run()
    {
        var x = randint(0, 10, new long[] { 32, 6 });
        var net = Linear(6, 1);
        var p = net.forward(x); // BUG
    }
}

public static class TabMeanOfAges
{
    public static void Run()
    {
        var ages = tensor(new[] { 22, 38, 26, 35, 54 });
        var avg = ages.mean(); // BUG
        Console.WriteLine(avg.ToSingle());
    }
}

public static class TabStandardize
{
    static Tensor Standardize(Tensor t)
    {
        var mu = t.sum(0, keepdim: true) / t.shape[0];
        var sd = t.std(0, keepdim: true); // BUG
        return (t - mu) / sd;
    }
    public static void Run()
    {
        var x = tensor(new int[,] { { 1, 20 }, { 2, 30 }, { 4, 10 } });
        var z = Standardize(x);
    }
}

public static class TabL2Norm
{
    public static void Run()
    {
        var counts = tensor(new long[,] { { 1, 2, 3 }, { 0, 4, 4 } });
        var n = functional.normalize(counts); // BUG
    }
}

public static class TabBatchNorm
{
    public static void Run()
    {
        var x = from_array(new double[] { 1, 2, 3, 4, 5, 6 }).view(3, 2);
        var bn = BatchNorm1d(2);
        var y = bn.forward(x); // BUG
    }
}

public static class TabQuantile
{
    public static void Run()
    {
        var v = rand(100);
        var q = v.quantile(tensor(0.9)); // BUG
    }
}

public static class TabQuantileLong
{
    public static void Run()
    {
        var prices = tensor(new long[] { 100, 250, 300, 120 });
        var med = prices.quantile(tensor(0.5f)); // BUG
    }
}

public static class TabInvInt
{
    public static void Run()
    {
        var m = tensor(new int[,] { { 2, 0 }, { 0, 4 } });
        var inv = linalg.inv(m); // BUG
    }
}

public static class TabNormalEq
{
    public static void Run()
    {
        var x = rand(30, 3);
        var y = tensor(Enumerable.Range(0, 30).Select(i => i * 2.0).ToArray()).unsqueeze(1);
        var xty = x.t().mm(y); // BUG
    }
}

public static class TabDot
{
    public static void Run()
    {
        var w = tensor(new[] { 0.1f, 0.2f, 0.3f });
        var x = tensor(new[] { 1, 2, 3 });
        var s = w.dot(x); // BUG
    }
}

public static class TabMv
{
    public static void Run()
    {
        var features = randn(6, 3);
        double[] coef = { 0.1, 0.5, 0.9 };
        var s = mv(features, tensor(coef)); // BUG
    }
}

// ---- MNIST-like ----
public static class MnistBytes
{
    public static void Run()
    {
        byte[] raw = new byte[8 * 28 * 28];
        var images = tensor(raw).reshape(8, 1, 28, 28);
        var conv = Conv2d(1, 16, 3);
        var y = conv.forward(images); // BUG
    }
}

public static class MnistNet
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Conv2d conv1 = Conv2d(1, 8, 3, padding: 1);
        readonly Linear fc = Linear(8 * 14 * 14, 10);
        public Net() : base("net") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            x = functional.max_pool2d(functional.relu(conv1.forward(x)), 2); // BUG
            return fc.forward(x.flatten(1));
        }
    }
    public static void Run()
    {
        var imgs = from_array(new double[4 * 784]).view(4, 1, 28, 28) / 255.0;
        var y = new Net().forward(imgs);
    }
}

public static class MnistIntLabels
{
    public static void Run()
    {
        int[] labels = { 3, 1, 4, 1, 5, 9, 2, 6 };
        var net = Linear(784, 10);
        var output = net.forward(rand(8, 784));
        var loss = functional.cross_entropy(output, tensor(labels)); // BUG
        loss.backward();
    }
}

public static class MnistFloatLabels
{
    public static void Run()
    {
        float[] labels = { 0, 1, 2, 1 };
        var target = tensor(labels);
        var logits = randn(4, 3);
        var loss = CrossEntropyLoss().forward(logits, target); // BUG
    }
}

public static class MnistOneHotCe
{
    public static void Run()
    {
        var y = randint(0, 10, new long[] { 16 });
        var hot = functional.one_hot(y, 10);
        var logits = Linear(20, 10).forward(randn(16, 20));
        var loss = functional.cross_entropy(logits, hot); // BUG
    }
}

public static class MnistNll
{
    static Tensor Labels(int n) => tensor(Enumerable.Range(0, n).Select(i => i % 10).ToArray());
    public static void Run()
    {
        var lp = functional.log_softmax(randn(12, 10), 1);
        var loss = functional.nll_loss(lp, Labels(12)); // BUG
    }
}

public static class MnistAccuracy
{
    public static void Run()
    {
        var logits = randn(32, 10);
        var y = randint(0, 10, new long[] { 32 });
        var acc = logits.argmax(1).eq(y).mean(); // BUG
        Console.WriteLine(acc.ToSingle());
    }
}

public static class MnistWeights
{
    public static void Run()
    {
        double[] freq = { 0.2, 0.5, 0.3 };
        var weight = 1.0 / tensor(freq);
        var loss = functional.cross_entropy(randn(6, 3), randint(0, 3, new long[] { 6 }), weight: weight); // BUG
    }
}

public static class MnistAvgPoolBytes
{
    public static void Run()
    {
        var img = randint(0, 256, new long[] { 1, 3, 32, 32 }).to(uint8);
        var small = functional.avg_pool2d(img, 2); // BUG
    }
}

// ---- NLP ----
public static class NlpFloatIds
{
    public static void Run()
    {
        var ids = tensor(new float[] { 1, 5, 2, 8 }).reshape(1, 4);
        var emb = Embedding(10, 16);
        var e = emb.forward(ids); // BUG
    }
}

public static class NlpRandIds
{
    public static void Run()
    {
        var tokens = (rand(2, 12) * 1000).floor();
        var emb = Embedding(1000, 32);
        var h = emb.call(tokens); // BUG
    }
}

public static class NlpOneHotInts
{
    public static void Run()
    {
        int[] words = { 0, 3, 2 };
        var oh = functional.one_hot(tensor(words), 5); // BUG
    }
}

public static class NlpOneHotToLinear
{
    public static void Run()
    {
        var ids = tensor(new long[] { 0, 3, 2 });
        var oh = functional.one_hot(ids, 5);
        var h = Linear(5, 4).forward(oh); // BUG
    }
}

public static class NlpMaskLong
{
    public static void Run()
    {
        var ids = tensor(new long[] { 4, 7, 0, 0 });
        var mask = ids.ne(0).to(int64);
        var scores = randn(4);
        var s = scores.masked_fill(mask, -1e9); // BUG
    }
}

public static class NlpTrilMask
{
    public static void Run()
    {
        int T = 8;
        var att = randn(2, T, T);
        var causal = tril(ones(T, T));
        var w = att.masked_fill(causal, float.NegativeInfinity).softmax(-1); // BUG
    }
}

public static class NlpWhereFloat
{
    public static void Run()
    {
        var att = randn(2, 5, 5);
        var keep = ones(5, 5).tril();
        var s = where(keep, att, full_like(att, -1e9)); // BUG
    }
}

public static class NlpGatherFloatIdx
{
    public static void Run()
    {
        var logp = randn(4, 10).log_softmax(1);
        var idx = zeros(4, 1);
        var picked = logp.gather(1, idx); // BUG
    }
}

public static class NlpBagOfWords
{
    public static void Run()
    {
        var bag = tensor(new long[,] { { 1, 0, 2 }, { 0, 1, 1 } });
        var probs = functional.softmax(bag, 1); // BUG
    }
}

public static class NlpLogits
{
    class Clf : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(100, 16);
        readonly Linear head = Linear(16, 2);
        public Clf() : base("clf") { RegisterComponents(); }
        public override Tensor forward(Tensor ids)
        {
            var mask = ids.eq(0);
            var h = emb.forward(ids) * (1 - mask).unsqueeze(-1); // BUG
            return head.forward(h.sum(1));
        }
    }
    public static void Run() => new Clf().forward(randint(0, 100, new long[] { 4, 7 }));
}

public static class NlpSdpaMask
{
    public static void Run()
    {
        var q = randn(2, 4, 6, 8);
        var mask = ones(6, 6, dtype: int64).tril();
        var o = functional.scaled_dot_product_attention(q, q, q, mask); // BUG
    }
}

// ---- time series ----
public static class TsLstmDouble
{
    public static void Run()
    {
        var series = linspace(0, 10, 60, dtype: float64).sin().view(2, 30, 1);
        var lstm = LSTM(1, 16, batchFirst: true);
        var (o, _, _) = lstm.forward(series); // BUG
    }
}

public static class TsGruState
{
    public static void Run()
    {
        var gru = GRU(4, 8, batchFirst: true);
        var h0 = zeros(1, 3, 8, dtype: float64);
        var (y, h) = gru.forward(randn(3, 5, 4), h0); // BUG
    }
}

public static class TsConv1dLong
{
    public static void Run()
    {
        var counts = tensor(new long[] { 1, 2, 3, 4, 5, 6 }).view(1, 1, 6);
        var smooth = Conv1d(1, 1, 3).forward(counts); // BUG
    }
}

public static class TsKernel
{
    public static void Run()
    {
        var signal = randn(1, 1, 100);
        var kernel = tensor(new double[] { 0.25, 0.5, 0.25 }).view(1, 1, 3);
        var s = functional.conv1d(signal, kernel); // BUG
    }
}

public static class TsArangeStd
{
    public static void Run()
    {
        var t = arange(100);
        var z = (t - 50) / t.std(); // BUG
    }
}

public static class TsNoiseLike
{
    public static void Run()
    {
        var t = arange(0, 100);
        var noisy = t + 0.1 * randn_like(t); // BUG
    }
}

public static class TsIntAccumulator
{
    public static void Run()
    {
        var total = zeros(4, dtype: int64);
        foreach (var w in new[] { rand(4), rand(4) })
            total.add_(w); // BUG
    }
}

public static class TsDecay
{
    public static void Run()
    {
        var steps = arange(5);
        steps.mul_(0.5); // BUG
    }
}

// ---- GAN / VAE ----
public static class GanTargets
{
    public static void Run()
    {
        var d = Sequential(Linear(2, 8), LeakyReLU(0.2), Linear(8, 1), Sigmoid());
        var real = randn(16, 2);
        var ones_ = torch.ones(16, 1, dtype: int64);
        var loss = functional.binary_cross_entropy(d.forward(real), ones_); // BUG
        loss.backward();
    }
}

public static class GanLabelsBool
{
    public static void Run()
    {
        var scores = randn(8);
        var isReal = tensor(new[] { true, true, false, true, false, false, true, false });
        var loss = BCEWithLogitsLoss().forward(scores, isReal); // BUG
    }
}

public static class GanNoise
{
    public static void Run()
    {
        var noise = tensor(Enumerable.Range(0, 64).Select(_ => Random.Shared.NextDouble()).ToArray()).view(4, 16);
        var g = Sequential(Linear(16, 32), ReLU(), Linear(32, 2));
        var fake = g.forward(noise); // BUG
    }
}

public static class GanConvT
{
    public static void Run()
    {
        var z = rand(4, 10, 1, 1, dtype: float64);
        var up = ConvTranspose2d(10, 8, 4);
        var img = up.forward(z); // BUG
    }
}

public static class VaeEps
{
    public static void Run()
    {
        var mu = zeros(4, 2, dtype: int64);
        var logvar = zeros(4, 2);
        var z = mu + randn_like(mu) * (0.5 * logvar).exp(); // BUG
    }
}

public static class VaeBce
{
    public static void Run()
    {
        var recon = rand(4, 784);
        var x = tensor(new double[4 * 784]).view(4, 784);
        var l = functional.binary_cross_entropy(recon, x, reduction: Reduction.Sum); // BUG
    }
}
