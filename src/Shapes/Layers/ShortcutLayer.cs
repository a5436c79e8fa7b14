using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Shortcut: the sum with the input of the block, or with what a projection made of it.</summary>
/// <remarks>He et al. 2015, "Deep Residual Learning for Image Recognition", section 3.3, option B.</remarks>
internal sealed class ShortcutLayer() : LayerDefinition(LayerCatalog.Shortcut, Others, Project, OnlyIfSameShape)
{
    /// <summary>What is added; it is not written, but follows from the place of the layer.</summary>
    public static readonly OperandParameter Others = new("Others") { IsList = true };

    /// <summary>Whether the input is brought to the shape where it has changed.</summary>
    public static readonly FlagParameter Project = new("Project", false);

    /// <summary>Whether nothing is added where the shape has changed.</summary>
    public static readonly FlagParameter OnlyIfSameShape = new("OnlyIfSameShape", false);

    private const int LargestStride = 64;

    public static bool AreSame(Shape left, Shape right) =>
        left.Rank == right.Rank && left.Axes.Zip(right.Axes, (a, b) => IsSame(a.Size, b.Size)).All(same => same);

    /// <summary>
    /// The layers that bring the input to the other shape, null where there are none: a convolution with a window of 1 and a normalisation
    /// for images, signals and volumes, a Linear for features.
    /// </summary>
    public static (string Kind, Arguments Arguments)[]? Projection(Shape from, Shape to)
    {
        if (from.Rank != to.Rank || to.Rank is not >= 2 || to.BatchAxis != 0)
        {
            return null;
        }

        var bias = ("Bias", ArgumentValue.Of(false));
        var axes = to.Axes.Count - 2;
        if ((to.Axes[1].Role != AxisRole.Channels && axes < 2) || axes is 0 or > 3)
        {
            var last = to.Axes.Count - 1;
            return
                from.Axes.Take(last).Zip(to.Axes, (a, b) => IsSame(a.Size, b.Size)).All(same => same) && to.Axes[last].Size is { } features
                ? [("Linear", Arguments.Of(("OutFeatures", ArgumentValue.Of(features)), bias))]
                : null;
        }

        var strides = from.Axes.Skip(2).Zip(to.Axes.Skip(2), (a, b) => Stride(a.Size, b.Size)).ToArray();
        if (strides.Any(s => s is null) || to.Axes[1].Size is not { } channels)
        {
            return null;
        }

        var convolution = Arguments.Of(
            ("OutChannels", ArgumentValue.Of(channels)),
            ("KernelSize", ArgumentValue.Of(Dim.One)),
            ("Stride", ArgumentValue.Of([.. strides.Select(s => (Dim)s!.Value)])),
            bias
        );
        return [($"Conv{axes}d", convolution), ($"BatchNorm{axes}d", default)];
    }

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        if (operands[Others] is not { Shape: { Rank: not null } other } || operands.Input.Rank is null)
        {
            return Outcome.Unknown;
        }

        var difference =
            other.Rank != operands.Input.Rank
                ? $": {operands.Input.Rank} dimensions and {other.Rank}"
                : Broadcasting.FirstDifference(operands.Input, other);
        if (difference is null)
        {
            return new(operands.Input);
        }

        var canProject = !Project.Read(arguments) && Projection(other, operands.Input) is not null;
        var remedy = canProject ? "; Project = true brings it to that shape" : "";
        return Outcome.Fails(
            OperandsDiffer(Others, arguments, "the shape of the block's input", operands.Input, other, 0, difference + remedy),
            operands.Input
        );
    }

    private static bool IsSame(Dim? left, Dim? right) => left is not null && left.Equals(right);

    /// <summary>The stride with which a window of 1 makes the second size of the first.</summary>
    private static int? Stride(Dim? from, Dim? to)
    {
        for (var stride = 1; stride <= LargestStride && from is not null; stride++)
        {
            if (Dim.FloorDivide(from - Dim.One, stride) is { } steps && IsSame(steps + Dim.One, to))
            {
                return stride;
            }
        }

        return null;
    }
}
