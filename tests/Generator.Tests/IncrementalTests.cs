using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Generator;
using ShapeGen.Roslyn.Reading;
using Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Generator.Tests;

/// <summary>An edit that does not touch a network makes nothing new; the models hold nothing of the compilation.</summary>
public sealed class IncrementalTests
{
    private const string Unrelated = "class Other { int M() => 1; }";

    private static readonly string[] _allSteps = [TrackingNames.Read, TrackingNames.Check, TrackingNames.References, TrackingNames.Output];

    [Theory]
    [InlineData("class Other { int M() => 2; }")]
    [InlineData("// a comment\nclass Other { int M() => 1; }")]
    [InlineData("class Other { int M() => 1; } class Third { }")]
    public void An_edit_in_another_file_changes_nothing(string edited)
    {
        var first = TestCompilation.Create(Sources.ConvNet, Unrelated);
        AssertNothingNew(GeneratorRun.Of(first).Then(Replace(first, 1, edited)));
    }

    [Theory]
    [InlineData("public partial class ConvNet;", "public partial class ConvNet; // a comment")]
    [InlineData("namespace Mnist;", "namespace Mnist;\n\n/* moved */\n")]
    [InlineData("Linear(1024)", "Linear ( 1024 )")]
    [InlineData("Linear(1024)", "Linear(4 * 256)")]
    [InlineData("Dropout(0.25)", "Dropout(p: 0.25)")]
    [InlineData("[Flatten, Linear(1024)", "[FlattenAttribute] [Linear(1024)")]
    [InlineData(
        "public partial class ConvNet;",
        "public partial class ConvNet { int M() => 1; }",
        "public partial class ConvNet { int M() => 2; }"
    )]
    public void An_edit_that_means_the_same_changes_nothing(string text, string edited, string? again = null)
    {
        var before = again is null ? Sources.ConvNet : Sources.ConvNet.Replace(text, edited, StringComparison.Ordinal);
        var after = again is null
            ? Sources.ConvNet.Replace(text, edited, StringComparison.Ordinal)
            : Sources.ConvNet.Replace(text, again, StringComparison.Ordinal);
        var first = TestCompilation.Create(before, Unrelated);
        AssertNothingNew(GeneratorRun.Of(first).Then(Replace(first, 0, after)));
    }

    [Fact]
    public void An_edit_elsewhere_changes_nothing_of_the_zoo()
    {
        string[] sources = [.. Zoo.ZooNetworks.Sources, Unrelated];
        var first = TestCompilation.Create(sources);
        AssertNothingNew(GeneratorRun.Of(first).Then(Replace(first, sources.Length - 1, "class Other { int M() => 2; }")));
    }

    [Theory]
    [InlineData("Growth * 4", "4 * Growth /* the same */", false)]
    [InlineData("/// <summary>Adds some channels", "/// <summary>Adds a few channels", true)]
    public void An_edit_of_a_block_changes_its_network_only(string text, string edited, bool isSame)
    {
        string[] sources = [.. Zoo.ZooNetworks.Sources];
        var file = Array.FindIndex(sources, s => s.Contains("class DenseNet121", StringComparison.Ordinal));
        var first = TestCompilation.Create(sources);
        var second = GeneratorRun.Of(first).Then(Replace(first, file, sources[file].Replace(text, edited, StringComparison.Ordinal)));
        Assert.Equal(isSame ? 0 : 1, second.Reasons(TrackingNames.Read).Count(r => r == Modified));
        Assert.Equal(0, second.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Count(o => o.Reason == New));
    }

    [Fact]
    public void A_changed_layer_is_generated_again()
    {
        var first = TestCompilation.Create(Sources.ConvNet, Unrelated);
        var second = GeneratorRun
            .Of(first)
            .Then(Replace(first, 0, Sources.ConvNet.Replace("Linear(1024)", "Linear(512)", StringComparison.Ordinal)));
        Assert.Equal([Modified], second.Reasons(TrackingNames.Read));
        Assert.Equal([Modified], second.Reasons(TrackingNames.Output));
        Assert.Contains("outputSize: 512", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_network_that_was_edited_is_generated_again()
    {
        var other = Sources.ConvNet.Replace("ConvNet", "Other", StringComparison.Ordinal);
        var first = TestCompilation.Create(Sources.ConvNet, other);
        var second = GeneratorRun.Of(first).Then(Replace(first, 1, other.Replace("Linear(10)", "Linear(11)", StringComparison.Ordinal)));
        Assert.Equal([Modified, Cached], second.Reasons(TrackingNames.Output).Order());
    }

    [Fact]
    public void Equal_sources_give_equal_models()
    {
        var (a, b) = (Model(Sources.ConvNet), Model(Sources.ConvNet));
        Assert.NotSame(a, b);
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, Model(Sources.ConvNet.Replace("32, 5", "32, 3", StringComparison.Ordinal)));
    }

    [Fact]
    public void Models_hold_nothing_of_the_compilation()
    {
        var run = GeneratorRun.Of([Sources.ConvNet, .. Zoo.ZooNetworks.Sources]);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in _allSteps.SelectMany(s => run.Result.TrackedSteps[s]).SelectMany(s => s.Outputs))
        {
            Walk(output.Value, seen);
        }

        // The walk must have got into the models: an empty one would prove nothing.
        Assert.Contains(seen, o => o is NetworkCheck);
        Assert.Contains(seen, o => o is ShapeGen.Networks.Blocks.BlockSpec);
        Assert.Contains(seen, o => o is ShapeGen.Layers.Argument);
    }

    private static void Walk(object? node, HashSet<object> seen)
    {
        if (node is null || node.GetType().IsPrimitive || node is string || !seen.Add(node))
        {
            return;
        }

        Assert.False(
            node is ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or Compilation or SemanticModel or Location,
            $"{node.GetType()} is in the pipeline"
        );
        if (node is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen);
            }
        }

        for (var type = node.GetType(); type is not null; type = type.BaseType)
        {
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                Walk(field.GetValue(node), seen);
            }
        }
    }

    private static void AssertNothingNew(GeneratorRun run)
    {
        Assert.All(_allSteps.SelectMany(run.Reasons), r => Assert.True(r is Cached or Unchanged, r.ToString()));
        Assert.All(run.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.Equal(Cached, o.Reason));
    }

    private static NetworkDeclaration Model(string source)
    {
        var compilation = TestCompilation.Create(source);
        var type = compilation.GetTypeByMetadataName("Mnist.ConvNet")!;
        return NetworkReader.Read(type, compilation, TestContext.Current.CancellationToken).Declaration;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath));
    }
}
