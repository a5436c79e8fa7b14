using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntTypesOk;

// ---- promotion ----

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
