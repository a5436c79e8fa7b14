using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>The product of matrices, of libtorch 2.10: (…, n, k) and (…, k, m) → (…, n, m). A mismatch ends the process in TorchSharp.</summary>
internal static class MatrixProduct
{
    /// <summary>The product, or why there is none. Both have two dimensions or more.</summary>
    public static (Shape? Product, string? Problem) Of(Shape left, Shape right)
    {
        var (inner, outer) = (left.Axes[left.Axes.Count - 1], right.Axes[right.Axes.Count - 2]);
        if (Samples.AreDifferent(inner, outer))
        {
            return (null, $": the last size of the first, {inner}, must be the last but one of the second, {outer}");
        }

        return Broadcasting.Of(BatchOf(left), BatchOf(right)) is { } batch
            ? (Shape.Of(batch.Axes.Append(left.Axes[left.Axes.Count - 2]).Append(right.Axes[right.Axes.Count - 1])), null)
            : (null, " cannot bring the sizes before the matrices together");
    }

    private static Shape BatchOf(Shape shape) => Shape.Of(shape.Axes.Take(shape.Axes.Count - 2));
}
