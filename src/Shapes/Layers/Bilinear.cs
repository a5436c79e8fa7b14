using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Bilinear: x₁ᵀ·A·x₂ + b for each output feature: (…, in1) and (…, in2) → (…, out features), the same dimensions before.</summary>
internal sealed class Bilinear() : LayerDefinition("Bilinear", _input2, _outFeatures, _in1Features, _in2Features, _bias)
{
    private static readonly OperandParameter _input2 = new("Input2");
    private static readonly SizeParameter _outFeatures = new("OutFeatures");
    private static readonly SizeParameter _in1Features = new("In1Features");
    private static readonly SizeParameter _in2Features = new("In2Features");
    private static readonly FlagParameter _bias = new("Bias", true);

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var (first, second) = (operands.Input, operands[_input2]?.Shape ?? Shape.Unknown);
        if (_outFeatures.Read(arguments) is not { } outFeatures || first.Rank is not { } rank || second.Rank is not { } other)
        {
            return Outcome.Unknown;
        }

        if (rank == 0 || first.Axes[rank - 1].Role == AxisRole.Batch)
        {
            return WrongRank("(…, features)", first);
        }

        var output = first.Replace(rank - 1, 1, new Axis(outFeatures));
        if (rank != other || Samples.AreDifferent(first.Replace(rank - 1, 1), second.Replace(other - 1, 1)))
        {
            return Outcome.Fails(
                OperandsDiffer(_input2, arguments, "two tensors that differ in their last dimension only", first, second),
                output
            );
        }

        var (in1, in2) = (_in1Features.Read(arguments), _in2Features.Read(arguments));
        var error =
            Samples.CheckFeatures(this, _in1Features, in1, first.Axes[rank - 1])
            ?? Samples.CheckFeatures(this, _in2Features, in2, second.Axes[rank - 1]);
        if (error is not null)
        {
            return Outcome.Fails(error, output);
        }

        if ((in1 ?? first.Axes[rank - 1].Size) is not { } features1 || (in2 ?? second.Axes[rank - 1].Size) is not { } features2)
        {
            return new(output);
        }

        var weight = new Weight("weight", EquatableArray.Of(outFeatures, features1, features2));
        var outcome = new Outcome(output)
        {
            Arguments = arguments.With(_in1Features, ArgumentValue.Of(features1)).With(_in2Features, ArgumentValue.Of(features2)),
            Weights = _bias.Read(arguments)
                ? EquatableArray.Of(weight, new("bias", EquatableArray.Of(outFeatures)))
                : EquatableArray.Of(weight),
        };
        return outcome with { MultiplyAdds = outcome.ParameterCount * Samples.Positions(first) };
    }
}
