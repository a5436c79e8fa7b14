using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What Embedding and EmbeddingBag take: a table of vectors, one for each index.</summary>
internal abstract class EmbeddingTable : UnaryLayer
{
    protected static readonly SizeParameter NumEmbeddings = new("NumEmbeddings");
    protected static readonly SizeParameter EmbeddingDim = new("EmbeddingDim");
    private static readonly IndexParameter _paddingIdx = new("PaddingIdx");
    protected static readonly FlagParameter ScaleGradByFreq = new("ScaleGradByFreq", false);
    protected static readonly FlagParameter Sparse = new("Sparse", false);
    private static readonly FlagParameter _freeze = new("Freeze", false);

    protected EmbeddingTable(string name, params Parameter[] own)
        : base(
            name,
            [
                NumEmbeddings,
                EmbeddingDim,
                _paddingIdx,
                new NumberParameter("MaxNorm", double.PositiveInfinity, 0),
                new NumberParameter("NormType", 2),
                ScaleGradByFreq,
                Sparse,
                _freeze,
                .. own,
            ]
        ) { }

    protected sealed override Outcome Apply(Arguments arguments, Shape input)
    {
        if (NumEmbeddings.Read(arguments) is not { } count || EmbeddingDim.Read(arguments) is not { } width)
        {
            return Outcome.Unknown;
        }

        if (_paddingIdx.Read(arguments) is { } index && !IndexParameter.IsWithin(index, count))
        {
            return BadArgument(_paddingIdx, $"must be an index into {count} vectors, but is {index}");
        }

        var outcome = Look(arguments, input, new Axis(width));
        return outcome with
        {
            Type = ElementType.Floating,
            Weights = EquatableArray.Of(new Weight("weight", EquatableArray.Of(count, width)) { IsTrainable = !_freeze.Read(arguments) }),
        };
    }

    /// <summary>What comes of the indices.</summary>
    protected abstract Outcome Look(Arguments arguments, Shape input, Axis vector);
}

/// <summary>Embedding: (…) indices → (…, embedding dim).</summary>
internal sealed class Embedding() : EmbeddingTable("Embedding")
{
    protected override Outcome Look(Arguments arguments, Shape input, Axis vector) =>
        input.Rank is null
            ? new(new Shape(default, EquatableArray.Of(vector), false))
            : new(Sequences.Of(Shape.Of(input.Axes.Append(vector))));
}

/// <summary>EmbeddingBag: the sum, mean or maximum of the vectors of each row of indices: (N, L) → (N, embedding dim).</summary>
internal sealed class EmbeddingBag() : EmbeddingTable("EmbeddingBag", _mode)
{
    private static readonly ChoiceParameter _mode = ChoiceParameter.Of<BagMode>("Mode");

    protected override Outcome Look(Arguments arguments, Shape input, Axis vector)
    {
        if (
            _mode.Read(arguments) == nameof(BagMode.Max)
            && new[] { ScaleGradByFreq, Sparse }.FirstOrDefault(p => p.Read(arguments)) is { } refused
        )
        {
            return BadArgument(refused, $"must be false with Mode = {nameof(BagMode.Max)}");
        }

        return input.Rank is null ? new(Shape.Unknown)
            : input.Rank == 2 ? new(Shape.Of(input.Axes[0], vector))
            : WrongRank("a row of indices for each sample, (N, L)", input);
    }
}

/// <summary>An index into a list, counted from the end where it is negative.</summary>
internal sealed record IndexParameter(string Name) : Parameter(Name)
{
    public override string? Constraint => "an index";

    public override string? Check(ArgumentValue value) =>
        value is ArgumentValue.Sizes { IsList: false } ? null : Expected("one integer", value);

    public Dim? Read(Arguments arguments) => (arguments[Name] as ArgumentValue.Sizes)?.Items[0];

    public static bool IsWithin(Dim index, Dim count) =>
        (count - 1 - index).IsAtLeast(0) != Truth.Refuted && (index + count).IsAtLeast(0) != Truth.Refuted;
}
