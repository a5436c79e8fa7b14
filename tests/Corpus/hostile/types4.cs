using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesOk;

// ---- promotion ----

public static class ParameterTyped
{
    class Scale : Module<Tensor, Tensor>
    {
        readonly Parameter s = new Parameter(ones(3, dtype: float64));
        readonly Parameter steps = new Parameter(arange(3), requires_grad: false);
        public Scale() : base("s") { RegisterComponents(); }
        public override Tensor forward(Tensor x) => x * s + steps;
    }
    public static void Run()
    {
        var y = new Scale().forward(rand(3));         // float * double = double
        Linear(3, 1, dtype: float64).forward(y);
    }
}

public static class TensorDatasetTypes
{
    class Ds : torch.utils.data.Dataset
    {
        readonly double[][] rows = Enumerable.Range(0, 6).Select(i => new[] { i * 1.0, i * 2.0 }).ToArray();
        public override long Count => rows.Length;
        public override Dictionary<string, Tensor> GetTensor(long i) => new()
        {
            ["x"] = tensor(rows[i]).to(float32),
            ["y"] = tensor(i % 2),
        };
    }
    public static void Run()
    {
        var loader = new DataLoader(new Ds(), 3);
        var m = Linear(2, 2);
        foreach (var b in loader)
            functional.cross_entropy(m.forward(b["x"]), b["y"]).backward();
    }
}

public static class OneHotFloat
{
    public static void Run()
    {
        var h = functional.one_hot(tensor(new long[] { 0, 1 }), 4).@float();
        Linear(4, 2).forward(h);
        var h2 = eye(4)[tensor(new long[] { 0, 1 })];
        Linear(4, 2).forward(h2);
    }
}

public static class OneHotMask
{
    public static void Run()
    {
        var q = randn(3, 4);
        var a = tensor(new long[] { 0, 3, 1 });
        var qa = (q * functional.one_hot(a, 4)).sum(1);
        functional.mse_loss(qa, rand(3));
    }
}

public static class ScatterOneHot
{
    public static void Run()
    {
        var y = randint(0, 10, new long[] { 4, 1 });
        var hot = zeros(4, 10).scatter_(1, y, ones(4, 1));
        Linear(10, 2).forward(hot);
    }
}

public static class SoftmaxDtype
{
    public static void Run()
    {
        var logits = arange(6).view(2, 3);
        var p = functional.softmax(logits, 1, dtype: float32);
        var q = logits.to(float32).log_softmax(1);
        functional.nll_loss(q, zeros(2, dtype: int64));
    }
}

public static class ReluOfInts
{
    public static void Run()
    {
        var r = functional.relu(tensor(new[] { -1, 2 }));
        var c = functional.relu6(r).clamp(0, 5);
        Embedding(10, 3).forward(c);
    }
}

public static class MaxPoolLabels
{
    public static void Run()
    {
        var labels = randint(0, 5, new long[] { 1, 1, 8, 8 });
        var small = functional.max_pool2d(labels, 2);
        functional.cross_entropy(randn(1, 5, 4, 4), small.squeeze(1));
    }
}

public static class BytesPoolAndPad
{
    public static void Run()
    {
        var img = randint(0, 256, new long[] { 1, 3, 8, 8 }).to(uint8);
        var p = functional.pad(img, new long[] { 1, 1, 1, 1 });
        var q = functional.max_pool2d(img, 2);
        var u = functional.interpolate(img, new long[] { 16, 16 });
        Conv2d(3, 4, 3).forward(u.@float());
    }
}

public static class IntMatmul
{
    public static void Run()
    {
        var adj = tensor(new long[,] { { 0, 1 }, { 1, 0 } });
        var two = adj.mm(adj);
        var deg = adj.matmul(ones(2, 1, dtype: int64)).squeeze();
        var d = deg.@float().rsqrt().diag();
        d.mm(adj.to(float32)).mm(d);
    }
}

public static class EvalDropoutInts
{
    public static void Run()
    {
        var d = Dropout(0.5);
        d.eval();
        var ids = d.forward(arange(4));
        Embedding(4, 2).forward(ids);
    }
}

public static class CdistPairwiseInts
{
    public static void Run()
    {
        var a = tensor(new int[,] { { 0, 1 }, { 2, 3 } });
        var d = functional.pairwise_distance(a, a);
        var m = d.mean();
        var l = (a - a).pow(2).sum(1).@float().sqrt();
    }
}

public static class DqnRight
{
    public static void Run()
    {
        double[] obs = { 0.1, 0.2, 0.3, 0.4 };
        var net = Linear(4, 2);
        var state = tensor(obs, dtype: float32).unsqueeze(0);
        var action = net.forward(state).argmax(1).item<long>();
        bool[] dones = { true, false };
        var notDone = 1 - tensor(dones).@float();
        var target = tensor(new[] { 1.0, 2.0 }).to(float32) + 0.99 * notDone * net.forward(rand(2, 4)).max(1).values.detach();
        var q = net.forward(rand(2, 4)).gather(1, tensor(new long[] { 0, 1 }).unsqueeze(1)).squeeze(1);
        functional.smooth_l1_loss(q, target).backward();
    }
}

public static class SmoothL1Double
{
    public static void Run()
    {
        var net = Linear(4, 2);
        var q = net.forward(rand(2, 4)).max(1).values;
        functional.smooth_l1_loss(q, tensor(new[] { 1.0, 2.0 })).backward();   // Double targets are fine here
    }
}

public static class VaeRight
{
    public static void Run()
    {
        var mu = zeros(4, 2); var logvar = zeros(4, 2);
        var z = mu + randn_like(mu) * exp(0.5 * logvar);
        var x = (rand(4, 2) > 0.5).to_type(ScalarType.Float32);
        var kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum();
        (functional.binary_cross_entropy(z.sigmoid(), x, reduction: Reduction.Sum) + kl).item<float>();
    }
}

public static class DiceRight
{
    public static void Run()
    {
        var pred = rand(2, 8, 8) > 0.5;
        var gt = rand(2, 8, 8) > 0.5;
        var inter = (pred & gt).sum();
        var dice = 2.0 * inter / (pred.sum() + gt.sum());
        float d = dice.item<float>();
        var xor = pred ^ gt;
        var err = xor.@float().mean();
    }
}

public static class LengthsFloat
{
    public static void Run()
    {
        var ids = randint(0, 9, new long[] { 2, 5 });
        var mask = ids.ne(0);
        var h = Embedding(9, 4).forward(ids) * mask.unsqueeze(-1);
        var mean = h.sum(1) / mask.sum(1, keepdim: true).clamp(min: 1);
        Linear(4, 2).forward(mean);
    }
}

public static class LongScalarTensor
{
    public static void Run()
    {
        var x = rand(3) * tensor(2) - tensor(1L) + tensor(true);
        Linear(3, 1).forward(x);
    }
}

public static class EpsilonDouble
{
    public static void Run()
    {
        var x = rand(3);
        var eps = tensor(1e-8);
        Linear(3, 1).forward(log(x + eps));
        var s = stack(new[] { x.sum(), x.mean() });
        Linear(2, 1).forward(s);
    }
}

public static class ScheduledBeta
{
    public static void Run()
    {
        double beta = 0.1;
        var loss = rand(3, requires_grad: true).mean() * beta + 0.5 * tensor(0.2);
        loss.backward();
        var total = zeros(1, dtype: float64);
        total.add_(loss.detach());
        double avg = total.item<double>() / 3;
    }
}

public static class LstmDouble
{
    public static void Run()
    {
        var lstm = LSTM(1, 4, batchFirst: true, dtype: float64);
        var (o, _, _) = lstm.forward(tensor(new double[] { 1, 2, 3 }).view(1, 3, 1));
        Linear(4, 1, dtype: float64).forward(o);
    }
}

public static class StdOfFloatArange
{
    public static void Run()
    {
        var t = arange(0, 100, dtype: float32);
        var z = (t - t.mean()) / t.std();
        var v = arange(100.0).@var();
    }
}

public static class SumTyped
{
    public static void Run()
    {
        var n = (rand(4) > 0.5).sum(ScalarType.Float32);
        var a = n / 4;
        var b = tensor(new[] { 1, 2 }).sum(0, type: float32);
        var c = tensor(new[] { 1, 2 }).cumsum(0, float32).mean();
    }
}

public static class PowScalarBase
{
    public static void Run()
    {
        var levels = pow(2, arange(4));                 // Int64: indices
        Embedding(10, 2).forward(levels);
        var decay = pow(0.9, arange(4));                // the base becomes a 0-dim double beside integers: Float64
        Linear(4, 1, dtype: float64).forward(decay);
        var d2 = pow(0.9, arange(4).to(float32));
        Linear(4, 1).forward(d2);
    }
}

public static class IndexAssignScalars
{
    public static void Run()
    {
        var x = zeros(5, 3);
        x[tensor(new long[] { 0, 2 })] = 1f;
        x[x.eq(0)] = -1;
        x[tensor(new[] { true, false, true, false, true })] = 0.5;
        var n = zeros(5, dtype: int64);
        n[tensor(new[] { 0, 2 })] = 1L;
        Linear(3, 1).forward(x);
        Embedding(2, 2).forward(n);
    }
}

public static class ZeroDimIntPlusFloat
{
    public static void Run()
    {
        var ids = tensor(new[] { 1, 2 }) + tensor(1L);       // Int32 stays
        Embedding(5, 2).forward(ids);
        var b = tensor(new byte[] { 1, 2 }) + tensor(1);     // Byte stays
        var f = (tensor(new[] { true, false }) + tensor(1f)).mean();
        var g = (tensor(new[] { 1, 2 }) * tensor(0.5f)).std();
    }
}

public static class HalfCatFloat
{
    public static void Run()
    {
        var h = cat(new[] { rand(2, 2).half(), rand(2, 2) }, 1);
        Linear(4, 1).forward(h);
        var k = rand(2, 4).half() * tensor(1.5);
        Linear(4, 1).half().forward(k);
    }
}

public static class FloorDivTrunc
{
    public static void Run()
    {
        var flat = randn(2, 12).argmax(1);
        var row = flat.div(4, RoundingMode.trunc);
        var col = flat % 4;
        Embedding(3, 2).forward(row);
        Embedding(4, 2).forward(col);
        Embedding(3, 2).forward(flat.floor_divide(4));
    }
}

public static class OptimizerGradDouble
{
    public static void Run()
    {
        var w = new Parameter(rand(3, dtype: float64));
        var opt = optim.Adam(new[] { w }, 0.01);
        var l = (w * tensor(new[] { 1f, 2f, 3f })).sum() + w.abs().mean() * tensor(0.1f);
        l.backward();
        opt.step();
        Linear(3, 1, dtype: float64).forward(w);
    }
}

public static class LoadStateConverts
{
    public static void Run()
    {
        var m = Linear(2, 2);
        m.load_state_dict(new Dictionary<string, Tensor> { ["weight"] = rand(2, 2, dtype: float64), ["bias"] = rand(2, dtype: float64) });
        m.forward(rand(3, 2));                              // copied into Float32
    }
}

public static class ListOfScalars
{
    public static void Run()
    {
        var losses = new List<float>();
        for (int i = 0; i < 3; i++) losses.Add(rand(1).item<float>());
        var t = tensor(losses);
        Console.WriteLine(t.mean().item<float>() + t.std().ToDouble());
        var steps = tensor(new List<double> { 1, 2 }).to(float32);
        Linear(2, 1).forward(steps);
    }
}

public static class SumOfDimensionZero
{
    public static void Run()
    {
        var bag = functional.one_hot(tensor(new long[] { 1, 3, 3 }), 5).@float();
        var fc = Linear(5, 2);
        fc.forward(bag.sum(dim: 0));
        fc.forward(bag.sum(0L));
        fc.forward(bag.sum(new long[] { 0 }));
        fc.forward(bag.sum(0, keepdim: true));
        int d = 0;
        fc.forward(bag.sum(d));
        for (int i = 0; i < 1; i++) fc.forward(bag.sum(i));
        var total = bag.sum(0) + 0.5;                      // Byte, of everything // HINT
        Console.WriteLine(total.item<float>());
        fc.weight.sum(1).mean().backward();
    }
}
