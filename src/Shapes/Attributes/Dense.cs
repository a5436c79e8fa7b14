namespace ShapeGen;

/// <summary>A fully connected layer: (N, in features) → (N, out features). It has in·out weights and out biases.</summary>
public sealed class LinearAttribute : LayerAttribute
{
    /// <summary>A layer whose input features are inferred.</summary>
    /// <param name="outFeatures">The size of the output.</param>
    public LinearAttribute(int outFeatures) { }

    /// <summary>A layer whose input features are checked against those that come.</summary>
    /// <param name="inFeatures">The size of the input.</param>
    /// <param name="outFeatures">The size of the output.</param>
    public LinearAttribute(int inFeatures, int outFeatures) { }

    /// <summary>Whether a learned number is added to each output; true by default.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>
/// x₁ᵀ·A·x₂ + b for each output feature: (…, in1 features) and (…, in2 features) → (…, out features). The dimensions before the last
/// are the same.
/// </summary>
public sealed class BilinearAttribute : LayerAttribute
{
    /// <summary>A layer whose input features are inferred.</summary>
    /// <param name="input2">The name of the layer that gives the second input.</param>
    /// <param name="outFeatures">The size of the output.</param>
    public BilinearAttribute(string input2, int outFeatures) { }

    /// <summary>A layer whose input features are checked against those that come.</summary>
    /// <param name="input2">The name of the layer that gives the second input.</param>
    /// <param name="in1Features">The size of the input.</param>
    /// <param name="in2Features">The size of the second input.</param>
    /// <param name="outFeatures">The size of the output.</param>
    public BilinearAttribute(string input2, int in1Features, int in2Features, int outFeatures) { }

    /// <summary>Whether a learned number is added to each output; true by default.</summary>
    public bool Bias { get; set; } = true;
}
