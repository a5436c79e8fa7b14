using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class GbSgd {
    public static void Main() {
        var w = randn(3, requires_grad: true);
        for (var i = 0; i < 3; i++) {
            (w * w).sum().backward();
            w.sub_(w.grad * 0.1f); // BUG
        }
    }
}

public static class GbParametersLoop {
    public static void Main() {
        var net = Sequential(Linear(3, 4), ReLU(), Linear(4, 1));
        net.call(randn(2, 3)).sum().backward();
        foreach (var p in net.parameters())
            p.sub_(p.grad * 0.01f); // BUG
    }
}

public static class GbLinearParametersLoop {
    public static void Main() {
        var net = Linear(3, 1);
        foreach (var p in net.parameters()) p.zero_(); // BUG
    }
}

public static class GbNamed {
    public static void Main() {
        var net = Linear(3, 1);
        foreach (var (name, p) in net.named_parameters())
            if (name.EndsWith("weight")) p.normal_(0, 0.02); // BUG
    }
}

public static class GbField {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Parameter w = new(zeros(3));
        public Net() : base("n") { RegisterComponents(); w.uniform_(-1, 1); } // BUG
        public override Tensor forward(Tensor x) => x * w;
    }
    public static void Main() => new Net().call(ones(3));
}

public static class GbForwardCounter {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Parameter seen = new(zeros(1));
        public Net() : base("n") { RegisterComponents(); }
        public override Tensor forward(Tensor x) {
            seen.add_(1); // BUG
            return x * seen;
        }
    }
    public static void Main() => new Net().call(ones(3));
}

public static class GbEma {
    public static void Main() {
        var a = Linear(2, 2); var b = Linear(2, 2);
        a.weight.mul_(0.9f).add_(b.weight * 0.1f); // BUG
    }
}

public static class GbCopy {
    public static void Main() {
        var a = Linear(2, 2); var b = Linear(2, 2);
        a.weight.copy_(b.weight); // BUG
    }
}

public static class GbRow {
    public static void Main() {
        var emb = Embedding(10, 4);
        emb.weight[0] = 0; // BUG
    }
}

public static class GbRowRange {
    public static void Main() {
        var l = Linear(4, 4);
        l.weight[0..2, ..].zero_(); // BUG
    }
}

public static class GbNoGradLoss {
    public static void Main() {
        var l = Linear(3, 1);
        Tensor loss;
        using (no_grad()) loss = l.call(ones(2, 3)).mean();
        loss.backward(); // BUG
    }
}

public static class GbNoGradEval {
    static Tensor Loss(Linear l, Tensor x) { using var _ = no_grad(); return l.call(x).pow(2).mean(); }
    public static void Main() {
        var l = Linear(3, 1);
        Loss(l, ones(2, 3)).backward(); // BUG
    }
}

public static class GbAccuracy {
    public static void Main() {
        var l = Linear(4, 3);
        var y = tensor(new long[] { 0, 1 });
        var acc = l.call(randn(2, 4)).argmax(1).eq(y).to(float32).mean();
        acc.backward(); // BUG
    }
}

public static class GbDetached {
    public static void Main() {
        var l = Linear(4, 1);
        var pred = l.call(randn(2, 4)).detach();
        var loss = functional.mse_loss(pred, zeros(2, 1));
        loss.backward(); // BUG
    }
}

public static class GbNewTensorFromItem {
    public static void Main() {
        var l = Linear(4, 1);
        var total = 0f;
        for (var i = 0; i < 3; i++) total += l.call(randn(2, 4)).mean().item<float>();
        var loss = tensor(total);
        loss.backward(); // BUG
    }
}

public static class GbNonScalar {
    public static void Main() {
        var l = Linear(4, 2);
        var loss = functional.cross_entropy(l.call(randn(8, 4)), zeros(8, dtype: int64), reduction: Reduction.None);
        loss.backward(); // BUG
    }
}

public static class GbListOfParams {
    public static void Main() {
        var ps = new List<Tensor> { randn(3, requires_grad: true), zeros(1, requires_grad: true) };
        ps[0].mul(ps[1]).sum().backward();
        for (var i = 0; i < ps.Count; i++) ps[i].sub_(0.1f * ps[i].grad); // BUG
    }
}

public static class GbArgmaxPolicy {
    public static void Main() {
        var policy = Linear(4, 2);
        var logits = policy.call(randn(8, 4));
        var action = logits.argmax(1);
        var loss = functional.mse_loss(action.to(float32), zeros(8));
        loss.backward(); // BUG
    }
}

public static class GbCompoundAfterView {
    public static void Main() {
        var w = new Parameter(randn(2, 3));
        var flat = w.view(6);
        flat[0] = 1; // BUG
    }
}

public static class GbPlusEqualsInit {
    public static void Main() {
        using var scope = NewDisposeScope();
        var pos = zeros(4, 8, requires_grad: true);
        pos[.., 0] = arange(4).to(float32); // BUG
        Console.WriteLine(pos.sum().item<float>());
    }
}
