using ShapeGen;

namespace Zoo;

/// <summary>
/// Karpathy 2015, "The Unreasonable Effectiveness of Recurrent Neural Networks": after each character of a text, which one follows.
/// </summary>
[Network, Input(Dim.Any, DType = DType.Int64)]
[Embedding(Vocabulary, 64), LSTM(256, NumLayers = 2, Dropout = 0.2), Linear(Vocabulary)]
public partial class CharLstm
{
    public const int Vocabulary = 128;
}
