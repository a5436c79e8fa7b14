using ShapeGen;

namespace Zoo;

/// <summary>
/// An encoder and a decoder with attention, after Luong, Pham and Manning 2015, "Effective Approaches to Attention-based Neural Machine
/// Translation": of a sentence and the beginning of its translation, which word follows after each.
/// </summary>
[Network, Input(Dim.Any, DType = DType.Int64, Name = "source"), Input(Dim.Any, DType = DType.Int64, Name = "target")]
[Embedding(8_000, 128), GRU(256, Bidirectional = true), Linear(256), As("encoded")]
[From("target"), Embedding(6_000, 128), GRU(256), As("decoded")]
[MultiheadAttention(4, Key = "encoded"), Concat("decoded", Dim = 2)]
[Linear(256), Tanh, Linear(6_000)]
public partial class Translator;
