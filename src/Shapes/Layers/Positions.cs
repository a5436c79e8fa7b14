using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What layers of places in a sequence (N, T, E) ask: three dimensions, and no more steps than there are places.</summary>
internal static class Positions
{
    public const string Takes = "sequences, (N, T, features)";

    public static string? CheckLength(Dim? length, Dim longest) =>
        length is not null && (longest - length).IsAtLeast(0) == Truth.Refuted
            ? $"must be at least the length {length}, but is {longest}"
            : null;
}

/// <summary>PositionalEncoding: adds sines and cosines of the position to sequences (N, T, E). Source: arxiv.org/abs/1706.03762.</summary>
internal sealed class PositionalEncoding() : UnaryLayer("PositionalEncoding", _maxLength)
{
    private static readonly SizeParameter _maxLength = new("MaxLength");

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_maxLength.Read(arguments) is not { } longest || input.Rank is not { } rank)
        {
            return new(input);
        }

        if (rank != 3)
        {
            return WrongRank(Positions.Takes, input) with { Output = input };
        }

        var (length, width) = (input.Axes[1].Size, input.Axes[2].Size);
        return width is { IsConstant: false } ? BadArgument(_maxLength, $"needs a known number of features, but that is {width}", input)
            : Positions.CheckLength(length, longest) is { } problem ? BadArgument(_maxLength, problem, input)
            : new(Sequences.Of(input));
    }
}

/// <summary>
/// PositionalEmbedding: adds a learned vector for each place to sequences (N, T, E). Source: Radford et al. 2018, "Improving Language
/// Understanding by Generative Pre-Training".
/// </summary>
internal sealed class PositionalEmbedding() : UnaryLayer("PositionalEmbedding", _maxLength, _embeddingDim)
{
    private static readonly SizeParameter _maxLength = new("MaxLength");
    private static readonly SizeParameter _embeddingDim = new("EmbeddingDim");

    protected override Parameter? StatedSize => _embeddingDim;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_maxLength.Read(arguments) is not { } longest || input.Rank is not { } rank)
        {
            return new(input);
        }

        if (rank != 3)
        {
            return WrongRank(Positions.Takes, input) with { Output = input };
        }

        var declared = _embeddingDim.Read(arguments);
        if (Samples.CheckFeatures(this, _embeddingDim, declared, input.Axes[2]) is { } mismatch)
        {
            return Outcome.Fails(mismatch, input);
        }

        if (Positions.CheckLength(input.Axes[1].Size, longest) is { } problem)
        {
            return BadArgument(_maxLength, problem, input);
        }

        var width = declared ?? input.Axes[2].Size;
        return new(Sequences.Of(input))
        {
            Arguments = width is null ? arguments : arguments.With(_embeddingDim, ArgumentValue.Of(width)),
            Weights = width is null ? default : EquatableArray.Of(new Weight("weight", EquatableArray.Of(longest, width))),
        };
    }
}

/// <summary>
/// ClassToken: puts a learned vector before sequences, (N, T, E) → (N, T + 1, E). Source: Dosovitskiy et al. 2020, "An Image is Worth 16x16
/// Words".
/// </summary>
internal sealed class ClassToken() : UnaryLayer("ClassToken", _embeddingDim)
{
    private static readonly SizeParameter _embeddingDim = new("EmbeddingDim");

    protected override Parameter? StatedSize => _embeddingDim;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank != 3)
        {
            return WrongRank(Positions.Takes, input);
        }

        var declared = _embeddingDim.Read(arguments);
        if (Samples.CheckFeatures(this, _embeddingDim, declared, input.Axes[2]) is { } mismatch)
        {
            return Outcome.Fails(mismatch);
        }

        if (input.BatchAxis == 1)
        {
            return Outcome.Fails(
                new(ProblemKind.BatchNotKept, null, Name, $"it puts a vector into dimension 1 of {input}, the batch", Mismatch.Cause)
            );
        }

        var width = declared ?? input.Axes[2].Size;
        var longer = Sequences.Of(input.Replace(1, 1, new Axis(input.Axes[1].Size is { } length ? length + Dim.One : null)));
        return new(longer)
        {
            Arguments = width is null ? arguments : arguments.With(_embeddingDim, ArgumentValue.Of(width)),
            Weights = width is null ? default : EquatableArray.Of(new Weight("weight", EquatableArray.Of(Dim.One, width))),
        };
    }
}
