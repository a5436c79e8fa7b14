using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class LoUsingTensor {
    static float Loss(Tensor a) {
        using var d = a - 1;
        using (var sq = d * d) return sq.mean().item<float>();
    }
    public static void Main() { var a = ones(3); Console.WriteLine(Loss(a)); Console.WriteLine(a.sum().item<float>()); }
}

public static class LoShadowLocals {
    public static void Main() {
        for (var i = 0; i < 2; i++) { var x = ones(3); x.Dispose(); }
        { var x = ones(4); Console.WriteLine(x.sum().item<float>()); }
        Func<Tensor, float> f = x => x.sum().item<float>();
        Console.WriteLine(f(ones(2)));
    }
}

public static class LoViewSurvives {
    public static void Main() {
        var x = arange(6).reshape(2, 3);
        var v = x.view(6);
        var row = x[0];
        x.Dispose();
        Console.WriteLine(v.sum().item<long>() + row.sum().item<long>());
    }
}

public static class LoTryCatch {
    public static void Main() {
        var x = ones(3);
        try { if (x.sum().item<float>() > 2) throw new InvalidOperationException("big"); x.Dispose(); }
        catch (InvalidOperationException) { Console.WriteLine(x.sum().item<float>()); }
    }
}

public static class LoSwap {
    public static void Main() {
        var cur = ones(3); var next = zeros(3);
        for (var i = 0; i < 3; i++) {
            var fresh = cur + next;
            cur.Dispose();
            (cur, next) = (next, fresh);
        }
        Console.WriteLine((cur + next).sum().item<float>());
    }
}

public static class LoFieldReset {
    sealed class Agent : IDisposable {
        private Tensor h = zeros(4);
        public void Reset() { h.Dispose(); h = zeros(4); }
        public float Act(Tensor x) { using var d = NewDisposeScope(); h = (h + x).tanh().MoveToOuterDisposeScope(); return h.sum().item<float>(); }
        public void Dispose() => h.Dispose();
    }
    public static void Main() { using var a = new Agent(); a.Act(ones(4)); a.Reset(); Console.WriteLine(a.Act(ones(4))); }
}

public static class LoIgnoredResult {
    static void Time(Func<Tensor> f) { for (var i = 0; i < 2; i++) f(); }
    public static void Main() {
        var net = Linear(3, 3); var x = ones(2, 3);
        Time(() => { using var d = NewDisposeScope(); return net.call(x); });
    }
}

public static class LoOwnScopeType {
    sealed class Timer : IDisposable { public void Dispose() { } }
    static class Prof { public static Timer NewDisposeScope() => new(); }
    public static void Main() {
        Tensor y;
        using (Prof.NewDisposeScope()) y = zeros(3);
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoSwitchScope {
    public static void Main() {
        Tensor y = null;
        foreach (var k in new[] { 0, 1 }) {
            switch (k) {
                case 0: { using var d = NewDisposeScope(); y = zeros(2); Console.WriteLine(y.sum().item<float>()); break; }
                default: y = ones(2); break;
            }
        }
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoFuncCapturedInScope {
    public static void Main() {
        Func<int, Tensor> make; Lazy<Tensor> lazy;
        using (NewDisposeScope()) {
            Tensor Local(int n) => ones(n);
            make = Local;
            lazy = new Lazy<Tensor>(() => zeros(3));
            Console.WriteLine(make(2).sum().item<float>());
        }
        Console.WriteLine(make(3).sum().item<float>() + lazy.Value.sum().item<float>());
    }
}

public static class LoTwoScopes {
    public static void Main() {
        using var outer = NewDisposeScope();
        Tensor best = null; var bestScore = float.NegativeInfinity;
        for (var i = 0; i < 4; i++) {
            using (var inner = NewDisposeScope()) {
                var cand = randn(3);
                var s = cand.sum().item<float>();
                if (s > bestScore) { best?.Dispose(); best = cand.MoveToOtherDisposeScope(outer); bestScore = s; }
            }
        }
        Console.WriteLine(best.sum().item<float>());
    }
}

public static class LoAsync {
    static async System.Threading.Tasks.Task<float> Eval(Tensor x) {
        await System.Threading.Tasks.Task.Yield();
        var y = x * 2;
        var r = y.sum().item<float>();
        y.Dispose();
        return r;
    }
    public static void Main() { var x = ones(3); Console.WriteLine(Eval(x).Result); Console.WriteLine(x.sum().item<float>()); x.Dispose(); }
}

public static class LoWrapScope {
    sealed class Scope : IDisposable {
        readonly DisposeScope inner; readonly List<Tensor> keep = new();
        public Scope(DisposeScope d) { inner = d; }
        public Tensor Keep(Tensor t) { keep.Add(t); return t; }
        public void Dispose() { foreach (var t in keep) inner.MoveToOuter(t); inner.Dispose(); }
    }
    public static void Main() {
        Tensor y;
        using (var s = new Scope(NewDisposeScope())) {
            y = s.Keep(ones(3) * 2);
        }
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LoGan {
    public static void Main() {
        var g = Linear(2, 3); var dnet = Linear(3, 1);
        var og = optim.Adam(g.parameters()); var od = optim.Adam(dnet.parameters());
        for (var i = 0; i < 2; i++) {
            using var scope = NewDisposeScope();
            var fake = g.call(randn(4, 2));
            var detached = fake.detach();
            od.zero_grad(); (dnet.call(detached).mean() - dnet.call(randn(4, 3)).mean()).backward(); od.step();
            detached.Dispose();
            og.zero_grad(); (-dnet.call(fake)).mean().backward(); og.step();
            fake.Dispose();
        }
        Console.WriteLine(g.weight.grad.sum().item<float>());
    }
}

public static class LoGoto {
    public static void Main() {
        var x = ones(3); var n = 0;
    again:
        Console.WriteLine(x.sum().item<float>());
        x.Dispose();
        if (n++ < 2) { x = ones(3); goto again; }
    }
}

public static class LoOnceLoop {
    static int calls;
    static bool Done() => ++calls > 0;
    public static void Main() {
        var x = ones(3);
        while (true) {
            Console.WriteLine(x.sum().item<float>());
            x.Dispose();
            if (Done()) break;
        }
    }
}

public static class LoEpochsOne {
    static void Train(int epochs) {
        var x = ones(3);
        for (var e = 0; e < epochs; e++) {
            Console.WriteLine(x.sum().item<float>());
            x.Dispose();
        }
    }
    public static void Main() => Train(1);
}

public static class LoListOnce {
    public static void Main() {
        var todo = new Queue<Tensor>(); todo.Enqueue(ones(3));
        var buf = zeros(3);
        while (todo.Count > 0) {
            var t = todo.Dequeue();
            Console.WriteLine((t + buf).sum().item<float>());
            buf.Dispose();
        }
    }
}

public static class LoEmptyAccumulate {
    static float Total(IEnumerable<Tensor> xs) {
        var total = zeros(1);
        foreach (var x in xs) { using var d = NewDisposeScope(); total = total + x.sum(); }
        return total.item<float>();
    }
    public static void Main() => Console.WriteLine(Total(new List<Tensor>()));
}

public static class LoTryReload {
    static Tensor Load(string f) => throw new System.IO.FileNotFoundException(f);
    public static void Main() {
        var x = ones(3);
        x.Dispose();
        try { x = Load("a"); } catch (System.IO.IOException) { x = zeros(3); }
        Console.WriteLine(x.sum().item<float>());
    }
}

public static class LoLambdaEnclosed {
    public static void Main() {
        Tensor y = null;
        Action<Action> scoped = body => { using var d = NewDisposeScope(); body(); };
        var items = new List<Tensor>();
        scoped(() => { y = ones(3); items.Add(y.DetachFromDisposeScope()); });
        Console.WriteLine(items[0].sum().item<float>() + y.sum().item<float>());
    }
}

public static class LoHelperScopeMoves {
    static Tensor InScope(Func<Tensor> f) { using var d = NewDisposeScope(); return f().MoveToOuterDisposeScope(); }
    static (A, B) Both<A, B>(DisposeScope d, A a, B b) where A : IDisposable where B : IDisposable => d.MoveToOuter(a, b);
    static (Tensor, Tensor) Stats(Tensor x) {
        using var scope = NewDisposeScope();
        var m = x.mean();
        return Both(scope, m, x - m);
    }
    public static void Main() {
        var y = InScope(() => ones(3) * 2);
        var (m, c) = Stats(y);
        Console.WriteLine((m + c).sum().item<float>());
    }
}

public static class LoModelInScope {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Linear a = Linear(3, 3);
        public Tensor Last;
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) { Last?.Dispose(); Last = a.call(x).DetachFromDisposeScope(); return Last.relu(); }
    }
    public static void Main() {
        var net = new Net();
        for (var i = 0; i < 2; i++) { using var d = NewDisposeScope(); net.call(ones(1, 3)); }
        Console.WriteLine(net.Last.sum().item<float>());
    }
}

public static class LoDisposedThenGuarded {
    static Tensor Get(Tensor t) => t.IsInvalid ? zeros(3) : t;
    public static void Main() {
        var x = ones(3);
        x.Dispose();
        var y = Get(x);
        Console.WriteLine(y.sum().item<float>());
        var z = x is { IsInvalid: false } ? x.sum() : zeros(1);
        Console.WriteLine(z.sum().item<float>());
        if (!x.IsInvalid && x.sum().item<float>() > 0) Console.WriteLine("no");
    }
}

public static class LoParamOwnership {
    sealed class Buf : IDisposable { Tensor t; public Buf(Tensor x) { t = x; } public Tensor Take() { var r = t; t = null; return r; } public void Dispose() => t?.Dispose(); }
    public static void Main() {
        Tensor r;
        using (var b = new Buf(ones(3))) { r = b.Take(); }
        Console.WriteLine(r.sum().item<float>());
    }
}
