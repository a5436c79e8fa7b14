namespace ShapeGen;

/// <summary>Puts the dimensions in another order: (N, T, E) → <c>Permute(0, 2, 1)</c> → (N, E, T). The batch stays at 0.</summary>
public sealed class PermuteAttribute : LayerAttribute
{
    /// <summary>An order of the dimensions.</summary>
    /// <param name="dims">For each dimension of the result, which one of the input it is.</param>
    public PermuteAttribute(params int[] dims) { }
}

/// <summary>Leaves out a dimension of size 1: (N, 1, L) → <c>Squeeze(1)</c> → (N, L).</summary>
public sealed class SqueezeAttribute : LayerAttribute
{
    /// <summary>Leaves a dimension out.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    public SqueezeAttribute(int dim) { }
}

/// <summary>Takes one place of a dimension, which goes: (N, T, E) → <c>Select(1, 0)</c> → (N, E), the first step.</summary>
public sealed class SelectAttribute : LayerAttribute
{
    /// <summary>Takes a place.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    /// <param name="index">The place; counted from the end where it is negative.</param>
    public SelectAttribute(int dim, int index) { }
}

/// <summary>Puts in a dimension of size 1: (N, L) → <c>Unsqueeze(1)</c> → (N, 1, L).</summary>
public sealed class UnsqueezeAttribute : LayerAttribute
{
    /// <summary>Puts a dimension in.</summary>
    /// <param name="dim">Where it is in the result, the batch being 0; counted from the end where it is negative.</param>
    public UnsqueezeAttribute(int dim) { }
}

/// <summary>The mean over dimensions, which go: (N, T, E) → <c>Mean(1)</c> → (N, E).</summary>
public sealed class MeanAttribute : LayerAttribute
{
    /// <summary>The mean over some dimensions.</summary>
    /// <param name="dims">The dimensions, the batch being 0; counted from the end where they are negative.</param>
    public MeanAttribute(params int[] dims) { }

    /// <summary>Whether the dimensions stay, with size 1; false by default.</summary>
    public bool KeepDim { get; set; }
}

/// <summary>Channels become pixels: (N, C·r², H, W) → (N, C, H·r, W·r).</summary>
public sealed class PixelShuffleAttribute : LayerAttribute
{
    /// <summary>Makes the image larger.</summary>
    /// <param name="upscaleFactor">r, whose square divides the channels.</param>
    public PixelShuffleAttribute(int upscaleFactor) { }
}

/// <summary>Pixels become channels: (N, C, H·r, W·r) → (N, C·r², H, W).</summary>
public sealed class PixelUnshuffleAttribute : LayerAttribute
{
    /// <summary>Makes the image smaller.</summary>
    /// <param name="downscaleFactor">r, which divides height and width.</param>
    public PixelUnshuffleAttribute(int downscaleFactor) { }
}

/// <summary>Interleaves groups of channels: (N, C, …) stays as it is.</summary>
public sealed class ChannelShuffleAttribute : LayerAttribute
{
    /// <summary>Interleaves groups.</summary>
    /// <param name="groups">The number of groups; it divides the channels.</param>
    public ChannelShuffleAttribute(int groups) { }
}

/// <summary>What Fold and Unfold take.</summary>
public abstract class PatchesAttribute : LayerAttribute
{
    private protected PatchesAttribute() { }

    /// <summary>The distance between the values under the window along both axes; 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance between the values under the window along each axis, where they differ.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>The number of zeros to pad on both sides of both axes; 0 by default.</summary>
    public int Padding { get; set; }

    /// <summary>The number of zeros to pad on both sides of each axis, where they differ.</summary>
    public int[]? Paddings { get; set; }

    /// <summary>The step of the window along both axes; 1 by default.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The step of the window along each axis, where they differ.</summary>
    public int[]? Strides { get; set; }
}

/// <summary>The values under each place of a window as a column: (N, C, H, W) → (N, C·kernel, places).</summary>
public sealed class UnfoldAttribute : PatchesAttribute
{
    /// <summary>Columns of a square window.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public UnfoldAttribute(int kernelSize) { }

    /// <summary>Columns of a window that is not square.</summary>
    /// <param name="kernelSize">The size of the window along each axis.</param>
    public UnfoldAttribute(int[] kernelSize) { }
}

/// <summary>The sum of columns of a window at their places in an image: (N, C·kernel, places) → (N, C, output size).</summary>
public sealed class FoldAttribute : PatchesAttribute
{
    /// <summary>An image and a window that are square.</summary>
    /// <param name="outputSize">The size of the image.</param>
    /// <param name="kernelSize">The size of the window.</param>
    public FoldAttribute(int outputSize, int kernelSize) { }

    /// <summary>An image and a window that are not square.</summary>
    /// <param name="outputSize">The size of the image along each axis.</param>
    /// <param name="kernelSize">The size of the window along each axis.</param>
    public FoldAttribute(int[] outputSize, int[] kernelSize) { }
}

/// <summary>
/// Makes images larger or smaller: (N, C, …) → (N, C, size), or floor(in · scale factor) along each spatial axis. One of the two is
/// given.
/// </summary>
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>The size of the output along every spatial axis.</summary>
    public int Size { get; set; }

    /// <summary>The size of the output along each spatial axis, where they differ.</summary>
    public int[]? Sizes { get; set; }

    /// <summary>How much larger the output is along every spatial axis.</summary>
    public double ScaleFactor { get; set; }

    /// <summary>How much larger the output is along each spatial axis, where they differ.</summary>
    public double[]? ScaleFactors { get; set; }

    /// <summary>How the values between are made; the nearest one by default.</summary>
    public Interpolation Mode { get; set; }

    /// <summary>Whether the corners of input and output are the same places, of a mode that interpolates; false by default.</summary>
    public bool AlignCorners { get; set; }
}
