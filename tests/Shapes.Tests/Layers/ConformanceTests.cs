using System.Globalization;
using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Shapes.Tests.Layers;

/// <summary>
/// What a rule predicts is what libtorch does: the shape where it runs, an error where it throws. SHAPEGEN_CONFORMANCE=10 takes ten
/// times as many configurations, SHAPEGEN_SEED another seed.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const int ConfigurationsPerLayer = 800;

    public static IEnumerable<TheoryDataRow<string>> Layers => ConformanceTable.Rows.Select(r => new TheoryDataRow<string>(r.Layer));

    static ConformanceTests() => TorchBackend.Require();

    [Fact]
    public void Every_layer_has_a_row() =>
        Assert.Equal(LayerCatalog.All.Select(l => l.Name).Order(), ConformanceTable.Rows.Select(r => r.Layer).Order());

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_agrees_with_libtorch(string name)
    {
        var row = ConformanceTable.Rows.Single(r => r.Layer == name);
        var layer = LayerCatalog.Find(name)!;
        var seed = Setting("SHAPEGEN_SEED", 20261122);
        var count = ConfigurationsPerLayer * Setting("SHAPEGEN_CONFORMANCE", 1);
        var random = new Random(seed);
        var errors = 0;
        var mismatches = new List<string>();
        using var gradients = no_grad();
        for (var i = 0; i < count; i++)
        {
            var (arguments, shape) = row.Draw(random);
            var outcome = layer.Infer(arguments, Shape.OfSizes([.. shape.Select(s => (Dim)s)]));
            var predicted = outcome.Error is null ? outcome.Output.ToString() : "error";
            var (actual, message) = Execute(row, arguments, shape);
            errors += actual == "error" ? 1 : 0;
            if (predicted != actual)
            {
                mismatches.Add(
                    $"({string.Join(", ", shape)}) {arguments}: predicted {predicted} {outcome.Error?.Kind}, libtorch {actual} {message}"
                );
            }
        }

        output.WriteLine($"{name}: {count} configurations, {errors} of them errors, {mismatches.Count} mismatches, seed {seed}");
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches.Take(5)));
    }

    private static (string Shape, string? Message) Execute(ConformanceRow row, Arguments arguments, long[] shape)
    {
        using var scope = NewDisposeScope();
        try
        {
            return ($"({string.Join(", ", row.Run(new(arguments), ones(shape)).shape)})", null);
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
