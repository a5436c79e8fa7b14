namespace ShapeGen;

/// <summary>
/// Attention with several heads: queries (N, T, E) over keys and values (N, S, E) → (N, T, E). Without further arguments the sequence
/// attends to itself. The batch comes first.
/// </summary>
public sealed class MultiheadAttentionAttribute : LayerAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="numHeads">The number of heads; it divides the features.</param>
    public MultiheadAttentionAttribute(int numHeads) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="embedDim">The features of each step.</param>
    /// <param name="numHeads">The number of heads; it divides the features.</param>
    public MultiheadAttentionAttribute(int embedDim, int numHeads) { }

    /// <summary>The probability of a dropout of attention weights; 0 by default.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether learned numbers are added; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>Whether a learned key and value are put behind the others; false by default.</summary>
    public bool AddBiasKv { get; set; }

    /// <summary>Whether a key and value of zeros are put behind the others; false by default.</summary>
    public bool AddZeroAttn { get; set; }

    /// <summary>Whether a step sees only itself and those before; false by default.</summary>
    public bool IsCausal { get; set; }

    /// <summary>The name of the layer that gives the keys; the sequence itself by default.</summary>
    public string? Key { get; set; }

    /// <summary>The name of the layer that gives the values; the keys by default.</summary>
    public string? Value { get; set; }
}

/// <summary>What transformers take. The batch comes first.</summary>
public abstract class TransformerBaseAttribute : LayerAttribute
{
    private protected TransformerBaseAttribute() { }

    /// <summary>The features between the two dense layers; 2048 by default.</summary>
    public int DimFeedforward { get; set; } = 2048;

    /// <summary>The probability of the dropouts; 0.1 by default.</summary>
    public double Dropout { get; set; } = 0.1;

    /// <summary>The activation between the two dense layers; ReLU by default.</summary>
    public TransformerActivation Activation { get; set; }

    /// <summary>Whether a step of the sequence sees only itself and those before; false by default.</summary>
    public bool IsCausal { get; set; }
}

/// <summary>Attention of a sequence to itself and two dense layers, each with a shortcut and a normalisation: (N, T, E) stays as it is.</summary>
public sealed class TransformerEncoderLayerAttribute : TransformerBaseAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerEncoderLayerAttribute(int nHead) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="dModel">The features of each step.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerEncoderLayerAttribute(int dModel, int nHead) { }
}

/// <summary>Several encoder layers: (N, T, E) stays as it is.</summary>
public sealed class TransformerEncoderAttribute : TransformerBaseAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    /// <param name="numLayers">The number of layers.</param>
    public TransformerEncoderAttribute(int nHead, int numLayers) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="dModel">The features of each step.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    /// <param name="numLayers">The number of layers.</param>
    public TransformerEncoderAttribute(int dModel, int nHead, int numLayers) { }
}

/// <summary>As the encoder layer, and attention to a second sequence (N, S, E) between: (N, T, E) stays as it is.</summary>
public sealed class TransformerDecoderLayerAttribute : TransformerBaseAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="memory">The name of the layer that gives the sequence to attend to, (N, S, E).</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerDecoderLayerAttribute(string memory, int nHead) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="memory">The name of the layer that gives the sequence to attend to, (N, S, E).</param>
    /// <param name="dModel">The features of each step.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerDecoderLayerAttribute(string memory, int dModel, int nHead) { }
}

/// <summary>Several decoder layers: (N, T, E) stays as it is.</summary>
public sealed class TransformerDecoderAttribute : TransformerBaseAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="memory">The name of the layer that gives the sequence to attend to, (N, S, E).</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    /// <param name="numLayers">The number of layers.</param>
    public TransformerDecoderAttribute(string memory, int nHead, int numLayers) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="memory">The name of the layer that gives the sequence to attend to, (N, S, E).</param>
    /// <param name="dModel">The features of each step.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    /// <param name="numLayers">The number of layers.</param>
    public TransformerDecoderAttribute(string memory, int dModel, int nHead, int numLayers) { }
}

/// <summary>An encoder over one sequence (N, S, E), and a decoder over another that attends to it: (N, T, E) stays as it is.</summary>
public sealed class TransformerAttribute : TransformerBaseAttribute
{
    /// <summary>A layer whose features are inferred.</summary>
    /// <param name="src">The name of the layer that gives the sequence of the encoder, (N, S, E); the flowing tensor is that of the decoder.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerAttribute(string src, int nHead) { }

    /// <summary>A layer whose features are checked against those that come.</summary>
    /// <param name="src">The name of the layer that gives the sequence of the encoder, (N, S, E); the flowing tensor is that of the decoder.</param>
    /// <param name="dModel">The features of each step.</param>
    /// <param name="nHead">The number of heads; it divides the features.</param>
    public TransformerAttribute(string src, int dModel, int nHead) { }

    /// <summary>The number of encoder layers; 6 by default.</summary>
    public int NumEncoderLayers { get; set; } = 6;

    /// <summary>The number of decoder layers; 6 by default.</summary>
    public int NumDecoderLayers { get; set; } = 6;
}
