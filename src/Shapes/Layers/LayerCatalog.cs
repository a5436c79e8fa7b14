using System;
using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Layers;

/// <summary>All kinds of layers. A new one is one line here, its attribute, and its line in the generator's <c>LayerEmissions</c>.</summary>
internal static class LayerCatalog
{
    private static readonly NumberParameter _probability = new("P", 0.5, 0, 1);

    /// <summary>The layer that says what comes out.</summary>
    public const string Result = "Output";

    /// <summary>The layer that only names a tensor.</summary>
    public const string Naming = "As";

    /// <summary>The layer that is a block.</summary>
    public const string Block = "Block";

    /// <summary>The layer that adds the input of its block.</summary>
    public const string Shortcut = "Shortcut";

    public static IReadOnlyList<LayerDefinition> All { get; } =
    [
        .. Each(1, 3, axes => new Convolution(axes) { IsModule = true, Layout = Layout.ChannelsFirst }),
        .. Each(1, 3, axes => new TransposedConvolution(axes) { IsModule = true, Layout = Layout.ChannelsFirst }),
        .. Each(1, 3, Pooling.Max),
        .. Each(1, 3, Pooling.Average),
        .. Each(1, 2, Pooling.OfPowers),
        .. Each(1, 3, AdaptivePooling.Average),
        .. Each(1, 3, AdaptivePooling.Max),
        .. Each(1, 3, axes => new GlobalPooling(axes) { Layout = Layout.ChannelsFirst }),
        .. Each(2, 3, axes => new FractionalPooling(axes) { GivesIndices = true }),
        .. Each(1, 3, axes => new Unpooling(axes)),
        .. Each(1, 3, axes => new Padding("ConstantPad", axes, null, new NumberParameter("Value", 0)) { Elements = Elements.Any }),
        .. Each(1, 3, axes => new Padding("ZeroPad", axes, null) { Elements = Elements.Any }),
        .. Each(1, 3, axes => new Padding("ReflectionPad", axes, PadMode.Reflect) { Elements = Elements.Any }),
        .. Each(1, 3, axes => new Padding("ReplicationPad", axes, PadMode.Replicate) { Elements = Elements.Any }),
        .. Each(1, 3, axes => new Padding("CircularPad", axes, PadMode.Circular) { Elements = Elements.Any }),
        .. Each(1, 3, axes => new BatchNormalization(axes) { IsModule = true, Layout = Layout.ChannelsFirst }),
        .. Each(1, 3, axes => new InstanceNormalization(axes) { IsModule = true, Layout = Layout.ChannelsFirst }),
        new GroupNormalization { IsModule = true, Layout = Layout.ChannelsFirst },
        LayerNormalization.OfMeanAndVariance(),
        LayerNormalization.OfRootMeanSquare(),
        new ResponseNormalization { Elements = Elements.Promoted },
        new Dense { IsModule = true },
        new Bilinear { IsModule = true },
        new Embedding { IsModule = true, Elements = Elements.Integer },
        new EmbeddingBag { IsModule = true, Elements = Elements.Integer },
        new PositionalEncoding { IsModule = true, Elements = Elements.Promoted },
        new PositionalEmbedding { IsModule = true, Elements = Elements.Promoted },
        new ClassToken { IsModule = true, Elements = Elements.Promoted },
        new Recurrent("RNN", 1, ChoiceParameter.Of<RecurrentActivation>("NonLinearity")) { IsModule = true, Layout = Layout.StepsFirst },
        new Recurrent("GRU", 3) { IsModule = true, Layout = Layout.StepsFirst },
        new Recurrent("LSTM", 4) { IsModule = true, Layout = Layout.StepsFirst },
        new RecurrentCell("RNNCell", 1, ChoiceParameter.Of<RecurrentActivation>("NonLinearity")) { IsModule = true },
        new RecurrentCell("GRUCell", 3) { IsModule = true },
        new RecurrentCell("LSTMCell", 4, new OperandParameter("Cell")) { IsModule = true },
        new Attention { IsModule = true, Layout = Layout.StepsFirst },
        TransformerStack.EncoderLayer(),
        TransformerStack.Encoder(),
        TransformerStack.DecoderLayer(),
        TransformerStack.Decoder(),
        TransformerStack.Full(),
        new Flattening { Elements = Elements.Any },
        new Unflattening { Elements = Elements.Any },
        new Reshaping { Elements = Elements.Any },
        new Permuting { Elements = Elements.Any },
        new Squeezing { Elements = Elements.Any },
        new Unsqueezing { Elements = Elements.Any },
        new Selecting { Elements = Elements.Any },
        new Averaging(),
        PixelShuffle.Up(),
        PixelShuffle.Down(),
        new ChannelShuffle { Elements = Elements.Any },
        new Unfolding(),
        new Folding(),
        new Upsampling(),
        Distance.Cosine(),
        Distance.Pairwise(),
        new Elementwise("Dropout", _probability) { IsModule = true, Elements = Elements.Uncertain },
        new OfRank("Dropout1d", 3, 3, Samples.OfImages(1), _probability) { IsModule = true, Elements = Elements.Uncertain },
        new Elementwise("Dropout2d", _probability) { IsModule = true, Elements = Elements.Uncertain },
        new Elementwise("Dropout3d", _probability) { IsModule = true, Elements = Elements.Uncertain },
        new Elementwise("AlphaDropout", _probability) { IsModule = true, Elements = Elements.Uncertain },
        new Elementwise("FeatureAlphaDropout", _probability) { IsModule = true, Elements = Elements.Uncertain },
        new Elementwise("ReLU") { Elements = Elements.Any },
        new Elementwise("ReLU6") { Elements = Elements.Any },
        new LearnedRectifier { IsModule = true },
        new RandomRectifier { IsModule = true },
        new Elementwise("LeakyReLU", new NumberParameter("NegativeSlope", 0.01)),
        new Elementwise("ELU", new NumberParameter("Alpha", 1)),
        new Elementwise("CELU", new NumberParameter("Alpha", 1, Except: 0)),
        new Elementwise("SELU"),
        new Elementwise("GELU", ChoiceParameter.Of<GeluApproximation>("Approximate")),
        new Elementwise("SiLU"),
        new Elementwise("Mish"),
        new Elementwise("Sigmoid") { Elements = Elements.Promoted },
        new Elementwise("LogSigmoid"),
        new Elementwise("Hardsigmoid"),
        new Elementwise("Hardswish"),
        new Elementwise("Tanh") { Elements = Elements.Promoted },
        new Elementwise("Tanhshrink") { Elements = Elements.Promoted },
        new Elementwise("Hardtanh", new NumberParameter("MinVal", -1), new NumberParameter("MaxVal", 1)) { Elements = Elements.Promoted },
        new Elementwise("Softplus", new NumberParameter("Beta", 1), new NumberParameter("Threshold", 20)),
        new Elementwise("Softsign") { Elements = Elements.Promoted },
        new Elementwise("Softshrink", new NumberParameter("Lambda", 0.5, 0)),
        new Elementwise("Hardshrink", new NumberParameter("Lambda", 0.5)),
        new Elementwise("Threshold", new NumberParameter("Threshold", 0), new NumberParameter("Value", 0)) { Elements = Elements.Any },
        new GatedUnit(),
        new Distribution("Softmax"),
        new Distribution("Softmin"),
        new Distribution("LogSoftmax"),
        new OfRank("Softmax2d", 3, null, "(…, C, H, W)"),
        new Elementwise("Identity") { Elements = Elements.Any },
        new Elementwise(Naming) { Elements = Elements.Any },
        new Returning { Elements = Elements.Any },
        new Combining("Add") { Elements = Elements.Any },
        new Combining("Mul") { Elements = Elements.Any },
        new Concatenating { Elements = Elements.Any },
        new Resulting { Elements = Elements.Any },
        new BlockLayer { IsModule = true, Elements = Elements.Any },
        new ShortcutLayer { Elements = Elements.Any },
    ];

    private static readonly Dictionary<string, LayerDefinition> _byName = All.ToDictionary(l => l.Name, StringComparer.Ordinal);

    /// <summary>The kind of layer of that name, or null.</summary>
    public static LayerDefinition? Find(string name) => _byName.TryGetValue(name, out var layer) ? layer : null;

    /// <summary>One layer for each number of spatial axes.</summary>
    private static IEnumerable<LayerDefinition> Each(int fewest, int most, Func<int, LayerDefinition> create) =>
        Enumerable.Range(fewest, most - fewest + 1).Select(create);
}
