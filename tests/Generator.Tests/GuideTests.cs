using System.Text.RegularExpressions;
using Testing;

namespace Generator.Tests;

/// <summary>The networks of the guide are generated, without a warning.</summary>
public sealed partial class GuideTests
{
    public static IEnumerable<TheoryDataRow<string>> Blocks =>
        Code()
            .Matches(Repository.Read("docs", "guide.md").ReplaceLineEndings("\n"))
            .Select(m => new TheoryDataRow<string>(m.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_of_code_compiles(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Result.GeneratedSources);
        Assert.All(
            run.Result.GeneratedSources,
            s => Assert.DoesNotContain("does not fit together", s.SourceText.ToString(), StringComparison.Ordinal)
        );
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
