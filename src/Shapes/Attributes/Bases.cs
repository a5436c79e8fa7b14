namespace ShapeGen;

/// <summary>A layer with a window that moves over the image.</summary>
public abstract class WindowAttribute : LayerAttribute
{
    private protected WindowAttribute() { }

    /// <summary>The step of the window along every spatial axis.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary><see cref="Pad.Same"/>, <see cref="Pad.Valid"/>, or the number of values to pad on both sides of every spatial axis.</summary>
    public int Padding { get; set; }

    /// <summary>The number of values to pad on both sides of each spatial axis, where they differ.</summary>
    public int[]? Paddings { get; set; }
}

/// <summary>What all convolutions take.</summary>
public abstract class ConvolutionAttribute : WindowAttribute
{
    private protected ConvolutionAttribute() { }

    /// <summary>The distance between the values under the kernel along every spatial axis; 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance between the values under the kernel along each spatial axis, where they differ.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Into how many groups the channels are split; it divides the input and the output channels. 1 by default.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a learned number is added to each output channel; true by default.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>What all pooling layers with a window take.</summary>
public abstract class PoolingAttribute : WindowAttribute
{
    private protected PoolingAttribute() { }

    /// <summary>Whether a last window that is only partly over the image counts; false by default.</summary>
    public bool CeilMode { get; set; }
}

/// <summary>What max-pooling layers take.</summary>
public abstract class MaxPoolingAttribute : PoolingAttribute
{
    private protected MaxPoolingAttribute() { }

    /// <summary>The distance between the values under the window along every spatial axis; 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance between the values under the window along each spatial axis, where they differ.</summary>
    public int[]? Dilations { get; set; }
}

/// <summary>What average-pooling layers take.</summary>
public abstract class AveragePoolingAttribute : PoolingAttribute
{
    private protected AveragePoolingAttribute() { }

    /// <summary>
    /// Whether explicit padding counts as zeros in the mean; true by default. The padding of <see cref="Pad.Same"/> never counts.
    /// </summary>
    public bool CountIncludePad { get; set; } = true;
}

/// <summary>What all batch normalisations take.</summary>
public abstract class BatchNormalizationAttribute : LayerAttribute
{
    private protected BatchNormalizationAttribute() { }

    /// <summary>What is added to the variance before its root is taken; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>The weight of the new batch in the running statistics; 0.1 by default.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether a scale and a shift are learned for each channel; true by default.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether running statistics are kept for evaluation; true by default.</summary>
    public bool TrackRunningStats { get; set; } = true;
}

/// <summary>What all instance normalisations take.</summary>
public abstract class InstanceNormalizationAttribute : LayerAttribute
{
    private protected InstanceNormalizationAttribute() { }

    /// <summary>What is added to the variance before its root is taken; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>The weight of the new batch in the running statistics; 0.1 by default.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether a scale and a shift are learned for each channel; false by default.</summary>
    public bool Affine { get; set; }

    /// <summary>Whether running statistics are kept for evaluation; false by default.</summary>
    public bool TrackRunningStats { get; set; }
}
