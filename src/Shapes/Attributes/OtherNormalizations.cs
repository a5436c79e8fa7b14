namespace ShapeGen;

/// <summary>Normalises each channel of each sample: (N, C, L) stays as it is.</summary>
public sealed class InstanceNorm1dAttribute : InstanceNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public InstanceNorm1dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public InstanceNorm1dAttribute(int numFeatures) { }
}

/// <summary>Normalises each channel of each sample: (N, C, H, W) stays as it is.</summary>
public sealed class InstanceNorm2dAttribute : InstanceNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public InstanceNorm2dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public InstanceNorm2dAttribute(int numFeatures) { }
}

/// <summary>Normalises each channel of each sample: (N, C, D, H, W) stays as it is.</summary>
public sealed class InstanceNorm3dAttribute : InstanceNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public InstanceNorm3dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public InstanceNorm3dAttribute(int numFeatures) { }
}

/// <summary>Normalises groups of adjacent channels of each sample: (N, C, …) stays as it is.</summary>
public sealed class GroupNormAttribute : LayerAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    /// <param name="numGroups">The number of groups; it divides the channels.</param>
    public GroupNormAttribute(int numGroups) { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numGroups">The number of groups; it divides the channels.</param>
    /// <param name="numChannels">The channels of the input.</param>
    public GroupNormAttribute(int numGroups, int numChannels) { }

    /// <summary>What is added to the variance before its root is taken; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether a scale and a shift are learned for each channel; true by default.</summary>
    public bool Affine { get; set; } = true;
}

/// <summary>Normalises over the last dimensions, (x − mean) / √(variance + eps): (…, normalized shape) stays as it is.</summary>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Normalises over the last dimension.</summary>
    public LayerNormAttribute() { }

    /// <summary>Normalises over the last dimensions, whose sizes are checked against those that come.</summary>
    /// <param name="normalizedShape">The sizes of the last dimensions.</param>
    public LayerNormAttribute(params int[] normalizedShape) { }

    /// <summary>What is added to the variance before its root is taken; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether a scale, and a shift, are learned for each value; true by default.</summary>
    public bool ElementwiseAffine { get; set; } = true;

    /// <summary>Whether a shift is learned; true by default.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>Normalises over the last dimensions, x / √(mean(x²) + eps): (…, normalized shape) stays as it is.</summary>
public sealed class RMSNormAttribute : LayerAttribute
{
    /// <summary>Normalises over the last dimension.</summary>
    public RMSNormAttribute() { }

    /// <summary>Normalises over the last dimensions, whose sizes are checked against those that come.</summary>
    /// <param name="normalizedShape">The sizes of the last dimensions.</param>
    public RMSNormAttribute(params int[] normalizedShape) { }

    /// <summary>What is added to the mean of the squares before its root is taken; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether a scale is learned for each value; true by default.</summary>
    public bool ElementwiseAffine { get; set; } = true;
}

/// <summary>Normalises each value by those at its place in the channels around: (N, C, …) stays as it is.</summary>
public sealed class LocalResponseNormAttribute : LayerAttribute
{
    /// <summary>Normalises over so many channels.</summary>
    /// <param name="size">The number of channels.</param>
    public LocalResponseNormAttribute(int size) { }

    /// <summary>The factor of the squares; 1e-4 by default.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>The power; 0.75 by default.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>What is added to the squares; 1 by default.</summary>
    public double K { get; set; } = 1;
}
