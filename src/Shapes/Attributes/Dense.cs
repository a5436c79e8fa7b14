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
