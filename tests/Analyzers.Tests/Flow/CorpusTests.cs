using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>
/// Programs with real bugs, the same programs mended, and tricky ones that are right, among them several hundred short ones that mislead an
/// analysis (tests/Corpus): of those that are right nothing is reported, and a bug is reported on its line. What throws on purpose, to be
/// caught, or stands on a path that is never taken and does not look so, is a hint.
/// </summary>
public sealed class CorpusTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    public static IEnumerable<TheoryDataRow<string>> Bugs =>
        Files("bugs").Concat(Files("more")).Concat(Files("uncalled")).Concat(Files("hunted"));

    public static IEnumerable<TheoryDataRow<string>> Right =>
        Files("fixed").Concat(Files("ok")).Concat(Files("silent")).Concat(Files("hostile"));

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task Bugs_are_reported_on_their_lines(string file)
    {
        var text = Repository.Read("tests", "Corpus", file).ReplaceLineEndings("\n");
        var found = await Findings(text);
        Assert.Equal(LinesWith(text, "// BUG"), found.Select(f => f.Line).Distinct().Order());
    }

    private static IEnumerable<int> LinesWith(string text, string mark) =>
        text.ReplaceLineEndings("\n")
            .Split('\n')
            .Index()
            .Where(l => l.Item.Contains(mark, StringComparison.Ordinal))
            .Select(l => l.Index + 1);

    [Theory]
    [MemberData(nameof(Right))]
    public async Task What_is_right_is_silent(string file)
    {
        var text = Repository.Read("tests", "Corpus", file);
        Assert.Equal(LinesWith(text, "// HINT"), (await Findings(text)).Select(f => f.Line).Distinct().Order());
    }

    private static async Task<(int Line, string Message)[]> Findings(string text)
    {
        var compilation = TestCompilation.Create(Usings, text);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers([new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .Where(d => d.Severity >= DiagnosticSeverity.Warning || d.Id is "SHG1004" or "SHG1007")
                .Select(d => (d.Location.GetLineSpan().StartLinePosition.Line + 1, d.GetMessage())),
        ];
    }

    private static IEnumerable<TheoryDataRow<string>> Files(string folder) =>
        Directory
            .GetFiles(Repository.PathOf("tests", "Corpus", folder), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.Combine(folder, Path.GetFileName(f))));
}
