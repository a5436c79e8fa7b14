namespace ShapeGen;

/// <summary>Merges dimensions: (N, C, H, W) → (N, C·H·W). By default all but the batch, which is dimension 0.</summary>
public sealed class FlattenAttribute : LayerAttribute
{
    /// <summary>Merges all dimensions but the batch.</summary>
    public FlattenAttribute() { }

    /// <summary>Merges all dimensions from one on.</summary>
    /// <param name="startDim">The first dimension to merge, the batch being 0.</param>
    public FlattenAttribute(int startDim) { }

    /// <summary>Merges the dimensions from one to another.</summary>
    /// <param name="startDim">The first dimension to merge, the batch being 0.</param>
    /// <param name="endDim">The last dimension to merge.</param>
    public FlattenAttribute(int startDim, int endDim) { }

    /// <summary>The first dimension to merge; 1 by default.</summary>
    public int StartDim { get; set; } = 1;

    /// <summary>The last dimension to merge; -1, the last one, by default.</summary>
    public int EndDim { get; set; } = -1;
}

/// <summary>Splits one dimension into several whose product it is: (N, 3136) → <c>Unflatten(1, 64, 7, 7)</c> → (N, 64, 7, 7).</summary>
public sealed class UnflattenAttribute : LayerAttribute
{
    /// <summary>Splits a dimension.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    /// <param name="sizes">What to split it into; one of them may be -1 and is then inferred.</param>
    public UnflattenAttribute(int dim, params int[] sizes) { }
}

/// <summary>
/// The same values in a new shape, the batch included: (N, 3136) → <c>Reshape(-1, 64, 7, 7)</c> → (N, 64, 7, 7). A reshape must keep
/// the batch.
/// </summary>
public sealed class ReshapeAttribute : LayerAttribute
{
    /// <summary>Gives the values a new shape.</summary>
    /// <param name="shape">The sizes; one of them, for the batch, is -1 and is then inferred.</param>
    public ReshapeAttribute(params int[] shape) { }
}
