using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Several dimensions of the input, counted from the end where they are negative.</summary>
internal sealed record DimsParameter(string Name) : Parameter(Name)
{
    public override string? Constraint => "dimensions of the input, each once";

    public override string? Check(ArgumentValue value) =>
        value is ArgumentValue.Sizes { Items.Count: > 0 } ? null : "must name at least one dimension";

    /// <summary>The dimensions counted from the front, or what is wrong with them.</summary>
    public (int[] Indices, string? Problem) Read(Arguments arguments, int rank)
    {
        var indices = new List<int>();
        foreach (var item in ((ArgumentValue.Sizes)arguments[Name]!).Items)
        {
            var (index, problem) = new DimParameter(Name).Read(Arguments.Of((Name, ArgumentValue.Of(item))), rank);
            if (index is null || indices.Contains(index.Value))
            {
                return ([], problem ?? $"must name each dimension once, but names {index} twice");
            }

            indices.Add(index.Value);
        }

        return ([.. indices], null);
    }
}

/// <summary>Permute: the dimensions in another order, (N, T, E) → <c>Permute(0, 2, 1)</c> → (N, E, T).</summary>
internal sealed class Permuting() : UnaryLayer("Permute", _dims)
{
    private static readonly DimsParameter _dims = new("Dims");

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dims.Name]?.ToString().Trim('[', ']')})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (!arguments.Has(_dims))
        {
            return Outcome.Unknown;
        }

        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var count = ((ArgumentValue.Sizes)arguments[_dims.Name]!).Items.Count;
        if (count != rank)
        {
            return BadArgument(_dims, $"must name all {rank} dimensions of {input}, but names {count}");
        }

        var (indices, problem) = _dims.Read(arguments, rank);
        if (problem is not null)
        {
            return BadArgument(_dims, problem);
        }

        return new(Shape.Of(indices.Select(i => input.Axes[i])));
    }
}

/// <summary>Squeeze: leaves out a dimension of size 1. Unsqueeze: puts one in.</summary>
internal sealed class Squeezing() : UnaryLayer("Squeeze", _dim)
{
    private static readonly DimParameter _dim = new("Dim");

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dim.Name]})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim))
        {
            return Outcome.Unknown;
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is not { } at)
        {
            return BadArgument(_dim, problem!);
        }

        if (rank == 0)
        {
            return new(input);
        }

        var size = input.Axes[at].Size;
        return size is null ? Outcome.Unknown
            : size.Constant is { IsOne: true } ? new(input.Replace(at, 1))
            : !size.IsConstant
                ? BadArgument(_dim, $"must name a dimension of size 1, but dimension {at} of {input} is known at run time only")
            : new(input)
            {
                Doubt = new(ProblemKind.NoEffect, new(_dim.Name), Describe(arguments), $"dimension {at} of {input} is not of size 1"),
            };
    }
}

/// <summary>Unsqueeze: a new dimension of size 1, (N, L) → <c>Unsqueeze(1)</c> → (N, 1, L).</summary>
internal sealed class Unsqueezing() : UnaryLayer("Unsqueeze", _dim)
{
    private static readonly DimParameter _dim = new("Dim");

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dim.Name]})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim))
        {
            return Outcome.Unknown;
        }

        // It may also stand behind the last one.
        var (index, problem) = _dim.Read(arguments, rank + 1);
        return index is { } at ? new(input.Replace(at, 0, new Axis(1))) : BadArgument(_dim, problem!);
    }
}

/// <summary>Select: one place of a dimension, which goes: (N, T, E) → <c>Select(1, 0)</c> → (N, E).</summary>
internal sealed class Selecting() : UnaryLayer("Select", _dim, _index)
{
    private static readonly DimParameter _dim = new("Dim");
    private static readonly SizeParameter _index = new("Index", long.MinValue);

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dim.Name]}, {arguments[_index.Name]})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim) || _index.Read(arguments) is not { } index)
        {
            return Outcome.Unknown;
        }

        var (dim, problem) = _dim.Read(arguments, rank);
        if (dim is not { } at || rank == 0)
        {
            return BadArgument(_dim, problem ?? "has nothing to select from: the input is a scalar");
        }

        var size = input.Axes[at].Size;
        if (size is not null && ((size - Dim.One - index).IsAtLeast(0) == Truth.Refuted || (size + index).IsAtLeast(0) == Truth.Refuted))
        {
            return BadArgument(_index, $"must be between -{size} and {size - Dim.One} for dimension {at} of {input}, but is {index}");
        }

        return new(input.Replace(at, 1))
        {
            Doubt =
                input.Axes[at].Role == AxisRole.Batch
                    ? new(ProblemKind.ActsOnBatch, new(_dim.Name), Describe(arguments), "takes one sample of the batch")
                    : null,
        };
    }
}

/// <summary>Mean: over one or several dimensions, which go; or stay with size 1.</summary>
internal sealed class Averaging() : UnaryLayer("Mean", _dims, _keepDim)
{
    private static readonly DimsParameter _dims = new("Dims");
    private static readonly FlagParameter _keepDim = new("KeepDim", false);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dims))
        {
            return Outcome.Unknown;
        }

        var (indices, problem) = _dims.Read(arguments, rank);
        if (problem is not null)
        {
            return BadArgument(_dims, problem);
        }

        var keeps = _keepDim.Read(arguments);
        var axes = input.Axes.SelectMany(
            (a, i) =>
                !indices.Contains(i) ? [a]
                : keeps ? new[] { new Axis(1) }
                : []
        );
        return new(Shape.Of(axes))
        {
            Doubt =
                rank > 0 && indices.Contains(0) && input.Axes[0].Role == AxisRole.Batch
                    ? new(ProblemKind.ActsOnBatch, new(_dims.Name), Name, "mixes the samples of a batch")
                    : null,
        };
    }
}
