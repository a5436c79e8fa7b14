using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of every kind of layer of the <see cref="LayerCatalog"/>.</summary>
internal static class LayerEmissions
{
    private static readonly Dictionary<string, LayerEmission> _byKind = new(StringComparer.Ordinal)
    {
        ["Conv1d"] = WindowEmissions.Convolution(1),
        ["Conv2d"] = WindowEmissions.Convolution(2),
        ["Conv3d"] = WindowEmissions.Convolution(3),
        ["ConvTranspose1d"] = TransposedEmissions.Of(1),
        ["ConvTranspose2d"] = TransposedEmissions.Of(2),
        ["ConvTranspose3d"] = TransposedEmissions.Of(3),
        ["MaxPool1d"] = PoolingEmissions.Max(1),
        ["MaxPool2d"] = PoolingEmissions.Max(2),
        ["MaxPool3d"] = PoolingEmissions.Max(3),
        ["AvgPool1d"] = PoolingEmissions.Average(1),
        ["AvgPool2d"] = PoolingEmissions.Average(2),
        ["AvgPool3d"] = PoolingEmissions.Average(3),
        ["LPPool1d"] = PoolingEmissions.OfPowers(1),
        ["LPPool2d"] = PoolingEmissions.OfPowers(2),
        ["AdaptiveAvgPool1d"] = PoolingEmissions.AdaptiveAverage(1),
        ["AdaptiveAvgPool2d"] = PoolingEmissions.AdaptiveAverage(2),
        ["AdaptiveAvgPool3d"] = PoolingEmissions.AdaptiveAverage(3),
        ["AdaptiveMaxPool1d"] = PoolingEmissions.AdaptiveMax(1),
        ["AdaptiveMaxPool2d"] = PoolingEmissions.AdaptiveMax(2),
        ["AdaptiveMaxPool3d"] = PoolingEmissions.AdaptiveMax3d(),
        ["GlobalAvgPool1d"] = PoolingEmissions.GlobalAverage(1),
        ["GlobalAvgPool2d"] = PoolingEmissions.GlobalAverage(2),
        ["GlobalAvgPool3d"] = PoolingEmissions.GlobalAverage(3),
        ["FractionalMaxPool2d"] = PoolingEmissions.Fractional(2),
        ["FractionalMaxPool3d"] = PoolingEmissions.Fractional(3),
        ["MaxUnpool1d"] = PoolingEmissions.Unpooling(1),
        ["MaxUnpool2d"] = PoolingEmissions.Unpooling(2),
        ["MaxUnpool3d"] = PoolingEmissions.Unpooling(3),
        ["ConstantPad1d"] = RearrangementEmissions.Pad(null),
        ["ConstantPad2d"] = RearrangementEmissions.Pad(null),
        ["ConstantPad3d"] = RearrangementEmissions.Pad(null),
        ["ZeroPad1d"] = RearrangementEmissions.Pad(null),
        ["ZeroPad2d"] = RearrangementEmissions.Pad(null),
        ["ZeroPad3d"] = RearrangementEmissions.Pad(null),
        ["ReflectionPad1d"] = RearrangementEmissions.Pad(PadMode.Reflect),
        ["ReflectionPad2d"] = RearrangementEmissions.Pad(PadMode.Reflect),
        ["ReflectionPad3d"] = RearrangementEmissions.Pad(PadMode.Reflect),
        ["ReplicationPad1d"] = RearrangementEmissions.Pad(PadMode.Replicate),
        ["ReplicationPad2d"] = RearrangementEmissions.Pad(PadMode.Replicate),
        ["ReplicationPad3d"] = RearrangementEmissions.Pad(PadMode.Replicate),
        ["CircularPad1d"] = RearrangementEmissions.Pad(PadMode.Circular),
        ["CircularPad2d"] = RearrangementEmissions.Pad(PadMode.Circular),
        ["CircularPad3d"] = RearrangementEmissions.Pad(PadMode.Circular),
        ["BatchNorm1d"] = NormalizationEmissions.OfChannels("BatchNorm1d", isLearned: true),
        ["BatchNorm2d"] = NormalizationEmissions.OfChannels("BatchNorm2d", isLearned: true),
        ["BatchNorm3d"] = NormalizationEmissions.OfChannels("BatchNorm3d", isLearned: true),
        ["InstanceNorm1d"] = NormalizationEmissions.OfChannels("InstanceNorm1d", isLearned: false),
        ["InstanceNorm2d"] = NormalizationEmissions.OfChannels("InstanceNorm2d", isLearned: false),
        ["InstanceNorm3d"] = NormalizationEmissions.OfChannels("InstanceNorm3d", isLearned: false),
        ["GroupNorm"] = NormalizationEmissions.OfGroups(),
        ["LayerNorm"] = NormalizationEmissions.OfLayer(),
        ["RMSNorm"] = NormalizationEmissions.OfRootMeanSquare(),
        ["LocalResponseNorm"] = NormalizationEmissions.OfResponse(),
        ["Linear"] = Field("Linear", l => Linear(new(l))) with { ResultCanBeOverwritten = true },
        ["Bilinear"] = Bilinear(),
        ["Embedding"] = SequenceEmissions.Embedding("Embedding", "padding_idx"),
        ["EmbeddingBag"] = SequenceEmissions.Embedding("EmbeddingBag", "padding_index"),
        ["PositionalEncoding"] = SequenceEmissions.PositionalEncoding(),
        ["PositionalEmbedding"] = SequenceEmissions.PositionalEmbedding(),
        ["ClassToken"] = SequenceEmissions.ClassToken(),
        ["RNN"] = SequenceEmissions.Recurrent("RNN"),
        ["GRU"] = SequenceEmissions.Recurrent("GRU"),
        ["LSTM"] = SequenceEmissions.Recurrent("LSTM"),
        ["RNNCell"] = SequenceEmissions.Cell("RNNCell"),
        ["GRUCell"] = SequenceEmissions.Cell("GRUCell"),
        ["LSTMCell"] = SequenceEmissions.Cell("LSTMCell"),
        ["MultiheadAttention"] = AttentionEmissions.Multihead(),
        ["TransformerEncoderLayer"] = AttentionEmissions.EncoderLayer(),
        ["TransformerEncoder"] = AttentionEmissions.Encoder(),
        ["TransformerDecoderLayer"] = AttentionEmissions.DecoderLayer(),
        ["TransformerDecoder"] = AttentionEmissions.Decoder(),
        ["Transformer"] = AttentionEmissions.Full(),
        ["Flatten"] = Call(RearrangementEmissions.Flatten),
        ["Unflatten"] = Call(RearrangementEmissions.Unflatten),
        ["Reshape"] = Call(l => $"{X}.reshape({RearrangementEmissions.Sizes(l, "Shape")})"),
        ["Permute"] = Call(l => $"{X}.permute({RearrangementEmissions.Sizes(l, "Dims")})"),
        ["Squeeze"] = Call(l => $"{X}.squeeze({new LayerArguments(l).Size("Dim")})"),
        ["Unsqueeze"] = Call(l => $"{X}.unsqueeze({new LayerArguments(l).Size("Dim")})"),
        ["Select"] = Call(l => $"{X}.select({new LayerArguments(l).Size("Dim")}, {new LayerArguments(l).Size("Index")})"),
        ["Mean"] = Call(l =>
            $"{X}.mean(new long[] {{ {RearrangementEmissions.Sizes(l, "Dims")} }}, {new LayerArguments(l).Flag("KeepDim")})"
        ),
        ["PixelShuffle"] = Call(l => $"{Functional}pixel_shuffle({X}, {new LayerArguments(l).Size("UpscaleFactor")})"),
        ["PixelUnshuffle"] = Call(l => $"{Functional}pixel_unshuffle({X}, {new LayerArguments(l).Size("DownscaleFactor")})"),
        ["ChannelShuffle"] = Call(l => $"{X}.channel_shuffle({new LayerArguments(l).Size("Groups")})"),
        ["Unfold"] = Call(RearrangementEmissions.Unfold),
        ["Fold"] = Call(RearrangementEmissions.Fold),
        ["Upsample"] = Call(RearrangementEmissions.Upsample),
        ["CosineSimilarity"] = Call(l =>
            $"{Functional}cosine_similarity({X}, $X2, {new LayerArguments(l).Size("Dim")}, {new LayerArguments(l).Number("Eps")})"
        ),
        ["PairwiseDistance"] = Call(l =>
            $"{Functional}pairwise_distance({X}, $X2, {new LayerArguments(l).Number("P")}, {new LayerArguments(l).Number("Eps")}, {new LayerArguments(l).Flag("KeepDim")})"
        ),
        ["Dropout"] = Dropout("Dropout"),
        // TorchSharp 0.107's Dropout1d leaves what it makes on the way to the garbage collector.
        ["Dropout1d"] = Dropout("Dropout2d") with
        {
            Steps = l => [$"{X}.unsqueeze(3)", $"{l.Field}.call({X})", $"{X}.squeeze(3)"],
        },
        ["Dropout2d"] = Dropout("Dropout2d"),
        ["Dropout3d"] = Dropout("Dropout3d"),
        ["AlphaDropout"] = Dropout("AlphaDropout"),
        ["FeatureAlphaDropout"] = Dropout("FeatureAlphaDropout"),
        ["ReLU"] = Activation("relu") with { InPlace = "relu_()" },
        ["ReLU6"] = Activation("relu6") with { InPlace = "relu6_()" },
        ["PReLU"] = Field("PReLU", l => $"{Nn}PReLU({PReLU(new(l))})"),
        ["RReLU"] = Field("RReLU", l => $"{Nn}RReLU({new LayerArguments(l).Number("Lower")}, {new LayerArguments(l).Number("Upper")})"),
        ["LeakyReLU"] = Activation("leaky_relu", "NegativeSlope"),
        ["ELU"] = Activation("elu", "Alpha"),
        ["CELU"] = Activation("celu", "Alpha"),
        ["SELU"] = Activation("selu"),
        ["GELU"] = Call(l =>
            new LayerArguments(l).Choice("Approximate") == nameof(GeluApproximation.None)
                ? $"{Functional}gelu({X})"
                : $"{Functional}gelu({X}, global::TorchSharp.Modules.GELU.Approximate.tanh)"
        ),
        ["SiLU"] = Activation("silu"),
        ["Mish"] = Activation("mish"),
        ["Sigmoid"] = Activation("sigmoid"),
        ["LogSigmoid"] = Activation("logsigmoid"),
        ["Hardsigmoid"] = Activation("hardsigmoid"),
        ["Hardswish"] = Activation("hardswish"),
        ["Tanh"] = Activation("tanh"),
        ["Tanhshrink"] = Activation("tanhshrink"),
        // TorchSharp 0.107's hardtanh gives its input back as it is, in every form.
        ["Hardtanh"] = Call(l => $"{X}.clamp({new LayerArguments(l).Number("MinVal")}, {new LayerArguments(l).Number("MaxVal")})"),
        ["Softplus"] = Activation("softplus", "Beta", "Threshold"),
        ["Softsign"] = Activation("softsign"),
        ["Softshrink"] = Activation("softshrink", "Lambda"),
        ["Hardshrink"] = Activation("hardshrink", "Lambda"),
        ["Threshold"] = Activation("threshold", "Threshold", "Value"),
        ["GLU"] = Along("glu"),
        ["Softmax"] = Along("softmax"),
        ["Softmin"] = Along("softmin"),
        ["LogSoftmax"] = Along("log_softmax"),
        ["Softmax2d"] = Activation("softmax2d"),
        ["Identity"] = new(_ => []),
        ["As"] = new(_ => []),
        ["Output"] = new(_ => []),
        ["Block"] = BlockEmissions.Of(),
        ["Shortcut"] = WithOthers("add"),
        ["From"] = Call(_ => "$Source"),
        ["Add"] = WithOthers("add"),
        ["Mul"] = WithOthers("mul"),
        ["Concat"] = Call(l =>
            $"{Torch}cat(new[] {{ {string.Join(", ", Others(l).Append(X))} }}, {new LayerArguments(l).Size("Dim")})"
        ) with
        {
            ResultCanBeOverwritten = true,
        },
    };

    public static IReadOnlyCollection<string> Kinds => _byKind.Keys;

    public static LayerEmission Of(string kind) => _byKind[kind];

    public static LayerEmission? Find(string kind) => _byKind.TryGetValue(kind, out var emission) ? emission : null;

    private static LayerEmission Activation(string name, params string[] numbers) =>
        Call(l => $"{Functional}{name}({string.Join(", ", numbers.Select(n => new LayerArguments(l).Number(n)).Prepend(X))})");

    private static IEnumerable<string> Others(LayerModel layer)
    {
        var others = new LayerArguments(layer).Parameter<OperandParameter>("Others");
        return others.Read(layer.Arguments).Select((_, i) => $"${others.NameOf(i)}");
    }

    /// <summary>Value by value with each of the named tensors.</summary>
    private static LayerEmission WithOthers(string operation) =>
        new(l => Others(l).Select(other => (Step)$"{X}.{operation}({other})")) { ResultCanBeOverwritten = true };

    private static LayerEmission Along(string name) => Call(l => $"{Functional}{name}({X}, {new LayerArguments(l).Size("Dim")})");

    private static LayerEmission Dropout(string kind) => Field(kind, l => $"{Nn}{kind}({new LayerArguments(l).Number("P")})");

    private static string PReLU(LayerArguments arguments) =>
        new CallArguments($"num_parameters: {arguments.Size("NumParameters")}").AddUnlessDefault(arguments, "Init", "init").OnDevice();

    private static LayerEmission Bilinear() =>
        new(l => [$"{l.Field}.call({X}, $Input2)"])
        {
            State = LayerState.OfModule(
                "Bilinear",
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"in1_features: {arguments.Size("In1Features")}")
                        .Add($"in2_features: {arguments.Size("In2Features")}")
                        .Add($"out_features: {arguments.Size("OutFeatures")}")
                        .AddUnless(arguments.Flag("Bias"), "true", "hasBias");
                    return $"{Nn}Bilinear({call.OnDevice()})";
                }
            ),
            ResultCanBeOverwritten = true,
        };

    private static string Linear(LayerArguments arguments) =>
        $"{Nn}Linear("
        + new CallArguments($"inputSize: {arguments.Size("InFeatures")}")
            .Add($"outputSize: {arguments.Size("OutFeatures")}")
            .AddUnless(arguments.Flag("Bias"), "true", "hasBias")
            .OnDevice()
        + ")";
}
