using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class LoExtensionKeeps {
    static Tensor Keep(Tensor t) => t.MoveToOuterDisposeScope();
    public static void Main() {
        Tensor y;
        using (NewDisposeScope()) {
            y = zeros(3);
            Keep(y);
        }
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoScopePassed {
    sealed class Bag { public Tensor Best; public void Save(DisposeScope d, Tensor t) { d.MoveToOuter(t); Best = t; } }
    public static void Main() {
        var bag = new Bag();
        Tensor best = null;
        using (var d = NewDisposeScope()) {
            best = randn(4, 4);
            bag.Save(d, best);
        }
        Console.WriteLine((best + bag.Best).sum().item<float>());
    }
}

public static class LoConditionalScope {
    static Tensor Forward(Tensor x, bool training) {
        using var d = training ? null : NewDisposeScope();
        var y = x.relu() + 1;
        return y;
    }
    public static void Main() {
        var y = Forward(randn(3), true);
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoConditionalScopeLocal {
    public static void Main() {
        var debug = Environment.GetEnvironmentVariable("SHG_NOPE") != null;
        Tensor y;
        using (debug ? NewDisposeScope() : null) {
            y = zeros(2, 3);
        }
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoRecursion {
    static float Sum(Tensor t, int depth) {
        var s = t.sum().item<float>();
        using var d = NewDisposeScope();
        var half = t * 0.5f;
        return depth == 0 ? s : s + Sum(half, depth - 1);
    }
    public static void Main() => Console.WriteLine(Sum(ones(3), 3));
}

public static class LoLazyLinq {
    public static void Main() {
        var xs = new[] { ones(2), zeros(2) };
        IEnumerable<Tensor> q;
        using (NewDisposeScope()) {
            q = xs.Select(x => x + 1);
        }
        foreach (var t in q) Console.WriteLine(t.sum().item<float>());
        Console.WriteLine(q.First().sum().item<float>());
    }
}

public static class LoIterator {
    static IEnumerable<Tensor> Batches(Tensor x) {
        for (var i = 0; i < 3; i++) {
            using var d = NewDisposeScope();
            var b = x[i] * 2;
            yield return b;
        }
    }
    public static void Main() {
        foreach (var b in Batches(randn(3, 4))) Console.WriteLine(b.sum().item<float>());
    }
}

public static class LoFinally {
    static Tensor Twice(Tensor x) {
        var tmp = x * 2;
        try { return tmp + 0; }
        finally { tmp.Dispose(); }
    }
    public static void Main() => Console.WriteLine(Twice(ones(2)).sum().item<float>());
}

public static class LoHiddenState {
    public static void Main() {
        var cell = GRUCell(4, 8);
        var h = zeros(2, 8);
        for (var t = 0; t < 4; t++) {
            using var d = NewDisposeScope();
            var next = cell.call(randn(2, 4), h);
            h.Dispose();
            h = next.MoveToOuterDisposeScope();
        }
        Console.WriteLine(h.sum().item<float>());
    }
}

public static class LoLambdaDisposesLater {
    public static void Main() {
        var x = randn(3);
        Action free = () => x.Dispose();
        Console.WriteLine(x.sum().item<float>());
        free();
    }
}

public static class LoLambdaReassigns {
    public static void Main() {
        var x = randn(3);
        void Reset() { x = ones(3); }
        x.Dispose();
        Reset();
        Console.WriteLine(x.sum().item<float>());
    }
}

public static class LoRefRefill {
    static void Refill(ref Tensor t) => t = ones(4);
    public static void Main() {
        var x = randn(3);
        x.Dispose();
        Refill(ref x);
        Console.WriteLine(x.sum().item<float>());
        x.Dispose();
        System.Threading.Interlocked.Exchange(ref x, zeros(2));
        Console.WriteLine(x.sum().item<float>());
    }
}

public static class LoCorrelated {
    static float F(Tensor x, bool last) {
        if (last) x.Dispose();
        return last ? 0f : x.sum().item<float>();
    }
    public static void Main() => Console.WriteLine(F(ones(3), false) + F(ones(3), true));
}

public static class LoCorrelatedConst {
    static readonly bool Fast = true;
    public static void Main() {
        var x = ones(3);
        if (!Fast) x.Dispose();
        if (Fast) Console.WriteLine(x.sum().item<float>());
    }
}

public static class LoParameterWeightSetter {
    public static void Main() {
        var lin = Linear(3, 2);
        Parameter p;
        using (NewDisposeScope()) {
            p = new Parameter(randn(2, 3));
            lin.weight = p;
        }
        Console.WriteLine(p.shape[0] + lin.call(ones(1, 3)).sum().item<float>());
        Console.WriteLine((p * 2).sum().item<float>());
    }
}

public static class LoNetInScope {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Parameter scale = new(ones(3));
        private readonly Module<Tensor, Tensor> lin = Linear(3, 3);
        public Net() : base("net") => RegisterComponents();
        public override Tensor forward(Tensor x) => lin.call(x) * scale;
    }
    public static void Main() {
        Net net;
        using (NewDisposeScope()) { net = new Net(); foreach (var p in net.parameters()) p.DetachFromDisposeScope(); }
        Console.WriteLine(net.call(ones(2, 3)).sum().item<float>());
    }
}

public static class LoLinearInScope {
    public static void Main() {
        Linear l;
        using (NewDisposeScope()) l = Linear(3, 2);
        Console.WriteLine(l.weight.sum().item<float>());
    }
}

public static class LoTaskThread {
    public static void Main() {
        Tensor y = null;
        using (NewDisposeScope()) {
            var t = new System.Threading.Thread(() => { y = zeros(3); });
            t.Start(); t.Join();
        }
        Console.WriteLine(y.sum().item<float>());
        Tensor z;
        using (NewDisposeScope()) z = System.Threading.Tasks.Task.Run(() => ones(3)).Result;
        Console.WriteLine(z.sum().item<float>());
    }
}

public static class LoSameBack {
    static Tensor Normalize(Tensor t) => t.div_(2);
    sealed class Pass : Module<Tensor, Tensor> { public Pass() : base("p") { } public override Tensor forward(Tensor x) => x; }
    public static void Main() {
        var x = ones(3);
        Tensor y, z, u, v;
        using (NewDisposeScope()) {
            y = Normalize(x);
            z = new Pass().call(x);
            u = x.with_requires_grad(false);
            v = init.zeros_(x);
        }
        Console.WriteLine((y + z + u + v).sum().item<float>());
    }
}

public static class LoPureQuestions {
    public static void Main() {
        var x = ones(3);
        x.Dispose();
        if (x is null) return;
        Console.WriteLine(x.IsInvalid);
        Console.WriteLine(x.GetHashCode());
        Console.WriteLine(ReferenceEquals(x, null));
        x.Dispose();
        GC.KeepAlive(x);
        var seen = new HashSet<int> { x.GetHashCode() };
        Console.WriteLine(x.name + seen.Count + x.GetType());
    }
}

public static class LoNullOp {
    public static void Main() {
        var x = ones(3);
        x.Dispose();
        Console.WriteLine((x == null).item<bool>());
    }
}

public static class LoLoopBreak {
    public static void Main() {
        var x = ones(3);
        while (true) {
            var s = x.sum().item<float>();
            if (s > 1) { x.Dispose(); break; }
            x = x * 2;
        }
        for (var i = 0; i < 2; i++) {
            x = ones(3) * i;
            Console.WriteLine(x.sum().item<float>());
            x.Dispose();
        }
    }
}

public static class LoEma {
    public static void Main() {
        var net = Linear(4, 4);
        var shadow = net.state_dict().ToDictionary(p => p.Key, p => p.Value.clone().detach());
        for (var step = 0; step < 3; step++) {
            using var d = NewDisposeScope();
            using (no_grad())
                foreach (var (name, p) in net.named_parameters())
                    shadow[name].mul_(0.9f).add_(p * 0.1f);
        }
        foreach (var (_, s) in shadow) Console.WriteLine(s.sum().item<float>());
    }
}

public static class LoDetachedList {
    public static void Main() {
        var kept = new List<Tensor>();
        using (var d = NewDisposeScope()) {
            for (var i = 0; i < 3; i++) {
                var t = randn(2) + i;
                kept.Add(t);
            }
            foreach (var t in kept) t.DetachFromDisposeScope();
        }
        Console.WriteLine(stack(kept).sum().item<float>());
    }
}

public static class LoKeepAllHelper {
    static void KeepAll(params Tensor[] ts) { foreach (var t in ts) t.DetachFromDisposeScope(); }
    static (Tensor, Tensor) Moments(Tensor x) {
        using var _ = NewDisposeScope();
        var m = x.mean();
        var v = x.var();
        KeepAll(m, v);
        return (m, v);
    }
    public static void Main() {
        var (m, v) = Moments(randn(10));
        Console.WriteLine(m.item<float>() + v.item<float>());
    }
}

public static class LoReturnThroughHelper {
    static T Out<T>(T t) where T : IDisposable { (t as Tensor)?.MoveToOuterDisposeScope(); return t; }
    static Tensor Score(Tensor x) {
        using var scope = torch.NewDisposeScope();
        var a = x.exp();
        return Out(a / a.sum());
    }
    public static void Main() => Console.WriteLine(Score(randn(5)).sum().item<float>());
}
