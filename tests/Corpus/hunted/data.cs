using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// ---- more with calls / training / data
public static class ManualBatches
{
    public static void Run()
    {
        var X = randn(1000, 20); var Y = randint(0, 2, new long[] { 1000 });
        var net = Sequential(Linear(20, 16), ReLU(), Linear(16, 2)); var opt = optim.Adam(net.parameters());
        const int bs = 50;
        for (int epoch = 0; epoch < 3; epoch++)
            for (int i = 0; i < 1000; i += bs)
            {
                var xb = X.narrow(0, i, bs); var yb = Y.narrow(0, i, 32);
                var loss = functional.cross_entropy(net.call(xb), yb); // BUG
                opt.zero_grad(); loss.backward(); opt.step();
            }
    }
}
public static class LstmSeries
{
    private sealed class M : Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.LSTM l = LSTM(1, 50, batchFirst: true); private readonly Linear fc = Linear(50, 1);
        public M() : base("m") { RegisterComponents(); }
        public override Tensor forward(Tensor x) { var (o, _, _) = l.forward(x); return fc.forward(o); }
    }
    public static void Run()
    {
        var m = new M(); var x = randn(32, 12, 1); var y = randn(32, 1);
        var pred = m.call(x);
        var loss = functional.mse_loss(pred, y); // BUG
        loss.backward();
    }
}
public static class LstmSeries2
{
    public static void Run()
    {
        var data = arange(0, 1000).to(ScalarType.Float32);
        var l = LSTM(1, 50, batchFirst: true);
        var window = data.unfold(0, 12, 1);
        var (o, h, c) = l.forward(window.unsqueeze(1)); // BUG
    }
}
public static class HiddenBatch
{
    public static void Run()
    {
        var l = LSTM(10, 20, 2); var x = randn(32, 5, 10);
        var h0 = zeros(2, 32, 20); var c0 = zeros(2, 32, 20);
        var (o, _, _) = l.forward(x, (h0, c0)); // BUG
    }
}
public static class DecoderSizes
{
    public static void Run()
    {
        var enc = Sequential(Conv2d(3, 8, 3, stride: 2, padding: 1), ReLU(), Conv2d(8, 16, 3, stride: 2, padding: 1));
        var up1 = ConvTranspose2d(16, 8, 2, stride: 2); var c1 = Conv2d(8, 8, 3, padding: 1);
        var x = rand(2, 3, 50, 50);
        var e = enc.call(x);
        var skip = c1.call(Conv2d(3, 8, 3, stride: 2, padding: 1).call(x));
        var cat1 = cat(new[] { up1.call(e), skip }, 1); // BUG
    }
}
public static class PosEmbLen
{
    public static void Run()
    {
        var tok = Embedding(1000, 64); var pos = Parameter(randn(1, 128, 64));
        var ids = randint(0, 1000, new long[] { 8, 256 });
        var x = tok.forward(ids) + pos; // BUG
    }
}
public static class PosSlice
{
    public static void Run()
    {
        var tok = Embedding(1000, 64); var pos = zeros(1, 128, 64);
        var ids = randint(0, 1000, new long[] { 8, 256 });
        var x = tok.forward(ids) + pos[TensorIndex.Colon, TensorIndex.Slice(0, 256)]; // BUG
    }
}
public static class MhaBatchFirst
{
    public static void Run()
    {
        var mha = MultiheadAttention(64, 8); var q = randn(16, 10, 64); var kv = randn(16, 20, 64);
        var (o, w) = mha.forward(q, kv, kv, null, false, null); // BUG
    }
}
public static class TransformerDec
{
    public static void Run()
    {
        var t = Transformer(512, 8); var src = randn(10, 32, 512); var tgt = randn(20, 16, 512);
        var o = t.forward(src, tgt); // BUG
    }
}
public static class CosineEmb
{
    public static void Run()
    {
        var a = randn(32, 128); var b = randn(32, 64);
        var s = functional.cosine_similarity(a, b); // BUG
    }
}
public static class TripletBad
{
    public static void Run()
    {
        var net = Linear(100, 32); var a = net.forward(randn(16, 100)); var p = net.forward(randn(16, 100)); var n = net.forward(randn(8, 100));
        var loss = TripletMarginLoss().call(a, p, n); // BUG
    }
}
public static class ImgChannels
{
    public static void Run()
    {
        var net = Conv2d(3, 8, 3); var img = rand(224, 224, 3);
        var o = net.forward(img.unsqueeze(0)); // BUG
    }
}
public static class FromArray
{
    public static void Run()
    {
        var arr = new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } };
        var x = tensor(arr); var w = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } });
        var y = x.mm(w); // BUG
    }
}
public static class TensorReshape
{
    public static void Run()
    {
        var x = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, new long[] { 2, 4 }); // BUG
    }
}
public static class ReshapeArange
{
    public static void Run() { var x = arange(12).reshape(3, 5); } // BUG
}
public static class SqueezeBatch
{
    public static void Run()
    {
        var bn = BatchNorm1d(16); var x = randn(1, 16).squeeze();
        bn.forward(x); // BUG
    }
}
public static class LinReg
{
    public static void Run()
    {
        var w = randn(3, requires_grad: true); var b = zeros(1, requires_grad: true);
        var X = randn(100, 2); var y = randn(100);
        for (int i = 0; i < 10; i++)
        {
            var pred = X.matmul(w) + b; // BUG
            var loss = (pred - y).pow(2).mean();
            loss.backward();
        }
    }
}
public static class ManualMse
{
    public static void Run()
    {
        var X = randn(100, 2); var y = randn(100); var m = Linear(2, 1);
        var loss = (m.forward(X) - y).pow(2).mean(); // BUG
        loss.backward();
    }
}
public static class WeightCe
{
    public static void Run()
    {
        var ce = CrossEntropyLoss(weight: tensor(new float[] { 0.1f, 0.9f, 0.5f }));
        var loss = ce.call(randn(8, 2), randint(0, 2, new long[] { 8 })); // BUG
    }
}