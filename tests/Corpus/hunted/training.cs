using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// ---- with calls, attributes and training loops
public class PermuteWrong : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(3, 16, 3);
    public PermuteWrong() : base("pw") { RegisterComponents(); }
    public override Tensor forward([Shape("N", 224, 224, 3)] Tensor x)
    {
        x = x.permute(0, 2, 3, 1);
        return c.forward(x); // BUG
    }
}
public class FlattenZero : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(784, 10);
    public FlattenZero() : base("fz") { RegisterComponents(); }
    public override Tensor forward([Shape("N", 1, 28, 28)] Tensor x) => fc.forward(x.flatten()); // BUG
}
public class ViewMix : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(1, 8, 3); private readonly Linear fc = Linear(1024, 10);
    public ViewMix() : base("vm") { RegisterComponents(); }
    public override Tensor forward([Shape("N", 1, 28, 28)] Tensor x)
    {
        x = functional.relu(c.forward(x));
        x = x.view(-1, 1024); // BUG
        return fc.forward(x);
    }
}
public class AeDecoder : Module<Tensor, Tensor>
{
    private readonly Sequential enc, dec;
    public AeDecoder() : base("ae")
    {
        enc = Sequential(Conv2d(1, 16, 3, stride: 2, padding: 1), ReLU(), Conv2d(16, 32, 3, stride: 2, padding: 1), ReLU(), Conv2d(32, 64, 7));
        dec = Sequential(ConvTranspose2d(64, 32, 7), ReLU(), ConvTranspose2d(32, 16, 3, stride: 2, padding: 1), ReLU(), ConvTranspose2d(16, 1, 3, stride: 2, padding: 1), Sigmoid());
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) => dec.call(enc.call(x));
}
public static class TrainAe
{
    public static void Run()
    {
        var model = new AeDecoder(); var opt = optim.Adam(model.parameters(), 1e-3);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            var x = rand(64, 1, 28, 28);
            opt.zero_grad();
            var y = model.call(x);
            var loss = functional.mse_loss(y, x); // BUG
            loss.backward(); opt.step();
        }
    }
}
public class Regr : Module<Tensor, Tensor>
{
    private readonly Sequential s = Sequential(Linear(13, 64), ReLU(), Linear(64, 1));
    public Regr() : base("r") { RegisterComponents(); }
    public override Tensor forward(Tensor x) => s.call(x);
}
public static class TrainRegr
{
    public static void Run()
    {
        var X = randn(506, 13); var Y = randn(506);
        var m = new Regr(); var lossFn = MSELoss(); var opt = optim.SGD(m.parameters(), 0.01);
        for (var e = 0; e < 100; e++)
        {
            var pred = m.call(X);
            var loss = lossFn.call(pred, Y); // BUG
            opt.zero_grad(); loss.backward(); opt.step();
        }
    }
}
public static class TrainCe
{
    public static void Run()
    {
        var m = Sequential(Linear(4, 16), ReLU(), Linear(16, 3)); var ce = CrossEntropyLoss(); var opt = optim.Adam(m.parameters());
        var x = randn(150, 4); var y = randint(0, 3, new long[] { 150, 1 });
        for (var e = 0; e < 100; e++)
        {
            opt.zero_grad();
            var loss = ce.call(m.call(x), y); // BUG
            loss.backward(); opt.step();
        }
    }
}
public static class TrainLm
{
    public static void Run()
    {
        var emb = Embedding(100, 32); var lstm = LSTM(32, 64, batchFirst: true); var fc = Linear(64, 100);
        var x = randint(0, 100, new long[] { 16, 20 }); var y = randint(0, 100, new long[] { 16, 20 });
        var (o, _, _) = lstm.forward(emb.forward(x));
        var logits = fc.forward(o);
        var loss = functional.cross_entropy(logits, y); // BUG
        loss.backward();
    }
}
public static class TrainBce
{
    public static void Run()
    {
        var m = Sequential(Linear(30, 8), ReLU(), Linear(8, 1), Sigmoid()); var bce = BCELoss();
        var x = randn(32, 30); var y = randint(0, 2, new long[] { 32 }).to(ScalarType.Float32);
        var loss = bce.call(m.call(x), y); // BUG
        loss.backward();
    }
}
public static class LastBatch
{
    public static double Acc()
    {
        var m = Linear(10, 5); var x = randn(32, 10); var y = randint(0, 5, new long[] { 64 });
        var pred = m.forward(x).argmax(1);
        return pred.eq(y).sum().item<long>() / 64.0; // BUG
    }
}
public class Vae : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Linear fc1 = Linear(784, 400), fc21 = Linear(400, 20), fc22 = Linear(400, 10), fc3 = Linear(20, 400), fc4 = Linear(400, 784);
    public Vae() : base("vae") { RegisterComponents(); }
    private (Tensor, Tensor) Encode(Tensor x) { var h = functional.relu(fc1.forward(x)); return (fc21.forward(h), fc22.forward(h)); }
    private static Tensor Reparam(Tensor mu, Tensor logvar) { var std = exp(0.5 * logvar); var eps = randn_like(std); return mu + eps * std; } // BUG
    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var (mu, lv) = Encode(x.view(-1, 784));
        var z = Reparam(mu, lv);
        return (fc4.forward(functional.relu(fc3.forward(z))).sigmoid(), mu, lv);
    }
}
public static class VaeLoss
{
    static readonly Linear dec = Linear(20, 784);
    public static Tensor Loss()
    {
        var x = rand(128, 1, 28, 28);
        var z = randn(128, 20);
        var recon = dec.forward(z).sigmoid();
        return functional.binary_cross_entropy(recon, x, reduction: Reduction.Sum); // BUG
    }
}
public static class GatherDqn
{
    public static void Run()
    {
        var q = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
        var states = randn(32, 4); var actions = randint(0, 2, new long[] { 32 }); var rewards = randn(32);
        var qv = q.call(states).gather(1, actions); // BUG
        var loss = functional.smooth_l1_loss(qv.squeeze(1), rewards);
        loss.backward();
    }
}
public static class DqnTarget
{
    public static void Run()
    {
        var q = Sequential(Linear(4, 64), ReLU(), Linear(64, 2)); var t = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
        var s = randn(32, 4); var s2 = randn(32, 4); var a = randint(0, 2, new long[] { 32, 1 }); var r = randn(32); var done = zeros(32);
        var qv = q.call(s).gather(1, a);
        var (best, _) = t.call(s2).max(1);
        var target = r + 0.99 * best * (1 - done);
        var loss = functional.mse_loss(qv, target.detach()); // BUG
        loss.backward();
    }
}
public static class OneHotLoss
{
    public static void Run()
    {
        var y = randint(0, 10, new long[] { 64, 1 });
        var oh = functional.one_hot(y, 10).to(ScalarType.Float32);
        var logits = randn(64, 10);
        var loss = functional.binary_cross_entropy_with_logits(logits, oh); // BUG
    }
}
public static class SegLoss
{
    public static void Run()
    {
        var net = Sequential(Conv2d(3, 16, 3), ReLU(), Conv2d(16, 21, 1));
        var img = rand(4, 3, 128, 128); var mask = randint(0, 21, new long[] { 4, 128, 128 });
        var loss = functional.cross_entropy(net.call(img), mask); // BUG
    }
}
public static class KvCache
{
    public static Tensor Run()
    {
        Tensor? kc = null;
        var k = zeros(1, 8, 10, 64);
        kc = k;
        var knew = zeros(1, 4, 1, 64);
        kc = cat(new[] { kc, knew }, 2); // BUG
        return kc;
    }
}
public static class MaskAttn
{
    public static Tensor Run()
    {
        var q = randn(2, 8, 16, 64); var k = randn(2, 8, 16, 64);
        var att = q.matmul(k.transpose(-2, -1));
        var mask = tril(ones(32, 32)).view(1, 1, 32, 32);
        att = att.masked_fill(mask.eq(0), float.NegativeInfinity); // BUG
        return att.softmax(-1);
    }
}
public static class MaskAttnPad
{
    public static Tensor Run()
    {
        var tok = randint(0, 100, new long[] { 4, 12 });
        var scores = randn(4, 8, 12, 12);
        var pad = tok.eq(0);
        return scores.masked_fill(pad, -1e9); // BUG
    }
}
public static class Normalize
{
    public static Tensor Run()
    {
        var img = rand(16, 3, 32, 32);
        var mean = tensor(new float[] { 0.485f, 0.456f, 0.406f }); var std = tensor(new float[] { 0.229f, 0.224f, 0.225f });
        return (img - mean) / std; // BUG
    }
}
public static class StackList
{
    public static Tensor Run()
    {
        var xs = new List<Tensor>();
        for (int i = 0; i < 3; i++) xs.Add(rand(1, 28 + i, 28));
        return stack(xs); // BUG
    }
}
public static class ScatterOneHot
{
    public static Tensor Run()
    {
        var labels = randint(0, 10, new long[] { 64 });
        var oh = zeros(64, 10);
        return oh.scatter_(1, labels, 1.0f); // BUG
    }
}
