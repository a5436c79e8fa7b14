using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class GoAutogradFunction {
    sealed class Clip : autograd.SingleTensorFunction<Clip> {
        public override string Name => "Clip";
        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).sign();
        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor g) => new() { g };
    }
    public static void Main() {
        var w = randn(3, requires_grad: true);
        Clip.apply(w).sum().backward();
        Console.WriteLine(w.grad.sum().item<float>());
    }
}

public static class GoGradPenalty {
    public static void Main() {
        var d = Sequential(Linear(3, 4), Tanh(), Linear(4, 1));
        var real = zeros(2, 3); var fake = ones(2, 3);
        var eps = rand(2, 1);
        var x = (eps * real + (1 - eps) * fake).requires_grad_();
        var s = d.call(x);
        var g = autograd.grad(new List<Tensor> { s.sum() }, new List<Tensor> { x }, create_graph: true, retain_graph: true)[0];
        ((g.norm(dim: 1, p: 2f) - 1).pow(2)).mean().backward();
    }
}

public static class GoStraightThrough {
    public static void Main() {
        var w = randn(4, requires_grad: true);
        var q = w + (w.round() - w).detach();
        q.sum().backward();
        var hard = functional.one_hot(randn(2, 3).argmax(1), 3).to(float32);
        var soft = softmax(Linear(4, 3).call(randn(2, 4)), 1);
        (hard + soft - soft.detach()).sum().backward();
    }
}

public static class GoAccess {
    sealed class LoRA : Module<Tensor, Tensor> {
        private readonly Linear inner; private readonly Parameter a, b;
        public LoRA(Linear l, int r) : base("lora") {
            inner = l;
            foreach (var p in l.parameters()) p.requires_grad = false;
            a = new Parameter(randn(r, l.in_features)); b = new Parameter(zeros(l.out_features, r));
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => inner.call(x) + x.matmul(a.t()).matmul(b.t());
        public void Merge() { using (no_grad()) { inner.weight.add_(b.matmul(a)); b.zero_(); } }
        public void MergeFrozen() { inner.weight.add_(b.detach().matmul(a.detach())); }
    }
    public static void Main() {
        var m = new LoRA(Linear(4, 3), 2);
        m.call(randn(2, 4)).sum().backward();
        m.Merge(); m.MergeFrozen();
    }
}

public static class GoEma {
    static void Update(Module<Tensor, Tensor> target, Module<Tensor, Tensor> online, float tau) {
        foreach (var (t, o) in target.parameters().Zip(online.parameters())) t.detach().mul_(1 - tau).add_(o.detach() * tau);
    }
    public static void Main() {
        var a = Linear(2, 2); var b = Linear(2, 2);
        Update(a, b, 0.1f);
        using (no_grad()) foreach (var (t, o) in a.parameters().Zip(b.parameters())) t.lerp_(o, tensor(0.1f));
        using (inference_mode()) { var y = a.call(ones(1, 2)); y.add_(1); }
    }
}

public static class GoClip {
    public static void Main() {
        var l = Linear(3, 1);
        l.call(randn(2, 3)).sum().backward();
        nn.utils.clip_grad_norm_(l.parameters(), 1.0);
        foreach (var p in l.parameters()) p.grad.clamp_(-1, 1);
        l.weight.grad.mul_(0.5f);
        l.weight.grad[0].zero_();
        l.weight.grad.view(3).add_(1);
    }
}

public static class GoNonLeafInPlace {
    public static void Main() {
        var w = randn(3, 4, requires_grad: true);
        var h = w * 2;
        h.add_(1); h[0] = 0; h.view(12).mul_(2);
        functional.relu(h, inplace: true).sum().backward();
        var c = w.clone(); c[0] = 1; c.zero_();
        var e = w.exp(); e[.., 0].add_(1);
        var d = w.detach().clone(); d[0, 0] = 3; d.requires_grad_(); (d * 2).sum().backward();
    }
}

public static class GoParameterFlag {
    sealed class Pos : Module<Tensor, Tensor> {
        readonly Parameter w;
        public Pos(bool learned) : base("pos") {
            w = new Parameter(zeros(4), requires_grad: learned);
            if (!learned) w.fill_(0.5f);
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) => x + w;
    }
    public static void Main() {
        Console.WriteLine(new Pos(false).call(ones(4)).sum().item<float>());
        new Pos(true).call(ones(4)).sum().backward();
    }
}

public static class GoRequiresFlag {
    static Tensor Make(bool grad) => zeros(3, requires_grad: grad);
    static Tensor Make2(int n, bool train) { var t = train ? randn(n, requires_grad: true) : zeros(n); return t; }
    public static void Main() {
        Make(false).add_(1);
        Make(true).sum().backward();
        Make2(3, false).add_(1);
        Make2(3, true).sum().backward();
        const bool yes = true;
        ones(3, requires_grad: yes).sum().backward();
        rand(new long[] { 3 }, float32, CPU, true).sum().backward();
        tensor(new[] { 1f, 2f }, float32, CPU, true).sum().backward();
        zeros_like(ones(3), requires_grad: true).sum().backward();
        ones(3).new_zeros(new long[] { 3 }, requires_grad: true).sum().backward();
        from_array(new float[] { 1, 2 }).requires_grad_().sum().backward();
    }
}

public static class GoVectorParams {
    public static void Main() {
        var l = Linear(2, 2);
        var v = nn.utils.parameters_to_vector(l.parameters());
        v.pow(2).sum().backward();
        var l2 = zeros(1);
        foreach (var p in l.parameters()) l2 = l2 + p.pow(2).sum();
        l2.backward();
        Tensor reg = zeros(1);
        l.parameters().ToList().ForEach(p => reg += p.abs().sum());
        reg.backward();
    }
}

public static class GoRegister {
    sealed class M : Module<Tensor, Tensor> {
        public M() : base("m") {
            register_parameter("w", new Parameter(zeros(3)));
            register_buffer("steps", zeros(1));
            RegisterComponents();
        }
        public override Tensor forward(Tensor x) { get_buffer("steps").add_(1); return x * get_parameter("w"); }
    }
    public static void Main() { var m = new M(); m.call(ones(3)).sum().backward(); Console.WriteLine(m.get_buffer("steps").item<float>()); }
}

public static class GoInPlaceInput {
    public static void Main() {
        var x = randn(2, 3);
        functional.relu(x, inplace: true);
        x.requires_grad = true;
        var l = ReLU(inplace: false).call(x);
        (l + x).sum().backward();
        x.grad.zero_();
        var y = x.detach().requires_grad_(false);
        y.add_(1);
    }
}

public static class GoConditionalLoss {
    public static void Main() {
        var l = Linear(2, 1); var loss = zeros(1); var n = 0;
        foreach (var k in Enumerable.Range(0, 4)) {
            if (k % 2 == 0) continue;
            loss += l.call(ones(1, 2)).mean(); n++;
        }
        if (n > 0) (loss / n).sum().backward();
        Tensor acc = null;
        for (var i = 0; i < 3; i++) acc = acc is null ? l.call(ones(1, 2)) : acc + l.call(ones(1, 2));
        acc.sum().backward();
        var policy = new List<Tensor>();
        for (var t = 0; t < 3; t++) policy.Add(functional.log_softmax(Linear(2, 2).call(ones(2)), 0)[t % 2] * -1f);
        stack(policy).sum().backward();
    }
}

public static class GoWhereMask {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        where(w > 0, w, zeros(3)).sum().backward();
        w.masked_fill(w > 0, 0).sum().backward();
        (zeros(3) + w.sum() * 0).sum().backward();
        cat(new[] { zeros(3), w }).sum().backward();
        (w.to(float64).to(float32) * (w > 0).to(float32)).sum().backward();
        zeros(3).scatter_add(0, tensor(new long[] { 0, 0, 1 }), w).sum().backward();
        var m = zeros(3, 3); m.diagonal().copy_(w); m.sum().backward();
    }
}

public static class GoDropoutEval {
    public static void Main() {
        var w = new Parameter(randn(3, 3));
        var y = functional.dropout(w, 0.5, training: false, inplace: true);
        y.sum().backward();
    }
}

public static class GoEluInplace {
    public static void Main() {
        var w = new Parameter(randn(3, 3));
        functional.elu(w, 1.0, inplace: true).sum().backward();
    }
}

public static class GoRename {
    public static void Main() {
        var w = randn(3, 3, requires_grad: true);
        w.rename_(new[] { "N", "C" });
        w.sum().backward();
    }
}

public static class GoGuardRequiresGrad {
    static void Fill(Tensor t, float v) {
        if (t.requires_grad) { using (no_grad()) t.fill_(v); }
        else t.fill_(v);
    }
    public static void Main() {
        var w = randn(3, requires_grad: true);
        Fill(w, 1); Fill(zeros(3), 2);
        if (!w.requires_grad) w.add_(1);
        if (!w.is_leaf) w.mul_(2);
    }
}

public static class GoGuardFillPlain {
    static void Scale(Parameter p) { if (!p.requires_grad) p.mul_(2); }
    public static void Main() {
        var p = new Parameter(ones(3));
        Scale(p);
        if (!p.requires_grad) p.add_(1);
    }
}

public static class GoGuardGradMode {
    public static void Main() {
        var p = new Parameter(ones(3));
        if (!is_grad_enabled()) p.add_(1);
        if (is_grad_enabled()) { (p * 2).sum().backward(); } else p.mul_(2);
    }
}

public static class GoGuardBackward {
    static float Step(Tensor loss) { if (loss.requires_grad) loss.backward(); return loss.item<float>(); }
    public static void Main() {
        var l = Linear(2, 1);
        Console.WriteLine(Step(l.call(ones(1, 2)).sum()) + Step(zeros(1)));
        var acc = l.call(randn(4, 2)).argmax(1).to(float32).mean();
        if (acc.requires_grad) acc.backward();
        if (acc.grad_fn_name() != "") acc.backward();
    }
    static string grad_fn_name(this Tensor t) => t.requires_grad ? "x" : "";
}

public static class GoGuardFlagCorrelated {
    static void Update(Parameter w, bool inference) {
        IDisposable g = null;
        if (inference) g = no_grad();
        try { if (inference) w.add_(1); else (w * 1).sum().backward(); } finally { g?.Dispose(); }
    }
    public static void Main() { var w = new Parameter(ones(3)); Update(w, true); Update(w, false); }
}

public static class GoExpectThrow {
    static bool Throws(Action a) { try { a(); return false; } catch (Exception) { return true; } }
    public static void Main() {
        var w = randn(3, requires_grad: true);
        Console.WriteLine(Throws(() => w.add_(1)));
        Console.WriteLine(Throws(() => zeros(1).backward()));
    }
}

public static class GoParallel {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        var t = new System.Threading.Thread(() => { using (no_grad()) w.add_(1); });
        t.Start(); t.Join();
        System.Threading.Tasks.Task.Run(() => { using var g = no_grad(); w.mul_(2); }).Wait();
    }
}

public static class GoLocalScopeNoGradDecl {
    public static void Main() {
        var l = Linear(2, 2);
        {
            using var _ = no_grad();
            foreach (var p in new[] { l.weight, l.bias }) p.uniform_(-0.1, 0.1);
            void Deep() { l.weight.add_(1); }
            Deep();
        }
        switch (l.weight.shape[0]) { case 2: using (no_grad()) { l.bias.zero_(); } break; }
    }
}

public static class GoStatic {
    static readonly Parameter W = Make();
    static Parameter Make() { using (no_grad()) { var p = new Parameter(zeros(3)); p.fill_(2); return p; } }
    static Tensor Buf = zeros(3);
    static void Set(Tensor t) => Buf = t;
    public static void Main() { Set(W * 2); Buf.sum().backward(); Console.WriteLine(W.grad.sum().item<float>()); }
}
