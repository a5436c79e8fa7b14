using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntPathsBad;

static class Config
{
    public static string Read(string key, string fallback) => Environment.GetEnvironmentVariable("HUNT_" + key) ?? fallback;
    public static int Int(string key, int fallback) => int.Parse(Read(key, fallback.ToString()));
    public static bool Flag(string key, bool fallback) => bool.Parse(Read(key, fallback.ToString()));
}
public static class TrainingFlag
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear fc1 = Linear(10, 20), aux = Linear(10, 3), fc2 = Linear(20, 3);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            var h = functional.relu(fc1.forward(x));
            if (training)
                return fc2.forward(h) + 0.3 * aux.forward(h); // BUG
            return fc2.forward(h);
        }
    }
    public static void Run() { var n = new Net(); n.eval(); n.forward(rand(4, 10)); n.train(); n.forward(rand(4, 10)); }
}
public static class LateEpoch
{
    public static void Run()
    {
        var net = Linear(8, 4); var fine = Linear(8, 2);
        var x = rand(16, 8); var y = randint(0, 2, new long[] { 16 });
        int epochs = Config.Int("EPOCHS", 8);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            var h = net.forward(x);
            if (epoch > 5)
                functional.cross_entropy(fine.forward(h), y).backward(); // BUG
        }
    }
}
public static class Architecture
{
    static Module<Tensor, Tensor> Build(string name)
    {
        switch (name)
        {
            case "small": return Sequential(Linear(784, 32), ReLU(), Linear(32, 10));
            case "deep": return Sequential(Linear(784, 128), ReLU(), Linear(128, 64), ReLU(), Linear(64, 10));
            default: throw new ArgumentException(name);
        }
    }
    public static void Run()
    {
        var arch = Config.Read("ARCH", "wide");
        var x = rand(2, 784);
        Tensor y;
        switch (arch)
        {
            case "small":
            case "deep":
                y = Build(arch).forward(x);
                break;
            case "wide":
                var wide = Linear(784, 1024);
                y = Linear(512, 10).forward(wide.forward(x)); // BUG
                break;
            default:
                throw new NotSupportedException();
        }
        Console.WriteLine(y.shape[1]);
    }
}
public static class CatchBlock
{
    public static void Run()
    {
        var fc = Linear(4, 2);
        Tensor x;
        try
        {
            x = tensor(Config.Read("ROW", "1;2;?;4").Split(';').Select(float.Parse).ToArray());
            fc.forward(x);
        }
        catch (FormatException)
        {
            x = zeros(1, 3);
            fc.forward(x); // BUG
        }
    }
}
public static class Ternary
{
    static Tensor Merge(Tensor a, Tensor b, bool concat) =>
        concat ? Linear(8, 2).forward(cat(new[] { a, b }, 1)) : Linear(8, 2).forward(a + b); // BUG
    public static void Run() => Merge(rand(3, 8), rand(3, 8), Config.Flag("CONCAT", true));
}
public static class NoCuda
{
    public static void Run()
    {
        var x = rand(2, 3, 32, 32);
        if (cuda.is_available())
            x = Conv2d(3, 8, 3).cuda().forward(x.cuda());
        else
            x = Conv2d(1, 8, 3).forward(x); // BUG
    }
}
public static class EarlyReturn
{
    static Tensor Score(Tensor x, int limit)
    {
        if (x.shape[0] > limit)
        {
            var half = x[..8];
            return Linear(3, 1).forward(half); // BUG
        }
        return Linear(4, 1).forward(x);
    }
    public static void Run() => Score(rand(16, 4), Config.Int("LIMIT", 10));
}
public static class ShortCircuit
{
    public static void Run()
    {
        var x = rand(5, 7);
        var ok = Config.Flag("CHECK", true) && Linear(6, 1).forward(x).isfinite().all().item<bool>(); // BUG
    }
}
public static class Curriculum
{
    class Gen : Module<Tensor, Tensor>
    {
        readonly ConvTranspose2d a = ConvTranspose2d(16, 8, 4), b = ConvTranspose2d(8, 4, 4, stride: 2, padding: 1);
        readonly Conv2d rgb4 = Conv2d(8, 3, 1), rgb8 = Conv2d(8, 3, 1);
        public int stage;
        public Gen() : base("g") { RegisterComponents(); }
        public override Tensor forward(Tensor z)
        {
            z = a.forward(z);
            if (stage == 0) return rgb4.forward(z);
            z = b.forward(z);
            return rgb8.forward(z); // BUG
        }
    }
    public static void Run()
    {
        var g = new Gen();
        g.forward(rand(1, 16, 1, 1));
        g.stage = Config.Int("STAGE", 1);
        g.forward(rand(1, 16, 1, 1));
    }
}
public static class FallThroughDefault
{
    static Tensor Loss(string kind, Tensor p, Tensor y)
    {
        if (kind == "mse") return functional.mse_loss(p, functional.one_hot(y, 4).@float());
        else if (kind == "ce") return functional.cross_entropy(p, y);
        return functional.l1_loss(p, y.view(-1, 2)); // BUG
    }
    public static void Run() => Loss(Config.Read("LOSS", "mae"), rand(6, 4), randint(0, 4, new long[] { 6 }));
}
public static class GreedyOrBeam
{
    class Decoder : Module<Tensor, Tensor>
    {
        readonly Embedding emb = Embedding(50, 16); readonly Linear head = Linear(16, 50);
        public Decoder() : base("d") { RegisterComponents(); }
        public override Tensor forward(Tensor ids) => head.forward(emb.forward(ids));
        public Tensor Decode(Tensor ids, int beams)
        {
            var next = forward(ids)[.., -1];
            if (beams == 1) return cat(new[] { ids, next.argmax(-1, keepdim: true) }, 1);
            var (_, top) = next.topk(beams, -1);
            return cat(new[] { ids, top.unsqueeze(-1) }, 1); // BUG
        }
    }
    public static void Run() => new Decoder().Decode(randint(0, 50, new long[] { 2, 5 }), Config.Int("BEAMS", 3));
}
public static class InferenceOnly
{
    class Net : Module<Tensor, Tensor>
    {
        readonly Linear body = Linear(8, 8), a = Linear(8, 3), b = Linear(6, 3);
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x)
        {
            x = body.forward(x);
            if (!training) return b.forward(x); // BUG
            return a.forward(x);
        }
    }
    public static void Run() { var n = new Net(); n.forward(rand(2, 8)); n.eval(); n.forward(rand(2, 8)); }
}
