namespace ShapeGen;

/// <summary>
/// Sets whole channels to 0 with probability p while training, and scales the others by 1 / (1 − p): (N, C, L) stays as it is.
/// </summary>
public sealed class Dropout1dAttribute : LayerAttribute
{
    /// <summary>A dropout of channels.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    public Dropout1dAttribute(double p = 0.5) { }
}

/// <summary>
/// Sets whole channels to 0 with probability p while training, and scales the others by 1 / (1 − p): (N, C, H, W) stays as it is.
/// </summary>
public sealed class Dropout2dAttribute : LayerAttribute
{
    /// <summary>A dropout of channels.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    public Dropout2dAttribute(double p = 0.5) { }
}

/// <summary>
/// Sets whole channels to 0 with probability p while training, and scales the others by 1 / (1 − p): (N, C, D, H, W) stays as it is.
/// </summary>
public sealed class Dropout3dAttribute : LayerAttribute
{
    /// <summary>A dropout of channels.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    public Dropout3dAttribute(double p = 0.5) { }
}

/// <summary>
/// Sets values to the negative limit of SELU with probability p while training, and scales the others so that mean and variance stay: the
/// shape stays as it is.
/// </summary>
public sealed class AlphaDropoutAttribute : LayerAttribute
{
    /// <summary>A dropout for networks of SELU.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    public AlphaDropoutAttribute(double p = 0.5) { }
}

/// <summary>
/// Sets whole channels to the negative limit of SELU with probability p while training, and scales the others so that mean and variance stay: the
/// shape stays as it is.
/// </summary>
public sealed class FeatureAlphaDropoutAttribute : LayerAttribute
{
    /// <summary>A dropout for networks of SELU.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    public FeatureAlphaDropoutAttribute(double p = 0.5) { }
}
