using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Functions of images that no layer has the rule of.</summary>
internal static class Images
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [("pad", Pad), ("grid_sample", GridSample), ("affine_grid", AffineGrid)];

    /// <summary>Pairs from the last dimension on; one number pads every dimension. Other modes than Constant take the spatial ones only.</summary>
    private static OperatorOutcome Pad(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.Sizes("pad") is not { } pad || call.Integers("pad") is not { } sides)
        {
            return OperatorOutcome.Unknown;
        }

        if (!pad.IsList)
        {
            sides = [.. Enumerable.Repeat(sides[0], 2 * rank)];
        }

        if (sides.Length % 2 != 0 || sides.Length > 2 * rank)
        {
            return OperatorOutcome.Fails(
                $"pad takes two numbers for each dimension from the last one on, but gets {sides.Length} for {call.Main}"
            );
        }

        var axes = call.Main.Axes.ToArray();
        for (var i = 0; i < sides.Length / 2; i++)
        {
            var axis = axes[rank - 1 - i];
            var size = axis.Size is null ? null : axis.Size + sides[2 * i] + sides[2 * i + 1];
            if (size?.IsAtLeast(0) == Truth.Refuted)
            {
                return OperatorOutcome.Fails($"pad of {call.Main} would leave {size} of dimension {rank - 1 - i}");
            }

            axes[rank - 1 - i] = sides[2 * i] == 0 && sides[2 * i + 1] == 0 ? axis : axis with { Size = size, Parts = default };
        }

        return call["mode"] is null or OperatorArgument.Word { Value: "Constant" }
            ? OperatorOutcome.Of(Shape.Of(axes))
            : Reflected(call, rank, sides, axes);
    }

    // What is mirrored is a limit of its own; a wrong one is not reported, and the shape is known only where it surely works.
    private static OperatorOutcome Reflected(OperatorCall call, int rank, int[] sides, Axis[] axes)
    {
        var spatial = sides.Length / 2;
        var fits = rank - spatial is 1 or 2 && spatial <= 3;
        var isSmall = sides
            .Select((s, i) => s >= 0 && Dimensions.Constant(call.Main.Axes[rank - 1 - i / 2]) is { } size && s < size)
            .All(s => s);
        return fits && isSmall ? OperatorOutcome.Of(Shape.Of(axes)) : OperatorOutcome.Unknown;
    }

    /// <summary>(N, C, H, W) at (N, H', W', 2) → (N, C, H', W').</summary>
    private static OperatorOutcome GridSample(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: 4 or 5 } input, { Rank: { } rank } grid, ..])
        {
            return OperatorOutcome.Unknown;
        }

        return
            rank != input.Rank
            || Samples.AreDifferent(input.Axes[0], grid.Axes[0])
            || Samples.AreDifferent(grid.Axes[rank - 1], new Axis(rank - 2))
            ? OperatorOutcome.Fails($"grid_sample of {input} takes a grid ({input.Axes[0]}, …, {input.Axes.Count - 2}), but gets {grid}")
            : OperatorOutcome.Of(Shape.Of(input.Axes.Take(2).Concat(grid.Axes.Skip(1).Take(rank - 2))));
    }

    private static OperatorOutcome AffineGrid(OperatorCall call) =>
        call.Sizes("size")?.Items is { Count: 4 or 5 } size
            ? OperatorOutcome.Of(Shape.Of(size.Take(1).Concat(size.Skip(2)).Append(new Axis(size.Count - 2))))
            : OperatorOutcome.Unknown;
}
