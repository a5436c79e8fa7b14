using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Generator.Tests;

/// <summary>Half of a text is what an IDE has most of the time. Neither generator nor analyzer ever throws.</summary>
public sealed class MalformedInputTests(ITestOutputHelper output)
{
    private static readonly string[] _files = ["ConvNet.cs", "Program.cs", "Options.cs", "Picture.cs"];

    public static IEnumerable<TheoryDataRow<string>> Files => _files.Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Any_beginning_of_the_sample_is_survived(string file)
    {
        var text = Repository.Read("samples", "Mnist", file);
        await SurviveAll(file, Enumerable.Range(0, text.Length).Select(length => text[..length]));
    }

    [Fact]
    public async Task The_network_without_any_of_its_tokens_is_survived()
    {
        var text = Repository.Read("samples", "Mnist", "ConvNet.cs");
        var tokens = CSharpSyntaxTree
            .ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens();
        await SurviveAll("ConvNet.cs", tokens.Select(t => text.Remove(t.SpanStart, t.Span.Length)));
    }

    /// <summary>Blocks, stages and a forward that is written by hand, without any of their tokens, and up to each of them.</summary>
    [Theory]
    [InlineData("MobileNetV2.cs")]
    [InlineData("UNet.cs")]
    [InlineData("TextClassifier.cs")]
    [InlineData("Vae.cs")]
    [InlineData("Siamese.cs")]
    public async Task Networks_of_blocks_and_stages_are_survived(string file)
    {
        var text = Repository.Read("samples", "Zoo", file);
        var tokens = CSharpSyntaxTree
            .ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .ToArray();
        var without = tokens.Select(t => text.Remove(t.SpanStart, t.Span.Length));
        var upTo = tokens.Select(t => text[..t.SpanStart]);
        await SurviveAll("ConvNet.cs", without.Concat(upTo));
    }

    [Theory]
    [InlineData("Linear(int.MaxValue), Linear(int.MaxValue), Linear(int.MaxValue)")]
    [InlineData("Conv2d(int.MaxValue, int.MaxValue, int.MaxValue, Padding = int.MaxValue, Dilation = int.MaxValue)")]
    [InlineData("Reshape(int.MinValue, int.MaxValue, int.MaxValue, int.MaxValue)")]
    [InlineData("Conv2d(1, new int[0])")]
    [InlineData("Conv2d(1, null!)")]
    [InlineData("Reshape(null!)")]
    [InlineData("Reshape()")]
    [InlineData("Conv2d(3, 3, Strides = null)")]
    [InlineData("Conv2d(3, 3, Strides = [1, 2, 3])")]
    [InlineData("Conv2d(3, 3, Stride = 2, Strides = [1, 2])")]
    [InlineData("Conv2d(3, 3, Padding = -2, Groups = 0)")]
    [InlineData("Dropout(double.NaN)")]
    [InlineData("ReLU(Name = null)")]
    [InlineData("ReLU(Name = \"\")")]
    [InlineData("Linear(\"x\")")]
    [InlineData("Linear(3L)")]
    [InlineData("Unflatten(9, 0)")]
    [InlineData("Flatten(StartDim = 3, EndDim = 1)")]
    [InlineData("Softmax(77)")]
    [InlineData("Network, Input(), Input(0), Layer")]
    public async Task Arguments_out_of_all_bounds_are_survived(string layer)
    {
        var text = $"{Sources.Usings}[Network, Input(1, 28, 28), {layer}, Flatten, Linear(10)] public partial class ConvNet;";
        await SurviveAll("ConvNet.cs", [text]);
    }

    private async Task SurviveAll(string file, IEnumerable<string> texts)
    {
        // One compilation for all: its references are bound once.
        var whole = TestCompilation.Create(
            [.. TestCompilation.References, TestCompilation.Runtime],
            [.. _files.Select(f => Repository.Read("samples", "Mnist", f))]
        );
        var tree = whole.SyntaxTrees[Array.IndexOf(_files, file)];
        var failures = new ConcurrentBag<string>();
        var count = 0;
        await Parallel.ForEachAsync(
            texts,
            TestContext.Current.CancellationToken,
            async (text, cancellation) =>
            {
                var compilation = whole.ReplaceSyntaxTree(
                    tree,
                    CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath, cancellationToken: cancellation)
                );

                // GeneratorRun asserts that the generator threw nothing.
                var run = GeneratorRun.Of(compilation);
                var output = run.Output;
                var options = new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]),
                    (failure, _, _) => failures.Add($"{failure} after:\n{text}"),
                    concurrentAnalysis: false,
                    logAnalyzerExecutionTime: false
                );
                var found = await output
                    .WithAnalyzers([new NetworkAnalyzer(), new BlockArgumentAnalyzer(), new FlowAnalyzer()], options)
                    .GetAnalyzerDiagnosticsAsync(cancellation);

                // What throws when it is called must be an error of the build: ours, or the compiler's.
                if (
                    run.Result.GeneratedSources.Any(g =>
                        g.SourceText.ToString().Contains("does not fit together", StringComparison.Ordinal)
                    ) && !found.Concat(output.GetDiagnostics(cancellation)).Any(d => d.Severity == DiagnosticSeverity.Error)
                )
                {
                    failures.Add($"nothing is reported of:\n{text}");
                }

                Interlocked.Increment(ref count);
            }
        );
        output.WriteLine($"{file}: {count} texts, {failures.Count} failures");
        Assert.Empty(failures);
        Assert.NotEqual(0, count);
    }
}
