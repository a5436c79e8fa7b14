using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesBad;

// ---- tabular ----

// ---- segmentation ----
public static class SegTargets
{
    public static void Run()
    {
        var logits = Conv2d(3, 5, 1).forward(randn(2, 3, 16, 16));
        var mask = zeros(2, 16, 16);
        var loss = functional.cross_entropy(logits, mask); // BUG
    }
}

public static class SegIoU
{
    public static void Run()
    {
        var pred = rand(2, 8, 8) > 0.5;
        var gt = rand(2, 8, 8) > 0.5;
        var union = (pred | gt).sum();
        var diff = pred - gt; // BUG
    }
}

public static class SegAnd
{
    public static void Run()
    {
        var pred = (rand(8, 8) > 0.5).to(float32);
        var gt = (rand(8, 8) > 0.5).to(float32);
        var inter = (pred & gt).sum(); // BUG
    }
}

public static class SegInvert
{
    public static void Run()
    {
        var mask = rand(1, 8, 8).round();
        var background = ~mask; // BUG
    }
}

public static class SegBce
{
    public static void Run()
    {
        var net = Conv2d(3, 1, 3, padding: 1);
        var mask = randint(0, 2, new long[] { 2, 1, 8, 8 });
        var loss = functional.binary_cross_entropy_with_logits(net.forward(randn(2, 3, 8, 8)), mask); // BUG
    }
}

public static class SegUpsampleLabels
{
    public static void Run()
    {
        var labels = randint(0, 5, new long[] { 1, 1, 16, 16 });
        var big = functional.interpolate(labels, size: new long[] { 32, 32 }); // BUG
    }
}

// ---- RL ----
public static class DqnState
{
    public static void Run()
    {
        double[] observation = { 0.1, -0.2, 0.03, 0.4 };
        var q = Sequential(Linear(4, 32), ReLU(), Linear(32, 2));
        var action = q.forward(tensor(observation).unsqueeze(0)).argmax(1).item<long>(); // BUG
    }
}

public static class DqnDone
{
    public static void Run()
    {
        var reward = rand(8);
        var done = tensor(new[] { false, true, false, false, true, false, false, true });
        var nextQ = rand(8);
        var target = reward + 0.99f * nextQ * (1f - done); // BUG
    }
}

public static class RlItem
{
    public static void Run()
    {
        var rewards = tensor(new double[] { 1, 0, 1 });
        float ret = rewards.sum().item<float>(); // BUG
    }
}

public static class RlData
{
    public static void Run()
    {
        var actions = randn(5, 3).argmax(1);
        int[] a = actions.data<int>().ToArray(); // BUG
    }
}

public static class RlSample
{
    public static void Run()
    {
        var visits = tensor(new long[] { 3, 9, 1 });
        var a = multinomial(visits, 1); // BUG
    }
}

// ---- GPT ----
public static class GptPositions
{
    class Emb : Module<Tensor, Tensor>
    {
        readonly Embedding tok = Embedding(50, 8), pos = Embedding(16, 8);
        public Emb() : base("emb") { RegisterComponents(); }
        public override Tensor forward(Tensor ids)
        {
            var p = arange(0, ids.shape[1], dtype: float32);
            return tok.forward(ids) + pos.forward(p); // BUG
        }
    }
    public static void Run() => new Emb().forward(randint(0, 50, new long[] { 2, 9 }));
}

public static class GptAttentionTypes
{
    public static void Run()
    {
        var k = randn(2, 6, 8);
        var q = randn(2, 6, 8).to(bfloat16);
        var s = bmm(q, k.transpose(1, 2)); // BUG
    }
}

public static class GptMatmulAbort
{
    public static void Run()
    {
        var att = rand(2, 4, 4, dtype: float64);
        var v = randn(2, 4, 8);
        var o = matmul(att, v); // BUG
        Console.WriteLine(o.shape[0]);
    }
}

public static class GptIntMatmulAbort
{
    public static void Run()
    {
        var adj = tensor(new long[,] { { 0, 1 }, { 1, 0 } });
        var feats = randn(2, 3);
        var h = adj.matmul(feats); // BUG
    }
}

public static class GptTensorIndexFloat
{
    public static void Run()
    {
        var table = randn(10, 4);
        var at = tensor(new[] { 0f, 2f, 5f });
        var rows = table[at]; // BUG
    }
}

public static class GptTopP
{
    public static void Run()
    {
        var (vals, idx) = randn(1, 50).topk(5, 1);
        var next = idx.softmax(-1); // BUG
    }
}

public static class GptIndexSelect
{
    public static void Run()
    {
        var table = randn(10, 4);
        var order = randperm(10).to(float32);
        var shuffled = table.index_select(0, order); // BUG
    }
}

public static class GptScatterScalar
{
    public static void Run()
    {
        var y = zeros(4, 10);
        var ids = randint(0, 10, new long[] { 4, 1 });
        y = y.scatter(1, ids, ones(4, 1, dtype: float64)); // BUG
    }
}

public static class GptLayerNorm
{
    public static void Run()
    {
        var ln = LayerNorm(16);
        var h = randn(2, 5, 16, dtype: float64);
        var y = ln.forward(h); // BUG
    }
}

public static class GptMha
{
    public static void Run()
    {
        var mha = MultiheadAttention(16, 4);
        var x = randn(5, 2, 16).@double();
        var (o, w) = mha.forward(x, x, x, null, false, null); // BUG
    }
}

public static class GptGeluIds
{
    public static void Run()
    {
        var h = functional.gelu(randint(0, 5, new long[] { 2, 3 })); // BUG
    }
}

public static class MetricBoolMedian
{
    public static void Run()
    {
        var hit = randn(9) > 0;
        var m = hit.argmax(); // BUG
    }
}

public static class MetricCdist
{
    public static void Run()
    {
        var centers = tensor(new int[,] { { 0, 0 }, { 5, 5 } });
        var d = cdist(centers, centers); // BUG
    }
}

public static class MetricNegMask
{
    public static void Run()
    {
        var correct = randn(5).gt(0);
        var sign = -correct; // BUG
    }
}

public static class MetricRequireGrad
{
    public static void Run()
    {
        var w = tensor(new[] { 1, 2, 3 }, requires_grad: true); // BUG
    }
}

public static class MetricGradAbs
{
    public static void Run()
    {
        var hits = tensor(new[] { true, false });
        var a = hits.abs(); // BUG
    }
}

public static class MetricMaskAssign
{
    public static void Run()
    {
        var x = randn(6);
        var patch = tensor(new double[] { 9, 9 });
        x[tensor(new long[] { 0, 3 })] = patch; // BUG
    }
}

public static class MetricIndexAssignDouble
{
    public static void Run()
    {
        var scores = zeros(10);
        var idx = tensor(new long[] { 1, 2 });
        scores[idx] = 0.5; // BUG
    }
}

public static class MetricRandInt
{
    public static void Run()
    {
        var dice = rand(new long[] { 3 }, dtype: int64); // BUG
    }
}

public static class MetricCosine
{
    public static void Run()
    {
        var a = tensor(new long[,] { { 1, 0, 2 } });
        var b = tensor(new long[,] { { 0, 1, 2 } });
        var s = functional.cosine_similarity(a, b); // BUG
    }
}

public static class MetricPowNeg
{
    public static void Run()
    {
        var rank = arange(1, 6);
        var rr = rank.pow(-1); // BUG
    }
}

public static class MetricComplexCompare
{
    public static void Run()
    {
        var spec = fft.rfft(randn(64));
        var loud = spec > 0.5; // BUG
    }
}

public static class MetricEinsum
{
    public static void Run()
    {
        var users = randn(4, 8);
        var items = tensor(new double[40]).view(5, 8);
        var s = einsum("ud,id->ui", users, items); // BUG
    }
}

public static class MetricMaskSelect
{
    public static void Run()
    {
        var loss = rand(6);
        var pad = tensor(new[] { 1, 1, 0, 1, 0, 0 });
        var l = loss.masked_select(pad).mean(); // BUG
    }
}

public static class MetricMeanCorrect
{
    static Tensor Accuracy(Tensor p, Tensor y) => (p.argmax(-1) == y).sum().mean(); // BUG
    public static void Run() => Console.WriteLine(Accuracy(randn(4, 3), zeros(4, dtype: int64)).ToDouble());
}

public static class IndexAssignInt
{
    public static void Run()
    {
        var hot = zeros(10);
        hot[tensor(new long[] { 2, 5 })] = 1; // BUG
    }
}

public static class ItemOfArgmax
{
    public static void Run()
    {
        int cls = randn(1, 10).argmax(1).item<int>(); // BUG
    }
}

public static class ItemOfCorrect
{
    public static void Run()
    {
        var correct = 0;
        for (int b = 0; b < 2; b++)
            correct += randn(4, 3).argmax(1).eq(zeros(4, dtype: int64)).sum().item<int>(); // BUG
    }
}

public static class ItemOfLoss
{
    public static void Run()
    {
        var loss = functional.mse_loss(rand(3), rand(3));
        double total = 0;
        total += loss.item<double>(); // BUG
    }
}

public static class DecayPow
{
    public static void Run()
    {
        var gamma = pow(0.99, arange(5));
        var value = Linear(5, 1).forward(gamma); // BUG
    }
}

public static class PositionalWhere
{
    public static void Run()
    {
        var mask = rand(2, 4) > 0.5;
        var soft = where(mask, 1.0, 0.0);
        var y = Linear(4, 1).forward(soft) ; // BUG
    }
}

public static class FullInt
{
    public static void Run()
    {
        var bias = full(new long[] { 4 }, 1);
        var y = Linear(4, 1).forward(bias); // BUG
    }
}

public static class MeanOfRandint
{
    static float Mean(Tensor t) => t.mean().item<float>(); // BUG
    public static void Run() => Console.WriteLine(Mean(randint(1, 7, new long[] { 100 })));
}

public static class BufferTypes
{
    class Norm : Module<Tensor, Tensor>
    {
        readonly Tensor mean = tensor(new double[] { 0.48, 0.45, 0.40 }).view(3, 1, 1);
        readonly Conv2d conv = Conv2d(3, 4, 3);
        public Norm() : base("norm") { register_buffer("mean", mean); RegisterComponents(); }
        public override Tensor forward(Tensor x) => conv.forward(x - mean); // BUG
    }
    public static void Run() => new Norm().forward(rand(1, 3, 8, 8));
}

public static class ParamDouble
{
    class Scale : Module<Tensor, Tensor>
    {
        readonly Parameter s = new Parameter(tensor(new[] { 1.0, 2.0, 3.0 }));
        readonly Linear fc = Linear(3, 1);
        public Scale() : base("s") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = x * s;
            return fc.forward(h); // BUG
        }
    }
    public static void Run() => new Scale().forward(rand(4, 3));
}

// sum(0) and prod(0) take the constant 0 as the element type Byte, and sum over everything
public static class SumZeroIsByteGrad
{
    public static void Run()
    {
        var alpha = functional.softmax(Linear(16, 1).forward(randn(9, 4, 16)), 0);
        var context = (alpha * randn(9, 4, 16)).sum(0); // BUG
    }
}
