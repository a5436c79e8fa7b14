using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Generator;
using Testing;

namespace Analyzers.Tests;

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
    [InlineData("x { var h = Hidden(x); try { return Decode(h); } catch (System.ArgumentException) { return h; } }")]
    [InlineData("x { var h = Hidden(x); try { h = Mu(h); } finally { h = h.relu(); } return Decode(h); }")]
    [InlineData("x { var h = Hidden(x); var z = h; for (var i = 0; i < 2; i++) { z = Mu(h); } return Decode(z); }")]
    [InlineData("x { var h = Hidden(x); h = x.dim() > 2 ? h : Mu(h); return Decode(h); }")]
    [InlineData("x { Tensor? h = null; h ??= Mu(Hidden(x)); return Decode(h); }")]
    [InlineData("x { var z = zeros(64, 20) + ones(20) * ones(64, 1); return Decode(z); }")]
    [InlineData("x { var (a, b) = Two(Hidden(x)); return Decode(cat(new[] { a, b, a }, 1)); }")]
    [InlineData("x { var h = Hidden(x); return Decode(h[.., ..20]); }")]
    [InlineData("x { var h = Hidden(x); return Decode(h.view(-1, 20)); }")]
    [InlineData("x { var h = Hidden(x); var n = 0; while (n < 400) n += 20; return Decode(h.reshape(-1, n)); }")]
    [InlineData("x { var h = Hidden(x).clamp(max: zeros(5, 1, 400)); return Decode(h.mean(new long[] { 0 }).narrow(1, 0, 20)); }")]
    [InlineData("x { System.Func<Tensor, Tensor> f = Decode; return f(Hidden(x)); }")]
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
        "Reshape(-1, 1000) asks for a multiple of 1000 values, but the tensor has 200704 (64×64×7×7)"
    )]
    [InlineData("zeros(2, 3, 4).reshape(2, 13)", "Reshape(2, 13) asks for 26 values, but the tensor has 24 (2×3×4)")]
    [InlineData("zeros(2, 3).permute(0, 2, 1)", "Dims of Permute must name all 2 dimensions")]
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
