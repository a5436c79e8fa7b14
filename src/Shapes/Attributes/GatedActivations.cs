namespace ShapeGen;

/// <summary>x where it is positive, a learned factor times x elsewhere, for each value: the shape stays as it is.</summary>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>One factor for all, or one for each channel.</summary>
    /// <param name="numParameters">1, or the number of channels.</param>
    public PReLUAttribute(int numParameters = 1) { }

    /// <summary>The factor before training; 0.25 by default.</summary>
    public double Init { get; set; } = 0.25;
}

/// <summary>
/// x where it is positive; elsewhere a factor times x, at random between lower and upper while training and their mean otherwise: the
/// shape stays as it is.
/// </summary>
public sealed class RReLUAttribute : LayerAttribute
{
    /// <summary>The least factor; 1/8 by default.</summary>
    public double Lower { get; set; } = 1.0 / 8;

    /// <summary>The largest factor; 1/3 by default.</summary>
    public double Upper { get; set; } = 1.0 / 3;
}

/// <summary>x where it is above a threshold, a value elsewhere, for each value: the shape stays as it is.</summary>
public sealed class ThresholdAttribute : LayerAttribute
{
    /// <summary>A threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="value">What stands for the values that are not above it.</param>
    public ThresholdAttribute(double threshold, double value) { }
}

/// <summary>The first half along a dimension, times the sigmoid of the second: that dimension halves, (N, 2·F) → (N, F).</summary>
public sealed class GLUAttribute : LayerAttribute
{
    /// <summary>Halves a dimension.</summary>
    /// <param name="dim">The dimension, the batch being 0; the last one by default.</param>
    public GLUAttribute(int dim = -1) { }
}

/// <summary>Softmax of −x, along a dimension: the shape stays as it is.</summary>
public sealed class SoftminAttribute : LayerAttribute
{
    /// <summary>Makes the values along a dimension a distribution.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    public SoftminAttribute(int dim) { }
}

/// <summary>Softmax over the channels of each pixel: (N, C, H, W) stays as it is.</summary>
public sealed class Softmax2dAttribute : LayerAttribute;
