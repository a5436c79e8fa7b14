using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>From: goes on with the result of an earlier layer.</summary>
internal sealed class Returning() : LayerDefinition("From", _source)
{
    private static readonly OperandParameter _source = new("Source");

    protected override Outcome Apply(Arguments arguments, Operands operands) =>
        operands[_source] is { } source ? new(source.Shape) { Type = source.Type } : Outcome.Unknown;
}

/// <summary>Output: what comes out of the network, by names.</summary>
internal sealed class Resulting() : LayerDefinition(LayerCatalog.Result, _names)
{
    private static readonly OperandParameter _names = new("Names") { IsList = true };

    protected override Outcome Apply(Arguments arguments, Operands operands) => new(operands.Input) { Type = operands.Main.Type };
}

/// <summary>Add and Mul: value by value, after sizes of 1 are taken as often as the other tensor needs.</summary>
internal sealed class Combining(string name) : LayerDefinition(name, _others)
{
    private static readonly OperandParameter _others = new("Others") { IsList = true };

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var shape = operands.Input;
        Mismatch? doubt = null;
        var all = operands.All(_others);
        for (var i = 0; i < all.Length; i++)
        {
            var other = all[i].Shape;
            if (shape.Rank is null || other.Rank is null)
            {
                return Outcome.Unknown;
            }

            if (Broadcasting.Of(shape, other) is not { } common)
            {
                return Outcome.Fails(
                    OperandsDiffer(_others, arguments, "tensors of one shape", shape, other, i, Broadcasting.Difference(shape, other)),
                    shape
                );
            }

            doubt ??= Broadcasting.BatchesApart(this, _others, shape, other);
            shape = common;
        }

        return new(shape) { Doubt = doubt };
    }
}

/// <summary>Concat: the named tensors and then the flowing one, along one dimension; the other sizes are the same.</summary>
internal sealed class Concatenating() : LayerDefinition("Concat", _others, _dim)
{
    private static readonly OperandParameter _others = new("Others") { IsList = true };
    private static readonly DimParameter _dim = new("Dim", 1);

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var input = operands.Input;
        var all = operands.All(_others);
        if (input.Rank is not { } rank || all.Any(o => o.Shape.Rank is null))
        {
            return Outcome.Unknown;
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is not { } at || rank == 0)
        {
            return BadArgument(_dim, problem ?? "has nothing to put together: the input is a scalar", input);
        }

        for (var i = 0; i < all.Length; i++)
        {
            var other = all[i].Shape;
            if (Joining.Difference(input, other, at) is { } differs)
            {
                return Outcome.Fails(
                    OperandsDiffer(_others, arguments, $"tensors that differ in dimension {at} only", input, other, i, differs),
                    input
                );
            }
        }

        if (input.Axes[at].Role == AxisRole.Batch)
        {
            return Outcome.Fails(
                new(
                    ProblemKind.BatchNotKept,
                    new(_dim.Name),
                    $"{Name}({arguments[_dim.Name]})",
                    "it makes one batch of several",
                    Mismatch.Cause
                ),
                input
            );
        }

        return new(Joining.Of(input, all.Select(o => o.Shape).Append(input), at));
    }
}
