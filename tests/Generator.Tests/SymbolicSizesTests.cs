using Microsoft.CodeAnalysis;
using ShapeGen.Roslyn.Reading;
using Testing;
using Testing.Layers;

namespace Generator.Tests;

/// <summary>
/// Every layer on inputs of which some sizes are known at run time only, also such that no expression has: what is generated compiles
/// without a warning, and either the network fits together or something is reported.
/// </summary>
public sealed class SymbolicSizesTests
{
    private const int DrawsPerLayer = 3;

    public static IEnumerable<TheoryDataRow<string>> Layers => LayerCases.All.Select(c => new TheoryDataRow<string>(c.Layer));

    [Theory]
    [MemberData(nameof(Layers))]
    public void It_compiles_or_is_reported(string layer)
    {
        var layerCase = LayerCases.All.Single(c => c.Layer == layer);
        var networks = Drawn(layerCase).SelectMany(d => Variants(layer, d)).ToArray();
        var run = GeneratorRun.Of(
            Sources.Usings + string.Concat(networks.Select((n, i) => $"[Network, {n}] public partial class Net{i};\n"))
        );
        Assert.Empty(run.Diagnostics.Select(d => $"{d} {networks[NumberOf(d)]}"));
        for (var i = 0; i < networks.Length; i++)
        {
            var type = run.Output.GetTypeByMetadataName($"Net{i}")!;
            var check = NetworkCheck.Of(NetworkReader.Read(type, run.Output, TestContext.Current.CancellationToken).Declaration);
            Assert.True(check.IsSound || check.Problems.Any(p => !p.IsDoubt), networks[i]);
        }
    }

    private static int NumberOf(Diagnostic diagnostic) =>
        int.TryParse(
            Path.GetFileName(diagnostic.Location.GetLineSpan().Path).Replace("Net", "", StringComparison.Ordinal).Split('.')[0],
            out var n
        )
            ? n
            : 0;

    /// <summary>Each size in turn, all of them, and all behind a window in ceil mode.</summary>
    private static IEnumerable<string> Variants(string layer, Drawn drawn)
    {
        var sizes = drawn.Inputs[0].Shape.Skip(1).Select(s => $"{s}").ToArray();
        var type = drawn.Inputs[0].Below is null ? "" : ", DType = DType.Int64";
        var text = layer == "As" ? "As(\"here\"), Add(\"here\")" : AttributeText.Of(layer, drawn.Arguments);
        string Input(Func<int, bool> isAny) => $"Input({string.Join(", ", sizes.Select((s, i) => isAny(i) ? "Dim.Any" : s))}{type})";
        for (var i = 0; i < sizes.Length; i++)
        {
            yield return $"{Input(j => j == i)}, {text}";
        }

        yield return $"{Input(_ => true)}, {text}";
        if (sizes.Length is 2 or 3 && type.Length == 0)
        {
            yield return $"{Input(j => j > 0)}, MaxPool{sizes.Length - 1}d(2, 3, CeilMode = true), {text}";
            yield return $"{Input(_ => true)}, MaxPool{sizes.Length - 1}d(2, 3, CeilMode = true), {text}, Flatten, Linear(3)";
        }
    }

    private static IEnumerable<Drawn> Drawn(LayerCase layerCase)
    {
        var random = new Random(1);
        return Enumerable
            .Range(0, 200)
            .Select(_ => layerCase.Draw(random).OfInput())
            .Where(d => d.Inputs[0].Shape.Length is > 1 and < 5)
            .Where(d => layerCase.Layer == "As" || AttributeText.Of(layerCase.Layer, d.Arguments) is not null)
            .Take(DrawsPerLayer);
    }
}
