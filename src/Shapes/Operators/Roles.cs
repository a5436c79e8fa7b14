using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Which axis of a tensor is the batch, as far as a layer tells.</summary>
internal static class Roles
{
    public static Shape WithBatch(Shape shape) => shape.Replace(0, 1, shape.Axes[0] with { Role = AxisRole.Batch });

    /// <summary>The last dimension is what a layer gives for each sample.</summary>
    public static Shape WithFeatures(Shape shape) =>
        shape.Rank is > 0 and { } rank ? shape.Replace(rank - 1, 1, shape.Axes[rank - 1] with { Origin = AxisOrigin.Features }) : shape;

    /// <summary>A convolution of images (N, C, H, W) takes the first dimension for the samples, and so do pooling and normalisation.</summary>
    public static Shape AsBatch(string kind, Shape shape)
    {
        var axes = AxesOf(kind);
        var isImage = axes > 0 && shape.Rank == axes + 2 && (kind.Contains("Conv") || kind.Contains("Pool") || kind.Contains("BatchNorm"));
        return isImage && shape.BatchAxis is null && shape.Axes[0].Role == AxisRole.Plain ? WithBatch(shape) : shape;
    }

    // The digit before the d: 2 of Conv2d.
    private static int AxesOf(string kind) =>
        kind.Length > 2 && kind.EndsWith("d", System.StringComparison.Ordinal) && char.IsDigit(kind[kind.Length - 2])
            ? kind[kind.Length - 2] - '0'
            : 0;
}
