namespace ShapeGen;

/// <summary>
/// The cosine of the angle between the vectors along a dimension of two tensors: that dimension goes. Sizes of 1 are taken as often as
/// the other tensor needs.
/// </summary>
public sealed class CosineSimilarityAttribute : LayerAttribute
{
    /// <summary>Compares with another tensor.</summary>
    /// <param name="x2">The name of the layer that gives it.</param>
    public CosineSimilarityAttribute(string x2) { }

    /// <summary>The dimension of the vectors; 1 by default.</summary>
    public int Dim { get; set; } = 1;

    /// <summary>The least product of norms; 1e-8 by default.</summary>
    public double Eps { get; set; } = 1e-8;
}

/// <summary>The norm of the difference of the vectors along the last dimension of two tensors: that dimension goes.</summary>
public sealed class PairwiseDistanceAttribute : LayerAttribute
{
    /// <summary>Compares with another tensor.</summary>
    /// <param name="x2">The name of the layer that gives it.</param>
    public PairwiseDistanceAttribute(string x2) { }

    /// <summary>The power of the norm; 2 by default.</summary>
    public double P { get; set; } = 2;

    /// <summary>What is added to the differences; 1e-6 by default.</summary>
    public double Eps { get; set; } = 1e-6;

    /// <summary>Whether the dimension stays, with size 1; false by default.</summary>
    public bool KeepDim { get; set; }
}
