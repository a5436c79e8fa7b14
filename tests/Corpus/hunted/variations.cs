using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
public class R1 : Module<Tensor, Tensor> { readonly Linear l = Linear(32, 128); public R1() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var y = l.forward(x); return x + y; } } // BUG
public class R2 : Module<Tensor, Tensor> { readonly Linear l = Linear(32, 128), m = Linear(128, 64); public R2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var y = l.forward(x); var z = m.forward(y); return z + y; } } // BUG
public class R3 : Module<Tensor, Tensor> { readonly Linear l = Linear(32, 128), m = Linear(128, 64); public R3() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var y = l.forward(x); var z = m.forward(y); return x + z; } } // BUG
public class R4 : Module<Tensor, Tensor> { readonly Conv2d l = Conv2d(32, 128, 3, padding: 1); public R4() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { return functional.relu(l.forward(x)) + x; } } // BUG
public class R5 : Module<Tensor, Tensor> { readonly Conv2d l = Conv2d(32, 128, 3, padding: 1); readonly BatchNorm2d bn = BatchNorm2d(128); public R5() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var id = x; x = bn.forward(l.forward(x)); x += id; return x; } } // BUG
public class R6 : Module<Tensor, Tensor> { readonly Linear l = Linear(32, 128), o = Linear(128, 4); public R6() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var y = l.forward(x); return o.forward(x); } } // BUG
public class R7 : Module<Tensor, Tensor, Tensor> { readonly Linear q = Linear(64, 64), k = Linear(64, 64), g = Linear(64, 1); public R7() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor c) { var h = cat(new[] { q.forward(x), k.forward(c) }, -1); return g.forward(h); } } // BUG
public class Ctx : Module<Tensor, Tensor, Tensor> { readonly Conv2d a = Conv2d(3, 16, 3, padding: 1), b = Conv2d(3, 16, 3, padding: 1), c = Conv2d(16, 1, 1); public Ctx() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor y) => c.forward(cat(new[] { a.forward(x), b.forward(y) }, 1)); } // BUG
public class Seg : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> e1 = Conv2d(3, 64, 3, padding: 1), e2 = Conv2d(64, 128, 3, padding: 1), up = Upsample(scale_factor: new double[]{2, 2}, mode: UpsampleMode.Bilinear), d = Conv2d(128, 64, 3, padding: 1), p = MaxPool2d(2); public Seg() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var a = functional.relu(e1.call(x)); var b = functional.relu(e2.call(p.call(a))); var u = up.call(b); return d.call(cat(new[] { u, a }, 1)); } } // BUG
public class Seg2 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> e1 = Conv2d(3, 64, 3, padding: 1), e2 = Conv2d(64, 128, 3, padding: 1), d = Conv2d(128, 64, 3, padding: 1), p = MaxPool2d(2); public Seg2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var a = functional.relu(e1.call(x)); var b = functional.relu(e2.call(p.call(a))); var u = functional.interpolate(b, size: new long[]{ a.shape[2], a.shape[3] }); return d.call(cat(new[] { u, a }, 1)); } } // BUG
public class Bil : Module<Tensor, Tensor, Tensor> { readonly TorchSharp.Modules.GRU enc = GRU(300, 256, bidirectional: true, batchFirst: true); readonly Linear att = Linear(256, 1); public Bil() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor m) { var (o, _) = enc.forward(x); var w = functional.softmax(att.forward(o).squeeze(-1), 1); return w.unsqueeze(1).bmm(o).squeeze(1); } } // BUG
public class Hid : Module<Tensor, Tensor> { readonly TorchSharp.Modules.LSTM l = LSTM(300, 256, 2, batchFirst: true, bidirectional: true); readonly Linear fc = Linear(256, 5); public Hid() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var (o, h, c) = l.forward(x); return fc.forward(o.mean(new long[] { 1 })); } } // BUG
public class Hid2 : Module<Tensor, Tensor> { readonly TorchSharp.Modules.LSTM l = LSTM(300, 256, 2, batchFirst: true); readonly Linear fc = Linear(300, 5); public Hid2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var (_, h, _) = l.forward(x); return fc.forward(h[-1]); } } // BUG
public class Mh : Module<Tensor, Tensor> { readonly int h = 8, d = 512; readonly Linear q = Linear(512, 512), o = Linear(64, 512); public Mh() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var b = x.size(0); var y = q.forward(x).view(b, -1, h, d / h).transpose(1, 2); y = y.transpose(1, 2).contiguous().view(b, -1, h * d / h); return o.forward(y); } } // BUG
public class Cfg1 { public int Hidden = 768; public int Heads = 12; public int Inter = 3072; public int Vocab = 30522; public int MaxPos = 512; }
public class BertSelf : Module<Tensor, Tensor> { readonly Linear q, o; readonly LayerNorm ln; public BertSelf(Cfg1 c) : base("") { q = Linear(c.Hidden, c.Hidden); o = Linear(c.Hidden, c.Hidden * 4); ln = LayerNorm(c.Hidden); RegisterComponents(); }
  public override Tensor forward(Tensor x) => ln.forward(o.forward(q.forward(x)) ); } // BUG
public class BertEmb : Module<Tensor, Tensor> { readonly Embedding w, p; readonly LayerNorm ln; public BertEmb(Cfg1 c) : base("") { w = Embedding(c.Vocab, c.Hidden); p = Embedding(c.MaxPos, c.Hidden * 2); ln = LayerNorm(c.Hidden); RegisterComponents(); }
  public override Tensor forward(Tensor ids) { var pos = arange(ids.size(1)).unsqueeze(0).expand_as(ids); return ln.forward(p.forward(pos)); } } // BUG
public static class Use { public static void Run() { var m = new BertSelf(new Cfg1()); var e = new BertEmb(new Cfg1 { Hidden = 512 }); m.call(e.call(randint(0, 10, new long[] { 2, 5 }))); } }
public class Diff : Module<Tensor, Tensor, Tensor> { readonly Linear te = Linear(128, 64); readonly Conv2d c = Conv2d(3, 64, 3, padding: 1); public Diff() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N", 3, 32, 32)] Tensor x, [Shape("N", 128)] Tensor t) { return c.forward(x) + te.forward(t); } } // BUG
public class Diff2 : Module<Tensor, Tensor, Tensor> { readonly Linear te = Linear(128, 32); readonly Conv2d c = Conv2d(3, 64, 3, padding: 1); public Diff2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor t) { var h = c.forward(x); var e = te.forward(t); e = e[TensorIndex.Ellipsis, TensorIndex.None, TensorIndex.None]; return h + e; } } // BUG
public class Sinu : Module<Tensor, Tensor> { readonly Linear m = Linear(128, 64); readonly int dim = 64; public Sinu() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N")] Tensor t) { var half = dim / 2; var f = exp(arange(half) * (-Math.Log(10000) / (half - 1))); var e = t.unsqueeze(1) * f.unsqueeze(0); e = cat(new[] { e.sin(), e.cos() }, -1); return m.forward(e); } } // BUG
public class Dqn2 : Module<Tensor, Tensor> { readonly Sequential conv; readonly Linear v = Linear(3136, 1), a = Linear(3136, 6); public Dqn2() : base("") { conv = Sequential(Conv2d(4, 32, 8, stride: 4), ReLU(), Conv2d(32, 64, 4, stride: 2), ReLU()); RegisterComponents(); }
  public override Tensor forward([Shape("N", 4, 84, 84)] Tensor x) { var h = conv.call(x).flatten(1); var val = v.forward(h); var adv = a.forward(h); return val + adv - adv.mean(new long[]{1}, keepdim: true); } } // BUG
public class Graph : Module<Tensor, Tensor, Tensor> { readonly Linear w = Linear(1433, 16), w2 = Linear(32, 7); public Graph() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor adj) { x = functional.relu(adj.mm(w.forward(x))); return adj.mm(w2.forward(x)); } } // BUG
public class Graph2 : Module<Tensor, Tensor, Tensor> { readonly Parameter w = Parameter(randn(1433, 16)), w2 = Parameter(randn(32, 7)); public Graph2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor adj) { x = functional.relu(adj.mm(x.mm(w))); return adj.mm(x.mm(w2)); } } // BUG
public class Moe : Module<Tensor, Tensor> { readonly ModuleList<Linear> ex = new(); readonly Linear gate = Linear(64, 4); public Moe() : base("") { for (int i = 0; i < 4; i++) ex.Add(Linear(64, 32)); RegisterComponents(); }
  public override Tensor forward([Shape("N", 64)] Tensor x) { var g = gate.forward(x).softmax(-1); var o = stack(ex.Select(e => e.forward(x)), 1); return (g * o).sum(1); } } // BUG
public class Fl : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> f = Flatten(), c = Conv2d(3, 8, 3), l = Linear(8, 2); public Fl() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = f.call(x); x = c.call(x); return l.call(x); } } // BUG
public class Fl2 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), l = Linear(8, 2); public Fl2() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N", 3, 32, 32)] Tensor x) { x = c.call(x); return l.call(x); } } // BUG
public class Fl3 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), p = AdaptiveAvgPool2d(1), l = Linear(8, 2); public Fl3() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = p.call(c.call(x)); return l.call(x); } } // BUG
public class Fl4 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), p = AdaptiveAvgPool2d(new long[]{4, 4}), l = Linear(8 * 16 + 1, 2); public Fl4() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = p.call(c.call(x)); return l.call(x.reshape(x.shape[0], -1)); } } // BUG
public class Fl5 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), p = AdaptiveAvgPool2d(new long[]{4, 4}), l = Linear(8 * 16 + 1, 2); public Fl5() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = p.call(c.call(x)); return l.call(x.view(-1, 129)); } } // BUG
public class Fl6 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), p = AdaptiveAvgPool2d(new long[]{4, 4}), l = Linear(8 * 15, 2); public Fl6() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = p.call(c.call(x)); return l.call(x.view(-1, 8 * 15)); } } // BUG
public class Fl7 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> c = Conv2d(3, 8, 3), p = AdaptiveAvgPool2d(new long[]{4, 4}), l = Linear(8 * 15, 2); public Fl7() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { x = p.call(c.call(x)); return l.call(x.flatten(1)); } } // BUG
