using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Tensors one after the other along a dimension: their other sizes are the same.</summary>
internal static class Joining
{
    /// <summary>What differs beside that dimension, as the end of a message; null if nothing does.</summary>
    public static string? Difference(Shape first, Shape other, int at) =>
        other.Rank != first.Rank
            ? $": {first.Rank} dimensions and {other.Rank}"
            : Broadcasting.FirstDifference(first.Replace(at, 1, new Axis(1)), other.Replace(at, 1, new Axis(1)));

    /// <summary>The whole, of tensors that do not differ elsewhere.</summary>
    public static Shape Of(Shape first, IEnumerable<Shape> all, int at)
    {
        var sizes = all.Select(s => s.Axes[at].Size).ToArray();
        var sum = sizes.Any(s => s is null) ? null : sizes.Aggregate(Dim.Zero, (total, s) => total + s!);
        return first.Replace(at, 1, new Axis(sum, first.Axes[at].Role));
    }
}
