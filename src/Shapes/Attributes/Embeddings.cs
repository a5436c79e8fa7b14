namespace ShapeGen;

/// <summary>What embeddings take.</summary>
public abstract class EmbeddingTableAttribute : LayerAttribute
{
    private protected EmbeddingTableAttribute() { }

    /// <summary>An index whose vector is not learned: from 0 on, or from the end where it is negative.</summary>
    public int PaddingIdx { get; set; }

    /// <summary>The largest norm of a vector that is looked up: longer ones are scaled down for good.</summary>
    public double MaxNorm { get; set; }

    /// <summary>The power of that norm; 2 by default.</summary>
    public double NormType { get; set; } = 2;

    /// <summary>Whether gradients are divided by how often an index stands in the batch; false by default.</summary>
    public bool ScaleGradByFreq { get; set; }

    /// <summary>Whether the gradient of the weights is a sparse tensor; false by default.</summary>
    public bool Sparse { get; set; }

    /// <summary>Whether the vectors stay as they are loaded; false by default, and they are learned.</summary>
    public bool Freeze { get; set; }
}

/// <summary>A vector for each index: (…) integers → (…, embedding dim).</summary>
public sealed class EmbeddingAttribute : EmbeddingTableAttribute
{
    /// <summary>A table of vectors.</summary>
    /// <param name="numEmbeddings">The number of vectors: indices are less.</param>
    /// <param name="embeddingDim">The size of each vector.</param>
    public EmbeddingAttribute(int numEmbeddings, int embeddingDim) { }
}

/// <summary>The mean, the sum or the maximum of the vectors of a row of indices: (N, L) integers → (N, embedding dim).</summary>
public sealed class EmbeddingBagAttribute : EmbeddingTableAttribute
{
    /// <summary>A table of vectors.</summary>
    /// <param name="numEmbeddings">The number of vectors: indices are less.</param>
    /// <param name="embeddingDim">The size of each vector.</param>
    public EmbeddingBagAttribute(int numEmbeddings, int embeddingDim) { }

    /// <summary>What comes of the vectors of a row; their mean by default.</summary>
    public BagMode Mode { get; set; }
}

/// <summary>Adds sines and cosines of the position to each vector of a sequence: (N, T, E) stays as it is.</summary>
public sealed class PositionalEncodingAttribute : LayerAttribute
{
    /// <summary>A table of positions.</summary>
    /// <param name="maxLength">The longest sequence.</param>
    public PositionalEncodingAttribute(int maxLength) { }
}

/// <summary>
/// Adds a learned vector for each place of a sequence: (N, T, E) stays as it is, with T at most the number of places. Its weight, (places, E),
/// starts as normal numbers with a deviation of 0.02.
/// </summary>
public sealed class PositionalEmbeddingAttribute : LayerAttribute
{
    /// <summary>A table of places.</summary>
    /// <param name="maxLength">The longest sequence.</param>
    public PositionalEmbeddingAttribute(int maxLength) { }

    /// <summary>A table of places, with the features stated.</summary>
    /// <param name="maxLength">The longest sequence.</param>
    /// <param name="embeddingDim">The features of each step.</param>
    public PositionalEmbeddingAttribute(int maxLength, int embeddingDim) { }
}

/// <summary>
/// Puts a learned vector before each sequence, in which what is asked about the whole can gather: (N, T, E) → (N, T + 1, E).
/// <c>Select(1, 0)</c> takes it. Its weight, (1, E), starts as zeros.
/// </summary>
public sealed class ClassTokenAttribute : LayerAttribute
{
    /// <summary>A vector.</summary>
    public ClassTokenAttribute() { }

    /// <summary>A vector, with the features stated.</summary>
    /// <param name="embeddingDim">The features of each step.</param>
    public ClassTokenAttribute(int embeddingDim) { }
}
