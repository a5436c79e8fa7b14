using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class CoElement {
    public static void Main() {
        var att = randn(4, 6, 6).softmax(-1);
        // att[i, j] : how much i looks at j
        // att [i, j]
        att = att / att.sum(-1, keepdim: true);
        var adj = (att > 0.1).any(0); // adj[i, j]
        Console.WriteLine(adj.shape[0]);
    }
}

public static class CoComplex {
    public static void Main() {
        var z = view_as_real(torch.complex(ones(4), zeros(4))); // (re, im)
        var polar = stack(new[] { ones(4), zeros(4) }, -1); // (r, th)
        var uv = rand(5, 2); // (u, v)
        var sincos = cat(new[] { uv.sin(), uv.cos() }, 1); // [sin, cos]
        var xy = randn(2); // (x, y)
        var minmax = stack(new[] { uv.min(), uv.max() }); // (lo, hi)
        Console.WriteLine(z.shape[0] + polar.shape[0] + sincos.shape[0] + xy.shape[0] + minmax.shape[0]);
    }
}

public static class CoReused {
    public static void Main() {
        int N = 4;
        var x = randn(N, 3); // (N, 3)
        N = 10;
        var nodes = randn(N, 2); // (N, 2)
        var adj = nodes.matmul(nodes.t()); // (N, N)
        Console.WriteLine(x.shape[0] + adj.shape[0]);
    }
}

public static class CoNodesPerGraph {
    const int N = 100; // samples of the data set
    public static void Main() {
        foreach (var batch in randn(N, 3).split(20)) {
            var y = batch * 2; // (N, 3)
            Console.WriteLine(y.shape[0]);
        }
        var e = randn(7, 7); // (N, N)
        Console.WriteLine(e.shape[0]);
    }
}

public static class CoLastBatch {
    public static void Main() {
        int B = 4;
        var data = randn(10, 3);
        foreach (var b in data.split(B)) {
            var y = b.relu(); // (B, 3)
            Console.WriteLine(y.shape[0]);
        }
        var last = data[8..]; // (<=B, 3)
        var head = data[..B]; // (B, 3)
        Console.WriteLine(last.shape[0] + head.shape[0]);
    }
}

public static class CoRecurrent {
    public static void Main() {
        var lstm = LSTM(4, 8, numLayers: 2, batchFirst: true, bidirectional: true);
        var (o, h, c) = lstm.call(randn(3, 5, 4)); // (B, T, 2*H), (2*L, B, H), (2*L, B, H)
        var last = o[.., -1]; // (B, 2*H)
        // h: (2*L, B, H)
        var f = h[^2]; // (B, H)
        Console.WriteLine(last.shape[1] + f.shape[1] + c.shape[0]);
    }
}

public static class CoBeforeAfter {
    public static void Main() {
        int B = 2, T = 3, C = 4;
        var x = randn(B, T, C);
        // (B, T, C)
        x = x.mean([1]);
        // (B, C)
        x = Linear(4, 6).call(x);
        // (B, 6)
        Console.WriteLine(x.shape[1]);
    }
}

public static class CoOptionalBatch {
    /// <param name="x">Pictures of shape ([B,] 3, 8, 8)</param>
    /// <returns>(B, 3) or (3)</returns>
    static Tensor F(Tensor x) => x.mean([-1, -2]); // ([B,] 3)
    public static void Main() { F(randn(3, 8, 8)); F(randn(2, 3, 8, 8)); }
}

public static class CoLinkedVars {
    sealed class Cfg { public int B = 2, T = 4; }
    public static void Main() {
        var cfg = new Cfg();
        var x = randn(cfg.B, cfg.T); // (B, T)
        cfg.T = 8;
        var y = randn(cfg.B, cfg.T); // (B, 2*T)
        var k = y.unfold(1, 2, 2); // (B, T, 2)
        Console.WriteLine(x.shape[0] + k.shape[0]);
    }
}

public static class CoGamma {
    public static void Main() {
        var x = randn(6, 4);
        var mu = x.mean(); // (mu, sd)
        var lim = x.abs().max(); // (-1, 1)
        var n = x.norm(); // (L2)
        var ab = distributions.Beta(tensor(2f), tensor(3f)).sample(new long[] { 5 }); // (2, 3)
        var g = x.clamp(0, 6); // (0, 6)
        var u = torch.normal(zeros(3), ones(3)); // (0, 1)
        var r = randint(0, 10, 5); // [0, 10]
        Console.WriteLine(mu.item<float>() + lim.item<float>() + n.item<float>() + ab.shape[0] + g.shape[0] + u.shape[0] + r.shape[0]);
    }
}

public static class CoReference {
    public static void Main() {
        var x = randn(6, 4);
        var y = x.exp(); // (4, 5)
        // out (1, 2)
        y = y / y.sum(); // Eq (2, 3)
        // [12, 13]
        y = y.log(); // [12, 13]
        Console.WriteLine(y.shape[0]);
    }
}

public static class CoSplitHeads {
    public static void Main() {
        int B = 2, T = 5, C = 8, nh = 2;
        var x = randn(B, T, 3 * C);
        // 3 x (B, T, C)
        var qkv = x.chunk(3, -1); // (B, T, C) each
        var k = qkv[1].view(B, T, nh, C / nh).transpose(1, 2); // (B, nh, T, hs)
        var q = qkv[0].view(B, T, nh, C / nh).transpose(1, 2); // (B, nh, T, hs)
        var v = qkv[2].view(B, T, nh, C / nh).transpose(1, 2); // (B, nh, T, hs)
        var att = q.matmul(k.transpose(-2, -1)); // (B, nh, T, hs) x (B, nh, hs, T) -> (B, nh, T, T)
        var y = att.softmax(-1).matmul(v); // (B, nh, T, T) x (B, nh, T, hs) -> (B, nh, T, hs)
        y = y.transpose(1, 2).contiguous().view(B, T, C); // (B, T, nh*hs)
        Console.WriteLine(y.shape[2]);
    }
}

public static class CoInputBehind {
    public static void Main() {
        int B = 2, T = 5, C = 8;
        var x = randn(B, T, C);
        var logits = Linear(8, 3).call(x); // input: (B, T, C)
        var loss = functional.cross_entropy(logits.view(B * T, 3), zeros(B * T, dtype: int64)); // x: (B*T, 3)
        var m = x.mean(); // (B, T, C) -> scalar
        var s = x.sum(); // scalar (1,)
        Console.WriteLine((loss + m + s).item<float>());
    }
}

public static class CoHeadingConst {
    public static void Main() {
        var q = randn(2, 5, 8);
        // (2, 5, 8) -> (2, 2, 5, 4)
        q = q.view(2, 5, 2, 4);
        q = q.transpose(1, 2);
        // (2, 2, 5, 4) -> (2, 2, 5, 5)
        var kt = q.transpose(-2, -1);
        var att = q.matmul(kt);
        // (2, 2, 5, 5)
        att.div_(2);
        Console.WriteLine(att.shape[1]);
    }
}

public static class CoTensorNamed {
    static Tensor Conv(Tensor w, Tensor x) {
        var y = functional.conv2d(x, w); // (b, c, h, w)
        var z = y.sum([2, 3]); // (b, c)
        return z;
    }
    public static void Main() => Conv(randn(4, 3, 3, 3), randn(2, 3, 8, 9));
}

public static class CoLocalsReuse {
    static (Tensor, Tensor) TwoStage() {
        var a = zeros(2, 3); // (m, n)
        var b = zeros(3, 4); // (n, k)
        var c = a.matmul(b); // (m, k)
        var u = zeros(7, 5); // (m, n)
        var v = u.t(); // (n, m)
        return (c, v);
    }
    public static void Main() => TwoStage();
}

public static class CoReturnsTuple {
    /// <param name="x">Input, shape (B, T)</param>
    /// <returns>The input as it was, shape (B, T), doubled to (B, 2)</returns>
    static Tensor F(Tensor x) => stack(new[] { x.sum(1), x.sum(1) }, 1);
    public static void Main() => F(randn(5, 3));
}

public static class CoDocSame {
    /// <summary>Weighted mean.</summary>
    /// <param name="w">Weights, broadcast to the shape (B, T) of x</param>
    /// <returns>One value per row of the tensor of shape (B, T)</returns>
    static Tensor F(Tensor x, Tensor w) => (x * w).mean([1]);
    public static void Main() => F(randn(5, 3), ones(3));
}

public static class CoLambdaArg {
    public static void Main() {
        Func<Tensor, Tensor> f = x => x.sum(1); // (B, T) -> (B)
        Func<Tensor, Tensor> g = x => x.unsqueeze(0); // (T) -> (1, T)
        Console.WriteLine(f(randn(2, 3)).shape[0] + g(randn(3)).shape[0]);
    }
}

public static class CoMathNotation {
    /// <param name="s">States</param>
    /// <param name="a">Actions, a ~ pi(s, t)</param>
    /// <returns>Q(s, a)</returns>
    static Tensor Critic(Tensor s, Tensor a) {
        var q = Linear(4, 2).call(s).gather(1, a.unsqueeze(1)).squeeze(1); // q(s, a)
        return q;
    }
    public static void Main() {
        var v = Critic(randn(3, 4), zeros(3, dtype: int64)); // v(s, t)
        var d = (v.unsqueeze(0) - v.unsqueeze(1)).abs().sum(); // d(x, y)
        Console.WriteLine(d.item<float>());
    }
}

public static class CoOutElement {
    public static void Main() {
        var x = randn(2, 3, 4); int b = 1, t = 2;
        var o = x[b, t]; // out[b, t]
        // result[b, t]
        o = o * 2;
        var y = x.sum([0, 1]); // = out[i, j]
        Console.WriteLine(o.shape[0] + y.shape[0]);
    }
}

public static class CoInterval {
    /// <param name="p">Probability (0, 1)</param>
    /// <returns>Scaled: [0, 1]</returns>
    static Tensor Logit(Tensor p) => (p / (1 - p)).log();
    static float Clamp(float v) => Math.Clamp(v, 0, 1); // [0, 1]
    public static void Main() {
        var x = Logit(rand(4)); // (0, 1)
        x = x.clamp(0, 1); // x: (0, 1)
        var tri = ones(4, 4).tril(); // [i, j]
        var e = eye(3); // (1, 0, 0)
        Console.WriteLine(x.sum().item<float>() + Clamp(2) + tri.sum().item<float>() + e.sum().item<float>());
    }
}

public static class CoUnitsDates {
    public static void Main() {
        var x = randn(3); // (2024, 2025)
        // [1, 2]
        var y = x * 2; // [3, 4] in the paper
        // (1, 2, 3)
        Console.WriteLine((x + y).sum().item<float>());
    }
}

public static class CoDocOverridden {
    abstract class Enc : Module<Tensor, Tensor> {
        protected Enc() : base("e") { }
        /// <param name="input">Tokens of shape (B, T)</param>
        /// <returns>Features of shape (B, T, D)</returns>
        public abstract override Tensor forward(Tensor input);
    }
    sealed class Bow : Enc {
        readonly Module<Tensor, Tensor> e = Embedding(5, 4);
        public Bow() => RegisterComponents();
        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => e.call(input); // (B, T, D)
    }
    public static void Main() => new Bow().call(zeros(2, 3, dtype: int64));
}

public static class CoGroupedHeads {
    sealed class Gqa : Module<Tensor, Tensor> {
        readonly int n_head = 4, n_kv = 2; readonly Linear wq = Linear(16, 16), wk = Linear(16, 8);
        public Gqa() : base("g") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
            var hd = C / n_head;
            var q = wq.call(x).view(B, T, n_head, hd).transpose(1, 2); // (B, nh, T, hd)
            var k = wk.call(x).view(B, T, n_kv, hd).transpose(1, 2); // (B, nh, T, hd)
            k = k.repeat_interleave(n_head / n_kv, dim: 1); // (B, nh, T, hd)
            return q.matmul(k.transpose(-2, -1)); // (B, nh, T, T)
        }
    }
    public static void Main() => new Gqa().call(randn(2, 5, 16));
}

public static class CoKvCache {
    sealed class Cache {
        Tensor k;
        public Tensor Add(Tensor n) {
            k = k is null ? n : cat(new[] { k, n }, 1); // (B, T, C)
            return k; // (B, T, C)
        }
    }
    public static void Main() {
        var c = new Cache();
        for (var t = 0; t < 3; t++) {
            var x = randn(1, 1, 8); // (B, T, C)
            var all = c.Add(x); // (B, T, C)
            Console.WriteLine(all.shape[1]);
        }
        var first = c.Add(zeros(1, 2, 8)); // (B, T, C)
        Console.WriteLine(first.shape[1]);
    }
}

public static class CoUNet {
    public static void Main() {
        var x = randn(1, 8, 16, 16); // (B, C, H, W)
        var d1 = Conv2d(8, 16, 3, stride: 2, padding: 1).call(x); // (B, 2C, H/2, W/2)
        var d2 = Conv2d(16, 32, 3, stride: 2, padding: 1).call(d1); // (B, 4*C, H/4, W/4)
        var u = functional.interpolate(d2, scale_factor: new double[] { 2, 2 }); // (B, 4*C, H/2, W/2)
        var s = cat(new[] { u, d1 }, 1); // (B, 6*C, H/2, W/2)
        Console.WriteLine(s.shape[1]);
    }
}
