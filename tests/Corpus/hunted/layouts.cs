using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntLayoutBad;

// ---- batch and time exchanged: recurrent ----
public static class LstmShapeAttribute
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm = LSTM(8, 16);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            var (o, _, _) = lstm.forward(x); // BUG
            return fc.forward(o[.., -1, ..]);
        }
    }
    public static void Run() => new Net().forward(randn(4, 10, 8));
}
public static class GruSelectLast
{
    public static void Run()
    {
        int batch = 32, time = 20;
        var gru = GRU(8, 16);
        var head = Linear(16, 5);
        var x = randn(batch, time, 8);
        var labels = randint(0, 5, new long[] { batch });
        var (o, h) = gru.forward(x); // BUG
        var logits = head.forward(o.select(1, -1));
        functional.cross_entropy(logits, labels).backward();
    }
}
public static class RnnLastStep
{
    class Forecaster : Module<Tensor, Tensor>
    {
        readonly RNN rnn = RNN(1, 32, 2);
        readonly Linear outp = Linear(32, 1);
        public Forecaster() : base("f") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var (y, _) = rnn.forward(x, null); // BUG
            return outp.forward(y[TensorIndex.Ellipsis, -1, TensorIndex.Colon]);
        }
    }
    public static void Run()
    {
        var windows = randn(64, 30, 1);
        var target = randn(64, 1);
        var loss = functional.mse_loss(new Forecaster().forward(windows), target);
    }
}
public static class LstmEmbeddingMean
{
    class Sentiment : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(1000, 32);
        readonly LSTM lstm = LSTM(32, 64, bidirectional: true);
        readonly Linear fc = Linear(128, 2);
        public Sentiment() : base("s") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T")] Tensor ids)
        {
            var (o, h, c) = lstm.forward(emb.forward(ids)); // BUG
            return fc.forward(o.mean(new long[] { 1 }));
        }
    }
    public static void Run() => functional.cross_entropy(new Sentiment().forward(randint(0, 1000, new long[] { 16, 25 })), randint(0, 2, new long[] { 16 }));
}
public static class LstmIndexLast
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm;
        readonly Linear fc;
        public Net(int features, int hidden, int classes) : base("n")
        {
            lstm = LSTM(features, hidden, numLayers: 2, dropout: 0.1);
            fc = Linear(hidden, classes);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x)
        {
            var batch = x.shape[0];
            var seq = x.shape[1];
            var (o, _, _) = lstm.forward(x); // BUG
            return fc.forward(o[TensorIndex.Colon, seq - 1, TensorIndex.Colon]);
        }
    }
    public static void Run() => new Net(6, 12, 4).forward(randn(8, 15, 6));
}
public static class GruMnistRows
{
    public static void Run()
    {
        var images = rand(16, 1, 28, 28);
        var labels = randint(0, 10, new long[] { 16 });
        var gru = GRU(28, 64);
        var fc = Linear(64, 10);
        var (o, _) = gru.forward(images.squeeze(1)); // BUG
        var loss = functional.cross_entropy(fc.forward(o[.., -1]), labels);
    }
}
public static class LstmReturnShape
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
            return fc.forward(o[-1]); // BUG
        }
    }
    public static void Run() => new Net().forward(randn(4, 10, 8));
}
public static class LstmViewInsteadOfTranspose
{
    class Net : Module<Tensor, Tensor>
    {
        readonly LSTM lstm = LSTM(8, 16);
        readonly Linear fc = Linear(16, 3);
        public Net() : base("net") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 8)] Tensor x)
        {
            long n = x.shape[0], t = x.shape[1];
            var timeFirst = x.view(t, n, 8); // BUG
            var (o, _, _) = lstm.forward(timeFirst);
            return fc.forward(o[-1]);
        }
    }
    public static void Run() => new Net().forward(randn(4, 10, 8));
}
// ---- attention ----
public static class MhaTimeFirst
{
    class Block : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(100, 16);
        readonly MultiheadAttention mha = MultiheadAttention(16, 4);
        readonly Linear fc = Linear(16, 2);
        public Block() : base("b") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T")] Tensor ids)
        {
            var x = emb.forward(ids);
            var (a, _) = mha.forward(x, x, x, null, false, null); // BUG
            return fc.forward(a.mean(new long[] { 1 }));
        }
    }
    public static void Run() => functional.cross_entropy(new Block().forward(randint(0, 100, new long[] { 6, 9 })), randint(0, 2, new long[] { 6 }));
}
public static class EncoderClassifier
{
    class Clf : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(500, 32);
        readonly TransformerEncoder enc = TransformerEncoder(TransformerEncoderLayer(32, 4, 64), 2);
        readonly Linear fc = Linear(32, 4);
        public Clf() : base("c") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T")] Tensor ids)
        {
            var h = enc.forward(emb.forward(ids), null, null); // BUG
            return fc.forward(h.max(1).values);
        }
    }
    public static void Run() => functional.cross_entropy(new Clf().forward(randint(0, 500, new long[] { 8, 20 })), randint(0, 4, new long[] { 8 }));
}
public static class HeadsViewed
{
    class SelfAttention : Module<Tensor, Tensor>
    {
        readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
        const int heads = 4;
        public SelfAttention() : base("sa") { RegisterComponents(); }
        public override Tensor forward([Shape("B", "T", 64)] Tensor x)
        {
            long B = x.shape[0], T = x.shape[1];
            var Q = q.forward(x).view(B, heads, T, 16); // BUG
            var K = k.forward(x).view(B, T, heads, 16).transpose(1, 2);
            var V = v.forward(x).view(B, T, heads, 16).transpose(1, 2);
            var o = functional.scaled_dot_product_attention(Q, K, V);
            return o.transpose(1, 2).reshape(B, T, 64);
        }
    }
    public static void Run() => new SelfAttention().forward(randn(2, 7, 64));
}
public static class HeadsMerged
{
    class SelfAttention : Module<Tensor, Tensor>
    {
        readonly Linear qkv = Linear(64, 192), proj = Linear(64, 64);
        public SelfAttention() : base("sa") { RegisterComponents(); }
        public override Tensor forward([Shape("B", "T", 64)] Tensor x)
        {
            long B = x.shape[0], T = x.shape[1];
            var parts = qkv.forward(x).chunk(3, -1);
            var Q = parts[0].view(B, T, 4, 16).transpose(1, 2);
            var K = parts[1].view(B, T, 4, 16).transpose(1, 2);
            var V = parts[2].view(B, T, 4, 16).transpose(1, 2);
            var w = functional.softmax(matmul(Q, K.transpose(-2, -1)) / 4, -1);
            var o = matmul(w, V).reshape(B, T, 64); // BUG
            return proj.forward(o);
        }
    }
    public static void Run() => new SelfAttention().forward(randn(2, 7, 64));
}
public static class LogSoftmaxBatch
{
    public static void Run()
    {
        var fc = Linear(784, 10);
        var y = randint(0, 10, new long[] { 16 });
        var lp = functional.log_softmax(fc.forward(rand(16, 784)), 0); // BUG
        functional.nll_loss(lp, y).backward();
    }
}
public static class SegSoftmaxBatch
{
    public static void Run()
    {
        var logits = Conv2d(3, 5, 1).forward(randn(4, 3, 16, 16));
        var masks = randint(0, 5, new long[] { 4, 16, 16 });
        var lp = functional.log_softmax(logits, 0); // BUG
        var loss = functional.nll_loss(lp, masks);
    }
}
// ---- memory scrambled by view ----
public static class NchwToNhwcView
{
    static Tensor ToChannelsLast(Tensor x) => x.view(x.shape[0], x.shape[3], x.shape[2], x.shape[1]); // BUG
    public static void Run() => Linear(3, 8).forward(ToChannelsLast(rand(2, 3, 16, 12)));
}
public static class NhwcToNchwReshape
{
    public static void Run()
    {
        byte[] pixels = new byte[4 * 32 * 32 * 3];
        var nhwc = tensor(pixels).view(4, 32, 32, 3).to(float32) / 255;
        var nchw = nhwc.reshape(4, 3, 32, 32); // BUG
        Conv2d(3, 8, 3).forward(nchw);
    }
}
public static class Conv1dReshape
{
    class Tcn : Module<Tensor, Tensor>
    {
        readonly Conv1d conv = Conv1d(6, 12, 3, padding: 1);
        public Tcn() : base("tcn") { RegisterComponents(); }
        public override Tensor forward([Shape("N", "T", 6)] Tensor x)
        {
            var h = x.reshape(x.shape[0], 6, x.shape[1]); // BUG
            return conv.forward(h);
        }
    }
    public static void Run() => new Tcn().forward(randn(4, 20, 6));
}
public static class LmLogitsView
{
    public static void Run()
    {
        long B = 4, T = 8, V = 50;
        var logits = Linear(16, V).forward(randn(B, T, 16));
        var targets = randint(0, V, new long[] { B, T });
        var loss = functional.cross_entropy(logits.view(B, V, T), targets); // BUG
    }
}
// ---- the constant 0 is taken as the element type Byte: everything is summed ----
public static class SumOverRows
{
    public static void Run()
    {
        var adj = (rand(10, 10) > 0.5).to(float32);
        var degree = adj.sum(0); // BUG
        Console.WriteLine(string.Join(",", degree.shape));
    }
}
public static class SumOfWeights
{
    public static void Run()
    {
        var w = rand(5, 3).softmax(1);
        var share = torch.sum(w, 0) / 5; // BUG
        var scaled = w * share;
    }
}
