using System;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>How libtorch brings two tensors to one shape.</summary>
internal static class Broadcasting
{
    /// <summary>From the last dimension on, sizes are equal or one of them is 1; missing ones are 1. Null where that is not so.</summary>
    public static Shape? Of(Shape left, Shape right)
    {
        var rank = Math.Max(left.Axes.Count, right.Axes.Count);
        var axes = Enumerable.Range(0, rank).Select(i => Join(At(left, i, rank), At(right, i, rank))).ToArray();
        return axes.Any(a => a is null) ? null : Shape.Of(axes!);
    }

    /// <summary>
    /// The same where a rank is not known: the last dimensions, as far as both are known or one has no more. Null where two of them can never
    /// be brought together.
    /// </summary>
    public static Shape? OfOpen(Shape left, Shape right)
    {
        if (left.Rank is not null && right.Rank is not null)
        {
            return Of(left, right);
        }

        var (first, second) = (Last(left), Last(right));
        var count = Math.Min(left.Rank is null ? first.Length : int.MaxValue, right.Rank is null ? second.Length : int.MaxValue);
        var axes = Enumerable.Range(0, count).Select(i => Join(Before(first, i), Before(second, i))).Reverse().ToArray();
        return axes.Any(a => a is null) ? null : Shape.Ending(axes!);
    }

    private static Axis[] Last(Shape shape) => [.. (shape.Rank is null ? shape.Trailing : shape.Axes).Reverse()];

    private static Axis Before(Axis[] last, int index) => index < last.Length ? last[index] : new Axis(1);

    /// <summary>
    /// A doubt where the batches of two tensors do not come to stand in one dimension: (N, 1) and (N) would give (N, N), which mixes all
    /// samples with all others.
    /// </summary>
    public static Mismatch? BatchesApart(LayerDefinition layer, Parameter parameter, Shape left, Shape right)
    {
        var rank = Math.Max(left.Axes.Count, right.Axes.Count);
        var (first, second) = (left.BatchAxis + rank - left.Axes.Count, right.BatchAxis + rank - right.Axes.Count);
        return first is null || second is null || first == second
            ? null
            : new(
                ProblemKind.ActsOnBatch,
                new(parameter.Name),
                layer.Name,
                $"sets the batch of {right} beside another dimension of {left}: sizes are matched from the last one on"
            );
    }

    /// <summary>The first dimension, from the last one on, in which two shapes cannot be brought together.</summary>
    public static string Difference(Shape left, Shape right)
    {
        var rank = Math.Max(left.Axes.Count, right.Axes.Count);
        var at = Enumerable.Range(0, rank).Last(i => Join(At(left, i, rank), At(right, i, rank)) is null);
        return $": dimension {at} is {At(left, at, rank)} and {At(right, at, rank)}";
    }

    /// <summary>The first dimension in which two shapes of one rank differ; null if none does.</summary>
    public static string? FirstDifference(Shape left, Shape right)
    {
        var at = left.Axes.Zip(right.Axes, Samples.AreDifferent).ToList().IndexOf(true);
        return at < 0 ? null : $": dimension {at} is {left.Axes[at]} and {right.Axes[at]}";
    }

    private static Axis At(Shape shape, int index, int rank)
    {
        var own = index - (rank - shape.Axes.Count);
        return own < 0 ? new Axis(1) : shape.Axes[own];
    }

    private static Axis? Join(Axis left, Axis right) =>
        left.Size?.Constant is { IsOne: true } ? right
        : right.Size?.Constant is { IsOne: true } ? left
        : Samples.AreDifferent(left, right) && !MayBeOne(left) && !MayBeOne(right) ? null
        : left.Size is not null && left.Size.Equals(right.Size) ? left
        : new Axis(
            left.Size is { IsConstant: true } ? left.Size
                : right.Size is { IsConstant: true } ? right.Size
                : null,
            left.Role
        );

    // A batch of one is brought to any size.
    private static bool MayBeOne(Axis axis) => axis.Size is { } size && Dim.AreEqual(size, 1) != Truth.Refuted;
}
