using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
using System.Collections.Generic; using System.Linq;
class MaxoutPool : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Linear l = Linear(32, 64), o = Linear(32, 2); readonly MaxPool1d m = MaxPool1d(2); public MaxoutPool() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(m.call(l.call(e.call(x)))); }
class MaxoutUnb : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Linear l = Linear(32, 64), o = Linear(32, 2); readonly MaxPool1d m = MaxPool1d(2); public MaxoutUnb() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(m.call(l.call(e.call(x)))); }
class MaxoutLin : Module<Tensor, Tensor> { readonly Linear l = Linear(32, 64), o = Linear(32, 2); readonly MaxPool1d m = MaxPool1d(2); public MaxoutLin() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(m.call(l.call(x))); }
class AdFeat : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 512, 3), BatchNorm2d(512), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly AdaptiveAvgPool1d a = AdaptiveAvgPool1d(64); readonly Linear o = Linear(64, 2); public AdFeat() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(a.call(e.call(x))); }
class AdFeatF : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 512, 3), BatchNorm2d(512), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Linear o = Linear(64, 2); public AdFeatF() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(functional.adaptive_avg_pool1d(e.call(x), 64)) + o.call(functional.avg_pool1d(e.call(x), 8)); }
class SegFuse : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), ReLU(), AdaptiveAvgPool2d(1), Flatten()); readonly Conv1d f = Conv1d(8, 1, 1); readonly Linear o = Linear(32, 2); public SegFuse() : base("m") { RegisterComponents(); }
 // 8 segments of one video
 public override Tensor forward(Tensor seg) => o.call(f.call(e.call(seg))); }
class PadFeat : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten()); readonly ConstantPad1d p = ConstantPad1d(2, 0); readonly Linear o = Linear(36, 2); public PadFeat() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(p.call(e.call(x))); }
class RefFeat : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten()); readonly ReplicationPad1d p = ReplicationPad1d(2); readonly Linear o = Linear(36, 2); public RefFeat() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(p.call(e.call(x))); }
class ChanPool : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3); readonly BatchNorm2d b = BatchNorm2d(32); readonly MaxPool2d m = MaxPool2d(2); public ChanPool() : base("m") { RegisterComponents(); }
 // gray frames: after the mean over channels (T,H,W) is an image with T channels
 public override Tensor forward(Tensor x) { var y = b.call(c.call(x)).mean(new long[] { 1 }); return m.call(y); } }
class ChanConv : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 32, 3), d = Conv2d(8, 4, 3); readonly BatchNorm2d b = BatchNorm2d(32); public ChanConv() : base("m") { RegisterComponents(); }
 // 8 frames; then frames as channels
 public override Tensor forward(Tensor x) { var y = b.call(c.call(x)).mean(new long[] { 1 }); return d.call(y); } }
class ChanConvSq : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 1, 3), d = Conv2d(8, 4, 3); public ChanConvSq() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var y = c.call(x).squeeze(1); return d.call(y); } }
class DepthStack : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(1, 16, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(16); readonly Conv3d v = Conv3d(16, 8, 3, padding: 1); public DepthStack() : base("m") { RegisterComponents(); }
 // slices of one volume (D, 1, H, W) -> 2.5D
 public override Tensor forward(Tensor slices) { var f = n.call(c.call(slices)); var vol = f.permute(1, 0, 2, 3); return v.call(vol.unsqueeze(0)); } }
class DepthStackU : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(1, 16, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(16); readonly Conv3d v = Conv3d(16, 8, 3, padding: 1); public DepthStackU() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor slices) { var f = n.call(c.call(slices)); return v.call(f.transpose(0, 1)); } }
class DepthMean : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(1, 16, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(16); readonly Conv3d v = Conv3d(4, 8, 3, padding: 1); public DepthMean() : base("m") { RegisterComponents(); }
 // four MRI modalities of one patient as batch (4, 1, H, W) -> (4, 16, H, W) taken as channels of a volume whose depth are the 16 features
 public override Tensor forward(Tensor mods) => v.call(n.call(c.call(mods))); }
class LstmFeat : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten()); readonly TransformerEncoder t = TransformerEncoder(TransformerEncoderLayer(32, 4), 2); public LstmFeat() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => t.call(e.call(x).unsqueeze(0).transpose(0, 1), null, null).squeeze(1); }
class BnOverT : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten()); readonly LayerNorm ln = LayerNorm(8); readonly BatchNorm1d b = BatchNorm1d(8); public BnOverT() : base("m") { RegisterComponents(); }
 // 8 frames
 public override Tensor forward(Tensor x) { var f = e.call(x).t(); return ln.call(f) + b.call(f); } }
class SoftT : Module<Tensor, Tensor> { readonly Sequential e = Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten()); readonly Linear s = Linear(32, 1); readonly Softmax sm = Softmax(0); public SoftT() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) { var f = e.call(x); return (sm.call(s.call(f)) * f).sum(new long[] { 0 }); } }
class FlatAll : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 4, 3, padding: 1); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(2); readonly Linear o = Linear(128, 3); public FlatAll() : base("m") { RegisterComponents(); }
 // 8 views of one object (8,3,H,W), all features into one vector
 public override Tensor forward(Tensor views) => o.call(p.call(c.call(views)).flatten()); }
class FlatAllBn : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 4, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(4); readonly AdaptiveAvgPool2d p = AdaptiveAvgPool2d(2); readonly Linear o = Linear(128, 3); public FlatAllBn() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor views) => o.call(p.call(n.call(c.call(views))).view(-1)) + o.call(p.call(n.call(c.call(views))).view(1, -1)) + o.call(p.call(n.call(c.call(views))).reshape(-1, 128)); }
class MvTranspose : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 4, 3, padding: 1); readonly BatchNorm2d n = BatchNorm2d(4); readonly Linear o = Linear(6, 1); public MvTranspose() : base("m") { RegisterComponents(); }
 // six cameras (6,3,H,W): learnt mix of views at every place
 public override Tensor forward(Tensor views) { var f = n.call(c.call(views)); return o.call(f.permute(1, 2, 3, 0)).squeeze(-1); } }
class SqOut : Module<Tensor, Tensor> { readonly Conv2d c = Conv2d(3, 4, 3); readonly BatchNorm2d n = BatchNorm2d(4); readonly Linear o = Linear(4, 1); public SqOut() : base("m") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(n.call(c.call(x)).mean(new long[] { 2, 3 })).squeeze(); }
