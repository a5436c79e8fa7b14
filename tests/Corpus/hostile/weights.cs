using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
using System.Collections.Generic; using System.Linq;
class FrameLinearT : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly Linear w = Linear(8, 1); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(1);
 public FrameLinearT() : base("v") { RegisterComponents(); }
 // 8 frames of one clip (8, 3, H, W), without batch norm
 public override Tensor forward(Tensor frames) { var f = p.call(c.call(frames)).flatten(1).t(); return w.call(f); } }
class HyperNet : Module<Tensor, Tensor> { readonly Parameter weight = new(randn(64, 32, 3, 3)); readonly Lora lora = new();
 public HyperNet() : base("h") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => functional.conv2d(x, lora.call(weight), padding: new long[] { 1, 1 }); }
class Lora : Module<Tensor, Tensor> { readonly Linear down = Linear(64, 4), up = Linear(4, 64); public Lora() : base("l") { RegisterComponents(); }
 public override Tensor forward(Tensor w) { var t = w.permute(1, 2, 3, 0); return (t + up.call(down.call(t))).permute(3, 0, 1, 2); } }
class AxialCaller : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly LastMix m = new(32); public AxialCaller() : base("l") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); return m.call(y.permute(2, 3, 0, 1)).permute(2, 3, 0, 1); } }
class LastMix : Module<Tensor, Tensor> { readonly Linear l; public LastMix(int d) : base("l") { l = Linear(d, d); RegisterComponents(); } public override Tensor forward(Tensor x) => l.call(x); }
class BatchLastNorm : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3, padding: 1); readonly LSTM l = LSTM(32, 16);
 public BatchLastNorm() : base("l") { RegisterComponents(); }
 // OCR: width as time
 public override Tensor forward(Tensor x) { var y = c.call(x).mean(new long[] { 2 }); var (o, _, _) = l.call(y.permute(2, 0, 1)); return o.log_softmax(2); } }
class Crnn : Module<Tensor, Tensor> { readonly Sequential cnn = Sequential(Conv2d(1, 64, 3, 1, 1), ReLU(), MaxPool2d(2, 2), Conv2d(64, 256, 3, 1, 1), BatchNorm2d(256), ReLU(), MaxPool2d(new long[] { 2, 2 }, new long[] { 2, 1 }, new long[] { 0, 1 }), Conv2d(256, 512, 2, 1, 0)); readonly LSTM r = LSTM(512, 256, bidirectional: true); readonly Linear o = Linear(512, 37);
 public Crnn() : base("c") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var f = cnn.call(x); f = functional.adaptive_avg_pool2d(f, new long[] { 1, f.shape[3] }).squeeze(2).permute(2, 0, 1); var (y, _, _) = r.call(f); var (T, b, h) = (y.shape[0], y.shape[1], y.shape[2]); return o.call(y.view(T * b, h)).view(T, b, -1); } }
class Video2d : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(1); readonly LSTM l = LSTM(32, 64, batchFirst: true); readonly Linear o = Linear(64, 5);
 public Video2d() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var (b, t, ch, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3], x.shape[4]); var f = p.call(c.call(x.view(b * t, ch, h, w))).view(b, t, -1); var (y, _, _) = l.call(f); return o.call(y[TensorIndex.Colon, -1]); } }
class VideoShift : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3, padding: 1), d = Conv2d(32, 32, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(32); readonly Linear o = Linear(32, 5); const int T = 8;
 public VideoShift() : base("v") { RegisterComponents(); }
 // (B*8, 3, H, W) as in TSM
 public override Tensor forward(Tensor x) { var y = n.call(c.call(x)); var (nt, ch, h, w) = (y.shape[0], y.shape[1], y.shape[2], y.shape[3]); var v = y.view(nt / T, T, ch, h, w); var s = zeros_like(v); s[TensorIndex.Colon, TensorIndex.Slice(null, -1), TensorIndex.Slice(null, 4)] = v[TensorIndex.Colon, TensorIndex.Slice(1), TensorIndex.Slice(null, 4)]; s[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(4)] = v[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(4)]; y = d.call(s.view(nt, ch, h, w)).mean(new long[] { 2, 3 }); return o.call(y).view(-1, T, 5).mean(new long[] { 1 }); } }
class TsmConsensus : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d n = BatchNorm2d(32); readonly Linear o = Linear(32, 5);
 public TsmConsensus() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = n.call(c.call(x)).mean(new long[] { 2, 3 }); y = y.view(-1, 8 * 32); return y; } }
class TsmConcat : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d n = BatchNorm2d(32); readonly Linear o = Linear(256, 5);
 public TsmConcat() : base("v") { RegisterComponents(); }
 // TRN: 8 frames of each video lie one after the other in the batch
 public override Tensor forward(Tensor x) { var y = n.call(c.call(x)).mean(new long[] { 2, 3 }); return o.call(y.view(-1, 8 * 32)); } }
class TrnHalf : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d n = BatchNorm2d(32); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(2); readonly Linear o = Linear(64, 5);
 public TrnHalf() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = p.call(n.call(c.call(x))); return o.call(y.view(-1, 64)); } }
class Caps : Module<Tensor, Tensor> { readonly Conv2d a = Conv2d(1, 256, 9), b = Conv2d(256, 256, 9, stride: 2); readonly Parameter W = new(randn(new long[] { 1, 1152, 10, 16, 8 }));
 public Caps() : base("c") { RegisterComponents(); }
 static Tensor Squash(Tensor s, long dim = -1) { var n = s.pow(2).sum(dim, keepdim: true); return n / (1 + n) * s / (n.sqrt() + 1e-8); }
 public override Tensor forward(Tensor x) { var u = Squash(b.call(a.call(x).relu()).view(x.shape[0], 1152, 8)); var uh = W.matmul(u.unsqueeze(2).unsqueeze(4)); var bij = zeros(new long[] { 1, 1152, 10, 1, 1 }); Tensor v = uh; for (int i = 0; i < 3; i++) { var cij = bij.softmax(2); v = Squash((cij * uh).sum(1, keepdim: true), 3); bij = bij + (uh * v).sum(3, keepdim: true).mean(new long[] { 0 }, true); } return v.squeeze(1).squeeze(-1); } }
class Gcn : Module<Tensor, Tensor, Tensor> { readonly Linear a, b; public Gcn(int f, int h, int c) : base("g") { a = Linear(f, h, hasBias: false); b = Linear(h, c, hasBias: false); RegisterComponents(); }
 public override Tensor forward(Tensor x, Tensor adj) => adj.mm(b.call(adj.mm(a.call(x)).relu())).log_softmax(1); }
class Gat : Module<Tensor, Tensor, Tensor> { readonly Linear w, s, d; public Gat(int f, int o) : base("g") { w = Linear(f, o); s = Linear(o, 1); d = Linear(o, 1); RegisterComponents(); }
 public override Tensor forward(Tensor x, Tensor adj) { var h = w.call(x); var e = functional.leaky_relu(s.call(h) + d.call(h).t(), 0.2); var a = e.masked_fill(adj.eq(0), -1e9).softmax(1); return a.matmul(h); } }
class GatConv : Module<Tensor, Tensor, Tensor> { readonly Conv1d w = Conv1d(16, 32, 1), s = Conv1d(32, 1, 1), d = Conv1d(32, 1, 1); public GatConv() : base("g") { RegisterComponents(); }
 // (N, F, V): pairs by broadcasting
 public override Tensor forward(Tensor x, Tensor adj) { var h = w.call(x); var e = s.call(h).transpose(1, 2) + d.call(h); return (e + adj).softmax(-1).matmul(h.transpose(1, 2)); } }
class Gin : Module<Tensor, Tensor, Tensor> { readonly Sequential m; readonly Parameter eps = new(zeros(1)); readonly BatchNorm1d bn; public Gin(int d) : base("g") { m = Sequential(Linear(d, 2 * d), BatchNorm1d(2 * d), ReLU(), Linear(2 * d, d)); bn = BatchNorm1d(d); RegisterComponents(); }
 public override Tensor forward(Tensor x, Tensor adj) => bn.call(m.call((1 + eps) * x + adj.matmul(x))); }
class Stgcn : Module<Tensor, Tensor> { readonly Conv2d c; readonly Parameter A; public Stgcn(int i, int o, int V, int K = 3) : base("s") { c = Conv2d(i, o * K, 1); A = new Parameter(rand(K, V, V)); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); var (n, kc, t, v) = (y.shape[0], y.shape[1], y.shape[2], y.shape[3]); var k = A.shape[0]; y = y.view(n, k, kc / k, t, v); return einsum("nkctv,kvw->nctw", y, A).contiguous(); } }
class Stgcn2 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 64 * 3, 1); readonly Parameter A = new(rand(3, 25, 25)); public Stgcn2() : base("s") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); y = y.view(y.shape[0], 3, 64, y.shape[2], 25); return einsum("nkctv,kvw->nctw", y, A); } }
class Moe : Module<Tensor, Tensor> { readonly ModuleList<Linear> ex = new(); readonly Linear gate; readonly int k; public Moe(int i, int o, int n, int k = 2) : base("m") { this.k = k; gate = Linear(i, n); for (int j = 0; j < n; j++) ex.Add(Linear(i, o)); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var g = gate.call(x).softmax(-1); var (v, ix) = g.topk(k, -1); var outs = stack(ex.Select(e => e.call(x)), 1); var sel = outs.gather(1, ix.unsqueeze(-1).expand(-1, -1, outs.shape[2])); return (sel * v.unsqueeze(-1)).sum(1); } }
class Moe2 : Module<Tensor, Tensor> { readonly ModuleList<Module<Tensor, Tensor>> ex = new(); readonly Linear gate = Linear(10, 4); public Moe2() : base("m") { for (int j = 0; j < 4; j++) ex.Add(Sequential(Linear(10, 32), ReLU(), Linear(32, 8))); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var g = gate.call(x).softmax(1); Tensor y = zeros(x.shape[0], 8); for (int i = 0; i < ex.Count; i++) y = y + g[TensorIndex.Colon, i].unsqueeze(1) * ex[i].call(x); return y; } }
class Fpn : Module<Tensor, List<Tensor>> { readonly ModuleList<Conv2d> lat = new(), outp = new(); readonly ModuleList<Module<Tensor, Tensor>> st = new(); public Fpn(int[] ch, int d = 256) : base("f") { var c = 3; foreach (var k in ch) { st.Add(Sequential(Conv2d(c, k, 3, 2, 1), BatchNorm2d(k), ReLU())); lat.Add(Conv2d(k, d, 1)); outp.Add(Conv2d(d, d, 3, padding: 1)); c = k; } RegisterComponents(); }
 public override List<Tensor> forward(Tensor x) { var fs = new List<Tensor>(); foreach (var s in st) { x = s.call(x); fs.Add(x); } var o = new List<Tensor>(); Tensor? prev = null; for (int i = fs.Count - 1; i >= 0; i--) { var l = lat[i].call(fs[i]); if (prev is not null) l = l + functional.interpolate(prev, new[] { l.shape[2], l.shape[3] }); prev = l; o.Insert(0, outp[i].call(l)); } return o; } }
class Fpn3 : Module<Tensor, (Tensor, Tensor)> { readonly Conv2d c1 = Conv2d(3, 32, 3, 2, 1), c2 = Conv2d(32, 64, 3, 2, 1), l1 = Conv2d(32, 16, 1), l2 = Conv2d(64, 16, 1); public Fpn3() : base("f") { RegisterComponents(); }
 static Tensor UpAdd(Tensor a, Tensor b) => functional.interpolate(a, new long[] { b.shape[2], b.shape[3] }, mode: InterpolationMode.Nearest) + b;
 public override (Tensor, Tensor) forward(Tensor x) { var a = c1.call(x); var b = c2.call(a); var p2 = l2.call(b); return (UpAdd(p2, l1.call(a)), p2); } }
class Yolo : Module<Tensor, Tensor> { readonly Conv2d c; readonly int a, nc; public Yolo(int ch, int a = 3, int nc = 80) : base("y") { this.a = a; this.nc = nc; c = Conv2d(ch, a * (5 + nc), 1); RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x); var (n, g) = (y.shape[0], y.shape[2]); return y.view(n, a, 5 + nc, g, g).permute(0, 1, 3, 4, 2).contiguous().view(n, -1, 5 + nc).sigmoid(); } }
class YoloFlat : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(64, 255, 1); readonly BatchNorm2d b = BatchNorm2d(255); readonly Linear l = Linear(85, 85); public YoloFlat() : base("y") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = b.call(c.call(functional.adaptive_avg_pool2d(x, 7))); return l.call(y.permute(0, 2, 3, 1).reshape(-1, 85)); } }
class Yolo1 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 16, 3, padding: 1); readonly Linear f = Linear(16 * 49, 7 * 7 * 30); public Yolo1() : base("y") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = functional.adaptive_avg_pool2d(c.call(x), 7); return f.call(y.flatten(1)).view(-1, 7, 7, 30); } }
class Coupling : Module<Tensor, (Tensor, Tensor)> { readonly Sequential s; readonly int d; public Coupling(int dim, int h) : base("c") { d = dim / 2; s = Sequential(Linear(dim / 2, h), ReLU(), Linear(h, 2 * (dim - dim / 2))); RegisterComponents(); }
 public override (Tensor, Tensor) forward(Tensor x) { var a = x.narrow(-1, 0, d); var b = x.narrow(-1, d, x.shape[^1] - d); var st = s.call(a).chunk(2, -1); var ls = st[0].tanh(); return (cat(new[] { a, b * ls.exp() + st[1] }, -1), ls.sum(-1)); } }
class Glow1x1 : Module<Tensor, (Tensor, Tensor)> { readonly Parameter w; public Glow1x1(int c) : base("g") { w = new Parameter(linalg.qr(randn(c, c)).Q); RegisterComponents(); }
 public override (Tensor, Tensor) forward(Tensor x) { var (h, wd) = (x.shape[2], x.shape[3]); return (functional.conv2d(x, w.view(w.shape[0], w.shape[1], 1, 1)), linalg.slogdet(w).Item2 * h * wd); } }
class Squeeze2 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(12, 12, 3, padding: 1); public Squeeze2() : base("g") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var (b, ch, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]); var y = x.view(b, ch, h / 2, 2, w / 2, 2).permute(0, 1, 3, 5, 2, 4).contiguous().view(b, ch * 4, h / 2, w / 2); return c.call(y); } }
