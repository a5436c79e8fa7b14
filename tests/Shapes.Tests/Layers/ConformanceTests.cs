using System.Globalization;
using ShapeGen;
using ShapeGen.Layers;
using Testing.Layers;
using static TorchSharp.torch;

namespace Shapes.Tests.Layers;

/// <summary>
/// What a rule predicts is what libtorch does: the shape where it runs, an error where it throws. SHAPEGEN_CONFORMANCE=10 takes ten
/// times as many configurations, SHAPEGEN_SEED another seed.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const int ConfigurationsPerLayer = 500;

    public static IEnumerable<TheoryDataRow<string>> Layers => LayerCases.All.Select(r => new TheoryDataRow<string>(r.Layer));

    static ConformanceTests() => TorchBackend.Require();

    [Fact]
    public void Every_layer_has_a_row() => Assert.Equal(LayerCatalog.All.Select(l => l.Name).Order(), LayerCases.All.Select(r => r.Layer).Order());

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_agrees_with_libtorch(string name)
    {
        var row = LayerCases.All.Single(r => r.Layer == name);
        var layer = LayerCatalog.Find(name)!;
        var seed = Setting("SHAPEGEN_SEED", 20261122);
        var count = ConfigurationsPerLayer * Setting("SHAPEGEN_CONFORMANCE", 1);
        var random = new Random(seed);
        var errors = 0;
        var mismatches = new List<string>();
        using var gradients = no_grad();
        for (var i = 0; i < count; i++)
        {
            var drawn = row.Draw(random);
            var outcome = layer.Infer(drawn.Arguments, drawn.OperandsOf(layer));
            var predicted = outcome.Error is null ? outcome.Output.ToString() : "error";
            var (actual, message) = row.IsRefused(drawn) ? ("error", "refused") : Execute(row, drawn);
            errors += actual == "error" ? 1 : 0;
            if (predicted != actual)
            {
                mismatches.Add($"{drawn}: predicted {predicted} {outcome.Error?.Kind}, libtorch {actual} {message}");
            }
        }

        output.WriteLine($"{name}: {count} configurations, {errors} of them errors, {mismatches.Count} mismatches, seed {seed}");
        Assert.True(mismatches.Count == 0, $"{mismatches.Count} of {count}\n{string.Join('\n', mismatches.Take(5))}");
    }

    private static (string Shape, string? Message) Execute(LayerCase row, Drawn drawn)
    {
        using var scope = NewDisposeScope();
        try
        {
            Tensor[] inputs = [.. drawn.Inputs.Select(i => i.Create())];
            var made = row.Make(new(drawn.Arguments));
            using var module = made.Module;
            var shape = made.Run(inputs).shape;

            // A tensor without values is a result of libtorch, and never what is meant.
            return shape.Contains(0) ? ("error", "empty") : ($"({string.Join(", ", shape)})", null);
        }
        catch (Exception failure) when (failure is not (NullReferenceException or InvalidCastException))
        {
            return ("error", failure.Message.Split('\n')[0]);
        }
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : standard;
}
