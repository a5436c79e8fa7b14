using System; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
using System.Collections.Generic; using System.Linq;
// base with virtual pieces, never instantiated itself
class BaseNet : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> enc; readonly Linear head;
 protected BaseNet(string n) : base(n) { enc = MakeEncoder(); head = Linear(FeatureSize, 10); RegisterComponents(); }
 protected virtual long FeatureSize => 64;
 protected virtual Module<Tensor, Tensor> MakeEncoder() => Identity();
 public override Tensor forward(Tensor x) => head.call(enc.call(x).flatten(1)); }
class BaseNet2 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> enc; readonly Linear head;
 protected BaseNet2(string n) : base(n) { enc = MakeEncoder(); head = Linear(FeatureSize, 10); RegisterComponents(); }
 protected virtual long FeatureSize => 0;
 protected virtual Module<Tensor, Tensor> MakeEncoder() => Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten());
 public override Tensor forward(Tensor x) => head.call(enc.call(x)); }
class BaseNet3 : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> enc; readonly Linear head;
 protected BaseNet3(string n) : base(n) { enc = MakeEncoder(); head = Linear(64, 10); RegisterComponents(); }
 protected virtual Module<Tensor, Tensor> MakeEncoder() => Sequential(Conv2d(3, 32, 3), BatchNorm2d(32), AdaptiveAvgPool2d(1), Flatten());
 public override Tensor forward(Tensor x) => head.call(enc.call(x)); }
class Derived3 : BaseNet3 { public Derived3() : base("d") { } protected override Module<Tensor, Tensor> MakeEncoder() => Sequential(Conv2d(1, 64, 3), AdaptiveAvgPool2d(1), Flatten()); }
class BaseNet4 : Module<Tensor, Tensor> { readonly Linear a, b; protected virtual int Width { get; } = 16;
 public BaseNet4(string n) : base(n) { a = Linear(10, Width); b = Linear(32, 2); RegisterComponents(); }
 public override Tensor forward(Tensor x) => b.call(a.call(x)); }
class Derived4 : BaseNet4 { public Derived4() : base("d") { } protected override int Width => 32; }
// alias mutation
class AliasNet : Module<Tensor, Tensor> { private readonly Sequential _net; private readonly Linear _fc = Linear(20, 2);
 public AliasNet() : base("a") { _net = Sequential(Linear(5, 10), ReLU()); RegisterComponents(); }
 public void Extend() { var n = this._net; n.append(Linear(10, 20)); }
 public override Tensor forward(Tensor x) => _fc.call(_net.call(x)); }
static class Ext { public static void AddTail(Sequential s, long i, long o) { s.append(Linear(i, o)); } }
class AliasNet2 : Module<Tensor, Tensor> { private readonly Sequential _net; private readonly Linear _fc = Linear(20, 2);
 public AliasNet2() : base("a") { _net = Sequential(Linear(5, 10), ReLU()); RegisterComponents(); }
 public void Extend() { Ext.AddTail(_net, 10, 20); }
 public override Tensor forward(Tensor x) => _fc.call(_net.call(x)); }
class AliasNet3 : Module<Tensor, Tensor> { private readonly Sequential _net; private readonly Linear _fc = Linear(20, 2);
 public Sequential Features => _net;
 public AliasNet3() : base("a") { _net = Sequential(Linear(5, 10), ReLU()); RegisterComponents(); }
 public override Tensor forward(Tensor x) => _fc.call(_net.call(x)); }
static class UseAlias { public static Tensor Go() { var m = new AliasNet3(); m.Features.append(Linear(10, 20)); return m.call(zeros(2, 5)); } }
class AliasNet5 : Module<Tensor, Tensor> { private readonly Sequential _net; private readonly Linear _fc = Linear(20, 2);
 public AliasNet5() : base("a") { _net = Sequential(Linear(5, 10), ReLU()); RegisterComponents(); }
 public AliasNet5 With(Module<Tensor, Tensor> m) { (_net as Sequential).append(m); return this; }
 public override Tensor forward(Tensor x) => _fc.call(_net.call(x)); }
// primary ctor mutated
class Holder : Module<Tensor, Tensor> { private Linear _fc = Linear(10, 20); readonly Linear _out = Linear(30, 2);
 public Holder() : base("h") { RegisterComponents(); }
 class Surgeon { public Surgeon(Holder h) { h._fc = Linear(10, 30); } }
 public static Holder Make() { var h = new Holder(); new Surgeon(h); return h; }
 public override Tensor forward(Tensor x) => _out.call(_fc.call(x)); }
class Holder2 : Module<Tensor, Tensor> { private Linear _fc = Linear(10, 20); readonly Linear _out = Linear(30, 2);
 public Holder2() : base("h") { RegisterComponents(); }
 public Holder2(Holder2 other, int w) : this() { other._fc = Linear(10, 30); _fc = Linear(10, 30); }
 public override Tensor forward(Tensor x) => _out.call(_fc.call(x)); }
class InitLater : Module<Tensor, Tensor> { private Linear _fc = null!; private readonly Linear _out = Linear(30, 2);
 public InitLater() : base("h") { Build(10); RegisterComponents(); } void Build(int n) { _fc = Linear(n, 30); }
 public override Tensor forward(Tensor x) => _out.call(_fc.call(x)); }
class ActionInit : Module<Tensor, Tensor> { private Linear _fc = Linear(10, 20); private readonly Linear _out = Linear(30, 2);
 public ActionInit(Action<string>? log = null) : base("h") { Action build = () => _fc = Linear(10, 30); build(); RegisterComponents(); }
 public override Tensor forward(Tensor x) => _out.call(_fc.call(x)); }