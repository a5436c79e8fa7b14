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
    [InlineData("zeros(3, 4, 5); // see (3, 4)")]
    [InlineData("zeros(3, 4, 5); // (mean, deviation)")]
    [InlineData("zeros(3, 4, 5); // (3, 4) or (3, 4, 5)")]
    [InlineData("zeros(3, 4, 5);\n // (3, 4)")]
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
