using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>Shapes that people write: in Shape attributes, which are contracts, and in comments, which are only compared.</summary>
public sealed class ShapeTextTests
{
    private const string Usings = "using ShapeGen; using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    [Theory]
    [InlineData("zeros(3, 4, 5); // (3, 4, 6)", "(3, 4, 6)", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4, 5); // [3, 4]", "[3, 4]", "2 dimensions and 3")]
    [InlineData("zeros(3, 4, 5); // (B, T, C) -> (B, T, 7)", "(B, T, 7)", "dimension 2 is 7 and 5")]
    [InlineData("zeros(3, 4, 3); // (B, T, 2*B)", "(B, T, 2*B)", "dimension 2 is 2·B = 6 and 3")]
    [InlineData("zeros(3, 4, 5) // (3, 4, 6)\n .sum(1); // (3, 5)", "(3, 4, 6)", "dimension 2 is 6 and 5")]
    [InlineData("zeros(n, 4); // (4, n)", "(4, n)", "dimension 0 is 4 and 2")]
    [InlineData("zeros(3, 4, 5); // (..., 7)", "(..., 7)", "dimension 2 is 7 and 5")]
    [InlineData("zeros(3, 4, 5); var (T, C) = (4, 5); x = x.transpose(1, 2); // (3, T, C)", "(3, T, C)", "dimension 1 is T = 4 and 5")]
    [InlineData("zeros(3, 4, 5); var (B, T) = (3, 4); x = x.transpose(1, 2); // (B, T, D)", "(B, T, D)", "dimension 1 is T = 4 and 5")]
    [InlineData("zeros(3, 4); // torch.Size([3, 5])", "[3, 5]", "dimension 1 is 5 and 4")]
    [InlineData("zeros(3, 4); // (4, 4) float32", "(4, 4)", "dimension 0 is 4 and 3")]
    [InlineData("zeros(3, 4).sum(1); // (4,)", "(4,)", "dimension 0 is 4 and 3")]
    [InlineData("zeros(3, 4, 5); // N x 4 x 6", "N x 4 x 6", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4);\n // B x 6\n return x;", "B x 6", "dimension 1 is 6 and 4")]
    [InlineData("zeros(3, 4, 5); /* (3, 4, 6) */", "(3, 4, 6)", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4, 5); // x: (3, 4, 6)", "(3, 4, 6)", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4, 5); // x.shape = [3, 4, 6]", "[3, 4, 6]", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4, 5); // (3 x 4 x 6)", "(3 x 4 x 6)", "dimension 2 is 6 and 5")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4)", "(3, 4)", "2 dimensions and 3")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4)\n x = x.sum(2).sum(1);", "(3, 4)", "2 dimensions and 1")]
    [InlineData("zeros(3, 4, 5);\n // (B, T, C) -> (B, T)\n x = x.sum(2).sum(1);", "(B, T)", "2 dimensions and 1")]
    [InlineData("zeros(3, 4, 5);\n // x is (3, 4)\n if (n > 1) { x = x + 1; }", "(3, 4)", "2 dimensions and 3")]
    [InlineData("zeros(3, 4, 5)\n // (3, 9)\n .sum(2).sum(1);", "(3, 9)", "dimension 1 is 9 and 4")]
    [InlineData("zeros(3, 4, 5); var y = x;\n // x: (4, 4)\n y = x.sum(2) + y.sum(2);", "(4, 4)", "2 dimensions and 3")]
    public async Task A_comment_that_contradicts(string code, string place, string why)
    {
        var found = Assert.Single(
            await Findings($"static class P {{ public static Tensor M() {{ var n = 2; var x = {code}\n return x; }} }}")
        );
        Assert.Equal(("SHG1005", DiagnosticSeverity.Info, place), (found.Id, found.Severity, TextOf(found)));
        Assert.EndsWith(why, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zeros(3, 4, 5); // (3, 4, 5)")]
    [InlineData("zeros(3, 4, 5); // (B, T, C)")]
    [InlineData("zeros(3, 4, 5); // (B, ..., 5)")]
    [InlineData("zeros(3, 4, 5); // (1)")]
    [InlineData("zeros(3, 4, 5); // (N, C, H)\n x = x.sum(2, keepdim: true); // (N, C, H)")]
    [InlineData("rand(5, 4); // (x1, y1, x2, y2)")]
    [InlineData("rand(5, 4); // (r, g, b)")]
    [InlineData("rand(5, 4); // (MSE, MAE)")]
    [InlineData("rand(3, 4, 5); // [0, 1]")]
    [InlineData("rand(3, 4, 5); // (2024, 2025)")]
    [InlineData("zeros(3, 4); x += ones(3, 1); // (3, 4)")]
    [InlineData("zeros(3, 4, 5); // (3, 4, n*5//2)")]
    [InlineData("zeros(3, 4, 5); // q(3, 4)")]
    [InlineData("zeros(3, 4, 5); var (H, h) = (7, 9); x = x + H + h; // (N, H, W)")]
    [InlineData("zeros(3, 4, 5); var (n, h) = (3, 9); x = x + h; // (n, h, w)")]
    [InlineData("zeros(3, 4, 5); // att[3, 4]")]
    [InlineData("zeros(3, 4, 4); // (3, 4, H/2)")]
    [InlineData("zeros(3, 4);\n // (3, 4) -> (2, 6)\n x = x.view(3, 2, 2);\n x = x.view(2, 6);")]
    [InlineData("zeros(3, 4, 5); for (var h = 0; h < 3; h++) { x = x + h; // (3, 4, h)\n }")]
    [InlineData("zeros(3, 4, 5); // N x 4 x 5")]
    [InlineData("zeros(3, 4, 5); // (4, 5)")]
    [InlineData("zeros(3, 4, 5); // 3 x 3")]
    [InlineData("zeros(3, 4, 5); // a x b plus c")]
    [InlineData("zeros(3, 4, 5); // see (3, 4)")]
    [InlineData("zeros(3, 4, 5); // (mean, deviation)")]
    [InlineData("zeros(3, 4, 5); // (3, 4) or (3, 4, 5)")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4)\n x = x.sum(2);")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4, 5)\n x = x.sum(2);")]
    [InlineData("zeros(3, 4, 5); var y = x.sum(1);\n // x: (3, 4, 5)\n x = x.sum(2) + y.sum(1, keepdim: true);")]
    [InlineData("zeros(3, 4, 5);\n // y: (3, 4)")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4)\n for (var i = 0; i < 3; i++) { var y = x.sum(2); }")]
    [InlineData("zeros(3, 4, 5); var y = x.sum(1);\n // (3, 4, 5)\n y = y + x.sum(1);")]
    [InlineData("zeros(3, 4, 5)\n // (3, 4)\n .sum(2);")]
    [InlineData("zeros(3, 4, 5);\n // y = (3, 4)")]
    [InlineData("tensor(new long[] { 2, 3 }); // [2, 3]")]
    [InlineData("zeros(3, 4, 5); // y: (3, 4)")]
    [InlineData("zeros(3, 4, 5);\n for (var i = 0; i < 2; i++) { x = cat(new[] { x, x }, 0); // (6, 4, 5)\n }")]
    [InlineData("data; // (3, 4)")]
    public async Task A_comment_that_does_not(string code) =>
        Assert.Empty(await Findings($"static class P {{ public static Tensor M(Tensor data) {{ var x = {code}\n return x; }} }}"));

    [Theory]
    [InlineData(
        "[return: Shape(\"B\", \"2*C\")] static Tensor M([Shape(\"B\", \"C\")] Tensor x) => cat(new[] { x, x }, 0);",
        "P.M says that it gives (B, 2·C), but gives (2·B, C): dimension 0 is B and 2·B"
    )]
    [InlineData(
        "static Tensor M([Shape(\"...\", \"T\", \"2*T\")] Tensor x) => x; static void R() => M(zeros(9, 3, 7));",
        "P.M takes (…, T, 2·T), but gets (9, 3, 7): dimension 2 is 2·T = 6 and 7"
    )]
    [InlineData(
        "static Tensor M([Shape(\"_\", 4)] Tensor x) => x; static void R() => M(zeros(4));",
        "P.M takes (?, 4), but gets (4): 2 dimensions and 1"
    )]
    [InlineData(
        "[Shape(3, \"_\")] private Tensor f = zeros(3, 4); void M() { f = zeros(4, 4); }",
        "P.f takes (3, ?), but gets (4, 4): dimension 0 is 3 and 4"
    )]
    [InlineData(
        "[Shape(3, \"_\")] private Tensor F { get; set; } = zeros(3, 4); void M() { F = zeros(3); }",
        "P.F takes (3, ?), but gets (3): 2 dimensions and 1"
    )]
    public async Task A_contract_that_is_broken(string member, string message)
    {
        var found = Assert.Single(await Findings($"class P {{ {member} }}"));
        Assert.Equal(("SHG1001", message), (found.Id, found.GetMessage()));
    }

    [Theory]
    [InlineData("[return: Shape(\"B\", \"2*C\")] static Tensor M([Shape(\"B\", \"C\")] Tensor x) => cat(new[] { x, x }, 1);")]
    [InlineData(
        "static Tensor M([Shape(\"...\", \"T\", \"2*T\")] Tensor x) => x; static void R() { M(zeros(3, 6)); M(zeros(1, 2, 3, 6)); }"
    )]
    [InlineData("[Shape(3, \"_\")] private Tensor f = zeros(3, 4); void M() { f = zeros(3, 9); }")]
    public async Task A_contract_that_is_kept(string member) => Assert.Empty(await Findings($"class P {{ {member} }}"));

    [Theory]
    [InlineData("\"N\", \"2*\"", "\"2*\"")]
    [InlineData("\"N\", -1", "-1")]
    [InlineData("\"N\", 1.5", "1.5")]
    [InlineData("\"...\", 3, \"...\"", "\"...\"")]
    public async Task An_attribute_that_says_nothing(string dims, string place)
    {
        var found = Assert.Single(await Findings($"class P {{ static Tensor M([Shape({dims})] Tensor x) => x; }}"));
        Assert.Equal(("SHG1006", place), (found.Id, TextOf(found)));
    }

    [Theory]
    [InlineData("/// <param name=\"x\">A tensor of shape (B, 28, 28).</param>", "Tensor x", "(B, 28, 28)", "3 dimensions and 2")]
    [InlineData(
        "/// <param name=\"x\">(B, 784)</param>\n/// <returns>Scores, shape: `[B, 9]`.</returns>",
        "Tensor x",
        "[B, 9]",
        "dimension 1 is 9 and 10"
    )]
    [InlineData(
        "/// <summary>Says\n/// more.</summary>\n/// <param name=\"x\">Pictures.\n/// Shape (B, 28, 28)</param>",
        "Tensor x",
        "(B, 28, 28)",
        "3 dimensions and 2"
    )]
    [InlineData("", "Tensor x, // (B, 28, 28)\n int n", "(B, 28, 28)", "3 dimensions and 2")]
    [InlineData("", "Tensor x /* (B, 28, 28) */", "(B, 28, 28)", "3 dimensions and 2")]
    public async Task A_comment_of_a_parameter_that_contradicts(string docs, string parameters, string place, string why)
    {
        var given = parameters.Contains("int", StringComparison.Ordinal) ? ", 1" : "";
        var code =
            $"class P {{\n{docs}\npublic static Tensor M({parameters}) => x.matmul(zeros(784, 10)); static void R() => M(zeros(8, 784){given}); }}";
        var found = Assert.Single(await Findings(code));
        Assert.Equal(("SHG1005", place), (found.Id, TextOf(found)));
        Assert.EndsWith(why, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_of_a_parameter_that_contradicts_what_the_first_layer_takes()
    {
        var found = Assert.Single(
            await Findings(
                """
                class Net : Module<Tensor, Tensor>
                {
                    private readonly Module<Tensor, Tensor> conv = Conv2d(3, 8, 3);
                    public Net() : base("net") => RegisterComponents();
                    /// <param name="x">Pictures of shape (N, 1, 28, 28)</param>
                    public override Tensor forward(Tensor x) => conv.call(x);
                }
                """
            )
        );
        Assert.Equal(("SHG1005", "(N, 1, 28, 28)"), (found.Id, TextOf(found)));
    }

    [Theory]
    [InlineData("/// <param name=\"x\">A tensor of shape (B, 784) or (784)</param>")]
    [InlineData("/// <param name=\"x\">Tensor of shape (*, 784)</param>\n/// <returns>Shape (*, 10)</returns>")]
    [InlineData("/// <param name=\"x\">Has values in (0, 1)</param>")]
    [InlineData("/// <param name=\"x\">Weibull shape (k, c, d)</param>")]
    [InlineData("/// <param name=\"y\">Shape (1, 2, 3)</param>")]
    [InlineData("/// <param name=\"x\">Pictures, each of shape (28, 28)</param>")]
    [InlineData("/// <param name=\"x\">If its shape is (28, 28), a batch is added</param>")]
    [InlineData("/// <param name=\"x\">Probability (3, 4)</param>\n/// <returns>Q(s, a)</returns>")]
    [InlineData("/// <returns>A loss over predictions of shape (B, 12)</returns>")]
    public async Task A_comment_of_a_parameter_that_does_not(string docs) =>
        Assert.Empty(
            await Findings(
                $"class P {{\n{docs}\npublic static Tensor M(Tensor x) => x.matmul(zeros(784, 10)); static void R() => M(zeros(8, 784)); }}"
            )
        );

    [Fact]
    public async Task A_comment_holds_if_one_of_the_calls_fits_it() =>
        Assert.Empty(
            await Findings(
                """
                class P
                {
                    /// <param name="x">Shape (3, 32, 32)</param>
                    static Tensor M(Tensor x) => x + 1;
                    static void R() { M(zeros(3, 32, 32)); M(zeros(8, 3, 32, 32)); }
                }
                """
            )
        );

    private static string TextOf(Diagnostic found) =>
        found.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(found.Location.SourceSpan);

    private static async Task<IReadOnlyList<Diagnostic>> Findings(string text)
    {
        var compilation = TestCompilation.Create(Usings + text);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return await compilation
            .WithAnalyzers([new FlowAnalyzer(), new ShapeAttributeAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
