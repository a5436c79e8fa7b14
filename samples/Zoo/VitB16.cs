using ShapeGen;

namespace Zoo;

/// <summary>
/// Dosovitskiy et al. 2020, "An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale", ViT-B/16.
/// </summary>
[Network, Input(3, 224, 224)]
[Conv2d(768, 16, Stride = 16, Name = "conv_proj"), Flatten(2), Permute(0, 2, 1)]
[ClassToken(Name = "class_token"), PositionalEmbedding(197, Name = "encoder.pos_embedding")]
[Block<EncoderBlock>(Repeat = 12, Name = "encoder.layers.encoder_layer_{0}")]
[LayerNorm(Eps = 1e-6, Name = "encoder.ln"), Select(1, 0), Linear(1000, Name = "heads.head")]
public partial class VitB16
{
    [Block]
    [LayerNorm(Eps = 1e-6, Name = "ln_1"), MultiheadAttention(12, Name = "self_attention"), Add("input"), As("attended")]
    [LayerNorm(Eps = 1e-6, Name = "ln_2"), Linear(Width * 4, Name = "mlp.0"), GELU, Linear(Width, Name = "mlp.3"), Add("attended")]
    public class EncoderBlock
    {
        [InChannels]
        private const int Width = 768;
    }
}
