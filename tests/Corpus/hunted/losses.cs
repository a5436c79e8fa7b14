using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
public class I1 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> e = Conv2d(3, 64, 3, padding: 1), d = Conv2d(128, 64, 3, padding: 1); public I1() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var b = e.call(x); var u = functional.interpolate(b, size: new long[] { 64, 64 }); return d.call(u); } } // BUG
public class I2 : Module<Tensor, Tensor> { readonly Conv2d e = Conv2d(3, 64, 3, padding: 1), d = Conv2d(128, 64, 3, padding: 1); public I2() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N", 3, 32, 32)] Tensor x) { var b = e.call(x); var u = functional.interpolate(b, size: new long[] { x.shape[2], x.shape[3] }); return d.call(u); } } // BUG
public class I3 : Module<Tensor, Tensor> { readonly Conv2d e = Conv2d(3, 64, 3, padding: 1), d = Conv2d(128, 64, 3, padding: 1); public I3() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var b = e.forward(x); var u = functional.interpolate(b, scale_factor: new double[] { 2, 2 }, mode: InterpolationMode.Bilinear); return d.forward(u); } } // BUG
public class I4 : Module<Tensor, Tensor> { readonly Conv2d e = Conv2d(3, 64, 3, padding: 1), d = Conv2d(128, 64, 3, padding: 1); public I4() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var a = e.forward(x); var u = functional.interpolate(functional.max_pool2d(a, 2), size: new[] { a.shape[2], a.shape[3] }); return d.forward(u); } } // BUG
public class C1 : Module<Tensor, Tensor> { readonly TorchSharp.Modules.LSTMCell cell = LSTMCell(10, 20); readonly Linear fc = Linear(10, 1); public C1() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var h = zeros(x.shape[0], 20); var c = zeros(x.shape[0], 20); (h, c) = cell.forward(x, (h, c)); return fc.forward(h); } } // BUG
public class C2 : Module<Tensor, Tensor> { readonly TorchSharp.Modules.GRUCell cell = GRUCell(10, 20); readonly Linear fc = Linear(10, 1); public C2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var h = cell.forward(x); return fc.forward(h); } } // BUG
public class C3 : Module<Tensor, Tensor> { readonly TorchSharp.Modules.LSTMCell cell = LSTMCell(10, 20); readonly Linear fc = Linear(10, 1); public C3() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N", "T", 10)] Tensor x) { var h = zeros(x.shape[0], 20); var c = zeros(x.shape[0], 20); for (int t = 0; t < x.shape[1]; t++) { (h, c) = cell.forward(x.select(1, t), (h, c)); } return fc.forward(h); } } // BUG
public class C4 : Module<Tensor, Tensor> { readonly TorchSharp.Modules.GRUCell cell = GRUCell(10, 20); public C4() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("N", "T", 10)] Tensor x) { var h = zeros(x.shape[0], 10); for (int t = 0; t < x.shape[1]; t++) h = cell.forward(x.select(1, t), h); return h; } } // BUG
public class G2 : Module<Tensor, Tensor, Tensor> { readonly Linear w = Linear(1433, 16), w2 = Linear(32, 7); public G2() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x, Tensor adj) { x = mm(adj, w.forward(x)); return w2.forward(x); } } // BUG
public class G3 : Module<Tensor, Tensor, Tensor> { readonly Linear w = Linear(1433, 16), w2 = Linear(32, 7); public G3() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("V", 1433)] Tensor x, [Shape("V", "V")] Tensor adj) { x = mm(adj, w.forward(x)); return w2.forward(x); } } // BUG
public class G4 : Module<Tensor, Tensor, Tensor> { readonly Linear w = Linear(1433, 16), w2 = Linear(32, 7); public G4() : base("") { RegisterComponents(); }
  public override Tensor forward([Shape("V", 1433)] Tensor x, Tensor adj) { x = mm(adj, w.forward(x)); return w2.forward(x); } } // BUG
public class S1 : Module<Tensor, Tensor> { readonly Linear a = Linear(8, 16), b = Linear(8, 16), c = Linear(16, 8); public S1() : base("") { RegisterComponents(); }
  public override Tensor forward(Tensor x) { var h = a.forward(x).relu() ; return b.forward(h); } } // BUG
public class Ffn : Module<Tensor, Tensor> { readonly Linear a, b; public Ffn(int d, int f) : base("") { a = Linear(d, f); b = Linear(f, f); RegisterComponents(); } public override Tensor forward(Tensor x) => b.forward(functional.gelu(a.forward(x))); }
public class Blk : Module<Tensor, Tensor> { readonly Ffn f = new(512, 2048); readonly LayerNorm ln = LayerNorm(512); public Blk() : base("") { RegisterComponents(); } 
  public override Tensor forward(Tensor x) => x + f.forward(ln.forward(x)); } // BUG
public class Blk2 : Module<Tensor, Tensor> { readonly Ffn f = new(512, 2048); readonly LayerNorm ln = LayerNorm(512); public Blk2() : base("") { RegisterComponents(); } 
  public override Tensor forward(Tensor x) { x = ln.forward(x); return x + f.forward(x); } } // BUG
public class Tgt : Module<Tensor, Tensor> { readonly Linear a = Linear(20, 3); public Tgt() : base("") { RegisterComponents(); } public override Tensor forward(Tensor x) => functional.log_softmax(a.forward(x), 1); }
public static class TgtRun2 { 
  static void Run(Tensor x, Tensor y) { var m = Sequential(Linear(20, 64), ReLU(), Linear(32, 3)); var o = optim.SGD(m.parameters(), 0.1); for (int i = 0; i < 10; i++) { var l = functional.cross_entropy(m.call(x), y); l.backward(); o.step(); } } } // BUG
public static class Toks { static void Run() { var sents = new List<long[]> { new long[] { 1, 2, 3 }, new long[] { 4, 5 } }; var t = stack(sents.Select(s => tensor(s)).ToArray()); } } // BUG
public static class Toks2 { static void Run() { var a = tensor(new long[] { 1, 2, 3 }); var b = tensor(new long[] { 4, 5 }); var t = stack(new[] { a, b }); } } // BUG
public static class Np2 { static void Run(float[] data) { var X = tensor(data).reshape(-1, 4); Linear(5, 1).forward(X); } } // BUG
public static class Np3 { static void Run(List<float[]> rows) { var X = stack(rows.Select(r => tensor(r)).ToArray()).view(-1, 1, 28, 28); Conv2d(3, 8, 3).forward(X); } } // BUG
public static class Np4 { static void Run(float[] data, int n) { var X = tensor(data, new long[] { n, 4 }); Linear(5, 1).forward(X); } } // BUG
public static class Std2 { static void Run() { var data = randn(100, 5); var X = data[TensorIndex.Colon, TensorIndex.Slice(0, 4)]; var y = data[TensorIndex.Colon, 4]; var p = Linear(4, 1).forward(X); functional.mse_loss(p, y).backward(); } } // BUG
public static class Dist { static void Run() { var mu = zeros(2, 3); var cov = eye(3); var x = randn(10, 4); var d = cdist(x, mu); } } // BUG
public static class Ein { static void Run() { var q = randn(2, 5, 8, 64); var k = randn(2, 7, 8, 32); var s = einsum("bqhd,bkhd->bhqk", q, k); } } // BUG
public static class Sdpa { static void Run() { var q = randn(2, 8, 5, 64); var k = randn(2, 8, 7, 64); var v = randn(2, 8, 5, 64); var s = functional.scaled_dot_product_attention(q, k, v); } } // BUG
public static class Topk { static void Run() { var (v, i) = randn(8, 3).topk(5, 1); } } // BUG
public static class Softm { static void Run() { var x = randn(8); var p = functional.softmax(x, 1); } } // BUG
public static class Cat0 { static void Run() { var h = cat(new[] { randn(8, 10), randn(8) }, 1); } } // BUG
public static class Exp { static void Run() { var h = randn(3, 1).expand(4, 5); } } // BUG
public static class Fit { static void Train<T>(Module<Tensor, Tensor> m, Tensor x, Tensor y) { functional.mse_loss(m.call(x), y).backward(); } public static void Go() { Train<int>(Linear(10, 2), randn(8, 10), randn(8, 3)); } } // BUG
