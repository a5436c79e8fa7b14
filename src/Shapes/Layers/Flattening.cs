using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Flatten: merges the dimensions from start to end, both included; by default all but the batch.</summary>
internal sealed class Flattening() : UnaryLayer("Flatten", _startDim, _endDim)
{
    private static readonly DimParameter _startDim = new("StartDim", 1);
    private static readonly DimParameter _endDim = new("EndDim", -1);

    public override string Describe(Arguments arguments) =>
        arguments.Items.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments.Items.Select(a => $"{a.Name} = {a.Value}"))})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var (start, startProblem) = _startDim.Read(arguments, rank);
        var (end, endProblem) = _endDim.Read(arguments, rank);
        if (start is not { } from)
        {
            return BadArgument(_startDim, startProblem!);
        }

        if (end is not { } to)
        {
            return BadArgument(_endDim, endProblem!);
        }

        if (from > to)
        {
            return BadArgument(
                arguments.Has(_endDim) ? _endDim : _startDim,
                $"must not put the start (dimension {from}) behind the end (dimension {to})"
            );
        }

        if (rank == 0)
        {
            return new(Shape.Of(new Axis(1)));
        }

        var merged = Axis.Merge(input.Axes.Slice(from, to - from + 1).ToArray());
        var output = input.Replace(from, to - from + 1, merged);
        return from == 0 && to > 0 && input.Axes[0].Role == AxisRole.Batch
            ? Outcome.Fails(MergesBatch(arguments, input, to), input.Replace(1, to, Axis.Merge(input.Axes.Slice(1, to).ToArray())))
            : new(output);
    }

    /// <summary>The dimension of the output that is merged, of a layer that fits.</summary>
    public static int MergedDim(Arguments arguments, Shape input) => _startDim.Read(arguments, input.Axes.Count).Index ?? 0;

    private Mismatch MergesBatch(Arguments arguments, Shape input, int end) =>
        new(
            ProblemKind.BatchNotKept,
            arguments.Has(_startDim) ? new(_startDim.Name) : null,
            Describe(arguments),
            $"it merges dimensions 0 to {end} of {input}, and dimension 0 is the batch",
            Mismatch.Cause
        );
}

/// <summary>Unflatten: splits one dimension into several whose product it is; one of them may be left to infer.</summary>
internal sealed class Unflattening() : UnaryLayer("Unflatten", _dim, _sizes)
{
    private static readonly DimParameter _dim = new("Dim");
    private static readonly ShapeParameter _sizes = new("Sizes");

    public override string Describe(Arguments arguments) =>
        $"{Name}({arguments[_dim.Name]}, {arguments[_sizes.Name]?.ToString().Trim('[', ']')})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim) || !arguments.Has(_sizes))
        {
            return Outcome.Unknown;
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is not { } at || rank == 0)
        {
            return BadArgument(_dim, problem ?? "has nothing to split: the input is a scalar");
        }

        var axis = input.Axes[at];
        var sizes = _sizes.Read(arguments);
        var known = Dim.Product(sizes.OfType<Dim>());
        var isInferred = sizes.Any(s => s is null);
        if (isInferred && axis.Size is not null)
        {
            var inferred = Dim.FloorDivide(axis.Size, known);
            sizes = sizes.Select(s => s ?? inferred).ToArray();
        }

        if (axis.Role == AxisRole.Batch)
        {
            var clause = $"it splits dimension {at} of {input}, which is the batch";
            return Outcome.Fails(new(ProblemKind.BatchNotKept, new(_dim.Name), Describe(arguments), clause, Mismatch.Cause));
        }

        var output = input.Replace(at, 1, ReshapedAxes.Trace([axis], sizes));
        var fits =
            axis.Size is null ? Truth.Unknown
            : isInferred ? Dim.IsDivisible(axis.Size, known)
            : Dim.AreEqual(known, axis.Size);
        if (fits != Truth.Refuted)
        {
            return new(output);
        }

        var asked =
            $"{string.Join("×", sizes.Select((s, i) => isInferred && _sizes.Read(arguments)[i] is null ? "?" : s!.ToString()))} = {(isInferred ? "a multiple of " : "")}{known}";
        return Outcome.Fails(
            new(
                ProblemKind.ElementCountDiffers,
                new(_sizes.Name),
                Describe(arguments),
                asked,
                Mismatch.Source,
                Samples.WithFactors(axis),
                Mismatch.Cause
            )
            {
                Declared = known,
                Expected = axis.Size,
            },
            output
        );
    }
}
