using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesOk;

// ---- promotion ----
public static class ZeroDimDouble
{
    public static void Run()
    {
        var x = randn(4, 3) * tensor(2.5);      // a 0-dim double does not promote
        var y = Linear(3, 2).forward(x);
    }
}
public static class ZeroDimFromArraySum
{
    public static void Run()
    {
        var prices = tensor(new double[] { 1, 2, 3 });
        var x = rand(4, 3) / prices.sum();
        Linear(3, 1).forward(x);
    }
}
public static class ZeroDimMeanStd
{
    public static void Run()
    {
        var all = tensor(Enumerable.Range(0, 50).Select(i => i * 0.5).ToArray());
        var mean = all.mean();
        var std = all.std();
        var batch = rand(8, 5);
        var z = (batch - mean) / std;
        Linear(5, 5).forward(z);
    }
}
public static class ZeroDimIndexed
{
    public static void Run()
    {
        var lr = tensor(new double[] { 0.1, 0.01 });
        var w = rand(3, 3);
        w = w - lr[1] * w;
        Linear(3, 1).forward(w);
    }
}
public static class IntDividedByInt
{
    public static void Run()
    {
        var counts = tensor(new[] { 3, 5, 2 });
        var p = counts / counts.sum();
        Console.WriteLine(p.mean().ToSingle());
        var h = functional.softmax(p, 0);
    }
}
public static class IntDividedByScalar
{
    public static void Run()
    {
        var img = tensor(new byte[784]).view(1, 1, 28, 28) / 255;
        Conv2d(1, 4, 3).forward(img);
    }
}
public static class IntTimesFloatScalar
{
    public static void Run()
    {
        var x = randint(0, 256, new long[] { 2, 3, 8, 8 }) * 0.5;
        Conv2d(3, 4, 3).forward(x);
    }
}
public static class IntMinusDoubleScalar
{
    public static void Run()
    {
        var pos = arange(20) - 9.5;
        Linear(20, 1).forward(pos);
    }
}
public static class IntTimesFloatTensor
{
    public static void Run()
    {
        var onehot = functional.one_hot(tensor(new long[] { 0, 2 }), 3);
        var w = rand(3) * onehot;
        Linear(3, 1).forward(w);
    }
}
public static class PowFloat
{
    public static void Run()
    {
        var i = arange(0, 16, 2);
        var freq = 1.0 / pow(10000.0f, i / 16.0);
        Linear(8, 8).forward(freq);
    }
}
public static class IntSqrt
{
    public static void Run()
    {
        var n = tensor(new long[] { 4, 9, 16 });
        var m = n.sqrt().mean();
        var e = n.exp().std();
    }
}
public static class IntSigmoid
{
    public static void Run()
    {
        var votes = tensor(new[] { -2, 0, 3 });
        var p = votes.sigmoid();
        var loss = functional.binary_cross_entropy(p, rand(3));
    }
}
public static class CompoundMulInt
{
    public static void Run()
    {
        var t = arange(6);
        t *= 0.5f;
        t += rand(6);
        Linear(6, 1).forward(t);
    }
}
public static class SubByteWraps
{
    public static void Run()
    {
        var a = tensor(new byte[] { 10, 20 });
        var b = tensor(new byte[] { 20, 10 });
        var d = a - b;
        var m = d.@float().mean();
    }
}
public static class LongSum
{
    public static void Run()
    {
        var ages = tensor(new[] { 22, 38, 26 });
        var total = ages.sum().item<long>();
        var avg = ages.sum() / 3;
        Console.WriteLine(avg.item<float>() + total);
    }
}
public static class MeanWithType
{
    public static void Run()
    {
        var ages = tensor(new[] { 22, 38, 26 });
        var avg = ages.mean(new long[] { 0 }, type: ScalarType.Float32);
        Console.WriteLine(avg.item<float>());
    }
}
public static class BoolSum
{
    public static void Run()
    {
        var hits = (rand(10) > 0.5).sum();
        long n = hits.item<long>();
    }
}
public static class BoolTimes
{
    public static void Run()
    {
        var relu = randn(3, 4);
        var y = relu * (relu > 0);
        Linear(4, 1).forward(y);
    }
}
public static class BoolPlusOne
{
    public static void Run()
    {
        var mask = tensor(new[] { true, false, true });
        var ids = mask + 1;
        Embedding(3, 4).forward(ids);
    }
}
public static class BoolAddAsOr
{
    public static void Run()
    {
        var a = rand(4) > 0.5;
        var b = rand(4) > 0.5;
        var x = randn(4).masked_fill(a + b, 0);
        var y = randn(4).masked_fill(a * b, 0);
    }
}
public static class BoolCumsum
{
    public static void Run()
    {
        var ids = tensor(new long[,] { { 5, 6, 1 }, { 7, 1, 1 } });
        var mask = ids.ne(1);
        var positions = mask.cumsum(1) * mask.to(int64) + 1;
        Embedding(10, 4).forward(positions);
    }
}
public static class BoolMeanFloat
{
    public static void Run()
    {
        var acc = randn(8, 3).argmax(1).eq(randint(0, 3, new long[] { 8 })).@float().mean();
        float a = acc.item<float>();
    }
}
public static class BoolSumDivided
{
    public static void Run()
    {
        var acc = (randn(8, 3).argmax(1) == zeros(8, dtype: int64)).sum() / 8.0;
        float a = acc.item<float>();
    }
}
public static class BoolLogicalNot
{
    public static void Run()
    {
        var pad = tensor(new long[] { 1, 0 }).eq(0);
        var keep = ~pad;
        var k2 = pad.logical_not();
        var z = randn(2).masked_fill(~keep, float.NegativeInfinity);
    }
}
public static class BoolOneMinusTyped
{
    public static void Run()
    {
        var done = tensor(new[] { true, false, false });
        var target = rand(3) + 0.99f * rand(3) * (1 - done.to(ScalarType.Float32));
        functional.mse_loss(rand(3), target);
    }
}
public static class BoolLogicalOfNumbers
{
    public static void Run()
    {
        var m = logical_and(rand(3) - 0.5, tensor(new[] { 1, 0, 2 }));
        randn(3).masked_fill(m, 0);
    }
}
public static class BoolAndInt
{
    public static void Run()
    {
        var m = tensor(new[] { 1, 0, 1 }).to(@bool) & tensor(new[] { true, true, false });
        randn(3).masked_fill(m, 1.0);
    }
}
// ---- comparisons of different types ----
public static class CompareIntFloat
{
    public static void Run()
    {
        var pred = randn(6).round();
        var y = tensor(new[] { 0, 1, 0, 1, 1, 0 });
        var ok = pred.eq(y).sum().item<long>();
        var gt = y > 0.5;
        var w = where(gt, pred, zeros_like(pred));
    }
}
public static class EqFloatLong
{
    public static void Run()
    {
        var pred = (rand(6) > 0.5).@float();
        var y = randint(0, 2, new long[] { 6 });
        var acc = (pred == y).to(float32).mean();
    }
}
public static class MaxOfTypes
{
    public static void Run()
    {
        var m = maximum(tensor(new[] { 1, 5 }), tensor(new[] { 2f, 3f }));
        Linear(2, 1).forward(m);
    }
}
// ---- cat / stack / where ----
public static class CatMixed
{
    public static void Run()
    {
        var cat1 = cat(new[] { randn(4, 2), randint(0, 5, new long[] { 4, 3 }) }, 1);
        Linear(5, 1).forward(cat1);
    }
}
public static class CatBoolFloat
{
    public static void Run()
    {
        var x = rand(4, 2);
        var missing = x > 0.9;
        var z = cat(new[] { x, missing }, 1);
        Linear(4, 1).forward(z);
    }
}
public static class CatDoubleModel
{
    public static void Run()
    {
        var a = tensor(new double[] { 1, 2 }).view(1, 2);
        var b = rand(1, 2);
        var z = cat(new[] { b, a }, 1);
        Linear(4, 1, dtype: float64).forward(z);
    }
}
public static class StackMixed
{
    public static void Run()
    {
        var s = stack(new[] { tensor(new[] { 1, 2 }), tensor(new[] { 0.5f, 1f }) });
        Linear(2, 2).forward(s);
    }
}
public static class WhereMixed
{
    public static void Run()
    {
        var c = tensor(new[] { true, false, true });
        var x = where(c, randn(3), arange(3));
        Linear(3, 1).forward(x);
    }
}
public static class WhereScalarTensors
{
    public static void Run()
    {
        var x = randn(4, 3);
        var y = where(x > 0, x, tensor(0.0));
        Linear(3, 1).forward(y);
    }
}
public static class WhereScalars
{
    public static void Run()
    {
        var x = randn(4);
        var labels = where(x > 0, 1L, 0L);
        functional.cross_entropy(randn(4, 2), labels.to(int64));
    }
}
public static class WhereFloatInt
{
    public static void Run()
    {
        var x = randn(4, 3);
        var y = where(x > 0, x, 0);
        Linear(3, 1).forward(y);
    }
}
public static class WhereDoubleModel
{
    public static void Run()
    {
        var x = tensor(new double[] { -1, 2, 3 });
        var y = where(x > 0, x, zeros(3));
        Linear(3, 1, dtype: ScalarType.Float64).forward(y);
    }
}
public static class MaskedFillInt
{
    public static void Run()
    {
        var ids = tensor(new long[] { 3, 4, 5 });
        var masked = ids.masked_fill(ids.eq(4), 0);
        Embedding(10, 2).forward(masked);
    }
}
public static class MaskedFillIntWithHalf
{
    public static void Run()
    {
        var ids = tensor(new long[] { 3, 4, 5 });
        var masked = ids.masked_fill(ids > 3, 1.5);   // truncates, stays Int64
        Embedding(10, 2).forward(masked);
    }
}
public static class MaskFromInt
{
    public static void Run()
    {
        var m = tril(ones(5, 5)).eq(0);
        var att = randn(2, 5, 5).masked_fill(m, float.NegativeInfinity).softmax(-1);
    }
}
public static class MaskFromToBool
{
    public static void Run()
    {
        var m = triu(ones(5, 5), 1).to(ScalarType.Bool);
        var att = randn(2, 5, 5).masked_fill(m, -1e9);
    }
}
public static class MaskFromFloatNotEqual
{
    public static void Run()
    {
        var m = triu(ones(5, 5), 1) == 1;
        var n = triu(ones(5, 5, dtype: @bool), 1);
        var att = randn(2, 5, 5).masked_fill(m, -1e9).masked_fill(n, -1e9);
    }
}
public static class SdpaBool
{
    public static void Run()
    {
        var q = randn(2, 4, 6, 8);
        var o = functional.scaled_dot_product_attention(q, q, q, ones(6, 6, dtype: @bool).tril());
        var p = functional.scaled_dot_product_attention(q, q, q, zeros(6, 6));
    }
}
public static class IndexByUint8
{
    public static void Run()
    {
        var x = randn(3);
        var i = x[tensor(new[] { 0, 2 })];
        var l = x[tensor(new long[] { 0, 2 })];
        var b = x[tensor(new[] { true, false, true })];
    }
}
public static class GatherInt32
{
    public static void Run()
    {
        var q = randn(4, 3);
        var a = tensor(new[] { 0, 1, 2, 0 }).unsqueeze(1);
        var qa = q.gather(1, a);
        var row = q.index_select(0, tensor(new[] { 1, 2 }));
    }
}
public static class EmbeddingInt32
{
    public static void Run()
    {
        int[] words = { 1, 2, 3 };
        var e = Embedding(10, 4).forward(tensor(words));
        Linear(4, 1).forward(e);
    }
}
// ---- losses ----
public static class CeByteTargets
{
    public static void Run()
    {
        byte[] labels = { 0, 1, 2 };
        var l = functional.cross_entropy(randn(3, 4), tensor(labels));
        l = functional.nll_loss(randn(3, 4).log_softmax(1), tensor(labels));
    }
}
public static class CeInt32Converted
{
    public static void Run()
    {
        int[] labels = { 3, 1, 2 };
        var y = tensor(labels).to(int64);
        functional.cross_entropy(randn(3, 4, requires_grad: true), y).backward();
        functional.cross_entropy(randn(3, 4), tensor(labels, dtype: int64));
        functional.cross_entropy(randn(3, 4), tensor(labels).@long());
        functional.cross_entropy(randn(3, 4), tensor(labels).to_type(ScalarType.Int64));
    }
}
public static class CeProbabilities
{
    public static void Run()
    {
        var y = functional.one_hot(tensor(new long[] { 0, 2 }), 3).to(float32);
        functional.cross_entropy(randn(2, 3, requires_grad: true), y).backward();
    }
}
public static class CeDoubleLogits
{
    public static void Run()
    {
        var m = Linear(3, 2, dtype: float64);
        var l = functional.cross_entropy(m.forward(rand(4, 3, dtype: float64)), randint(0, 2, new long[] { 4 }));
        l.backward();
    }
}
public static class CeFloatLabelsFromCsv
{
    public static void Run()
    {
        var table = tensor(new float[,] { { 1, 2, 0 }, { 3, 4, 1 }, { 5, 6, 1 } });
        var x = table[TensorIndex.Colon, TensorIndex.Slice(0, 2)];
        var y = table[TensorIndex.Colon, 2].to(ScalarType.Int64);
        functional.cross_entropy(Linear(2, 2).forward(x), y).backward();
    }
}
public static class MseLongNoGradUse
{
    public static void Run()
    {
        using var _ = no_grad();
        var l = functional.mse_loss(randn(3), tensor(new long[] { 1, 2, 3 }));
        Console.WriteLine(l.item<float>());
    }
}
public static class MseDoubleEval
{
    public static void Run()
    {
        var m = Linear(2, 1);
        m.eval();
        using (no_grad())
        {
            var l = functional.mse_loss(m.forward(rand(3, 2)).squeeze(1), tensor(new double[] { 1, 2, 3 }));
            double d = l.item<double>();
        }
    }
}
public static class L1DoubleBackward
{
    public static void Run()
    {
        var m = Linear(2, 1);
        var l = functional.l1_loss(m.forward(rand(3, 2)).squeeze(1), tensor(new double[] { 1, 2, 3 }));
        l.backward();
    }
}
public static class MseByHandDouble
{
    public static void Run()
    {
        var m = Linear(2, 1);
        var l = (m.forward(rand(3, 2)).squeeze(1) - tensor(new double[] { 1, 2, 3 })).pow(2).mean();
        l.backward();
        optim.SGD(m.parameters(), 0.1).step();
    }
}
public static class MseByHandLong
{
    public static void Run()
    {
        var m = Linear(2, 1);
        var l = (m.forward(rand(3, 2)) - randint(0, 2, new long[] { 3, 1 })).square().mean();
        l.backward();
    }
}
public static class BceLogitsDouble
{
    public static void Run()
    {
        var m = Linear(2, 1);
        var l = functional.binary_cross_entropy_with_logits(m.forward(rand(3, 2)), zeros(3, 1, dtype: float64));
        l.backward();
    }
}
public static class BceComparedTargets
{
    public static void Run()
    {
        var isReal = (rand(6) > 0.5).to_type(ScalarType.Float32);
        functional.binary_cross_entropy(rand(6), isReal);
        functional.binary_cross_entropy_with_logits(randn(6), isReal);
    }
}
public static class BceRandintTyped
{
    public static void Run()
    {
        var y = randint(0, 2, new long[] { 6 }, dtype: float32);
        functional.binary_cross_entropy(rand(6), y);
    }
}
public static class BceOnesLike
{
    public static void Run()
    {
        var d = Sequential(Linear(2, 1), Sigmoid()).forward(randn(4, 2));
        functional.binary_cross_entropy(d, ones_like(d)).backward();
    }
}
public static class MarginLong
{
    public static void Run()
    {
        var y = tensor(new long[] { 1, -1, 1 });
        functional.margin_ranking_loss(rand(3), rand(3), y);
        functional.cosine_embedding_loss(rand(3, 4), rand(3, 4), y);
    }
}
public static class PoissonCounts
{
    public static void Run()
    {
        var counts = randint(0, 9, new long[] { 5 });
        var m = Linear(3, 1);
        functional.poisson_nll_loss(m.forward(rand(5, 3)).squeeze(1), counts).backward();
    }
}
public static class CtcInt32
{
    public static void Run()
    {
        var lp = randn(10, 2, 5).log_softmax(2);
        var targets = tensor(new int[,] { { 1, 2 }, { 3, 4 } });
        functional.ctc_loss(lp, targets, full(new long[] { 2 }, 10, dtype: int64), full(new long[] { 2 }, 2, dtype: int64));
    }
}
// ---- double, half, bfloat16 models ----
public static class DoubleModelTo
{
    public static void Run()
    {
        var m = Sequential(("a", Linear(3, 4)), ("r", ReLU()), ("b", Linear(4, 1)));
        m.to(ScalarType.Float64);
        var y = m.forward(tensor(new double[] { 1, 2, 3 }));
    }
}
public static class DoubleModelMethod
{
    public static void Run()
    {
        var m = Linear(3, 1).@double();
        var y = m.forward(tensor(new double[] { 1, 2, 3 }));
        functional.mse_loss(y, zeros(1, dtype: float64)).backward();
    }
}
public static class DoubleModelDtype
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear a, b;
        public Net(ScalarType? t = null) : base("n") { a = Linear(3, 8, dtype: t); b = Linear(8, 1, dtype: t); RegisterComponents(); }
        public override Tensor forward(Tensor x) => b.forward(functional.relu(a.forward(x)));
    }
    public static void Run()
    {
        new Net(float64).forward(tensor(new double[] { 1, 2, 3 }));
        new Net().forward(tensor(new float[] { 1, 2, 3 }));
    }
}
public static class DoubleByDefault
{
    public static void Run()
    {
        set_default_dtype(float64);
        try
        {
            var m = Linear(3, 1);
            m.forward(tensor(new double[] { 1, 2, 3 }));
            m.forward(rand(2, 3));
            var z = tensor(new double[] { 4, 5 }) + zeros(2);
            Console.WriteLine(z.sum().item<double>() + rand(1).item<double>());
        }
        finally { set_default_dtype(float32); }
    }
}
public static class DefaultDoubleIntDivision
{
    public static void Run()
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            var p = arange(4) / 2;                 // TorchSharp's default is its own: libtorch still promotes to Float32
            Linear(4, 1, dtype: ScalarType.Float32).forward(p);
            Linear(4, 1).forward(p.to(float64));
        }
        finally { set_default_dtype(ScalarType.Float32); }
    }
}
public static class DoubleAndBack
{
    public static void Run()
    {
        var m = Linear(3, 1);
        m.to(float64);
        m.forward(rand(2, 3, dtype: float64));
        m.to(float32);
        m.forward(rand(2, 3));
    }
}
public static class HalfModel
{
    public static void Run()
    {
        var m = Sequential(Linear(4, 4), ReLU(), Linear(4, 2)).half();
        var y = m.forward(rand(3, 4).half());
        Console.WriteLine(y.@float().mean().item<float>());
    }
}
public static class BFloatModel
{
    public static void Run()
    {
        var m = Linear(4, 4).bfloat16();
        var y = m.forward(rand(3, 4).to(ScalarType.BFloat16));
        var l = functional.mse_loss(y.to(float32), rand(3, 4));
        l.backward();
    }
}
public static class HalfPlusFloat
{
    public static void Run()
    {
        var x = rand(3, 4).half() + rand(3, 4);
        Linear(4, 2).forward(x);
        var y = rand(3, 4).half() + rand(3, 4).bfloat16();   // half + bfloat16 is float
        Linear(4, 2).forward(y);
    }
}
public static class HalfLayerNorm
{
    public static void Run()
    {
        var y = LayerNorm(4).forward(rand(3, 4).half());     // low precision input is allowed on float weights
        var z = BatchNorm1d(4).forward(rand(3, 4).to(bfloat16));
    }
}
public static class MixedPrecisionByHand
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear body = Linear(8, 8, dtype: ScalarType.BFloat16);
        readonly Linear head = Linear(8, 2);
        public Net() : base("mp") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = body.forward(x.to(bfloat16)).relu();
            return head.forward(h.to(x.dtype));
        }
    }
    public static void Run() => new Net().forward(rand(3, 8));
}
public static class RmsNormUpcast
{
    class RMS : Module<Tensor, Tensor>
    {
        readonly Parameter weight = new Parameter(ones(8));
        public RMS() : base("rms") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = x.to(float32);
            h = h * rsqrt(h.pow(2).mean(new long[] { -1 }, keepdim: true) + 1e-6);
            return weight * h.type_as(x);
        }
    }
    public static void Run()
    {
        var y = new RMS().forward(rand(2, 8).to(bfloat16));
        Linear(8, 1).forward(y);                  // float weight * bfloat16 = float
    }
}
// ---- conversions ----
public static class ToOtherTensor
{
    public static void Run()
    {
        var x = rand(3);
        var y = tensor(new double[] { 1, 2, 3 }).to(x);
        Linear(3, 1).forward(y);
        Linear(3, 1).forward(tensor(new[] { 1, 2, 3 }).type_as(x));
    }
}
public static class ToDeviceAndType
{
    public static void Run()
    {
        var x = tensor(new double[] { 1, 2, 3 }).to(ScalarType.Float32, CPU);
        Linear(3, 1).forward(x);
        x = tensor(new double[] { 1, 2, 3 }).to(CPU).to(float32);
        Linear(3, 1).forward(x);
    }
}
public static class TensorWithDtype
{
    public static void Run()
    {
        var x = tensor(new double[] { 1, 2, 3 }, dtype: float32);
        var y = tensor(new[] { 1, 2, 3 }, dtype: ScalarType.Float32);
        var z = tensor(new[] { 1, 2, 3 }, float32);
        var w = from_array(new double[,] { { 1, 2, 3 } }).@float();
        var fc = Linear(3, 1);
        fc.forward(x); fc.forward(y); fc.forward(z); fc.forward(w);
    }
}
public static class ArrayOfObjects
{
    public static void Run()
    {
        Array data = new float[,] { { 1, 2 }, { 3, 4 } };
        var x = from_array(data);
        Linear(2, 1).forward(x);
        Array ids = new long[] { 1, 0 };
        Embedding(3, 2).forward(from_array(ids));
    }
}
public static class ArangeDoubles
{
    public static void Run()
    {
        var t = arange(0.0, 1.0, 0.1);             // Float32, not Float64
        Linear(10, 1).forward(t);
        var u = arange(0, 1, 0.25);
        Linear(4, 1).forward(u);
    }
}
public static class LinspaceDoubles
{
    public static void Run()
    {
        var t = linspace(0.0, 1.0, 10);
        Linear(10, 1).forward(t.sin());
    }
}
public static class FullDoubles
{
    public static void Run()
    {
        var x = full(new long[] { 2, 4 }, 0.5);
        Linear(4, 1).forward(x);
        var m = full(2, 4, 3.0).mean();
        var ids = full(new long[] { 3 }, 7);
        Embedding(10, 2).forward(ids);
    }
}
public static class FullLikeInt
{
    public static void Run()
    {
        var f = full_like(rand(3), 1);
        Linear(3, 1).forward(f);
    }
}
public static class ZerosLikeOfInt
{
    public static void Run()
    {
        var ids = randint(0, 9, new long[] { 2, 5 });
        var seg = zeros_like(ids);
        var h = Embedding(9, 4).forward(ids) + Embedding(2, 4).forward(seg);
        var w = ones_like(ids, dtype: float32).mean();
        var n = randn_like(ids, dtype: float32).std();
    }
}
public static class RandLikeTyped
{
    public static void Run()
    {
        var t = arange(10);
        var noisy = t + 0.1 * randn_like(t, dtype: float32);
        var m = noisy.mean();
    }
}
public static class NewFromTensor
{
    public static void Run()
    {
        var ids = randint(0, 9, new long[] { 4 });
        var x = ids.new_zeros(4).to(float32);
        var y = rand(2).new_ones(4);
        Linear(4, 1).forward(y);
        Linear(4, 1).forward(x);
    }
}
public static class TernaryDtype
{
    public static void Run()
    {
        bool dbl = DateTime.Now.Year > 2000;
        var dt = dbl ? float64 : float32;
        var m = Linear(3, 1, dtype: dt);
        m.forward(rand(2, 3, dtype: dt));
    }
}
public static class DtypeOfWeights
{
    public static void Run()
    {
        var m = Linear(3, 1, dtype: float64);
        var x = tensor(new[] { 1f, 2f, 3f }).to(m.weight.dtype);
        m.forward(x);
        var p = m.parameters().First();
        m.forward(rand(3).to(p.dtype));
    }
}
public static class ConditionalConversion
{
    static Tensor AsFloat(Tensor t) => t.dtype == ScalarType.Float32 ? t : t.to(ScalarType.Float32);
    static Tensor AsFloat2(Tensor t)
    {
        if (!t.is_floating_point()) t = t.to(float32);
        return t;
    }
    public static void Run()
    {
        var fc = Linear(3, 1);
        fc.forward(AsFloat(tensor(new double[] { 1, 2, 3 })));
        fc.forward(AsFloat(tensor(new[] { 1, 2, 3 })));
        fc.forward(AsFloat2(tensor(new long[] { 1, 2, 3 })));
        fc.forward(AsFloat2(rand(3)));
    }
}
public static class SwitchOnDtype
{
    static double First(Tensor t) => t.dtype switch
    {
        ScalarType.Float32 => t.data<float>()[0],
        ScalarType.Float64 => t.data<double>()[0],
        ScalarType.Int64 => t.data<long>()[0],
        _ => t.to(float64).data<double>()[0],
    };
    public static void Run()
    {
        First(rand(2)); First(arange(2)); First(tensor(new double[] { 1 })); First(tensor(new[] { true }));
    }
}
public static class GenericTensor
{
    static Tensor Make<T>(T[] data) where T : unmanaged => from_array(data);
    public static void Run()
    {
        Linear(2, 1).forward(Make(new[] { 1f, 2f }));
        Linear(2, 1, dtype: float64).forward(Make(new[] { 1.0, 2.0 }));
        Embedding(4, 2).forward(Make(new[] { 1L, 2L }));
        randn(2).masked_fill(Make(new[] { true, false }), 0);
    }
}
public static class LinqSelectFloat
{
    public static void Run()
    {
        double[] raw = { 1, 2, 3, 4 };
        var x = tensor(raw.Select(v => (float)v).ToArray());
        Linear(4, 1).forward(x);
        var y = tensor(Array.ConvertAll(raw, v => (long)v));
        Embedding(5, 2).forward(y);
    }
}
public static class ReassignedType
{
    public static void Run()
    {
        var x = tensor(new double[] { 1, 2, 3 });
        x = x.to(float32);
        for (int i = 0; i < 3; i++) x = Linear(3, 3).forward(x);
        Tensor y = randint(0, 5, new long[] { 3 });
        if (y.dtype != float32) y = y.to(float32);
        Linear(3, 1).forward(y);
    }
}
// ---- in place ----
public static class InPlaceLowerPrecision
{
    public static void Run()
    {
        var x = zeros(3);
        x.add_(tensor(new double[] { 1, 2, 3 }));     // stays Float32
        x.add_(tensor(new long[] { 1, 2, 3 }));
        x.mul_(2);
        Linear(3, 1).forward(x);
    }
}
public static class InPlaceIntegers
{
    public static void Run()
    {
        var total = zeros(3, dtype: int32);
        total.add_(tensor(new long[] { 1, 2, 3 }));   // Int32 += Int64 is allowed
        total.fill_(2.7);
        total.copy_(rand(3));
        Embedding(5, 2).forward(total);
    }
}
public static class CopyDouble
{
    public static void Run()
    {
        var w = Linear(3, 1);
        using (no_grad()) w.weight.copy_(tensor(new double[,] { { 1, 2, 3 } }));
        w.forward(rand(2, 3));
    }
}
public static class IndexAssignTypes
{
    public static void Run()
    {
        var x = zeros(4, 3);
        x[0] = tensor(new double[] { 1, 2, 3 });
        x[1, 2] = tensor(5);
        x[2] = arange(3);
        x[x > 3] = 1.5;
        Linear(3, 1).forward(x);
        var ids = zeros(4, dtype: int64);
        ids[0] = 1.9f;
        Embedding(3, 2).forward(ids);
    }
}
// ---- reductions and indices ----
public static class ArgmaxEmbedding
{
    public static void Run()
    {
        var next = randn(2, 50).argmax(-1);
        Embedding(50, 8).forward(next);
        var s = multinomial(softmax(randn(2, 50), 1), 1);
        Embedding(50, 8).forward(s);
    }
}
public static class TopkIds
{
    public static void Run()
    {
        var (v, i) = randn(2, 50).topk(5, 1);
        var p = v.softmax(-1);
        var e = Embedding(50, 4).forward(i);
        var acc = i.eq(randint(0, 50, new long[] { 2, 1 })).any(1).to(float32).mean();
    }
}
public static class SortIds
{
    public static void Run()
    {
        var (v, i) = randn(6).sort(descending: true);
        var t = randn(6, 3)[i];
        var rank = i.argsort();
        var m = v.mean();
    }
}
public static class MaxIndices
{
    public static void Run()
    {
        var (v, i) = randn(4, 3).max(1);
        functional.cross_entropy(randn(4, 3), i);
        var mean = v.mean();
    }
}
public static class UniqueCounts
{
    public static void Run()
    {
        var (u, inv, counts) = tensor(new long[] { 1, 1, 2 }).unique(return_inverse: true, return_counts: true);
        var freq = counts.@float() / counts.sum();
        var w = 1 / freq;
        functional.cross_entropy(randn(5, 2), zeros(5, dtype: int64), weight: w);
    }
}
public static class BincountWeights
{
    public static void Run()
    {
        var y = tensor(new long[] { 0, 1, 1, 2 });
        var c = bincount(y);
        var w = c.sum() / (c * 3);
        functional.cross_entropy(randn(4, 3), y, weight: w);
    }
}
public static class HistogramOfFloats
{
    public static void Run()
    {
        var h = histc(tensor(new[] { 1, 2, 3 }).to(float32), 3);
        var p = h / h.sum();
        var s = p.std();
    }
}
public static class NonzeroIndex
{
    public static void Run()
    {
        var x = rand(10);
        var i = nonzero(x > 0.1).squeeze(1);
        var y = x[i].mean();
        var e = Embedding(10, 2).forward(i);
    }
}
public static class RandpermShuffle
{
    public static void Run()
    {
        var x = rand(10, 3);
        var y = arange(10);
        var perm = randperm(10);
        var (xs, ys) = (x[perm], y[perm]);
        functional.cross_entropy(Linear(3, 10).forward(xs), ys);
    }
}
public static class ToScalars
{
    public static void Run()
    {
        var d = tensor(new double[] { 1, 2 }).sum();
        float f = d.ToSingle();
        float g = (float)d;
        int i = rand(3).sum().ToInt32();
        long l = (long)randn(3).sum();
        double m = d.item<double>();
        bool b = (rand(2) >= 0).all().item<bool>();
    }
}
public static class DataAccess
{
    public static void Run()
    {
        float[] a = rand(3).data<float>().ToArray();
        long[] b = randn(3, 2).argmax(1).data<long>().ToArray();
        double[] c = rand(3).to(float64).data<double>().ToArray();
        int[] e = tensor(new[] { 1, 2 }).data<int>().ToArray();
        bool[] f = (rand(2) > 0).data<bool>().ToArray();
    }
}
// ---- complex ----
public static class FftMagnitude
{
    public static void Run()
    {
        var spec = fft.rfft(randn(2, 64)).abs();
        Linear(33, 4).forward(spec);
        var power = fft.fft_(randn(2, 8)).abs().pow(2).mean();
    }
}
public static class FftOfInts
{
    public static void Run()
    {
        var s = fft.fft_(arange(8));
        Linear(8, 1).forward(s.real);
        Linear(8, 1).forward(s.imag);
        Linear(8, 1).forward(s.angle());
    }
}
public static class FftFilter
{
    public static void Run()
    {
        var x = randn(64);
        var f = fft.rfft(x);
        var mask = arange(33) < 10;
        var y = fft.irfft(f * mask, 64);
        Linear(64, 1).forward(y);
    }
}
public static class ComplexRope
{
    public static void Run()
    {
        var freqs = outer(arange(6), 1.0 / pow(10000f, arange(0, 8, 2).to(float32) / 8));
        var cis = polar(ones_like(freqs), freqs);
        var x = view_as_complex(randn(2, 6, 4, 2).contiguous());
        var y = view_as_real(x * cis).flatten(2);
        Linear(8, 8).forward(y);
    }
}
public static class ComplexDouble
{
    public static void Run()
    {
        var c = complex(rand(3, dtype: float64), rand(3, dtype: float64));
        var m = c.abs();
        Linear(3, 1, dtype: float64).forward(m);
    }
}
// ---- buffers, parameters, modules ----
public static class BufferPe
{
    class Pe : Module<Tensor, Tensor>
    {
        readonly Tensor pe;
        public Pe(int len, int d) : base("pe")
        {
            var position = arange(0, len).unsqueeze(1);
            var div = exp(arange(0, d, 2) * (-Math.Log(10000.0) / d));
            pe = zeros(len, d);
            pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(position * div);
            pe[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(position * div);
            register_buffer("pe", pe);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => x + pe[TensorIndex.Slice(0, x.shape[1])];
    }
    public static void Run()
    {
        var h = new Pe(20, 8).forward(Embedding(30, 8).forward(randint(0, 30, new long[] { 2, 5 })));
        Linear(8, 2).forward(h);
    }
}
public static class BufferMask
{
    class Attn : Module<Tensor, Tensor>
    {
        readonly Tensor bias;
        public Attn() : base("a")
        {
            bias = tril(ones(16, 16, dtype: ScalarType.Byte)).view(1, 16, 16);
            register_buffer("bias", bias);
            RegisterComponents();
        }
        public override Tensor forward(Tensor a)
        {
            var T = a.shape[1];
            return a.masked_fill(bias[TensorIndex.Ellipsis, TensorIndex.Slice(0, T), TensorIndex.Slice(0, T)].eq(0), float.NegativeInfinity).softmax(-1);
        }
    }
    public static void Run() => new Attn().forward(randn(2, 7, 7));
}
public static class BufferNormalizer
{
    class Norm : Module<Tensor, Tensor>
    {
        readonly Tensor mean = tensor(new double[] { 0.48, 0.45, 0.40 }).view(3, 1, 1).to(float32);
        readonly Tensor std = tensor(new[] { 0.22f, 0.22f, 0.22f }).view(3, 1, 1);
        public Norm() : base("norm") { register_buffer("mean", mean); register_buffer("std", std); }
        public override Tensor forward(Tensor x) => (x / 255 - mean) / std;
    }
    public static void Run()
    {
        var img = randint(0, 256, new long[] { 1, 3, 8, 8 }).to(uint8);
        Conv2d(3, 4, 3).forward(new Norm().forward(img));
    }
}
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
