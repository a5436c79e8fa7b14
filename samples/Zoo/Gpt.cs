using ShapeGen;

namespace Zoo;

/// <summary>
/// The decoder of Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", small: after each token of a text, which one
/// follows.
/// </summary>
[Network, Input(Dim.Any, DType = DType.Int64)]
[Embedding(Vocabulary, 192), PositionalEmbedding(256), Dropout(0.1)]
[Block<DecoderLayer>(6, Repeat = 6)]
[LayerNorm, Linear(Vocabulary, Bias = false)]
public partial class Gpt
{
    public const int Vocabulary = 512;

    [Block]
    [LayerNorm, MultiheadAttention(Heads, IsCausal = true), Dropout(0.1), Add("input"), As("attended")]
    [LayerNorm, Linear(Width * 4), GELU(Approximate = GeluApproximation.Tanh), Linear(Width), Dropout(0.1), Add("attended")]
    public class DecoderLayer
    {
        [Arg]
        private const int Heads = 8;

        [InChannels]
        private const int Width = 256;
    }
}
