using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// LayerNorm and RMSNorm: over the last dimensions, whose sizes are the normalized shape; over the last one alone if none is given.
/// The shape stays.
/// </summary>
internal sealed class LayerNormalization : UnaryLayer
{
    private static readonly ShapeParameter _normalizedShape = new("NormalizedShape") { CanInfer = false };
    private static readonly NumberParameter _eps = new("Eps", 1e-5, 0);
    private static readonly FlagParameter _elementwiseAffine = new("ElementwiseAffine", true);

    private readonly FlagParameter? _bias;

    private LayerNormalization(string name, FlagParameter? bias, params Parameter[] own)
        : base(name, [_normalizedShape, _eps, _elementwiseAffine, .. own]) => _bias = bias;

    public static LayerNormalization OfMeanAndVariance()
    {
        var bias = new FlagParameter("Bias", true);
        return new("LayerNorm", bias, bias) { IsModule = true };
    }

    /// <summary>RMSNorm: x / √(mean(x²) + eps), times a weight. Source: arxiv.org/abs/1910.07467.</summary>
    public static LayerNormalization OfRootMeanSquare() => new("RMSNorm", null) { IsModule = true };

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return new(input);
        }

        if (rank == 0)
        {
            return WrongRank("(…, features)", input);
        }

        var declared = arguments.Has(_normalizedShape) ? _normalizedShape.Read(arguments) : [input.Axes[rank - 1].Size];
        if (Check(declared, input) is { } error)
        {
            return Outcome.Fails(error, input);
        }

        if (declared.Any(s => s is null))
        {
            return new(input);
        }

        Dim[] sizes = [.. declared.Select(s => s!)];
        var isAffine = _elementwiseAffine.Read(arguments);
        string[] names = _bias?.Read(arguments) == true ? ["weight", "bias"] : ["weight"];
        return new(input)
        {
            Doubt = input.Axes[rank - sizes.Length].Role == AxisRole.Batch ? OverBatch() : null,
            Arguments = arguments.With(_normalizedShape, ArgumentValue.Of(sizes)),
            Weights = isAffine ? names.Select(n => new Weight(n, sizes.ToEquatableArray())).ToEquatableArray() : default,
            MultiplyAdds = isAffine && input.SampleSize is { } values ? names.Length * values : Dim.Zero,
        };
    }

    private Mismatch? Check(Dim?[] declared, Shape input)
    {
        var rank = input.Axes.Count;
        if (declared.Length > rank)
        {
            return WrongRank($"(…, {string.Join(", ", (object?[])declared)})", input).Error;
        }

        // One size is the features; several are the end of the shape.
        var last = input.Axes.Slice(rank - declared.Length, declared.Length);
        return declared.Length == 1 ? Samples.CheckFeatures(this, _normalizedShape, declared[0], last[0])
            : declared.Zip(last, (d, a) => Samples.AreDifferent(new Axis(d), a)).Any(d => d)
                ? BadArgument(
                    _normalizedShape,
                    $"must be the last sizes of {input}, but is ({string.Join(", ", (object?[])declared)})"
                ).Error
            : null;
    }

    private Mismatch OverBatch() => new(ProblemKind.ActsOnBatch, new(_normalizedShape.Name), Name, "normalises over the batch");
}

/// <summary>LocalResponseNorm: each value by those at its place in the channels around; the shape, (N, C, …), stays.</summary>
internal sealed class ResponseNormalization()
    : UnaryLayer(
        "LocalResponseNorm",
        _size,
        new NumberParameter("Alpha", 1e-4),
        new NumberParameter("Beta", 0.75),
        new NumberParameter("K", 1)
    )
{
    private static readonly SizeParameter _size = new("Size");

    protected override Outcome Apply(Arguments arguments, Shape input) =>
        input.Rank < 3 ? WrongRank("(N, C, …) of at least three dimensions", input) with { Output = input } : new(input);
}
