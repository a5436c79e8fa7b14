using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
using System.Collections.Generic; using System.Linq;
// U-Net with crop
class UCrop : Module<Tensor, Tensor> { readonly Sequential d1, d2, u; readonly ConvTranspose2d up; readonly Conv2d o;
 public UCrop(int inC, int baseC, int classes) : base("u") { d1 = Dc(inC, baseC); d2 = Dc(baseC, baseC * 2); up = ConvTranspose2d(baseC * 2, baseC, 2, stride: 2); u = Dc(baseC * 2, baseC); o = Conv2d(baseC, classes, 1); RegisterComponents(); }
 static Sequential Dc(int i, int o) => Sequential(Conv2d(i, o, 3), BatchNorm2d(o), ReLU(), Conv2d(o, o, 3), BatchNorm2d(o), ReLU());
 static Tensor Crop(Tensor s, Tensor t) { var (h, w) = (t.shape[2], t.shape[3]); var dy = (s.shape[2] - h) / 2; var dx = (s.shape[3] - w) / 2; return s[TensorIndex.Ellipsis, TensorIndex.Slice(dy, dy + h), TensorIndex.Slice(dx, dx + w)]; }
 public override Tensor forward(Tensor x) { var a = d1.call(x); var b = d2.call(functional.max_pool2d(a, 2)); var c = up.call(b); return o.call(u.call(cat(new[] { Crop(a, c), c }, 1))); } }
class UPad : Module<Tensor, Tensor> { readonly Sequential d1, d2, u; readonly ConvTranspose2d up; readonly Conv2d o;
 public UPad(int inC, int baseC = 64, int classes = 2) : base("u") { d1 = Dc(inC, baseC); d2 = Dc(baseC, baseC * 2); up = ConvTranspose2d(baseC * 2, baseC, 2, stride: 2); u = Dc(baseC * 2, baseC); o = Conv2d(baseC, classes, 1); RegisterComponents(); }
 static Sequential Dc(int i, int o) => Sequential(Conv2d(i, o, 3, padding: 1), BatchNorm2d(o), ReLU(), Conv2d(o, o, 3, padding: 1), BatchNorm2d(o), ReLU());
 public override Tensor forward(Tensor x) { var a = d1.call(x); var b = d2.call(functional.max_pool2d(a, 2)); var c = up.call(b); var dh = a.shape[2] - c.shape[2]; var dw = a.shape[3] - c.shape[3];
  c = functional.pad(c, new long[] { dw / 2, dw - dw / 2, dh / 2, dh - dh / 2 }); return o.call(u.call(cat(new[] { a, c }, 1))); } }
class UInterp : Module<Tensor, Tensor> { readonly Conv2d a = Conv2d(3, 8, 3, padding: 1), b = Conv2d(8, 16, 3, padding: 1), c = Conv2d(24, 8, 3, padding: 1);
 public UInterp() : base("u") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var s = a.call(x); var y = b.call(functional.avg_pool2d(s, 3, 2, 1)); y = functional.interpolate(y, new long[] { s.shape[2], s.shape[3] }, mode: InterpolationMode.Bilinear, align_corners: false); return c.call(cat(new[] { s, y }, 1)); } }
class UOdd : Module<Tensor, Tensor> { readonly Conv2d a = Conv2d(3, 8, 3, padding: 1), b = Conv2d(8, 8, 3, padding: 1); readonly Upsample up = Upsample(scale_factor: new double[] { 2, 2 });
 public UOdd() : base("u") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var s = a.call(x); var y = up.call(b.call(functional.max_pool2d(s, 2))); return s + y; } }
class UValidEven : Module<Tensor, Tensor> { readonly Conv2d a = Conv2d(3, 8, 3, stride: 2, padding: 1); readonly ConvTranspose2d t = ConvTranspose2d(8, 3, 3, stride: 2, padding: 1, output_padding: 1);
 public UValidEven() : base("u") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => x + t.call(a.call(x)); }
class UValidOdd : Module<Tensor, Tensor> { readonly Conv2d a = Conv2d(3, 8, 3, stride: 2); readonly ConvTranspose2d t = ConvTranspose2d(8, 3, 3, stride: 2);
 public UValidOdd() : base("u") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => functional.mse_loss(t.call(a.call(x)), x); }
class CausalConv : Module<Tensor, Tensor> { readonly Conv1d c; readonly int pad;
 public CausalConv(int i, int o, int k, int d) : base("c") { pad = (k - 1) * d; c = Conv1d(i, o, k, padding: pad, dilation: d); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); return y[TensorIndex.Ellipsis, TensorIndex.Slice(null, -pad)]; } }
class TcnBlock : Module<Tensor, Tensor> { readonly Conv1d a, b; readonly Conv1d? down; readonly int pad;
 public TcnBlock(int i, int o, int k = 3, int d = 1) : base("c") { pad = (k - 1) * d; a = Conv1d(i, o, k, padding: pad, dilation: d); b = Conv1d(o, o, k, padding: pad, dilation: d); down = i != o ? Conv1d(i, o, 1) : null; RegisterComponents(); }
 Tensor Chomp(Tensor t) => t.narrow(2, 0, t.shape[2] - pad);
 public override Tensor forward(Tensor x) { var y = Chomp(a.call(x)).relu(); y = Chomp(b.call(y)).relu(); return (y + (down is null ? x : down.call(x))).relu(); } }
class Tcn : Module<Tensor, Tensor> { readonly ModuleList<Module<Tensor, Tensor>> l = new(); readonly Linear o;
 public Tcn(int f, int[] ch) : base("t") { var c = f; for (int i = 0; i < ch.Length; i++) { l.Add(new TcnBlock(c, ch[i], 3, 1 << i)); c = ch[i]; } o = Linear(c, 1); RegisterComponents(); }
 public override Tensor forward(Tensor x) { x = x.transpose(1, 2); foreach (var b in l) x = b.call(x); return o.call(x[TensorIndex.Colon, TensorIndex.Colon, -1]); } }
class WaveNet : Module<Tensor, Tensor> { readonly Conv1d inp, out1, out2; readonly ModuleList<Conv1d> f = new(), g = new(), r = new(), s = new();
 public WaveNet(int q = 256, int rc = 32, int sc = 64, int layers = 8) : base("w") { inp = Conv1d(q, rc, 1); for (var i = 0; i < layers; i++) { var d = (int)Math.Pow(2, i); f.Add(Conv1d(rc, rc, 2, dilation: d)); g.Add(Conv1d(rc, rc, 2, dilation: d)); r.Add(Conv1d(rc, rc, 1)); s.Add(Conv1d(rc, sc, 1)); } out1 = Conv1d(sc, sc, 1); out2 = Conv1d(sc, q, 1); RegisterComponents(); }
 public override Tensor forward(Tensor x) { x = inp.call(x); Tensor? skip = null; for (var i = 0; i < f.Count; i++) { var z = f[i].call(x).tanh() * g[i].call(x).sigmoid(); var sk = s[i].call(z); skip = skip is null ? sk : skip[TensorIndex.Ellipsis, TensorIndex.Slice(-sk.shape[2], null)] + sk; x = r[i].call(z) + x[TensorIndex.Ellipsis, TensorIndex.Slice(-z.shape[2], null)]; } return out2.call(out1.call(skip!.relu()).relu()); } }
class WaveNet8 : Module<Tensor, Tensor> { readonly Conv1d inp = Conv1d(1, 16, 1), a = Conv1d(16, 32, 2), b = Conv1d(16, 32, 2, dilation: 2), o = Conv1d(16, 1, 1);
 public WaveNet8() : base("w") { RegisterComponents(); }
 Tensor Gated(Conv1d c, Tensor x) { var z = c.call(x).chunk(2, 1); var y = z[0].tanh() * z[1].sigmoid(); return y + x[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(x.shape[2] - y.shape[2], null)]; }
 public override Tensor forward(Tensor x) => o.call(Gated(b, Gated(a, inp.call(x)))); }
class SE : Module<Tensor, Tensor> { readonly Linear a, b; public SE(int c, int r = 16) : base("s") { a = Linear(c, c / r); b = Linear(c / r, c); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var (n, c) = (x.shape[0], x.shape[1]); var y = x.mean(new long[] { 2, 3 }); y = b.call(a.call(y).relu()).sigmoid().view(n, c, 1, 1); return x * y; } }
class SEConv : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 64, 3); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(1); readonly Sequential s = Sequential(Linear(64, 4), ReLU(), Linear(4, 64), Sigmoid());
 public SEConv() : base("s") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); var w = s.call(p.call(y).view(y.shape[0], -1)); return y * w.unsqueeze(-1).unsqueeze(-1); } }
class SESqueeze : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 64, 3); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(1); readonly Sequential s = Sequential(Linear(64, 4), ReLU(), Linear(4, 64), Sigmoid());
 public SESqueeze() : base("s") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); var w = s.call(p.call(y).squeeze()); return y * w.view(-1, 64, 1, 1); } }
class SEUnb : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 64, 3); readonly Sequential s = Sequential(Linear(64, 4), ReLU(), Linear(4, 64), Sigmoid());
 public SEUnb() : base("s") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); var w = s.call(y.mean(new long[] { -2, -1 })); return y * w.unsqueeze(-1).unsqueeze(-1); } }
class Eca : Module<Tensor, Tensor> { readonly Conv1d c; public Eca(int ch, int gamma = 2, int b = 1) : base("e") { var t = (int)Math.Abs((Math.Log2(ch) + b) / gamma); var k = t % 2 == 1 ? t : t + 1; c = Conv1d(1, 1, k, padding: k / 2, bias: false); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = functional.adaptive_avg_pool2d(x, 1); y = c.call(y.squeeze(-1).transpose(-1, -2)).transpose(-1, -2).unsqueeze(-1); return x * y.sigmoid().expand_as(x); } }
class Cbam : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(2, 1, 7, padding: 3); readonly Conv2d stem = Conv2d(3, 32, 3, padding: 1); readonly Sequential mlp = Sequential(Conv2d(32, 2, 1), ReLU(), Conv2d(2, 32, 1));
 public Cbam() : base("e") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = stem.call(x); var ca = (mlp.call(functional.adaptive_avg_pool2d(y, 1)) + mlp.call(functional.adaptive_max_pool2d(y, new long[] { 1, 1 }))).sigmoid(); y = y * ca; var sp = cat(new[] { y.mean(new long[] { 1 }, keepdim: true), y.max(1, true).values }, 1); return y * c.call(sp).sigmoid(); } }
