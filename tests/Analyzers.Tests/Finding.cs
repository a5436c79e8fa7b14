using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Generator;
using Testing;

namespace Analyzers.Tests;

/// <summary>A report, with the texts that it points at.</summary>
/// <param name="Id">The id of the diagnostic.</param>
/// <param name="At">The text that is underlined.</param>
/// <param name="Message">The message.</param>
/// <param name="From">The layer that made the size, as it is written; null if none is named.</param>
public sealed record Finding(string Id, string At, string Message, string? From = null)
{
    /// <summary>What the analyzer reports in a file with usings, after the generator has run as it does in a build.</summary>
    public static Task<ImmutableArray<Finding>> AllIn(string source) => AllIn(TestCompilation.Create(Sources.Usings + source));

    public static async Task<ImmutableArray<Finding>> AllIn(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        var diagnostics = await output
            .WithAnalyzers([new NetworkAnalyzer(), new GeneratedConstantAnalyzer(), new BlockArgumentAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(Of)];
    }

    /// <summary>The only finding of a network with these attributes.</summary>
    public static async Task<Finding> OnlyIn(string attributes) => Assert.Single(await AllIn($"{attributes} public partial class Net;"));

    private static Finding Of(Diagnostic diagnostic) =>
        new(
            diagnostic.Id,
            TextAt(diagnostic.Location),
            diagnostic.GetMessage(),
            diagnostic.AdditionalLocations.Select(TextAt).FirstOrDefault()
        );

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
