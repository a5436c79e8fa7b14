using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

// Each class is a program of its own.
public static class CbTrailing {
    public static void Main() {
        var x = zeros(3, 4);
/* BUG */ var y = x.sum(1); // (3, 4)
        Console.WriteLine(y.shape[0]);
    }
}

public static class CbNoParens {
    public static void Main() {
/* BUG */ var x = Conv2d(3, 8, 3).call(randn(2, 3, 8, 8)); // 2 x 8 x 8 x 8
        Console.WriteLine(x.shape[0]);
    }
}

public static class CbTorchSize {
    public static void Main() {
/* BUG */ var x = randn(2, 3).matmul(randn(3, 5)); // torch.Size([2, 3])
        Console.WriteLine(x.shape[0]);
    }
}

public static class CbOneDim {
    public static void Main() {
/* BUG */ var x = randn(2, 3).sum(1); // (3,)
        Console.WriteLine(x.shape[0]);
    }
}

public static class CbTupleNext {
    public static void Main() {
        var lstm = LSTM(4, 8);
        var (o, h, c) = lstm.call(randn(5, 3, 4));
/* BUG */ // o: (3, 5, 8)
        Console.WriteLine(o.shape[2] + h.shape[0]);
    }
}

public static class CbAttention {
    public static void Main() {
        int B = 2, T = 5, nh = 2, hs = 4;
        var q = randn(B, nh, T, hs); var k = randn(B, nh, T, hs);
/* BUG */ var att = q.matmul(k.transpose(-2, -1)); // (B, nh, T, hs) x (B, nh, hs, T) -> (B, nh, T, hs)
        Console.WriteLine(att.shape[3]);
    }
}

public static class CbForward {
    sealed class Net : Module<Tensor, Tensor> {
        private readonly Module<Tensor, Tensor> a = Linear(4, 8), b = Linear(8, 2);
        public Net() : base("n") => RegisterComponents();
        public override Tensor forward(Tensor x) {
            var h = a.call(x).relu();
/* BUG */   var y = b.call(h); // (B, 8)
            return y;
        }
    }
    public static void Main() => new Net().call(randn(2, 4));
}

public static class CbDocParam {
/* BUG */ /// <param name="x">Input of shape (B, 8)</param>
    static Tensor F(Tensor x) => Linear(4, 2).call(x);
    public static void Main() => F(randn(2, 4));
}

public static class CbDocReturns {
    /// <summary>Scores.</summary>
/* BUG */ /// <returns>Tensor of shape (B, 4)</returns>
    static Tensor F(Tensor x) => Linear(4, 2).call(x);
    public static void Main() => F(randn(2, 4));
}

public static class CbParamComment {
    static Tensor F(
/* BUG */ Tensor x, // (B, T, C)
        int n) => x.sum() * n;
    public static void Main() => F(randn(2, 4), 3);
}

public static class CbBlockStart {
    public static void Main() {
        var x = randn(2, 3, 4);
/* BUG */ // x: (2, 3)
        for (var i = 0; i < 2; i++) Console.WriteLine(x[i].shape[0]);
    }
}

public static class CbFieldAssign {
    sealed class A { public Tensor mask;
/* BUG */ public A(int n) { mask = ones(n, n).tril().view(1, 1, n, n); // (n, n)
        } }
    public static void Main() => Console.WriteLine(new A(3).mask.shape[2]);
}

public static class CbArrow {
/* BUG */ static Tensor F(Tensor x) => x.view(2, 3, 4).mean([1]); // (2, 3)
    public static void Main() => F(randn(24));
}

public static class CbLoop {
    public static void Main() {
        var h = zeros(2, 8); var cell = GRUCell(4, 8);
        for (var t = 0; t < 3; t++) {
/* BUG */   h = cell.call(randn(2, 4), h); // (2, 4)
        }
        Console.WriteLine(h.shape[1]);
    }
}

public static class CbDeconstructProps {
    public static void Main() {
        var x = randn(2, 3, 4);
        var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
/* BUG */ var y = x.transpose(1, 2); // (B, T, C)
        Console.WriteLine(y.shape[1] + B + T + C);
    }
}

public static class CbNamesSwapped {
    public static void Main() {
        long batch = 2, seqLen = 5, hidden = 8;
/* BUG */ var x = randn(seqLen, batch, hidden); // (batch, seqLen, hidden)
        Console.WriteLine(x.shape[0]);
    }
}

public static class CbConvOut {
    public static void Main() {
        var x = randn(1, 3, 32, 32);
        x = Conv2d(3, 16, 3, stride: 2, padding: 1).call(x); // (1, 16, 16, 16)
/* BUG */ x = Conv2d(16, 32, 3).call(x); // -> [1, 32, 16, 16]
        Console.WriteLine(x.shape[0]);
    }
}

public static class CbEquals {
    public static void Main() {
        var x = randn(6, 4);
        var w = x.t();
/* BUG */ // w = (6, 4)
        var y = x.matmul(w);
        Console.WriteLine(y.shape[0]);
    }
}

public static class CbScalarLoss {
    public static void Main() {
/* BUG */ var loss = functional.cross_entropy(randn(8, 3), zeros(8, dtype: int64)); // (8,)
        Console.WriteLine(loss.item<float>());
    }
}
