using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>Code as it stands while it is typed: without one of its tokens, or cut off before one. Nothing throws.</summary>
public sealed class MalformedCodeTests(ITestOutputHelper output)
{
    // Of the tokens of a file so many are tried, evenly.
    private const int Tries = 16;

    public static IEnumerable<TheoryDataRow<string>> Programs =>
        new[] { "programs", "ok", "silent" }
            .SelectMany(f => Directory.GetFiles(Repository.PathOf("tests", "Corpus", f), "*.cs"))
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Repository.PathOf("tests", "Corpus"), f)));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Nothing_throws(string file)
    {
        var text = Repository.Read("tests", "Corpus", file);
        var tokens = CSharpSyntaxTree
            .ParseText(text, TestCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .ToArray();
        var chosen = tokens.Where((_, i) => i % Math.Max(1, tokens.Length / Tries) == 0).ToArray();
        foreach (var token in chosen)
        {
            await Analyze(text.Remove(token.SpanStart, token.Span.Length));
            await Analyze(text[..token.SpanStart]);
        }

        output.WriteLine($"{file}: {2 * chosen.Length} texts");
    }

    private static async Task Analyze(string text)
    {
        var diagnostics = await TestCompilation
            .Create("global using System; global using System.Collections.Generic; global using System.Linq;", text)
            .WithAnalyzers([new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            "AD0001",
            diagnostics.Select(d => d.Id == "AD0001" ? throw new InvalidOperationException($"{d.GetMessage()}\n{text}") : d.Id)
        );
    }
}
