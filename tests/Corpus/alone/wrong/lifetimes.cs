using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class LbUsingReturned {
    static Tensor Loss(Tensor a, Tensor b) {
        using var d = a - b;
        using var sq = d * d;
        return sq; // BUG
    }
    public static void Main() {
        var l = Loss(ones(3), zeros(3));
        Console.WriteLine(l.sum().item<float>());
    }
}

public static class LbUsingBlockReturned {
    static Tensor Mean(Tensor a) {
        using (var m = a.mean()) return m; // BUG
    }
    public static void Main() => Console.WriteLine(Mean(ones(3)).item<float>());
}

public static class LbList {
    public static void Main() {
        var losses = new List<Tensor>();
        for (var i = 0; i < 3; i++) {
            using var d = NewDisposeScope();
            var loss = randn(4).mean();
            losses.Add(loss);
        }
        Console.WriteLine(stack(losses).mean().item<float>()); // BUG
    }
}

public static class LbLoopDispose {
    public static void Main() {
        var w = ones(3);
        for (var i = 0; i < 3; i++) {
            Console.WriteLine((w * i).sum().item<float>()); // BUG
            w.Dispose();
        }
    }
}

public static class LbTuple {
    static (Tensor mean, Tensor std) Stats(Tensor x) {
        using var d = NewDisposeScope();
        return (x.mean(), x.std()); // BUG
    }
    public static void Main() {
        var (m, s) = Stats(randn(10));
        Console.WriteLine(m.item<float>() + s.item<float>());
    }
}

public static class LbForward {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> a = Linear(4, 8), b = Linear(8, 2);
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            using var h = a.call(x).relu();
            using var y = b.call(h);
            return y; // BUG
        }
    }
    public static void Main() {
        var y = new Net().call(randn(2, 4));
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LbForwardScope {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> a = Linear(4, 8), b = Linear(8, 2);
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            using (var scope = torch.NewDisposeScope()) {
                var h = a.call(x).relu();
                var y = b.call(h);
                return y; // BUG
            }
        }
    }
    public static void Main() {
        var y = new Net().call(randn(2, 4));
        Console.WriteLine(y.sum().item<float>());
    }
}

public static class LbEval {
    public static void Main() {
        Tensor pred = null;
        using (no_grad())
        using (NewDisposeScope()) {
            pred = Linear(4, 2).call(randn(3, 4)).argmax(1);
        }
        Console.WriteLine(pred.sum().item<long>()); // BUG
    }
}

public static class LbPrint {
    public static void Main() {
        var loss = ones(3).mean();
        loss.Dispose();
        Console.WriteLine($"loss {loss.item<float>()}"); // BUG
    }
}

public static class LbMoveDisposed {
    public static void Main() {
        Tensor y;
        using (NewDisposeScope()) { y = ones(3) + 1; }
        y = y.clone().MoveToOuterDisposeScope(); // BUG
    }
}

public static class LbLocalFn {
    public static void Main() {
        Tensor Sq(Tensor x) { using var s = NewDisposeScope(); return x * x; } // BUG
        Console.WriteLine(Sq(ones(3)).sum().item<float>());
    }
}

public static class LbM1 {
    static Tensor F(Tensor x) { using var d = NewDisposeScope(); Tensor y = x + 1; return y; } // BUG
    public static Tensor Value { get { using var d = NewDisposeScope(); return zeros(3) + 1; } }
    public static void Main() {
        Console.WriteLine(Value.sum().item<float>());
    }
}

public static class LbM2 {
    static Tensor Mean(List<Tensor> xs) {
        using var d = NewDisposeScope();
        Tensor sum = zeros(3);
        foreach (var x in xs) sum += x;
        return sum / xs.Count; // BUG
    }
    public static void Main() {
        var m = Mean(new List<Tensor> { ones(3) });
        Console.WriteLine(m.sum().item<float>());
    }
}

public static class LbM4 {
    public static void Main() {
        var net = Linear(3, 3);
        Tensor loss = null;
        for (var i = 0; i < 3; i++) {
            using var d = NewDisposeScope();
            loss = net.call(ones(2, 3)).mean();
            loss.backward();
        }
        Console.WriteLine(loss.item<float>()); // BUG
    }
}
