namespace ShapeGen;

/// <summary>What recurrent layers over sequences take. The batch comes first.</summary>
public abstract class RecurrentAttribute : LayerAttribute
{
    private protected RecurrentAttribute() { }

    /// <summary>How many layers stand on one another; 1 by default.</summary>
    public int NumLayers { get; set; } = 1;

    /// <summary>Whether learned numbers are added; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The probability of a dropout behind each layer but the last; 0 by default.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether a second pass goes from the end to the start; false by default.</summary>
    public bool Bidirectional { get; set; }

    /// <summary>Whether the states of all steps come out, or only the last one of the last layer; true by default.</summary>
    public bool ReturnSequences { get; set; } = true;
}

/// <summary>What one step of a recurrent layer takes.</summary>
public abstract class RecurrentCellAttribute : LayerAttribute
{
    private protected RecurrentCellAttribute() { }

    /// <summary>Whether learned numbers are added; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The name of the layer that gives the hidden state, (N, hidden size); zeros by default.</summary>
    public string? Hidden { get; set; }
}

/// <summary>
/// An Elman network over sequences: (N, T, features) → (N, T, D·hidden size), with D = 2 if bidirectional; with <c>ReturnSequences = false</c>
/// → (N, D·hidden size).
/// </summary>
public sealed class RNNAttribute : RecurrentAttribute
{
    /// <summary>Several layers, in the order of PyTorch.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on one another.</param>
    public RNNAttribute(int inputSize, int hiddenSize, int numLayers) { }

    /// <summary>A layer whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public RNNAttribute(int hiddenSize) { }

    /// <summary>A layer whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public RNNAttribute(int inputSize, int hiddenSize) { }

    /// <summary>The activation; tanh by default.</summary>
    public RecurrentActivation NonLinearity { get; set; }
}

/// <summary>
/// Gated recurrent units over sequences: (N, T, features) → (N, T, D·hidden size), with D = 2 if bidirectional; with <c>ReturnSequences = false</c>
/// → (N, D·hidden size).
/// </summary>
public sealed class GRUAttribute : RecurrentAttribute
{
    /// <summary>Several layers, in the order of PyTorch.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on one another.</param>
    public GRUAttribute(int inputSize, int hiddenSize, int numLayers) { }

    /// <summary>A layer whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public GRUAttribute(int hiddenSize) { }

    /// <summary>A layer whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public GRUAttribute(int inputSize, int hiddenSize) { }
}

/// <summary>
/// Long short-term memory over sequences: (N, T, features) → (N, T, D·hidden size), with D = 2 if bidirectional; with <c>ReturnSequences = false</c>
/// → (N, D·hidden size).
/// </summary>
public sealed class LSTMAttribute : RecurrentAttribute
{
    /// <summary>Several layers, in the order of PyTorch.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on one another.</param>
    public LSTMAttribute(int inputSize, int hiddenSize, int numLayers) { }

    /// <summary>A layer whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public LSTMAttribute(int hiddenSize) { }

    /// <summary>A layer whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of each step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public LSTMAttribute(int inputSize, int hiddenSize) { }
}

/// <summary>One step of an Elman network: (N, features) → (N, hidden size).</summary>
public sealed class RNNCellAttribute : RecurrentCellAttribute
{
    /// <summary>A step whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public RNNCellAttribute(int hiddenSize) { }

    /// <summary>A step whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of the step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public RNNCellAttribute(int inputSize, int hiddenSize) { }

    /// <summary>The activation; tanh by default.</summary>
    public RecurrentActivation NonLinearity { get; set; }
}

/// <summary>One step of gated recurrent units: (N, features) → (N, hidden size).</summary>
public sealed class GRUCellAttribute : RecurrentCellAttribute
{
    /// <summary>A step whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public GRUCellAttribute(int hiddenSize) { }

    /// <summary>A step whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of the step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public GRUCellAttribute(int inputSize, int hiddenSize) { }
}

/// <summary>One step of long short-term memory: (N, features) → (N, hidden size).</summary>
public sealed class LSTMCellAttribute : RecurrentCellAttribute
{
    /// <summary>A step whose input features are inferred.</summary>
    /// <param name="hiddenSize">The size of the state.</param>
    public LSTMCellAttribute(int hiddenSize) { }

    /// <summary>A step whose input features are checked against those that come.</summary>
    /// <param name="inputSize">The features of the step.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    public LSTMCellAttribute(int inputSize, int hiddenSize) { }

    /// <summary>The name of the layer that gives the cell state, (N, hidden size); zeros by default.</summary>
    public string? Cell { get; set; }
}
