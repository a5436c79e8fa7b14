using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class GoDetachInPlace {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        (w * w).sum().backward();
        w.detach_();
        w.add_(1);
        Console.WriteLine(w.sum().item<float>());
    }
}

public static class GoPretrained {
    public static void Main() {
        var emb = Embedding_from_pretrained(randn(10, 4));
        emb.weight[0].zero_();
        emb.weight.mul_(2);
        Console.WriteLine(emb.call(tensor(new long[] { 0, 1 })).sum().item<float>());
    }
}

public static class GoFreezeNullConditional {
    public static void Main() {
        var lin = Linear(3, 2, hasBias: true);
        lin.bias?.requires_grad_(false);
        lin.bias.zero_();
        Console.WriteLine(lin.call(ones(1, 3)).shape[1]);
    }
}

public static class GoFreezeTuple {
    public static void Main() {
        var a = new Parameter(zeros(3)); var b = new Parameter(zeros(3));
        (a.requires_grad, b.requires_grad) = (false, false);
        a.add_(1); b.add_(1);
        Console.WriteLine((a + b).sum().item<float>());
    }
}

public static class GoFreezeMethodGroup {
    public static void Main() {
        var w = new Parameter(zeros(3));
        Func<bool, Tensor> setter = w.requires_grad_;
        setter(false);
        w.add_(1);
        Console.WriteLine(w.sum().item<float>());
    }
}

public static class GoMaskCopies {
    public static void Main() {
        var w = randn(5, 3, requires_grad: true);
        var picked = w[tensor(new long[] { 0, 2 })];
        picked.add_(1);
        w[w > 0].mul_(2);
        w.index_select(0, tensor(new long[] { 1 })).zero_();
        w[TensorIndex.Tensor(tensor(new long[] { 1, 1 })), TensorIndex.Ellipsis].fill_(3);
        w[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 0 }))].fill_(3);
        (w[w > 0].sum() + picked.sum()).backward();
    }
}

public static class GoContiguousCopies {
    public static void Main() {
        var w = randn(3, 4).t().requires_grad_();
        w.contiguous().add_(1);
        w.reshape(12).add_(1);
        w.flatten().mul_(2);
        var p = new Parameter(randn(3, 4).t());
        p.contiguous().add_(1);
        p.flatten().zero_();
    }
}

public static class GoReshapeOfView {
    public static void Main() {
        var w = new Parameter(randn(3, 4));
        var flat = w.t().reshape(12);
        flat.add_(1);
        w.t().contiguous().zero_();
        w.transpose(0, 1).flatten().mul_(2);
        w.expand(2, 3, 4).reshape(24).zero_();
        w.expand(2, 3, 4).contiguous().zero_();
    }
}

public static class GoLoad {
    public static void Main() {
        var f = System.IO.Path.GetTempFileName();
        var w = randn(3, requires_grad: true);
        w.save(f);
        var v = torch.load(f);
        (v * v).sum().backward();
        Console.WriteLine(v.grad.sum().item<float>());
        var u = Tensor.load(f);
        u.sum().backward();
    }
}

public static class GoBuffers {
    public static void Main() {
        var bn = BatchNorm2d(4);
        bn.running_mean.zero_();
        bn.running_var.fill_(1);
        bn.reset_running_stats();
        Console.WriteLine(bn.running_mean.sum().item<float>());
    }
}

public static class GoNoGradHelper {
    static void NoGrad(Action a) { using var _ = no_grad(); a(); }
    public static void Main() {
        var w = randn(3, requires_grad: true);
        for (var i = 0; i < 3; i++) {
            (w * w).sum().backward();
            NoGrad(() => { w.sub_(w.grad * 0.1f); w.grad.zero_(); });
        }
    }
}

public static class GoStepDelegate {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        Action step = () => w.mul_(0.9f);
        void Reset() => w.zero_();
        using (no_grad()) { step(); Reset(); }
        using (no_grad()) foreach (var a in new[] { step, Reset }) a();
    }
}

public static class GoForEachNoGrad {
    public static void Main() {
        var net = Sequential(Linear(3, 4), ReLU(), Linear(4, 1));
        net.call(randn(2, 3)).sum().backward();
        using (no_grad()) net.parameters().ToList().ForEach(p => { p.sub_(0.01f * p.grad); p.grad.zero_(); });
        var lin = Linear(2, 2);
        using (no_grad()) { Array.ForEach(new[] { lin.weight, lin.bias }, p => p.fill_(0.1f)); }
    }
}

public static class GoLazyNoGrad {
    public static void Main() {
        var w = randn(3, requires_grad: true); var v = randn(3, requires_grad: true);
        var q = new[] { w, v }.Select(p => p.zero_());
        using (no_grad()) Console.WriteLine(q.Count() + q.ToList().Count);
    }
}

public static class GoIteratorNoGrad {
    static IEnumerable<float> Steps(Tensor w) {
        for (var i = 0; i < 3; i++) { w.mul_(0.5f); yield return w.sum().item<float>(); }
    }
    public static void Main() {
        var steps = Steps(new Parameter(ones(3)));
        using (no_grad()) foreach (var s in steps) Console.WriteLine(s);
    }
}

public static class GoGuardVariable {
    public static void Main() {
        var w = new Parameter(ones(3));
        var guard = no_grad();
        try { w.add_(1); } finally { guard.Dispose(); }
        w.sum().backward();
    }
}

public static class GoGuardFactory {
    sealed class Ctx { public IDisposable Frozen() { return torch.no_grad(); } public static IDisposable Inf => torch.inference_mode(); }
    public static void Main() {
        var w = new Parameter(ones(3));
        using (new Ctx().Frozen()) w.add_(1);
        w.sum().backward();
    }
}

public static class GoGuardBaseClass {
    abstract class Optim { public void step() { using (no_grad()) update(); } protected abstract void update(); }
    sealed class Sgd : Optim { readonly List<Parameter> ps; public Sgd(IEnumerable<Parameter> p) { ps = p.ToList(); }
        protected override void update() { foreach (var p in ps) if (p.grad is not null) p.sub_(0.1f * p.grad); } }
    public static void Main() {
        var l = Linear(2, 1);
        var o = new Sgd(l.parameters());
        l.call(ones(1, 2)).sum().backward();
        o.step();
    }
}

public static class GoSetGrad {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        set_grad_enabled(false);
        w.add_(1);
        set_grad_enabled(true);
        w.sum().backward();
    }
}

public static class GoEnableInside {
    public static void Main() {
        using (no_grad()) {
            var w = randn(3, requires_grad: true);
            w.mul_(0.1f);
            using (enable_grad()) { var l = (w * w).sum(); l.backward(); }
            w.sub_(w.grad);
        }
    }
}

public static class GoInit {
    public static void Main() {
        var l = Linear(3, 3);
        init.xavier_uniform_(l.weight); init.zeros_(l.bias); init.constant_(l.weight, 2); init.kaiming_normal_(l.weight);
        init.eye_(l.weight); init.orthogonal_(l.weight);
        l.weight.detach().fill_(1);
        using (var d = l.weight.detach()) d[0, 0] = 5;
        l.weight = new Parameter(ones(3, 3), requires_grad: false);
        l.weight.add_(1);
    }
}

public static class GoReplacedWeight {
    public static void Main() {
        var l = Linear(3, 3, hasBias: false);
        var frozen = new Parameter(zeros(3, 3), false);
        l.weight = frozen;
        l.weight[0, 0] = 1;
        frozen.fill_(2);
    }
}

public static class GoOwnTotal {
    sealed class Meter {
        private readonly Tensor total = zeros(1);
        private Tensor sum = zeros(1);
        public void Add(Tensor l) { total.add_(l); sum = sum + l; }
        public void Finish() { total.backward(retain_graph: true); sum.backward(); }
    }
    public static void Main() {
        var l = Linear(1, 1); var m = new Meter();
        for (var i = 0; i < 3; i++) m.Add(l.call(ones(1, 1)).reshape(1));
        m.Finish();
        Console.WriteLine(l.weight.grad.sum().item<float>());
    }
}

public static class GoStaticTotal {
    static readonly Tensor Total = zeros(1);
    static void Add(Tensor l) => Total.add_(l);
    static void Finish() => Total.sum().backward();
    public static void Main() {
        Add(randn(1, requires_grad: true) * 2);
        Finish();
    }
}

public static class GoForEachTotal {
    public static void Main() {
        var losses = Enumerable.Range(0, 3).Select(i => randn(1, requires_grad: true) * i).ToList();
        var total = zeros(1);
        losses.ForEach(l => total.add_(l));
        total.backward();
        var t2 = zeros(1);
        foreach (var l in losses) t2 += l * 2;
        t2.backward();
        losses.Aggregate(zeros(1), (a, l) => a + l * 3).backward();
    }
}

public static class GoOutBuffer {
    static void Fill(Tensor buf, Tensor src) { for (var i = 0; i < 3; i++) buf[i] = src * i; }
    public static void Main() {
        var p = new Parameter(ones(1));
        var buf = zeros(3);
        Fill(buf, p.squeeze());
        buf.sum().backward();
        var b2 = zeros(3); b2.index_put_(p * 2, TensorIndex.Tensor(tensor(new long[] { 1 })));
        b2.sum().backward();
        var b3 = zeros(3); b3[1..2].copy_(p * 2); b3.sum().backward();
        var b4 = zeros(2, 3); b4[0].add_(p.expand(3)); b4.sum().backward();
        var b5 = zeros(2, 3); var row = b5[1]; row.copy_(p.expand(3)); b5.mean().backward();
    }
}
