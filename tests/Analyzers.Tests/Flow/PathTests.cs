using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>What fails under a condition of which nothing is known is a hint, if it fails whenever the program comes there.</summary>
public sealed class PathTests
{
    private const string Usings = "using System; using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    [Theory]
    [InlineData("if (flag) { zeros(3).view(2); }", "SHG1007")]
    [InlineData("var x = flag ? zeros(3).view(2) : zeros(2);", "SHG1007")]
    [InlineData("switch (n) { case 1: zeros(3).view(2); break; }", "SHG1007")]
    [InlineData("try { zeros(3).view(2); } catch (ArgumentException) { }", "SHG1007")]
    [InlineData("if (flag) Take(zeros(3), 2);", "SHG1007")]
    [InlineData("zeros(3).view(2); if (flag) zeros(3);", "SHG1002")]
    [InlineData("if (flag) Take(zeros(3), 2); Take(zeros(3), 2);", "SHG1002")]
    [InlineData("var x = zeros(3); x.Dispose(); x.relu();", "SHG2006")]
    [InlineData("var x = zeros(3); if (flag) { x.Dispose(); x.relu(); }", "SHG1007")]
    [InlineData("if (zeros(3) is { ndim: 1 }) zeros(3).view(2);", "SHG1002")]
    [InlineData("if (zeros(3).shape is [var size] && size == 3) zeros(3).view(2);", "SHG1002")]
    public async Task What_fails_there(string code, string id) => Assert.Equal(id, Assert.Single(await Findings(code)));

    [Theory]
    [InlineData("if (flag) Take(zeros(3), 3);")]
    [InlineData("var x = zeros(3); if (flag) x.Dispose(); x.relu();")]
    [InlineData("var x = zeros(3); var y = x.relu(); x.Dispose(); x = y; x.relu();")]
    [InlineData("var x = zeros(3); for (var i = 0; i < 3; i++) { var y = x.relu(); x.Dispose(); x = y; } x.relu();")]
    [InlineData("using (var x = zeros(3)) x.relu(); { using var z = zeros(3); z.relu(); }")]
    [InlineData("var x = zeros(3); try { x.relu(); } finally { x.Dispose(); } x = zeros(3); x.relu();")]
    [InlineData("if (flag) Take(zeros(4), 2); else Take(zeros(2), 2);")]
    [InlineData("var l = Linear(2, 3); Tensor Of(Tensor x) => l.call(x); if (flag) Of(zeros(4)); else Of(zeros(2));")]
    [InlineData("var x = zeros(3); while (flag) { if (n > 0) x.view(2); x = zeros(2); }")]
    [InlineData("Throws(() => zeros(3).view(2));")]
    [InlineData("if (zeros(3) is { ndim: 2 }) zeros(3).view(2);")]
    [InlineData("if (zeros(3).shape is [_, ..] and not [3]) zeros(3).view(2);")]
    [InlineData("if (zeros(3).shape is [_, _]) zeros(3).view(2);")]
    [InlineData("if ((zeros(3), 2) is (_, 3)) zeros(3).view(2);")]
    public async Task What_may_work(string code) => Assert.Empty(await Findings(code));

    private static async Task<string[]> Findings(string code)
    {
        var source =
            $"static class P {{ static void Take(Tensor x, int size) => x.view(size); "
            + "static void Throws(Action run) { try { run(); } catch (Exception) { return; } throw new Exception(); } "
            + $"static void M(bool flag, int n) {{ {code} }} }}";
        var compilation = TestCompilation.Create(Usings + source);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers([new FlowAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(d => d.Id)];
    }
}
