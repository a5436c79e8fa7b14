using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class CoLayoutNchw {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> c1 = Conv2d(3, 16, 3, padding: 1), c2 = Conv2d(16, 32, 3, padding: 1), pool = MaxPool2d(2);
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            x = c1.call(x); // (N, C, H, W)
            x = pool.call(x); // (N, C, H, W)
            x = c2.call(x); // (N, C, H, W)
            return x.mean([2, 3]); // (N, C)
        }
    }
    public static void Main() => new Net().call(randn(2, 3, 8, 8));
}

public static class CoPythonFloor {
    public static void Main() {
        int B = 2, T = 5, C = 8;
        var x = randn(B, T, C); // (B, T, C)
        var h = x[.., .., ..4]; // (B, T, C//2)
        var g = x[.., .., 4..]; // (B, T, C // 2)
        Console.WriteLine((h + g).shape[2]);
    }
}

public static class CoRange01 {
    public static void Main() {
        var img = rand(3, 32, 32); // [0, 1]
        var p = img.sigmoid(); // (0, 1)
        var u = (img * 255).to(uint8); // [0, 255]
        // p: [0, 1]
        Console.WriteLine((p.mean() + u.to(float32).mean()).item<float>());
    }
}

public static class CoBoxes {
    public static void Main() {
        var boxes = rand(5, 4); // (x1, y1, x2, y2)
        var center = (boxes[.., ..2] + boxes[.., 2..]) / 2; // (cx, cy)
        var size = boxes[.., 2..] - boxes[.., ..2]; // (w, h)
        var cwh = cat(new[] { center, size }, 1); // (cx, cy, w, h)
        var first = boxes[0]; // (x1, y1, x2, y2)
        var quat = randn(4); // (w, x, y, z)
        var color = tensor(new[] { 0.1f, 0.5f, 0.2f }); // (r, g, b)
        Console.WriteLine(cwh.sum().item<float>() + first.sum().item<float>() + quat.sum().item<float>() + color.sum().item<float>());
    }
}

public static class CoBoxesDoc {
    /// <param name="a">Boxes (x1, y1, x2, y2)</param>
    /// <param name="b">Boxes in (x1, y1, x2, y2) form</param>
    /// <returns>Overlap [0, 1]</returns>
    static Tensor Iou(Tensor a, Tensor b) {
        var lt = maximum(a.unsqueeze(1)[.., .., ..2], b.unsqueeze(0)[.., .., ..2]);
        var rb = minimum(a.unsqueeze(1)[.., .., 2..], b.unsqueeze(0)[.., .., 2..]);
        return (rb - lt).clamp(0).prod(2);
    }
    public static void Main() => Console.WriteLine(Iou(rand(5, 4), rand(3, 4)).sum().item<float>());
}

public static class CoParamRange {
    static Tensor Blend(
        Tensor a, // [0, 1]
        Tensor b, // (r, g, b)
        Tensor alpha /* (0, 1) */) => a * alpha + b * (1 - alpha);
    public static void Main() => Blend(rand(2, 3), rand(2, 3), rand(2, 1));
}

public static class CoIndexPosition {
    public static void Main() {
        var q = rand(4, 2); var board = zeros(3, 3);
        int s = 2, a = 1, i = 1, j = 2;
        var v = q[s, a]; // (s, a)
        var cell = board[i, j]; // (i, j)
        var mid = board[1, 1]; // (1, 1)
        Console.WriteLine((v + cell + mid).item<float>());
    }
}

public static class CoValuesTensor {
    public static void Main() {
        var kernel = tensor(new long[] { 1, 2, 1 }); // (1, 2, 1)
        var size = tensor(new long[] { 224, 224 }); // (224, 224)
        var tokens = tensor(new long[,] { { 5, 7 } }); // [5, 7]
        var special = tensor(new long[] { 0, 1 }); // [BOS, EOS]
        var shape = tensor(zeros(2, 3).shape); // (B, T)
        var best = tensor(new[,] { { 0.1f, 0.9f, 0.3f } }).topk(2).indexes; // [1, 2]
        Console.WriteLine(kernel.sum().item<long>() + size.sum().item<long>() + tokens.sum().item<long>() + special.sum().item<long>() + shape.sum().item<long>() + best.sum().item<long>());
    }
}

public static class CoMetrics {
    public static void Main() {
        var mse = tensor(1f); var mae = tensor(2f);
        var both = stack(new[] { mse, mae }); // (MSE, MAE)
        var q = Linear(4, 4).call(randn(1, 4)); // (LEFT, RIGHT, UP, DOWN)
        var conf = tensor(new long[] { 3, 1, 2 }); // (TP, FP, FN)
        Console.WriteLine(both.sum().item<float>() + q.sum().item<float>() + conf.sum().item<long>());
    }
}

public static class CoCompound {
    public static void Main() {
        int B = 2, C = 3, T = 4;
        var x = zeros(B, C); var bias = ones(C);
        x += bias; // (B, C)
        var y = zeros(B, T, C); var mask = ones(B, T, 1);
        y *= mask; // (B, T, C)
        // (B, C)
        x -= 0.1f * bias;
        y[0] = ones(C); // y: (B, T, C)
        Console.WriteLine((x.sum() + y.sum()).item<float>());
    }
}

public static class CoHeading {
    public static void Main() {
        int B = 2, T = 5, C = 8, nh = 2, hs = 4;
        var q = randn(B, T, C);
        // (B, T, C) -> (B, nh, T, hs)
        q = q.view(B, T, nh, hs);
        q = q.transpose(1, 2);
        Console.WriteLine(q.shape[1]);
    }
}

public static class CoHeadingPool {
    public static void Main() {
        int B = 2, T = 5, C = 8;
        var x = randn(B, T, C); var mask = ones(B, T);
        // (B, T, C) -> (B, C)
        var m = mask.unsqueeze(2);
        var sum = (x * m).sum(1);
        var pooled = sum / m.sum(1);
        Console.WriteLine(pooled.shape[1]);
    }
}

public static class CoVariableMeansElse {
    public static void Main() {
        int h = 4, w = 2; // heads and window
        var img = randn(2, 3, 16, 20); // (b, c, h, w)
        for (var t = 0; t < 3; t++) {
            var frame = img[.., t % 3]; // (b, t, h)
            Console.WriteLine(frame.shape[0] + h + w);
        }
        for (var n = 1; n < 3; n++) {
            var x = zeros(6, 2); // (n, d)
            Console.WriteLine(x.shape[0]);
        }
    }
}

public static class CoHalf {
    public static void Main() {
        int H = 7, W = 7;
        var x = randn(1, 3, H, W); // (1, 3, H, W)
        var y = Conv2d(3, 8, 3, stride: 2, padding: 1).call(x); // (1, 8, H/2, W/2)
        Console.WriteLine(y.shape[2]);
    }
}

public static class CoPerSample {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> c1 = Conv2d(1, 8, 3), fc = Linear(8 * 26 * 26, 10);
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            x = c1.call(x); // (8, 26, 26)
            x = x.flatten(1); // (8 * 26 * 26)
            return fc.call(x);
        }
    }
    public static void Main() => new Net().call(randn(4, 1, 28, 28));
}

public static class CoDocEach {
    /// <param name="x">Stack of pictures, each of shape (28, 28)</param>
    /// <param name="target">Labels for logits of shape (B, C)</param>
    /// <returns>A scalar loss over predictions of shape (B, C).</returns>
    static Tensor Loss(Tensor x, Tensor target) => functional.cross_entropy(x.flatten(1)[.., ..10], target);
    public static void Main() => Loss(randn(8, 28, 28), zeros(8, dtype: int64));
}

public static class CoDocIf {
    /// <param name="x">A picture. If its shape is (28, 28), a batch dimension is added.</param>
    /// <param name="y">A batch, for example of shape (32, 784)</param>
    /// <returns>The sum; must not be of shape (1, 1)</returns>
    static Tensor F(Tensor x, Tensor y) { if (x.dim() == 2) x = x.unsqueeze(0); return x.sum() + y.sum(); }
    public static void Main() => F(randn(8, 28, 28), randn(16, 784));
}

public static class CoDocShapeParameter {
    /// <param name="k">Weibull shape (k, c)</param>
    /// <param name="range">Probabilities [0, 1]</param>
    /// <returns>Samples (0, 1)</returns>
    static Tensor F(Tensor k, Tensor range) => k * range;
    public static void Main() => F(ones(3), ones(3));
}

public static class CoTwoLengths {
    public static void Main() {
        var src = randn(2, 7, 8); // (B, T, C)
        var tgt = randn(2, 5, 8); // (B, T, C)
        var w = tgt.matmul(src.transpose(1, 2)); // (B, T, S)
        Console.WriteLine(w.shape[1]);
    }
}

public static class CoTernary {
    public static void Main() {
        const bool deep = true;
        var x = deep ? zeros(3, 4) // (3, 4)
            : zeros(4, 5); // (4, 5)
        var k = 1;
        var y = k switch {
            1 => zeros(3, 4), // (3, 4)
            _ => zeros(4, 5) // (4, 5)
        };
        Console.WriteLine((x + y).sum().item<float>());
    }
}

public static class CoCoalesce {
    static Tensor F(Tensor h) {
        var h0 = h ?? zeros(1, 2, 8); // (1, B, H)
        return h0;
    }
    public static void Main() { F(null); F(zeros(1, 5, 8)); }
}

public static class CoPermutation {
    public static void Main() {
        var x = randn(2, 3, 4, 5);
        var y = x.permute(0, 2, 3, 1); // (0, 2, 3, 1)
        var z = x.transpose(1, 2); // (1, 2)
        var m = x.mean([2, 3]); // (2, 3)
        var v = x.sum([0, 1, 2]); // [0, 1, 2]
        Console.WriteLine(y.shape[1] + z.shape[1] + m.shape[0] + v.shape[0]);
    }
}

public static class CoKernel {
    public static void Main() {
        var x = randn(1, 3, 9, 9);
        var y = Conv2d(3, 4, 3).call(x); // (3, 3)
        var z = functional.max_pool2d(y, 2); // (2, 2)
        var f = functional.pad(x, (1, 1, 1, 1)); // (1, 1, 1, 1)
        Console.WriteLine(z.shape[2] + f.shape[2]);
    }
}

public static class CoTwoCallers {
    static Tensor Sample(Tensor x) {
        var y = x.softmax(-1); // (1, 10)
        return y;
    }
    static void A() => Sample(randn(8, 10));
    static void B() => Sample(randn(1, 10));
    public static void Main() { A(); B(); }
}

public static class CoBlockTwice {
    sealed class Block : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> c;
        public Block(int i, int o) : base("b") { c = Conv2d(i, o, 3, padding: 1); RegisterComponents(); }
        public override Tensor forward(Tensor x) {
            x = c.call(x); // (2, 64, 8, 8)
            return x.relu();
        }
    }
    public static void Main() { var a = new Block(3, 32); var b = new Block(32, 64); b.call(a.call(randn(2, 3, 8, 8))); }
}

public static class CoMultiline {
    public static void Main() {
        int B = 2, T = 3;
        var y = cat(new[] {
            zeros(B, T), // (B, T)
            ones(B, 2 * T), // (B, 2*T)
        }, 1); // (B, 3*T)
        var z = y
            .view(B, 3, T) // (B, 3, T)
            .sum(1) // (B, T)
            .unsqueeze(-1) // (B, T, 1)
            .expand(-1, -1, 4); // (B, T, 4)
        Console.WriteLine(z.shape[2]);
    }
}

public static class CoOldCode {
    public static void Main() {
        var x = randn(2, 3, 4);
        // x = x.view(6, 4)
        // x.view(24)
        // view(6, 4)
        var y = x.sum(2); // sum(2)
        // y[1, 2]
        Console.WriteLine(y.shape[0]); // (y, x)
        // x(1, 2)
    }
}
