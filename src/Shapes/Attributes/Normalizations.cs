namespace ShapeGen;

/// <summary>Normalises each channel over the batch: (N, C) or (N, C, L) stays as it is.</summary>
public sealed class BatchNorm1dAttribute : BatchNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public BatchNorm1dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public BatchNorm1dAttribute(int numFeatures) { }
}

/// <summary>Normalises each channel over the batch: (N, C, H, W) stays as it is.</summary>
public sealed class BatchNorm2dAttribute : BatchNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public BatchNorm2dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public BatchNorm2dAttribute(int numFeatures) { }
}

/// <summary>Normalises each channel over the batch: (N, C, D, H, W) stays as it is.</summary>
public sealed class BatchNorm3dAttribute : BatchNormalizationAttribute
{
    /// <summary>A normalisation whose channels are inferred.</summary>
    public BatchNorm3dAttribute() { }

    /// <summary>A normalisation whose channels are checked against those that come.</summary>
    /// <param name="numFeatures">The channels of the input.</param>
    public BatchNorm3dAttribute(int numFeatures) { }
}
