using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>What a rule demands of a tensor of which nothing is known: each shape that it takes, with letters for the sizes that may be any.</summary>
internal static class Demands
{
    private const int MostDimensions = 6;
    private const int MostShapes = 2;

    private static readonly string[] _images = ["N", "C", "D", "H", "W"];

    /// <summary>The shapes, the one with a batch first; of a rule that takes tensors of many ranks what their last dimensions must be.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="stated">Sizes that the layer was given; one of them may be that of a dimension.</param>
    /// <param name="letter">The name of a size, for a letter.</param>
    public static IReadOnlyList<Shape> Of(Func<Shape, OperatorOutcome> rule, IReadOnlyList<Dim> stated, Func<string, string> letter)
    {
        var shapes = Enumerable
            .Range(1, MostDimensions)
            .Select(rank => Shape.Of(Letters(rank).Select(l => new Axis(Dim.Symbol(letter(l))))))
            .Where(s => !rule(s).Throws)
            .ToArray();
        return shapes.Length > MostShapes
            ? LastOf(WithStated(shapes[1], rule, stated), shapes[1]) is { } last
                ? [last]
                : []
            : [.. shapes.Reverse().Select(s => WithStated(s, rule, stated))];
    }

    /// <summary>The last dimensions whose sizes are given; null where the last one is not.</summary>
    private static Shape? LastOf(Shape given, Shape free)
    {
        var count = given.Axes.Zip(free.Axes, (g, f) => !g.Size!.Equals(f.Size)).Reverse().TakeWhile(isGiven => isGiven).Count();
        return count == 0 ? null : Shape.Ending(given.Axes.Skip(given.Axes.Count - count));
    }

    private static IEnumerable<string> Letters(int rank) =>
        rank switch
        {
            5 => _images,
            4 => _images.Where(l => l != "D"),
            _ => Enumerable.Range(0, rank).Select(i => $"D{i}"),
        };

    private static Shape WithStated(Shape shape, Func<Shape, OperatorOutcome> rule, IReadOnlyList<Dim> stated)
    {
        for (var i = 0; i < shape.Axes.Count; i++)
        {
            // What works with one size and with none near it, nor with its double.
            if (stated.FirstOrDefault(s => Works(s) && !Works(s + 1) && !Works(s + 2) && !Works(s * 2)) is { } size)
            {
                shape = shape.Replace(i, 1, shape.Axes[i] with { Size = size });
            }

            bool Works(Dim size) => !rule(shape.Replace(i, 1, shape.Axes[i] with { Size = size })).Throws;
        }

        return shape;
    }
}
