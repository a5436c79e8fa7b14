using System.Text;
using ShapeGen.Operators;
using Testing;

namespace Generator.Tests.Operators;

/// <summary>docs/operators.md: each operator of TorchSharp that gives tensors has a shape rule, or a reason why it has none.</summary>
public sealed class OperatorPageTests
{
    [Fact]
    public void Each_operator_has_a_rule_or_a_reason()
    {
        var names = OperatorSurface
            .All.Where(o => !OperatorSurface.IsObsolete(o.Method))
            .GroupBy(o => o.Name)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        var without = names.Where(n => !OperatorCatalog.Has(n.Key)).ToArray();
        Assert.Equal([], without.Select(n => n.Key).Where(n => OperatorReasons.Of(n) is null));
        Assert.Equal([], OperatorReasons.Names.Where(n => OperatorCatalog.Has(n)));

        var page = new StringBuilder();
        page.AppendLine("# Operators").AppendLine();
        page.AppendLine(
            "The methods of `Tensor`, `torch`, `torch.nn.functional`, `torch.linalg`, `torch.fft` and `torch.special` of TorchSharp 0.107 that give tensors. A test makes this page"
        );
        page.AppendLine("from the code, and compares each rule with libtorch in every overload, on random arguments.").AppendLine();
        page.AppendLine(
                $"{names.Length} names with {names.Sum(n => n.Count())} overloads: {names.Length - without.Length} names with {names.Where(n => OperatorCatalog.Has(n.Key)).Sum(n => n.Count())} overloads have a shape rule."
            )
            .AppendLine();
        page.AppendLine("## With a rule").AppendLine();
        page.AppendLine(string.Join(", ", names.Where(n => OperatorCatalog.Has(n.Key)).Select(n => $"`{n.Key}`"))).AppendLine();
        page.AppendLine("## Without a rule").AppendLine();
        page.AppendLine("Their result is a tensor of which nothing is known, which never causes a report.").AppendLine();
        page.AppendLine("| Operators | Why |").AppendLine("|---|---|");
        foreach (var reason in without.GroupBy(n => OperatorReasons.Of(n.Key)!))
        {
            page.AppendLine($"| {string.Join(", ", reason.Select(n => $"`{n.Key}`"))} | {reason.Key} |");
        }

        if (Environment.GetEnvironmentVariable("SHAPEGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Repository.PathOf("docs", "operators.md"), page.ToString());
        }

        Assert.Equal(Repository.Read("docs", "operators.md").ReplaceLineEndings("\n"), page.ToString().ReplaceLineEndings("\n"));
    }
}
