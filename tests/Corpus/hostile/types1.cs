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
