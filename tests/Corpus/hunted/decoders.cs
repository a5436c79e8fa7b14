using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// ---- more modules nobody calls
public class NoFlatten : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 32, 3), conv2 = Conv2d(32, 64, 3); private readonly Linear fc1 = Linear(9216, 128);
    private readonly BatchNorm1d bn = BatchNorm1d(64);
    public NoFlatten() : base("nf") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(conv1.forward(x));
        x = bn.forward(conv2.forward(x)); // BUG
        x = functional.max_pool2d(x, 2).flatten(1);
        return fc1.forward(x);
    }
}
public class LnConv : Module<Tensor, Tensor>
{
    private readonly Conv1d c = Conv1d(16, 32, 3, padding: 1); private readonly LayerNorm ln = LayerNorm(32); private readonly Linear fc;
    public LnConv() : base("lc") { fc = Linear(32, 64); RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = c.forward(x).transpose(1, 2);
        y = fc.forward(y);
        return ln.forward(y); // BUG
    }
}
public class DecoderSkip : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> downs = new(), ups = new(); private readonly Module<Tensor, Tensor> outc;
    private readonly int[] chs = { 64, 128, 256 };
    public DecoderSkip() : base("ds")
    {
        int c = 3;
        foreach (var ch in chs) { downs.Add(Sequential(Conv2d(c, ch, 3, padding: 1), BatchNorm2d(ch), ReLU())); c = ch; }
        foreach (var ch in chs.Reverse().Skip(1)) { ups.Add(ConvTranspose2d(c, ch, 2, stride: 2)); ups.Add(Sequential(Conv2d(c, ch, 3, padding: 1), BatchNorm2d(ch), ReLU())); c = ch; }
        outc = Conv2d(32, 1, 1);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var skips = new List<Tensor>();
        for (int i = 0; i < downs.Count; i++)
        {
            x = downs[i].call(x);
            if (i < downs.Count - 1) { skips.Add(x); x = functional.max_pool2d(x, 2); }
        }
        skips.Reverse();
        for (int i = 0; i < ups.Count; i += 2)
        {
            x = ups[i].call(x);
            x = cat(new[] { skips[i / 2], x }, 1);
            x = ups[i + 1].call(x);
        }
        return outc.call(x); // BUG
    }
}
public class MlpList : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers; private readonly Linear last;
    public MlpList(int inDim, int[] hidden, int outDim) : base("ml")
    {
        layers = new ModuleList<Linear>();
        int d = inDim;
        foreach (var h in hidden) { layers.Add(Linear(d, h)); d = h; }
        last = Linear(d, outDim);
        RegisterComponents();
    }
    public MlpList() : this(10, new[] { 64, 32 }, 2) { }
    public override Tensor forward(Tensor x) { foreach (var l in layers) x = functional.relu(l.forward(x)); return last.forward(x); }
}
public class UsesMlp : Module<Tensor, Tensor>
{
    private readonly MlpList body = new(16, new[] { 64, 32 }, 8); private readonly Linear head = Linear(32, 1);
    public UsesMlp() : base("um") { RegisterComponents(); }
    public override Tensor forward(Tensor x) => head.forward(body.forward(x)); // BUG
}
public class Siamese : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential enc = Sequential(Linear(128, 64), ReLU(), Linear(64, 32)); private readonly Linear cls = Linear(32, 1);
    public Siamese() : base("s") { RegisterComponents(); }
    public override Tensor forward(Tensor a, Tensor b) { var x = enc.call(a); var y = enc.call(b); return cls.forward(cat(new[] { x, y, (x - y).abs() }, -1)); } // BUG
}
public class Inception : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> b1, b2, b3, b4, next;
    public Inception(int inC) : base("inc")
    {
        b1 = Conv2d(inC, 64, 1); b2 = Sequential(Conv2d(inC, 96, 1), Conv2d(96, 128, 3, padding: 1));
        b3 = Sequential(Conv2d(inC, 16, 1), Conv2d(16, 32, 5, padding: 2)); b4 = Sequential(MaxPool2d(3, stride: 1, padding: 1), Conv2d(inC, 32, 1));
        next = BatchNorm2d(288);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) => next.call(cat(new[] { b1.call(x), b2.call(x), b3.call(x), b4.call(x) }, 1)); // BUG
}
public class InceptionPad : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> b1, b2;
    public InceptionPad() : base("incp") { b1 = Conv2d(3, 64, 1); b2 = Conv2d(3, 64, 3); RegisterComponents(); }
    public override Tensor forward(Tensor x) => cat(new[] { b1.call(x), b2.call(x) }, 1); // BUG
}
public class LstmSplit : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Linear ih, hh; private readonly int H;
    public LstmSplit(int inp, int hidden) : base("cell") { H = hidden; ih = Linear(inp, 4 * hidden); hh = Linear(hidden, 3 * hidden); RegisterComponents(); }
    public override Tensor forward(Tensor x, Tensor h, Tensor c)
    {
        var g = ih.forward(x) + hh.forward(h); // BUG
        var s = g.chunk(4, 1);
        return s[0].sigmoid() * c + s[1].sigmoid() * s[2].tanh();
    }
}
public class Actor : Module<Tensor, Tensor>
{
    private readonly Sequential body; private readonly Linear mu; private readonly Parameter logStd;
    public Actor(int obs, int act) : base("ac") { body = Sequential(Linear(obs, 64), Tanh(), Linear(64, 64), Tanh()); mu = Linear(64, act); logStd = Parameter(zeros(1, act * 2)); RegisterComponents(); }
    public override Tensor forward(Tensor x) { var m = mu.forward(body.call(x)); return m + exp(logStd) * randn_like(m); } // act=1 would broadcast: not certain
}
public class LoRA : Module<Tensor, Tensor>
{
    private readonly Linear w; private readonly Parameter A, B;
    public LoRA(int i, int o, int r) : base("lora") { w = Linear(i, o); A = Parameter(randn(i, r)); B = Parameter(zeros(r, o * 2)); RegisterComponents(); }
    public LoRA() : this(256, 512, 8) { }
    public override Tensor forward(Tensor x) => w.forward(x) + x.matmul(A).matmul(B);
}
public class LoRAFixed : Module<Tensor, Tensor>
{
    private readonly Linear w = Linear(256, 512); private readonly Parameter A, B;
    public LoRAFixed() : base("lora") { A = Parameter(randn(8, 256)); B = Parameter(zeros(512, 8)); RegisterComponents(); }
    public override Tensor forward(Tensor x) => w.forward(x) + x.matmul(A).matmul(B); // BUG
}
public class CustomLinear : Module<Tensor, Tensor>
{
    private readonly Parameter weight, bias; private readonly Linear next;
    public CustomLinear(int inF, int outF) : base("cl") { weight = Parameter(randn(outF, inF)); bias = Parameter(zeros(inF)); next = Linear(outF, 1); RegisterComponents(); }
    public override Tensor forward(Tensor x) => next.forward(x.matmul(weight.t()) + bias); // not certain unless inF==outF excluded
}
public class EmbedConcat : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding a = Embedding(10, 4), b = Embedding(20, 8); private readonly Linear fc = Linear(13, 1);
    public EmbedConcat() : base("ec") { RegisterComponents(); }
    public override Tensor forward(Tensor x, Tensor cont)
    {
        var e = cat(new[] { a.forward(x.select(1, 0)), b.forward(x.select(1, 1)) }, 1);
        return fc.forward(e); // BUG
    }
}
public class Reshape27 : Module<Tensor, Tensor>
{
    private readonly Linear l = Linear(100, 256 * 7 * 7); private readonly Module<Tensor, Tensor> up = ConvTranspose2d(128, 64, 4, stride: 2, padding: 1);
    public Reshape27() : base("rg") { RegisterComponents(); }
    public override Tensor forward(Tensor z) => up.call(l.forward(z).view(-1, 256, 7, 7)); // BUG
}