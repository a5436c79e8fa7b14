using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A layer that leaves the shape as it is: an activation, a dropout.</summary>
internal sealed class Elementwise(string name, params Parameter[] parameters) : UnaryLayer(name, parameters)
{
    protected override Outcome Apply(Arguments arguments, Shape input) => new(input);
}

/// <summary>Softmax, Softmin and LogSoftmax: the shape stays; the values along one dimension become a distribution.</summary>
internal sealed class Distribution(string name) : UnaryLayer(name, _dim)
{
    private static readonly DimParameter _dim = new("Dim");

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dim.Name]})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim))
        {
            return new(input);
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is null)
        {
            return BadArgument(_dim, problem!, input);
        }

        var isBatch = rank > 0 && input.Axes[index.Value].Role == AxisRole.Batch;
        return new(input)
        {
            Doubt = isBatch
                ? new(ProblemKind.ActsOnBatch, new(_dim.Name), Describe(arguments), "makes the samples of a batch compete with each other")
                : null,
        };
    }
}

/// <summary>A layer that leaves the shape as it is, and takes tensors of some ranks only.</summary>
internal sealed class OfRank(string name, int fewest, int? most, string takes, params Parameter[] parameters) : UnaryLayer(name, parameters)
{
    protected override Outcome Apply(Arguments arguments, Shape input) =>
        input.Rank is { } rank && (rank < fewest || rank > most) ? WrongRank(takes, input) with { Output = input } : new(input);
}

/// <summary>GLU: the first half along a dimension, times the sigmoid of the second; that dimension halves.</summary>
internal sealed class GatedUnit() : UnaryLayer("GLU", _dim)
{
    private static readonly DimParameter _dim = new("Dim", -1);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is not { } at || rank == 0)
        {
            return BadArgument(_dim, problem ?? "has nothing to halve: the input is a scalar");
        }

        var axis = input.Axes[at];
        if (axis.Role == AxisRole.Batch)
        {
            return BadArgument(_dim, $"must not name the batch, dimension {at} of {input}");
        }

        return axis.Size is not null && Dim.IsDivisible(axis.Size, 2) == Truth.Refuted
            ? BadArgument(_dim, $"must name a dimension of even size, but dimension {at} of {input} has {axis.Size}")
            : new(input.Replace(at, 1, new Axis(axis.Size is null ? null : Dim.FloorDivide(axis.Size, 2), axis.Role)));
    }
}

/// <summary>PReLU: x where it is positive, a learned factor times x elsewhere; one factor for all, or one for each channel.</summary>
internal sealed class LearnedRectifier() : UnaryLayer("PReLU", _numParameters, new NumberParameter("Init", 0.25))
{
    private static readonly SizeParameter _numParameters = new("NumParameters", Default: 1);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        var count = _numParameters.Read(arguments)!;
        var outcome = new Outcome(input) { Weights = Weight.PerChannel(count, "weight"), MultiplyAdds = input.SampleSize ?? Dim.Zero };
        if (input.Rank is not { } rank || count.Constant is { IsOne: true })
        {
            return outcome;
        }

        // A tensor of one dimension has no channels.
        var channels = rank > 1 ? input.Axes[1] : new Axis(1);
        return Samples.AreDifferent(new Axis(count), channels)
            ? BadArgument(_numParameters, $"must be 1 or the number of channels, {channels}, but is {count}", input)
            : outcome;
    }
}

/// <summary>RReLU: x where it is positive, elsewhere a factor times x that is drawn between two bounds while training.</summary>
internal sealed class RandomRectifier() : UnaryLayer("RReLU", _lower, _upper)
{
    private static readonly NumberParameter _lower = new("Lower", 1.0 / 8);
    private static readonly NumberParameter _upper = new("Upper", 1.0 / 3);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        var (lower, upper) = (_lower.Read(arguments), _upper.Read(arguments));
        return lower > upper
            ? BadArgument(arguments.Has(_upper) ? _upper : _lower, $"must leave Lower at most Upper, but {lower} is above {upper}", input)
            : new(input);
    }
}
