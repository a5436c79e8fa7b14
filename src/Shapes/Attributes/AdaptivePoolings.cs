namespace ShapeGen;

/// <summary>The mean of as many parts of the signal as the output has places: (N, C, L) → (N, C, output size).</summary>
public sealed class AdaptiveAvgPool1dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveAvgPool1dAttribute(int outputSize) { }
}

/// <summary>The mean of as many parts of the image as the output has places: (N, C, H, W) → (N, C, output size).</summary>
public sealed class AdaptiveAvgPool2dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveAvgPool2dAttribute(int outputSize) { }

    /// <summary>Pools to a size that is not square.</summary>
    /// <param name="outputSize">The size of the output along each spatial axis.</param>
    public AdaptiveAvgPool2dAttribute(int[] outputSize) { }
}

/// <summary>The mean of as many parts of the volume as the output has places: (N, C, D, H, W) → (N, C, output size).</summary>
public sealed class AdaptiveAvgPool3dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveAvgPool3dAttribute(int outputSize) { }

    /// <summary>Pools to a size that is not square.</summary>
    /// <param name="outputSize">The size of the output along each spatial axis.</param>
    public AdaptiveAvgPool3dAttribute(int[] outputSize) { }
}

/// <summary>The largest value of as many parts of the signal as the output has places: (N, C, L) → (N, C, output size).</summary>
public sealed class AdaptiveMaxPool1dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveMaxPool1dAttribute(int outputSize) { }
}

/// <summary>The largest value of as many parts of the image as the output has places: (N, C, H, W) → (N, C, output size).</summary>
public sealed class AdaptiveMaxPool2dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveMaxPool2dAttribute(int outputSize) { }

    /// <summary>Pools to a size that is not square.</summary>
    /// <param name="outputSize">The size of the output along each spatial axis.</param>
    public AdaptiveMaxPool2dAttribute(int[] outputSize) { }
}

/// <summary>The largest value of as many parts of the volume as the output has places: (N, C, D, H, W) → (N, C, output size).</summary>
public sealed class AdaptiveMaxPool3dAttribute : LayerAttribute
{
    /// <summary>Pools to one size along every spatial axis.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveMaxPool3dAttribute(int outputSize) { }

    /// <summary>Pools to a size that is not square.</summary>
    /// <param name="outputSize">The size of the output along each spatial axis.</param>
    public AdaptiveMaxPool3dAttribute(int[] outputSize) { }
}

/// <summary>The mean of each channel: (N, C, L) → (N, C).</summary>
public sealed class GlobalAvgPool1dAttribute : LayerAttribute;

/// <summary>The mean of each channel: (N, C, H, W) → (N, C).</summary>
public sealed class GlobalAvgPool2dAttribute : LayerAttribute;

/// <summary>The mean of each channel: (N, C, D, H, W) → (N, C).</summary>
public sealed class GlobalAvgPool3dAttribute : LayerAttribute;
