using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
class BaseP : Module<Tensor, Tensor> { readonly Conv2d stem; readonly Linear head;
 protected BaseP(string n, int classes) : base(n) { stem = Conv2d(InChannels, 16, 3); head = Linear(16, classes); RegisterComponents(); }
 protected virtual int InChannels => 0;
 public override Tensor forward(Tensor x) => head.call(stem.call(x).mean(new long[] { 2, 3 })); }
class RgbP : BaseP { public RgbP() : base("r", 3) { } protected override int InChannels => 3; }
class BaseQ : Module<Tensor, Tensor> { protected readonly Linear a; readonly Linear head;
 protected BaseQ(string n) : base(n) { a = Linear(10, Hidden); head = Linear(HeadIn, 2); RegisterComponents(); }
 protected virtual int Hidden => 32; protected virtual int HeadIn => 64;
 protected virtual Tensor Features(Tensor x) { var h = a.call(x); return cat(new[] { h, h }, -1); }
 public override Tensor forward(Tensor x) => head.call(Features(x)); }
class BaseR : Module<Tensor, Tensor> { readonly Linear a = Linear(10, 32), head = Linear(64, 2);
 protected BaseR(string n) : base(n) { RegisterComponents(); }
 // double the features in what inherits
 protected virtual Tensor Features(Tensor x) => x;
 public override Tensor forward(Tensor x) => head.call(Features(a.call(x))); }
class DerR : BaseR { public DerR() : base("d") { } protected override Tensor Features(Tensor x) => cat(new[] { x, -x }, -1); }
class CaseA : Module<Tensor, Tensor> { readonly AdaptiveAvgPool1d p = AdaptiveAvgPool1d(64); readonly LSTM l = LSTM(8, 128, batchFirst: true); readonly Linear o = Linear(64, 2); public CaseA() : base("c") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(p.call(l.call(x).Item1.mean(new long[] { 1 }))); }
class CaseB : Module<Tensor, Tensor> { readonly Conv1d c = Conv1d(1, 128, 9); readonly Linear o = Linear(64, 2); public CaseB() : base("c") { RegisterComponents(); }
 public override Tensor forward(Tensor x) => o.call(functional.max_pool1d(c.call(x).mean(new long[] { -1 }), 2)); }
class CaseC : Module<Tensor, Tensor> { readonly Conv3d c = Conv3d(1, 8, 3, padding: 1); public CaseC() : base("c") { RegisterComponents(); }
 public override Tensor forward(Tensor vol) { var f = c.call(vol); return f.view(8, -1).mm(f.view(8, -1).t()); } }
class CaseD : Module<Tensor, Tensor> { readonly Conv3d c = Conv3d(1, 8, 3, padding: 1), o = Conv3d(8, 1, 1); public CaseD() : base("c") { RegisterComponents(); }
 public override Tensor forward(Tensor vol) { var m = o.call(c.call(vol).relu()).squeeze(0); return m.permute(2, 1, 0); } }
