using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>What docs/hand-written.md shows is what is reported.</summary>
public sealed partial class PageTests
{
    [Fact]
    public async Task The_finding_is_the_one_behind_the_line()
    {
        var source = Code().Match(Repository.Read("docs", "hand-written.md").ReplaceLineEndings("\n")).Groups[1].Value;
        var compilation = TestCompilation.Create(source);
        var finding = Assert.Single(
            await compilation
                .WithAnalyzers([new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()])
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
        );
        var line = source.Split('\n')[finding.Location.GetLineSpan().StartLinePosition.Line];
        Assert.EndsWith($"// error {finding.Id}: {finding.GetMessage(null)}", line, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
