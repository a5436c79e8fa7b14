using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Layers that bring branches together.</summary>
internal static class CombiningCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.Of("As", r => new(default, Draw.Any(r)), (_, x) => x.alias()),
            LayerCase.OfTwo(
                "From",
                r =>
                    new(Arguments.Of(("Source", ArgumentValue.OfLayer("other"))), new TensorSpec(Draw.Any(r)), new TensorSpec(Draw.Any(r))),
                (_, _, other) => other.alias()
            ),
            new(
                "Output",
                r => Others(r, Broadcast) is var d ? d with { Arguments = Arguments.Of(("Names", d.Arguments["Others"]!)) } : d,
                _ => new(null, x => x[0].alias())
            ),
            new("Add", r => Others(r, Broadcast), _ => new(null, x => x.Skip(1).Aggregate(x[0], (sum, other) => sum + other))),
            new("Mul", r => Others(r, Broadcast), _ => new(null, x => x.Skip(1).Aggregate(x[0], (product, other) => product * other))),
            new("Concat", Concatenation, a => new(null, x => cat([.. x.Skip(1), x[0]], a.Int("Dim", 1)))),
        ];

    private static Drawn Others(Random random, Func<Random, long[], long[]> draw)
    {
        var first = Draw.Any(random);
        var others = Enumerable.Range(0, random.Next(1, 3)).Select(_ => new TensorSpec(draw(random, first))).ToArray();
        var names = ArgumentValue.OfLayers([.. others.Select((_, i) => $"other{i}")]);
        return new(Arguments.Of(("Others", names)), [new TensorSpec(first), .. others]);
    }

    /// <summary>Mostly the shape, with some sizes 1 and some leading ones left out.</summary>
    private static long[] Broadcast(Random random, long[] shape)
    {
        long[] other = [.. shape.Select(s => random.Next(6) == 0 ? 1 : s)];
        return Draw.Nearly(random, other[(random.Next(6) == 0 && other.Length > 0 ? 1 : 0)..]);
    }

    private static Drawn Concatenation(Random random)
    {
        var dim = random.Next(-3, 4);
        var drawn = Others(
            random,
            (r, shape) =>
            {
                var at = dim < 0 ? dim + shape.Length : dim;
                long[] other = [.. shape.Select((s, i) => i == at ? r.Next(1, 5) : s)];
                return Draw.Nearly(r, other);
            }
        );
        return drawn with { Arguments = Draw.Some(random, drawn.Arguments, ("Dim", Draw.Size(dim))) };
    }
}
