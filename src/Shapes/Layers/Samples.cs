using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What several layers ask of their input.</summary>
internal static class Samples
{
    private static readonly string[] _spatialNames = ["D", "H", "W"];

    /// <summary>How messages call a batch with so many spatial axes: <c>(N, C, H, W)</c>.</summary>
    public static string OfImages(int axes) => $"(N, C, {(axes == 1 ? "L" : string.Join(", ", _spatialNames.Skip(3 - axes)))})";

    /// <summary>The name of a spatial axis, for constants: Length, or Depth, Height and Width.</summary>
    public static string NameOfSpatialAxis(int index, int axes) =>
        axes == 1 ? "Length" : new[] { "Depth", "Height", "Width" }[3 - axes + index];

    /// <summary>The number of channels that was declared against the one that comes.</summary>
    public static Mismatch? CheckChannels(LayerDefinition layer, Parameter parameter, Dim? declared, Axis actual) =>
        Check(ProblemKind.ChannelsDiffer, layer, parameter, declared, actual);

    /// <summary>The number of features that was declared against the one that comes.</summary>
    public static Mismatch? CheckFeatures(LayerDefinition layer, Parameter parameter, Dim? declared, Axis actual) =>
        Check(ProblemKind.FeaturesDiffer, layer, parameter, declared, actual);

    /// <summary>Whether the axes are those of an image, so that the last one is not a feature. Along a signal a Linear may be meant.</summary>
    public static bool AreImages(Shape shape) =>
        shape is { Rank: >= 4 } && shape.Axes[1].Role == AxisRole.Channels && shape.Axes.Skip(2).All(a => a.Role == AxisRole.Spatial);

    /// <summary>The place of the channels of images with so many spatial axes: 1, or 0 for one image; null where they are none.</summary>
    public static int? ChannelAxisOf(Shape input, int axes)
    {
        var channelAxis = input.Axes.Count - axes - 1;
        return channelAxis is 0 or 1 && !(channelAxis == 0 && input.Axes[0].Role == AxisRole.Batch) ? channelAxis : null;
    }

    /// <summary>Images of which only the channels are known.</summary>
    public static Shape OfUnknownSize(Dim channels, int axes) =>
        new(
            default,
            Enumerable.Repeat(new Axis(null, AxisRole.Spatial), axes).Prepend(new Axis(channels, AxisRole.Channels)).ToEquatableArray(),
            false
        );

    /// <summary>Whether two shapes cannot be one.</summary>
    public static bool AreDifferent(Shape left, Shape right) =>
        left.Rank is { } rank
        && right.Rank is { } other
        && (rank != other || left.Axes.Zip(right.Axes, (l, r) => (l, r)).Any(p => AreDifferent(p.l, p.r)));

    /// <summary>Whether two sizes cannot be one.</summary>
    public static bool AreDifferent(Axis left, Axis right) =>
        left.Size is not null && right.Size is not null && Dim.AreEqual(left.Size, right.Size) == Truth.Refuted;

    /// <summary>The places between the batch and the last axis, for one sample; one where a size of them is not known.</summary>
    public static Dim Positions(Shape input)
    {
        var sizes = input.Axes.Skip(1).Take(input.Axes.Count - 2).Select(a => a.Size).ToArray();
        return sizes.Any(s => s is null) ? Dim.One : Dim.Product(sizes!);
    }

    /// <summary>An axis before the spatial ones: the second one is the channels, whatever it was before.</summary>
    public static Axis AsImage(Axis axis, int index) => index == 1 ? axis with { Role = AxisRole.Channels } : axis;

    private static Mismatch? Check(ProblemKind kind, LayerDefinition layer, Parameter parameter, Dim? declared, Axis actual) =>
        declared is null || actual.Size is null || Dim.AreEqual(declared, actual.Size) != Truth.Refuted
            ? null
            : new(kind, new(parameter.Name), layer.Name, declared.ToString(), Mismatch.Source, WithFactors(actual), Mismatch.Cause)
            {
                Declared = declared,
                Expected = actual.Size,
                Factors = actual.Leaves.Select(a => a.Size).OfType<Dim>().ToEquatableArray(),
            };

    /// <summary>A size with what it is the product of: <c>3136 (64×7×7)</c>.</summary>
    public static string WithFactors(Axis axis) =>
        axis.Factors is not { } factors ? axis.ToString()
        : axis.Size is { IsConstant: false } ? factors
        : $"{axis} ({factors})";
}
