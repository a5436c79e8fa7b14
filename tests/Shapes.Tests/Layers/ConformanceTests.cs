using ShapeGen;
using ShapeGen.Layers;
using Testing;
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
    public void Every_layer_has_a_row() =>
        Assert.Equal(
            LayerCatalog.All.Select(l => l.Name).Where(n => n is not (LayerCatalog.Block or LayerCatalog.Shortcut)).Order(),
            LayerCases.All.Select(r => r.Layer).Order()
        );

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_agrees_with_libtorch(string name)
    {
        var row = LayerCases.All.Single(r => r.Layer == name);
        var layer = LayerCatalog.Find(name)!;
        var seed = Setting.Seed;
        var count = ConfigurationsPerLayer * Setting.Times;
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

    /// <summary>Floating-point numbers where integers are meant, and the other way round.</summary>
    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_takes_the_elements_that_libtorch_takes(string name)
    {
        var row = LayerCases.All.Single(r => r.Layer == name);
        var layer = LayerCatalog.Find(name)!;
        var random = new Random(1);
        using var gradients = no_grad();
        foreach (var drawn in Enumerable.Range(0, 300).Select(_ => row.Draw(random)).Where(d => IsLegal(row, layer, d)).Take(5))
        {
            foreach (var below in new long?[] { null, 3 })
            {
                var typed = drawn with { Inputs = [drawn.Inputs[0] with { Below = below }, .. drawn.Inputs.Skip(1)] };
                var outcome = layer.Infer(typed.Arguments, typed.OperandsOf(layer));
                if (outcome.Type == ElementType.Unknown)
                {
                    continue;
                }

                var (actual, message) = Execute(row, typed);
                Assert.True(
                    (outcome.Error is not null) == (actual == "error"),
                    $"{typed}: {outcome.Error?.Kind}, libtorch {actual} {message}"
                );
                if (outcome.Error is null)
                {
                    Assert.Equal(outcome.Type, IsInteger(row, typed) ? ElementType.Int64 : ElementType.Floating);
                }
            }
        }
    }

    private static bool IsLegal(LayerCase row, LayerDefinition layer, Drawn drawn) =>
        !row.IsRefused(drawn) && layer.Infer(drawn.Arguments, drawn.OperandsOf(layer)).Error is null;

    private static bool IsInteger(LayerCase row, Drawn drawn)
    {
        using var scope = NewDisposeScope();
        return !row.Make(new(drawn.Arguments)).Run([.. drawn.Inputs.Select(i => i.Create())]).is_floating_point();
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
}
