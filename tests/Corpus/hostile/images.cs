using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// unbatched volume
class Vol3d : Module<Tensor, Tensor> { readonly Conv3d conv = Conv3d(1, 8, 3, padding: 1);
 public Vol3d() : base("v") { RegisterComponents(); }
 // one CT volume (1, D, H, W)
 public override Tensor forward(Tensor x) { var y = conv.call(x).relu(); return y.permute(1, 2, 3, 0); } }
class Vol3dMean : Module<Tensor, Tensor> { readonly Conv3d conv = Conv3d(1, 8, 3, padding: 1); readonly Linear fc = Linear(8, 2);
 public Vol3dMean() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = conv.call(x).relu(); return fc.call(y.mean(new long[] { 1, 2, 3 })); } }
class ClipUnbatched : Module<Tensor, Tensor> { readonly Conv3d conv = Conv3d(3, 16, 3, padding: 1); readonly Conv3d conv2 = Conv3d(16, 32, 3, padding: 1); readonly AdaptiveAvgPool3d pool = AdaptiveAvgPool3d(1); readonly Linear fc = Linear(32, 2);
 public ClipUnbatched() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = conv2.call(conv.call(x).relu()); y = pool.call(y).reshape(32); return fc.call(y); } }
class ClipFrames : Module<Tensor, Tensor> { readonly Conv3d conv = Conv3d(3, 16, 3, padding: 1); readonly Linear fc = Linear(16, 2);
 public ClipFrames() : base("v") { RegisterComponents(); }
 // (3,T,H,W) one clip -> (T, 16) -> logits per frame
 public override Tensor forward(Tensor x) { var y = conv.call(x).relu().mean(new long[] { 2, 3 }); return fc.call(y.t()); } }
// frames as batch
class FrameTemporal : Module<Tensor, Tensor> { readonly Sequential cnn = Sequential(Conv2d(3, 16, 3), BatchNorm2d(16), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Conv1d t = Conv1d(16, 32, 3, padding: 1);
 public FrameTemporal() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = cnn.call(frames); var seq = f.t().unsqueeze(0); return t.call(seq).mean(new long[] { 2 }); } }
class FrameTemporalUnb : Module<Tensor, Tensor> { readonly Sequential cnn = Sequential(Conv2d(3, 16, 3), BatchNorm2d(16), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Conv1d t = Conv1d(16, 32, 3, padding: 1);
 public FrameTemporalUnb() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = cnn.call(frames); return t.call(f.t()).max(1).values; } }
class FrameLinear : Module<Tensor, Tensor> { readonly Sequential cnn = Sequential(Conv2d(3, 16, 3), BatchNorm2d(16), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Linear w = Linear(16, 1);
 public FrameLinear() : base("v") { RegisterComponents(); }
 // 16 frames of one clip; a learnt weight for each frame
 public override Tensor forward(Tensor frames) { var f = cnn.call(frames); return w.call(f.t()); } }
class FrameLinear8 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly Linear w = Linear(8, 1);
 public FrameLinear8() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = b.call(c.call(frames)).mean(new long[] { 2, 3 }); return w.call(f.transpose(0, 1)).squeeze(1); } }
class FrameLstm : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly LSTM l = LSTM(32, 64, batchFirst: true); readonly Linear w = Linear(64, 2);
 public FrameLstm() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = b.call(c.call(frames)).mean(new long[] { 2, 3 }); var (o, _, _) = l.call(f.unsqueeze(0)); return w.call(o[0, -1]); } }
class FrameGru : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly GRU l = GRU(32, 64); readonly Linear w = Linear(64, 2);
 public FrameGru() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = b.call(c.call(frames)).mean(new long[] { 2, 3 }); var (o, h) = l.call(f.unsqueeze(1)); return w.call(h.squeeze(0)); } }
class FrameTrans : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly TransformerEncoderLayer l = TransformerEncoderLayer(32, 4, 64); readonly Linear w = Linear(32, 2);
 public FrameTrans() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor frames) { var f = b.call(c.call(frames)).mean(new long[] { 2, 3 }); var o = l.call(f.unsqueeze(1), null, null); return w.call(o.mean(new long[] { 0 })); } }
class Mil : Module<Tensor, Tensor> { readonly Sequential f = Sequential(Conv2d(1, 20, 5), BatchNorm2d(20), ReLU(), MaxPool2d(2), Conv2d(20, 50, 5), ReLU(), AdaptiveAvgPool2d(4)); readonly Linear fc = Linear(800, 500); readonly Sequential att = Sequential(Linear(500, 128), Tanh(), Linear(128, 1)); readonly Linear cls = Linear(500, 1);
 public Mil() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor bag) { var h = f.call(bag).view(-1, 800); h = fc.call(h).relu(); var a = att.call(h); a = a.transpose(1, 0); a = functional.softmax(a, 1); var m = a.matmul(h); return cls.call(m).sigmoid(); } }
class MilSq : Module<Tensor, Tensor> { readonly Sequential f = Sequential(Conv2d(1, 20, 5), BatchNorm2d(20), ReLU(), AdaptiveAvgPool2d(1)); readonly Linear s = Linear(20, 1);
 public MilSq() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor bag) { var h = f.call(bag).squeeze(-1).squeeze(-1); var a = functional.softmax(s.call(h), 0); return (a * h).sum(0); } } // HINT
class PairRank : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly Linear w = Linear(32, 1);
 public PairRank() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var s = w.call(b.call(c.call(x)).mean(new long[] { 2, 3 })); return s - s.squeeze(1); } }
class UnbTokens : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 8, 3, padding: 1); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(4); readonly Linear l = Linear(16, 32);
 public UnbTokens() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor img) { var y = p.call(c.call(img)); return l.call(y.flatten(1)); } }
class UnbTokens2 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 8, 3, padding: 1); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(4); readonly Linear l = Linear(16, 32);
 public UnbTokens2() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor img) { var y = p.call(c.call(img)); return l.call(y.view(8, 16)); } }
class UnbStyle : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 8, 3, padding: 1);
 public UnbStyle() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor img) { var y = c.call(img); var f = y.view(8, -1); return f.mm(f.t()); } }
class UnbStyle2 : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 8, 3, padding: 1);
 public UnbStyle2() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor img) { var y = c.call(img); var f = y.flatten(1); return f.mm(f.t()).div(f.shape[0] * f.shape[1]); } }
class OneStyle : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 8, 3, padding: 1);
 public OneStyle() : base("v") { RegisterComponents(); }
 public override Tensor forward(Tensor img) { var y = c.call(img); var (a, b, h, w) = (y.shape[0], y.shape[1], y.shape[2], y.shape[3]); var f = y.view(a * b, h * w); return f.mm(f.t()); } }
