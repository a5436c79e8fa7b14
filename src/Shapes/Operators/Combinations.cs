using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Choices of values, and of places in a matrix.</summary>
internal static class Combinations
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("block_diag", Blocks),
            ("cartesian_prod", Product),
            ("combinations", Choices),
            ("tril_indices", c => Triangle(c, isLower: true)),
            ("triu_indices", c => Triangle(c, isLower: false)),
        ];

    private static EquatableArray<Shape> ListOf(OperatorCall call) =>
        call.Arguments.Select(a => a.Value).OfType<OperatorArgument.Tensors>().FirstOrDefault()?.Shapes ?? default;

    /// <summary>Matrices along the diagonal; a vector is one row.</summary>
    private static OperatorOutcome Blocks(OperatorCall call)
    {
        if (ListOf(call) is not { Count: > 0 } parts || parts.Any(p => p.Rank is null))
        {
            return OperatorOutcome.Unknown;
        }

        if (parts.FirstOrDefault(p => p.Rank > 2) is { } wrong)
        {
            return OperatorOutcome.Fails($"block_diag takes two dimensions at most, but gets {wrong}");
        }

        var rows = parts.Select(p => p.Rank == 2 ? p.Axes[0].Size : Dim.One);
        var columns = parts.Select(p => p.Rank == 0 ? Dim.One : p.Axes[p.Axes.Count - 1].Size);
        return OperatorOutcome.Of(Shape.Of(new Axis(Sum(rows)), new Axis(Sum(columns))));
    }

    private static Dim? Sum(IEnumerable<Dim?> sizes) =>
        sizes.Aggregate((Dim?)Dim.Zero, (sum, s) => sum is null || s is null ? null : sum + s);

    /// <summary>All tuples of one value of each: of one vector, that vector.</summary>
    private static OperatorOutcome Product(OperatorCall call)
    {
        if (ListOf(call) is not { Count: > 0 } parts || parts.Any(p => p.Rank is null))
        {
            return OperatorOutcome.Unknown;
        }

        if (parts.FirstOrDefault(p => p.Rank != 1) is { } wrong)
        {
            return OperatorOutcome.Fails($"cartesian_prod takes one dimension, but gets {wrong}");
        }

        var count = parts
            .Select(p => p.ElementCount)
            .Aggregate((Dim?)Dim.One, (product, c) => product is null || c is null ? null : product * c);
        return OperatorOutcome.Of(parts.Count == 1 ? parts[0] : Shape.Of(new Axis(count), new Axis(parts.Count)));
    }

    /// <summary>r of n values: n! / (r! (n − r)!) choices, with replacement of n + r − 1 values.</summary>
    private static OperatorOutcome Choices(OperatorCall call)
    {
        if (call.Main.Rank is null || call.IntegerOr(2, "r") is not { } r || call.Flag("with_replacement") is not { } isReplaced)
        {
            return OperatorOutcome.Unknown;
        }

        if (call.Main.Rank != 1)
        {
            return OperatorOutcome.Fails($"combinations takes one dimension, but gets {call.Main}");
        }

        if (Dimensions.Constant(call.Main.Axes[0]) is not { } n || r < 1 || r > 20)
        {
            return OperatorOutcome.Unknown;
        }

        var count = Enumerable.Range(1, r).Aggregate(BigInteger.One, (c, i) => c * ((isReplaced ? n + r : n + 1) - i) / i);
        return OperatorOutcome.Of(Shape.Of(new Axis(count), new Axis(r)));
    }

    /// <summary>The places of a triangle, as two rows of indices.</summary>
    private static OperatorOutcome Triangle(OperatorCall call, bool isLower)
    {
        if (
            call.Integer("row") is not { } rows
            || call.Integer("col") is not { } columns
            || call.IntegerOr(0, "offset") is not { } offset
            || rows < 0
            || columns < 0
            || (long)rows * columns > int.MaxValue
        )
        {
            return OperatorOutcome.Unknown;
        }

        // Row i has the places up to i + offset, or from there on.
        var below = 0L;
        for (var i = 0; i < rows; i++)
        {
            below += System.Math.Max(0, System.Math.Min(columns, (long)i + offset + (isLower ? 1 : 0)));
        }

        return OperatorOutcome.Of(Shape.OfSizes(2, isLower ? below : (long)rows * columns - below));
    }
}
