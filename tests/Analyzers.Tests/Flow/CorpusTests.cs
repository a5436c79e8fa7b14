using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var text = Read(file);
        var found = await Findings(text);
        Assert.Equal(LinesWith(text, "// BUG"), found.Select(f => f.Line).Distinct().Order());
    }

    public static IEnumerable<TheoryDataRow<string, int>> Programs =>
        Files(Path.Combine("alone", "right"))
            .Concat(Files(Path.Combine("alone", "wrong")))
            .SelectMany(f => Enumerable.Range(0, ClassesIn(Read(f.Data)).Count()).Select(i => new TheoryDataRow<string, int>(f.Data, i)));

    /// <summary>Where it counts what else a project says, each class is one; comments are read, too.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Programs_of_one_class(string file, int place)
    {
        var text = Read(file);
        var kept = ClassesIn(text).ElementAt(place).FullSpan;
        // The others go, the lines stay.
        var others = ClassesIn(text).Select(c => c.FullSpan).Where(s => s != kept).OrderByDescending(s => s.Start);
        var alone = others.Aggregate(text, (t, s) => t.Remove(s.Start, s.Length).Insert(s.Start, Lines(t.Substring(s.Start, s.Length))));
        var found = await Findings(alone, OutputKind.ConsoleApplication, withComments: true);
        Assert.Equal(LinesWith(alone, "BUG"), found.Select(f => f.Line).Distinct().Order());
    }

    private static IEnumerable<ClassDeclarationSyntax> ClassesIn(string text) =>
        CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.OfType<ClassDeclarationSyntax>();

    private static string Lines(string text) => new('\n', text.Count(c => c == '\n'));

    private static string Read(string file) => Repository.Read("tests", "Corpus", file).ReplaceLineEndings("\n");

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

    private static async Task<(int Line, string Message)[]> Findings(
        string text,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        bool withComments = false
    )
    {
        var created = TestCompilation.Create(Usings, text);
        var compilation = created.WithOptions(created.Options.WithOutputKind(kind));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers([new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .Where(d =>
                    d.Severity >= DiagnosticSeverity.Warning || d.Id is "SHG1004" or "SHG1007" || (withComments && d.Id == "SHG1005")
                )
                .Select(d => (d.Location.GetLineSpan().StartLinePosition.Line + 1, d.GetMessage())),
        ];
    }

    private static IEnumerable<TheoryDataRow<string>> Files(string folder) =>
        Directory
            .GetFiles(Repository.PathOf("tests", "Corpus", folder), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.Combine(folder, Path.GetFileName(f))));
}
