using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using ShapeGen.Layers;
using ShapeGen.Roslyn.Diagnostics;
using Testing;

namespace Roslyn.Tests;

/// <summary>Every diagnostic has its page, and what the page shows is so.</summary>
public sealed partial class RulePageTests
{
    private static readonly DiagnosticDescriptor[] _all = [.. Descriptors.All, .. Descriptors.Flow, .. Descriptors.Traps];

    public static IEnumerable<TheoryDataRow<string>> Ids => _all.Select(d => new TheoryDataRow<string>(d.Id));

    [Fact]
    public void Every_kind_of_problem_has_a_descriptor_of_its_own()
    {
        var kinds = Enum.GetValues<ProblemKind>();
        Assert.Equal(kinds.Length, kinds.Select(k => Descriptors.Of(k).Id).Distinct().Count());
        Assert.Equal(kinds.Length, Descriptors.All.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_there_and_linked(string id)
    {
        var descriptor = _all.Single(d => d.Id == id);
        Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {descriptor.DefaultSeverity}.\n", Page(id), StringComparison.Ordinal);
        Assert.Contains(
            $"| [{id}]({id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} |",
            Repository.Read("docs", "rules", "README.md"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $" {id} ",
            Repository.Read("src", "Roslyn", "AnalyzerReleases.Unshipped.md")
                + Repository.Read("src", "Roslyn", "AnalyzerReleases.Shipped.md"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_the_page_calls_wrong_is_reported_and_what_it_calls_right_is_not(string id)
    {
        if (id is DiagnosticIds.NoTorchSharp or DiagnosticIds.GeneratedConstant)
        {
            // The first is about a reference, and the other about code that is not written: it has a test of its own.
            return;
        }

        Assert.Equal([id], await Reported(Example(id, "Wrong")));
        Assert.Empty(await Reported(Example(id, "Right")));
    }

    private static async Task<string[]> Reported(string source)
    {
        var diagnostics = await TestCompilation
            .Create(source)
            .WithAnalyzers([
                new NetworkAnalyzer(),
                new FlowAnalyzer(),
                new RegistrationAnalyzer(),
                new TrapAnalyzer(),
                new ShapeAttributeAnalyzer(),
            ])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(d => d.Id)];
    }

    private static string Example(string id, string heading) =>
        Code().Matches(Page(id)).Single(m => m.Groups["heading"].Value == heading).Groups["code"].Value;

    private static string Page(string id) => Repository.Read("docs", "rules", $"{id}.md").ReplaceLineEndings("\n");

    [GeneratedRegex(@"## (?<heading>\w+)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
