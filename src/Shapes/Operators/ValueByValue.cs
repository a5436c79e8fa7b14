using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Operators that compute value by value: the result has the shape of the tensor, or what all tensors are brought to.</summary>
internal static class ValueByValue
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. OperatorNames.SameShape.Select(n => (n, (OperatorRule)OfOne)),
            .. OperatorNames.AlongDimension.Select(n => (n, (OperatorRule)AlongDimension)),
            .. OperatorNames.Broadcast.Select(n => (n, (OperatorRule)OfAll)),
            .. OperatorNames.IntoFirst.Select(n => (n, (OperatorRule)IntoFirst)),
        ];

    /// <summary>The shape that all tensors are brought to, with the words for what cannot be.</summary>
    public static OperatorOutcome Broadcast(IReadOnlyList<Shape> shapes, string name)
    {
        if (shapes.Count == 0)
        {
            return OperatorOutcome.Unknown;
        }

        var common = shapes[0];
        if (shapes.Any(s => s.Rank is null))
        {
            return OfOpen(shapes, name);
        }

        foreach (var shape in shapes.Skip(1))
        {
            if (Broadcasting.Of(common, shape) is not { } next)
            {
                return OperatorOutcome.Fails(Cannot(name, common, shape));
            }

            common = next;
        }

        return OperatorOutcome.Of(common) with
        {
            Doubt = shapes.Count == 2 ? BatchFaults.OfPairs(shapes[0], shapes[1], common, name) : null,
        };
    }

    private static OperatorOutcome OfOpen(IReadOnlyList<Shape> shapes, string name)
    {
        var common = shapes[0];
        foreach (var shape in shapes.Skip(1))
        {
            if (Broadcasting.OfOpen(common, shape) is not { } next)
            {
                return OperatorOutcome.Fails($"{name} of {common} and {shape} cannot be brought to one shape");
            }

            common = next;
        }

        return OperatorOutcome.Of(common);
    }

    private static string Cannot(string name, Shape left, Shape right)
    {
        var what = char.IsLetter(name[0]) ? $"{name} of {left} and {right}" : $"{left} {name} {right}";
        return $"{what} cannot be brought to one shape{Broadcasting.Difference(left, right)}";
    }

    private static OperatorOutcome OfOne(OperatorCall call) => OperatorOutcome.Of(call.Main);

    // A number brings a tensor to no other shape.
    private static OperatorOutcome OfAll(OperatorCall call) =>
        call.Tensors.Count == 1 && call.Name == "where" ? OperatorOutcome.Unknown : Broadcast(call.Tensors, call.Name);

    private static OperatorOutcome AlongDimension(OperatorCall call)
    {
        var dims = call.Integers("dim", "dims", "axis") ?? [];
        var error = call.Name.EndsWith("shift", System.StringComparison.Ordinal)
            ? dims.Select(d => Dimensions.Places(call, [d]).Error).FirstOrDefault(e => e is not null)
            : Dimensions.Places(call, dims).Error;
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        return OperatorOutcome.Of(call.Main);
    }

    /// <summary>In place: what comes must not make the tensor larger.</summary>
    private static OperatorOutcome IntoFirst(OperatorCall call)
    {
        var own = call.Main;
        foreach (var other in call.Tensors.Skip(1).Where(t => t.Rank is not null && own.Rank is not null))
        {
            var common = Broadcasting.Of(own, other);
            if (common is null)
            {
                return OperatorOutcome.Fails(Cannot(call.Name, own, other));
            }

            if (Samples.AreDifferent(common, own))
            {
                return OperatorOutcome.Fails(
                    $"{call.Name} of {own} and {other} would be {common}, which does not fit into the first in place"
                );
            }
        }

        return OperatorOutcome.Of(own);
    }
}
