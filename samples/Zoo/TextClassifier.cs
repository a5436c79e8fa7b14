using ShapeGen;

namespace Zoo;

/// <summary>
/// The encoder of Vaswani et al. 2017, "Attention Is All You Need", with the normalisation before each part (Xiong et al. 2020, "On Layer
/// Normalization in the Transformer Architecture"): which of two kinds a text is.
/// </summary>
[Network, Input(Dim.Any, DType = DType.Int64)]
[Embedding(20_000, 256), PositionalEncoding(512), Dropout(0.1)]
[Block<EncoderLayer>(Repeat = 6)]
[LayerNorm, Mean(1), Linear(2)]
public partial class TextClassifier
{
    [Block]
    [LayerNorm, MultiheadAttention(8), Dropout(0.1), Add("input"), As("attended")]
    [LayerNorm, Linear(Width * 4), GELU, Linear(Width), Dropout(0.1), Add("attended")]
    public class EncoderLayer
    {
        [InChannels]
        private const int Width = 256;
    }
}
