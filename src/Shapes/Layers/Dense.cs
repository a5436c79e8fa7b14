using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Linear: (…, in features) → (…, out features).</summary>
internal sealed class Dense() : UnaryLayer("Linear", _inFeatures, _outFeatures, _bias)
{
    private static readonly SizeParameter _inFeatures = new("InFeatures");
    private static readonly SizeParameter _outFeatures = new("OutFeatures");
    private static readonly FlagParameter _bias = new("Bias", true);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_outFeatures.Read(arguments) is not { } outFeatures)
        {
            return Outcome.Unknown;
        }

        if (input.Rank is not { } rank)
        {
            return new(new Shape(default, EquatableArray.Of(new Axis(outFeatures)), false));
        }

        if (rank == 0 || input.Axes[rank - 1].Role == AxisRole.Batch)
        {
            return WrongRank("(…, features)", input);
        }

        var features = input.Axes[rank - 1];
        var declared = _inFeatures.Read(arguments);
        var output = input.Replace(rank - 1, 1, new Axis(outFeatures));
        if (Samples.CheckFeatures(this, _inFeatures, declared, features) is { } error)
        {
            return Outcome.Fails(error, output);
        }

        var inFeatures = declared ?? features.Size;
        var outcome = new Outcome(output)
        {
            Doubt = Samples.AreImages(input)
                ? new(ProblemKind.MissingFlatten, null, Name, Mismatch.SourceOfShape, input.DescribeSample(), features.ToString())
                : null,
        };
        if (inFeatures is null)
        {
            return outcome;
        }

        var weight = new Weight("weight", EquatableArray.Of(outFeatures, inFeatures));
        outcome = outcome with
        {
            Arguments = arguments.With(_inFeatures, ArgumentValue.Of(inFeatures)),
            Weights = _bias.Read(arguments)
                ? EquatableArray.Of(weight, new("bias", EquatableArray.Of(outFeatures)))
                : EquatableArray.Of(weight),
        };

        // Once for each position between the batch and the features.
        return outcome with
        {
            MultiplyAdds = outcome.ParameterCount * Samples.Positions(input),
        };
    }
}
