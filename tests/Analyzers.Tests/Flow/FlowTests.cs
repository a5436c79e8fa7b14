using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Generator;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>Shapes in code that is written by hand: what is certainly wrong is reported, and nothing else.</summary>
public sealed class FlowTests
{
    private const string Vae = """
        [Network]
        public partial class Vae : nn.Module<Tensor, Tensor>
        {
            [Input(784), Linear(400), ReLU] private partial Tensor Hidden(Tensor x);
            [Input(400), Linear(20)] private partial Tensor Mu(Tensor h);
            [Input(20), Linear(784)] private partial Tensor Decode(Tensor z);
            [Input(400), Linear(8, Name = "a"), Linear(4, Name = "b"), Output("a", "b")] private partial (Tensor a, Tensor b) Two(Tensor h);
            FORWARD
        }
        """;

    [Theory]
    [InlineData("x => Decode(Mu(x));", "x", "Vae.Mu takes (N, 400), but gets (N, 784): dimension 1 is 400 and 784", "[Shape(\"N\", 784)] ")]
    [InlineData(
        "x { var h = Hidden(x); return Decode(h); }",
        "h",
        "Vae.Decode takes (N, 20), but gets (?, 400): dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { using var h = Hidden(x); using var m = Mu(h); return Mu(m.exp() * 0.5); }",
        "m.exp() * 0.5",
        "Vae.Mu takes (N, 400), but gets (?, 20): dimension 1 is 400 and 20"
    )]
    [InlineData(
        "x { var h = Hidden(x); h = h.unsqueeze(1); return Mu(h); }",
        "h",
        "Vae.Mu takes (N, 400), but gets (?, 1, 400): 2 dimensions and 3"
    )]
    [InlineData(
        "x { var z = Mu(Hidden(x)); return Decode(z + randn_like(Hidden(x))); }",
        "z + randn_like(Hidden(x))",
        "(?, 20) + (?, 400) cannot be brought to one shape: dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { var h = Hidden(x); var (m, s) = (Mu(h), h); return Decode(s); }",
        "s",
        "Vae.Decode takes (N, 20), but gets (?, 400): dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { var z = zeros(64, 30); return Decode(z); }",
        "z",
        "Vae.Decode takes (N, 20), but gets (64, 30): dimension 1 is 20 and 30"
    )]
    [InlineData(
        "x { var h = Hidden(x); for (var i = 0; i < 3; i++) { h = h.relu(); } return Decode(h); }",
        "h",
        "Vae.Decode takes (N, 20), but gets (?, 400): dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { var h = x.sum().item<float>() > 0 ? Hidden(x) : Hidden(-x); return Decode(h); }",
        "h",
        "Vae.Decode takes (N, 20), but gets (?, 400): dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { var h = Hidden(x); h *= 2; h += h; return Decode(h); }",
        "h",
        "Vae.Decode takes (N, 20), but gets (?, 400): dimension 1 is 20 and 400"
    )]
    [InlineData(
        "x { var n = x.shape[0]; var h = zeros(n, 4 * 4 * 64); return Mu(h.view(n, 1024)); }",
        "h.view(n, 1024)",
        "Vae.Mu takes (N, 400), but gets (N, 1024): dimension 1 is 400 and 1024",
        "[Shape(\"N\", 784)] "
    )]
    [InlineData(
        "x { var h = randn(8, 64, 7, 7); return Mu(h.flatten(1)); }",
        "h.flatten(1)",
        "Vae.Mu takes (N, 400), but gets (8, 3136): dimension 1 is 400 and 3136"
    )]
    public async Task A_stage_gets_what_it_does_not_take(string body, string at, string message, string contract = "") =>
        Assert.Equal((at, message), Assert.Single(await InVae(body, contract)));

    [Theory]
    [InlineData("x => Decode(Mu(Hidden(x)));")]
    [InlineData("x { var h = Hidden(x); h = Mu(h); return Decode(h); }")]
    [InlineData("x { Tensor h; if (x.dim() == 2) { h = Mu(Hidden(x)); } else { h = Hidden(x); } return Decode(h); }")]
    [InlineData("x { var h = Hidden(x); var h2 = h; h.unsqueeze_(0); return Decode(h2); }")]
    [InlineData("x { var h = Hidden(x); System.Action f = () => h = Mu(h); f(); return Decode(h); }")]
    [InlineData("x { var h = Hidden(x); Change(ref h); return Decode(h); } static void Change(ref Tensor h) => h = h.narrow(1, 0, 20);")]
    [InlineData("x { var h = Hidden(x); Change(out h); return Decode(h); } static void Change(out Tensor h) => h = zeros(2, 20);")]
    [InlineData("x { var h = Hidden(x); ref var r = ref h; r = Mu(h); return Decode(h); }")]
    [InlineData("x { var h = Hidden(x); try { h = Mu(h); } finally { h = h.relu(); } return Decode(h); }")]
    [InlineData("x { var h = Hidden(x); var z = h; for (var i = 0; i < 2; i++) { z = Mu(h); } return Decode(z); }")]
    [InlineData("x { var h = Hidden(x); h = x.dim() > 2 ? h : Mu(h); return Decode(h); }")]
    [InlineData("x { Tensor? h = null; h ??= Mu(Hidden(x)); return Decode(h); }")]
    [InlineData("x { var z = zeros(64, 20) + ones(20) * ones(64, 1); return Decode(z); }")]
    [InlineData("x { var (a, b) = Two(Hidden(x)); return Decode(cat(new[] { a, b, a }, 1)); }")]
    [InlineData("x { var h = Hidden(x); return Decode(h[.., ..20]); }")]
    [InlineData("x { var h = Hidden(x); return Decode(h.view(-1, 20)); }")]
    [InlineData("x { var h = Hidden(x); var n = 0; while (n < x.sum().item<float>()) n += 20; return Decode(h.reshape(-1, n)); }")]
    [InlineData("x { var h = Hidden(x).clamp(max: zeros(5, 1, 400)); return Decode(h.mean(new long[] { 0 }).narrow(1, 0, 20)); }")]
    [InlineData("x { System.Func<Tensor, Tensor> f = x.sum().item<float>() > 0 ? Decode : Mu; return f(Hidden(x)); }")]
    public async Task What_is_not_certain_is_silent(string body) => Assert.Empty(await InVae(body));

    [Theory]
    [InlineData(
        "zeros(2, 3).matmul(zeros(4, 5))",
        "matmul of (2, 3) and (4, 5): the last size of the first, 3, must be the last but one of the second, 4"
    )]
    [InlineData(
        "zeros(2, 3).mm(zeros(2, 3))",
        "mm of (2, 3) and (2, 3): the last size of the first, 3, must be the last but one of the second, 2"
    )]
    [InlineData(
        "zeros(64, 64, 7, 7).view(-1, 1000)",
        "view(-1, 1000) asks for a multiple of 1000 values, but the tensor has 200704 (64×64×7×7)"
    )]
    [InlineData("zeros(2, 3, 4).reshape(2, 13)", "Reshape(2, 13) asks for 26 values, but the tensor has 24 (2×3×4)")]
    [InlineData("zeros(2, 3).permute(0, 2, 1)", "permute(0, 2, 1) names 3 dimensions, but the tensor is (2, 3)")]
    [InlineData("zeros(2, 3).maximum(zeros(2, 4))", "maximum of (2, 3) and (2, 4) cannot be brought to one shape: dimension 1 is 3 and 4")]
    [InlineData("functional.relu(zeros(2, 3)) - torch.ones(4)", "(2, 3) - (4) cannot be brought to one shape: dimension 1 is 3 and 4")]
    public async Task An_operation_that_cannot_work(string expression, string message)
    {
        var found = Assert.Single(await In($"using static TorchSharp.torch.nn; class Program {{ static Tensor Of() => {expression}; }}"));
        Assert.Contains(message, found.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("zeros(2, 3).matmul(zeros(3, 5))")]
    [InlineData("zeros(7, 2, 3).matmul(zeros(3, 5)).matmul(zeros(7, 5, 2))")]
    [InlineData("zeros(3).matmul(zeros(3))")]
    [InlineData("zeros(64, 64, 7, 7).view(64, -1).view(-1, 3136)")]
    [InlineData("zeros(2, 1, 3) * zeros(4, 1) + 2")]
    [InlineData("zeros(2, 3).T.mm(zeros(2, 3))")]
    public async Task An_operation_that_works(string expression) =>
        Assert.Empty(await In($"class Program {{ static Tensor Of() => {expression}; }}"));

    /// <summary>The shape of an expression, as the message of a contract that nothing fits says it.</summary>
    [Theory]
    [InlineData("zeros(50, 1, 28, 28)", "(50, 1, 28, 28)")]
    [InlineData("Conv2d(1, 32, 5).call(zeros(50, 1, 28, 28))", "(50, 32, 24, 24)")]
    [InlineData("functional.relu(Conv2d(1, 32, 5, padding: 2).call(zeros(50, 1, 28, 28)))", "(50, 32, 28, 28)")]
    [InlineData("functional.max_pool2d(zeros(50, 1, 28, 28), 2)", "(50, 1, 14, 14)")]
    [InlineData("functional.avg_pool2d(zeros(50, 1, 28, 28), (2, 3), (1, 2))", "(50, 1, 27, 13)")]
    [InlineData("functional.adaptive_avg_pool2d(zeros(50, 1, 28, 28), 3)", "(50, 1, 3, 3)")]
    [InlineData("Sequential(Conv2d(1, 8, 3), ReLU(), MaxPool2d(2), Flatten()).call(zeros(5, 1, 28, 28))", "(5, 1352)")]
    [InlineData("Sequential(new Module<Tensor, Tensor>[] { Conv2d(1, 8, 3), ReLU() }).call(zeros(5, 1, 28, 28))", "(5, 8, 26, 26)")]
    [InlineData("Linear(4, 3, hasBias: false).call(zeros(5, 4)).unsqueeze(0)", "(1, 5, 3)")]
    [InlineData("BatchNorm2d(3).call(zeros(2, 3, 4, 4)).mean().exp()", "()")]
    [InlineData("Embedding(10, 6).call(zeros(2, 7, dtype: ScalarType.Int64))", "(2, 7, 6)")]
    [InlineData("ConvTranspose2d(8, 4, 2, 2).call(zeros(1, 8, 5, 5))", "(1, 4, 10, 10)")]
    public async Task Shapes_of(string expression, string? shape)
    {
        var found = await In(
            $"using static TorchSharp.torch.nn; class Program {{ static void See([Shape(0, 0, 0, 0, 0, 0, 0)] Tensor t) {{ }} static void Of() => See({expression}); }}"
        );
        Assert.Equal(shape is null ? [] : [$"gets {shape}"], found.Select(f => f.Message.Split(", but ")[1].Split(':')[0]));
    }

    private const string Modules = """
        using static TorchSharp.torch.nn;
        class Net : Module<Tensor, Tensor>
        {
            FIELDS
            public Net(CTOR
            public override Tensor forward(Tensor x) BODY
        }
        class Use { static Tensor Of() => new Net(ARGS).call(zeros(8, 1, 28, 28)); }
        """;

    /// <summary>A class that is written by hand: its layers come from initialisers and the constructor, the shape from a call elsewhere.</summary>
    [Theory]
    [InlineData(
        "readonly Module<Tensor, Tensor> conv = Conv2d(1, 4, 3), fc; readonly long size = 5;",
        ") : base(\"\") { fc = Linear(4 * 26 * 26, 10); }",
        "=> fc.call(conv.call(x).flatten(1));",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> conv, fc;",
        "long width) : base(\"\") { conv = Conv2d(1, width, 3); fc = Linear(width * 26 * 26, 10); }",
        "=> fc.call(conv.call(x).flatten(1));",
        "4"
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> all;",
        ") : base(\"\") { all = Sequential(Conv2d(1, 4, 3), ReLU(), Flatten(), Linear(4 * 26 * 26, 10)); }",
        "{ x = all.call(x); return x; }",
        ""
    )]
    [InlineData(
        "Module<Tensor, Tensor> conv = Conv2d(1, 4, 3); Module<Tensor, Tensor> fc = Linear(7, 10); void Replace() => fc = Linear(2704, 10);",
        ") : base(\"\") { }",
        "{ Replace(); return fc.call(conv.call(x).flatten(1)); }",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> fc;",
        "bool wide = false) : base(\"\") { if (wide) fc = Linear(7, 10); else fc = Linear(784, 10); }",
        "=> fc.call(x.flatten(1));",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> conv = Conv2d(1, 4, 3, padding: Padding.Same);",
        ") : base(\"\") { }",
        "=> conv.call(x).view(8, 4, 28, 28);",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> fc = Linear(784, 10);",
        ") : base(\"\") { }",
        "{ if (x.ndim == 3) { x = x.view(1, x.shape[0], x.shape[1], x.shape[2]); } return fc.call(x.flatten(1)); }",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> fc = Linear(784, 10), wide = Linear(7, 3);",
        ") : base(\"\") { }",
        "{ if (x.shape[1] == 3) { return wide.call(x.flatten(1)); } for (var i = 3; i < x.shape[1]; i++) { x = wide.call(x); } return x.shape[2] > 28 ? wide.call(x) : fc.call(x.flatten(1)); }",
        ""
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> fc = Linear(7, 10);",
        ") : base(\"\") { }",
        "{ if (x.shape[1] == 1) return x; return fc.call(x.flatten(1).narrow(1, 0, 7)); }",
        ""
    )]
    public async Task A_class_that_is_right_or_not_certain_is_silent(string fields, string constructor, string body, string arguments) =>
        Assert.Empty(await In(Net(fields, constructor, body, arguments)));

    [Theory]
    [InlineData(
        "readonly Module<Tensor, Tensor> conv = Conv2d(1, 4, 3), fc;",
        ") : base(\"\") { fc = Linear(4 * 28 * 28, 10); }",
        "=> fc.call(conv.call(x).flatten(1));",
        "",
        "fc.call(conv.call(x).flatten(1))",
        "Linear declares 3136 input features, but the tensor has 2704 (4×26×26)"
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> conv, fc;",
        "long width) : base(\"\") { conv = Conv2d(1, width, 3); fc = Linear(width * 28 * 28, 10); }",
        "{ using var _ = NewDisposeScope(); x = conv.forward(x).relu_(); return fc.call(x.flatten(1)); }",
        "4",
        "fc.call(x.flatten(1))",
        "Linear declares 3136 input features, but the tensor has 2704 (4×26×26)"
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> all = Sequential(Conv2d(1, 4, 3), ReLU(), Flatten(), Linear(7, 10));",
        ") : base(\"\") { }",
        "=> all.call(x);",
        "",
        "Linear(7, 10)",
        "Linear declares 7 input features, but the tensor has 2704 (4×26×26)"
    )]
    [InlineData(
        "private Module<Tensor, Tensor> conv = Conv2d(3, 4, 3); Tensor Helper(Tensor y) => conv.call(y);",
        ") : base(\"\") { }",
        "=> Helper(x);",
        "",
        "conv.call(y)",
        "Conv2d declares 3 input channels, but the tensor has 1"
    )]
    [InlineData(
        "readonly Module<Tensor, Tensor> fc = Linear(7, 10);",
        ") : base(\"\") { }",
        "{ if (x.ndim != 4) throw new System.ArgumentException(); using var y = x.flatten(1); return fc.call(y); }",
        "",
        "fc.call(y)",
        "Linear declares 7 input features, but the tensor has 784 (1×28×28)"
    )]
    public async Task A_class_with_a_wrong_size(
        string fields,
        string constructor,
        string body,
        string arguments,
        string at,
        string message
    ) => Assert.Equal((at, message), Assert.Single(await In(Net(fields, constructor, body, arguments))));

    private static string Net(string fields, string constructor, string body, string arguments) =>
        Modules
            .Replace("FIELDS", fields, StringComparison.Ordinal)
            .Replace("CTOR", constructor, StringComparison.Ordinal)
            .Replace("BODY", body, StringComparison.Ordinal)
            .Replace("ARGS", arguments, StringComparison.Ordinal);

    [Fact]
    public async Task A_network_is_called_with_what_it_does_not_take()
    {
        const string source = """
            [Network, Input(1, 28, 28), Flatten, Linear(10)] public partial class Net;
            class Use
            {
                static Tensor Of(Net net, [Shape("B", 28, 28)] Tensor image)
                {
                    var right = net.call(image.unsqueeze(1));
                    return net.call(image) + net.forward(zeros(8, 3, 28, 28)) + net.call(right);
                }
            }
            """;
        Assert.Equal(
            [
                ("image", "Net.forward takes (N, 1, 28, 28), but gets (B, 28, 28): 4 dimensions and 3"),
                ("zeros(8, 3, 28, 28)", "Net.forward takes (N, 1, 28, 28), but gets (8, 3, 28, 28): dimension 1 is 1 and 3"),
                ("right", "Net.forward takes (N, 1, 28, 28), but gets (B, 10): 4 dimensions and 2"),
            ],
            await In(source)
        );
    }

    private static Task<(string At, string Message)[]> InVae(string body, string contract = "")
    {
        var text = $"public override Tensor forward({contract}Tensor {body.Insert(body.IndexOf(' ', StringComparison.Ordinal), ")")}";
        return In(Vae.Replace("FORWARD", text, StringComparison.Ordinal));
    }

    private static async Task<(string At, string Message)[]> In(string source)
    {
        var usings = $"{Sources.Usings}using TorchSharp; using static TorchSharp.torch;\n";
        var driver = CSharpGeneratorDriverOf();
        driver.RunGeneratorsAndUpdateCompilation(
            TestCompilation.Create(usings + source),
            out var output,
            out _,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await output
            .WithAnalyzers([new FlowAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => (d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan), d.GetMessage())),
        ];
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver CSharpGeneratorDriverOf() =>
        Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions
        );
}
