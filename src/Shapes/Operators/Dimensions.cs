using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Dimensions as TorchSharp's methods take them: negative ones count from the end.</summary>
internal static class Dimensions
{
    /// <summary>The place of a dimension of a tensor of so many; null if there is none. A scalar has one, for this purpose.</summary>
    public static int? Place(int dim, int rank)
    {
        var count = rank == 0 ? 1 : rank;
        return dim >= -count && dim < count ? (dim + count) % count : null;
    }

    public static string OutOfRange(OperatorCall call, int dim) => $"{call.Name} of {call.Main} has no dimension {dim}";

    /// <summary>The places of dimensions; or what is wrong with them; neither where the rank is not known.</summary>
    public static (int[]? Places, string? Error) Places(OperatorCall call, IReadOnlyList<int> dims)
    {
        if (call.Main.Rank is not { } rank)
        {
            return (null, null);
        }

        foreach (var dim in dims.Where(d => Place(d, rank) is null))
        {
            return (null, OutOfRange(call, dim));
        }

        var places = dims.Select(d => Place(d, rank)!.Value).ToArray();
        return places.Distinct().Count() < places.Length
            ? (null, $"{call.Name} of {call.Main} names a dimension twice: {string.Join(", ", dims)}")
            : (places, null);
    }

    /// <summary>The tensor without some dimensions, or with 1 in their place.</summary>
    public static Shape Without(Shape shape, IReadOnlyCollection<int> places, bool keep) =>
        Shape.Of(
            shape
                .Axes.Select((a, i) => places.Contains(i) ? (keep ? new Axis(1) { Origin = AxisOrigin.Added } : null) : a)
                .Where(a => a is not null)!
        );

    /// <summary>The tensor with another size in a dimension.</summary>
    public static Shape WithSize(Shape shape, int place, Dim? size) =>
        shape.Replace(
            place,
            1,
            new Axis(size, shape.Axes[place].Size is { } old && old.Equals(size) ? shape.Axes[place].Role : AxisRole.Plain)
        );

    /// <summary>Whether a dimension is certainly smaller than another.</summary>
    public static bool IsSmaller(Axis axis, Axis other) =>
        axis.Size is { } size && other.Size is { } wanted && (size - wanted).IsAtLeast(0) == Truth.Refuted;

    /// <summary>The whole number that is not below a quotient.</summary>
    public static int Ceiling(int dividend, int divisor) => (int)(((long)dividend + divisor - 1) / divisor);

    /// <summary>A size as an int; null where it depends on something or is none.</summary>
    public static int? Constant(Axis axis) =>
        axis.Size?.Constant is { } value && value >= int.MinValue && value <= int.MaxValue ? (int)value : null;
}
