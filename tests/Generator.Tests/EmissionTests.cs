using Microsoft.CodeAnalysis;
using ShapeGen.Generator.Emit;
using ShapeGen.Layers;
using Testing;

namespace Generator.Tests;

/// <summary>What is generated: complete, free of warnings, and the same wherever the class stands.</summary>
public sealed class EmissionTests
{
    // One network for each family of layers, in which every layer and every argument has its turn.
    public static IEnumerable<TheoryDataRow<string, string>> Networks =>
        new Dictionary<string, string>
        {
            ["ConvNet"] =
                "[Network, Input(1, 28, 28)][Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)][Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)][Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]",
            ["SamePadding"] =
                "[Network, Input(3, 13, 17)][Conv2d(4, 4, Padding = Same), MaxPool2d([2, 3], Padding = Same), Conv2d(6, [2, 5], Strides = [2, 3], Padding = Same), AvgPool2d(2, Stride = 1, Padding = Same), MaxPool2d(3, Stride = 1, Dilation = 2, Padding = Same)]",
            ["Signals"] =
                "[Network, Input(2, 100)][Conv1d(2, 8, 3, Stride = 2, Padding = 1, Dilation = 2, Groups = 2, Bias = false), BatchNorm1d, ReLU6, MaxPool1d(3, Stride = 2, Padding = 1, CeilMode = true), AvgPool1d(2, CountIncludePad = false), AdaptiveAvgPool1d(4), GELU, Flatten, LogSoftmax(1)]",
            ["Volumes"] =
                "[Network, Input(1, 8, 12, 12)][Conv3d(4, [1, 3, 3], Paddings = [0, 1, 1]), BatchNorm3d(4, Eps = 0.001, Momentum = 0.2, Affine = false, TrackRunningStats = false), MaxPool3d([1, 2, 2]), AvgPool3d(2, DivisorOverride = 3), MaxPool3d(2, Stride = 1, Padding = Same), AdaptiveAvgPool3d([1, 2, 2])]",
            ["Reshapes"] =
                "[Network, Input(784)][Unflatten(1, 1, 28, 28), Flatten(StartDim = 2), Flatten(StartDim = -2, EndDim = -1), Reshape(-1, 4, 14, 14), BatchNorm2d, Flatten, Linear(4 * 14 * 14, 3, Bias = false), Softmax(-1)]",
            ["Activations"] =
                "[Network, Input(8)][SELU, SiLU, Mish, Sigmoid, Tanh, Tanhshrink, Softsign, LogSigmoid, Hardsigmoid, Hardswish, ELU(Alpha = 2), CELU, LeakyReLU(NegativeSlope = 0.2), Hardshrink, Softshrink(Lambda = 1), Hardtanh(MinVal = -2), Softplus(Beta = 2), Identity, Dropout]",
            ["Pooled"] =
                "[Network, Input(3, 32, 32)][Conv2d(8, 3, Name = \"stem\"), ReLU, AdaptiveAvgPool2d([3, 4]), GlobalAvgPool2d, Linear(10, Name = \"head\")]",
            ["Decoder"] =
                "[Network, Input(8, 5)][Linear(4 * 3 * 3), As(\"code\"), Unflatten(2, 4, 3, 3), Mean(1), ConvTranspose2d(6, 3, Stride = 2, OutputPaddings = [1, 0], Bias = false), InstanceNorm2d(Affine = true), ConvTranspose2d(4, [3, 2], Padding = Same, Strides = [2, 1], Groups = 2), GroupNorm(2), PReLU(4), Upsample(ScaleFactor = 2, Mode = Interpolation.Bilinear, AlignCorners = true), ReflectionPad2d(1), Conv2d(3, [3, 5], Padding = Same, PaddingMode = PadMode.Circular), LocalResponseNorm(2), Softmax2d, Dropout2d]",
            ["Unpooled"] =
                "[Network, Input(2, 12, 12)][MaxPool2d(2), Dropout2d(0.1), As(\"small\"), MaxUnpool2d(\"maxpool1\", 2), PixelUnshuffle(2), PixelShuffle(2), ChannelShuffle(2), Unfold(3, Padding = 1), Fold(12, 3, Padding = 1), LPPool2d(2, 3, Stride = 2, CeilMode = true), AdaptiveMaxPool2d(4), FractionalMaxPool2d(2, OutputSize = 2), ZeroPad2d([1, 0, 2, 0]), CircularPad2d(1), ReplicationPad2d(1), ConstantPad2d(-1, 0.5), GlobalAvgPool2d, GLU(1)]",
            ["Waves"] =
                "[Network, Input(2, 24)][ConvTranspose1d(4, 2, Stride = 2), InstanceNorm1d, MaxPool1d(2), MaxUnpool1d(\"maxpool1\", 2), LPPool1d(1, 2), AdaptiveMaxPool1d(8), ReflectionPad1d(1), ReplicationPad1d([1, 0]), CircularPad1d(2), ZeroPad1d(1), ConstantPad1d(1, -1), Dropout1d(0.2), FeatureAlphaDropout, AlphaDropout, RReLU, Threshold(0.1, 20), Softmin(1), Unsqueeze(2), Squeeze(2), Permute(0, 2, 1), RMSNorm, GlobalAvgPool1d]",
            ["Solids"] =
                "[Network, Input(2, 6, 8, 8)][ConvTranspose3d(4, 2, Strides = [1, 2, 3], OutputPaddings = [0, 0, 1]), InstanceNorm3d, MaxPool3d([1, 2, 2]), MaxUnpool3d(\"maxpool1\", [1, 2, 2]), AdaptiveMaxPool3d([3, 4, 5]), FractionalMaxPool3d(2, OutputRatio = 0.6), ReflectionPad3d(0), ReplicationPad3d(1), CircularPad3d(1), ZeroPad3d(1), ConstantPad3d(1, 2), Dropout3d, GlobalAvgPool3d]",
            ["CharLstm"] =
                "[Network, Input(Dim.Any, DType = DType.Int64)][Embedding(128, 64, PaddingIdx = 0), LSTM(32, NumLayers = 2, Dropout = 0.2), GRU(16, Bidirectional = true), RNN(8, ReturnSequences = false, NonLinearity = RecurrentActivation.ReLU), Linear(128)]",
            ["Encoder"] =
                "[Network, Input(Dim.Any, DType = DType.Int64)][Embedding(100, 12), PositionalEncoding(50), PositionalEmbedding(60), ClassToken, Dropout(0.1), TransformerEncoderLayer(3, DimFeedforward = 8), TransformerEncoder(2, 2, DimFeedforward = 8, Activation = TransformerActivation.GELU), As(\"memory\"), MultiheadAttention(4, IsCausal = true), MultiheadAttention(2, Key = \"memory\"), TransformerDecoderLayer(\"memory\", 2, DimFeedforward = 8), TransformerDecoder(\"memory\", 2, 1, DimFeedforward = 8, IsCausal = true), Transformer(\"memory\", 2, NumEncoderLayers = 1, NumDecoderLayers = 1, DimFeedforward = 8, IsCausal = true), LayerNorm, Select(1, 0), Mean(1, KeepDim = true), Linear(2)]",
            ["Pairs"] =
                "[Network, Input(6)][Linear(4), As(\"left\"), Linear(4), Bilinear(\"left\", 5), As(\"both\"), RNNCell(3), GRUCell(3), As(\"state\"), LSTMCell(3, Hidden = \"state\"), Linear(5), CosineSimilarity(\"both\", Dim = -1), Unsqueeze(1), PairwiseDistance(\"both\", KeepDim = true)]",
            ["Bags"] =
                "[Network, Input(7, DType = DType.Int64)][EmbeddingBag(50, 6, Mode = BagMode.Sum, Freeze = true), GELU(Approximate = GeluApproximation.Tanh), Linear(2)]",
            ["Branches"] =
                "[Network, Input(3, 16, 16)][Conv2d(8, 3, Padding = Same), BatchNorm2d, As(\"trunk\"), ReLU, Conv2d(8, 3, Padding = Same), Add(\"trunk\"), ReLU, As(\"a\"), MaxPool2d(2), Conv2d(16, 3, Padding = Same), ReLU, ConvTranspose2d(8, 2, Stride = 2), Concat(\"a\"), Conv2d(4, 1), As(\"b\"), GlobalAvgPool2d, Linear(4), Sigmoid, Unflatten(1, 4, 1, 1), Mul(\"b\"), As(\"c\"), From(\"trunk\"), Conv2d(4, 1), ReLU, Concat(\"b\", \"c\", \"input\"), Flatten, Linear(2, Name = \"head\"), Output(\"head\")]",
            ["Residual"] =
                "[Block, Conv2d(Channels, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d, Shortcut(Project = true, Name = \"downsample\"), ReLU] public class Basic { [Arg] const int Channels = 8, Stride = 1; } "
                + "[Block(\"x\", \"skip\"), ConvTranspose2d(In / 2, 2, Stride = 2), Concat(\"skip\"), Block<Basic>(In / 2, If = In > 4)] public class Up { [InChannels] const int In = 8; } "
                + "[Network, Input(3, 16, 16), Block<Basic>(8, Repeat = 3, Name = \"layer1\"), As(\"top\"), Block<Basic>(16, 2, Name = \"layer2.{1}\"), Block<Basic>(16, Name = \"layer2.{2}\"), Block<Up>(With = [\"top\"]), Conv2d(2, 1, Name = \"head.0.conv\")]",
            ["Nothing"] = "[Network, Input(8)][Identity]",
        }.Select(n => new TheoryDataRow<string, string>(n.Key, n.Value));

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_output_is_as_it_was_and_without_warnings(string name, string attributes)
    {
        var run = GeneratorRun.Of($"{Sources.Usings}namespace Nets; {attributes} public partial class {name};");
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("does not fit together", run.Text, StringComparison.Ordinal);
        Snapshot.Verify(run.Text, $"{name}.g.cs");
    }

    [Fact]
    public void Every_layer_has_an_emission() => Assert.Equal(LayerCatalog.All.Select(l => l.Name).Order(), LayerEmissions.Kinds.Order());

    [Fact]
    public void Layers_that_are_modules_have_one() =>
        Assert.All(LayerCatalog.All, l => Assert.Equal(l.IsModule, LayerEmissions.Of(l.Name).State is not null));

    [Fact]
    public void Every_layer_is_in_a_snapshot()
    {
        var all = string.Concat(Networks.Select(n => n.Data.Item2));
        Assert.All(LayerCatalog.All, l => Assert.Matches($@"\b{l.Name}\b", all));
    }

    [Theory]
    [InlineData("NETWORK public partial class Net;")]
    [InlineData("namespace My.@event; NETWORK partial class @class;")]
    [InlineData("namespace My.TorchSharp.ShapeGen; class Tensor; class torch; NETWORK partial class Linear;")]
    [InlineData("NETWORK partial class Net { int relu1() => 1; void forward() { } public Net(string a, int b) : this() { } }")]
    [InlineData("namespace A.B; NETWORK public partial class Net;")]
    [InlineData("NETWORK partial class Net<T> where T : struct;")]
    [InlineData(
        "namespace A; partial class Outer<T> { partial struct Inner { partial interface I { NETWORK private partial class Net; } } }"
    )]
    [InlineData("NETWORK public partial class Net : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;")]
    [InlineData(
        "NETWORK public partial class Net { public Net(string weights) : this() { } public int Tensor; void Helper(string forward) { } }"
    )]
    public void A_network_may_stand_anywhere(string declaration)
    {
        var run = GeneratorRun.Of(
            Sources.Usings + declaration.Replace("NETWORK", "[Network, Input(4), Linear(2)]", StringComparison.Ordinal)
        );
        Assert.Empty(run.Diagnostics);
        Assert.Contains("override", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_may_stand_in_several_files()
    {
        var run = GeneratorRun.Of(
            Sources.ConvNet,
            "namespace Mnist; public partial class ConvNet { public int Classes => Sizes.Linear2Features; }"
        );
        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("Linear(4 * 4 * 64, 1024)")]
    [InlineData("MaxPool2d(99)")]
    [InlineData("Linear(nonsense)")]
    [InlineData("Lineer(3)")]
    [InlineData("Linear(3, Name = \"forward\")")]
    public void A_network_that_does_not_fit_still_compiles_and_throws(string layer)
    {
        var run = GeneratorRun.Of(
            $"{Sources.Usings}[Network, Input(1, 28, 28)] [Conv2d(4, 3, Name = \"stem\"), Flatten] [{layer}] partial class Net;\n"
                + "class Use { public object Of(Net net) => (Net.Summary, Net.ParameterCount, Net.FlattenSize, net.stem); }"
        );
        var ownErrors = run.Diagnostics.Where(d => d.Location.GetLineSpan().Path != "File0.cs");
        Assert.Empty(ownErrors);
        Assert.Contains("throw new global::System.InvalidOperationException", run.Text, StringComparison.Ordinal);
        if (!layer.Contains("Name", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(run.Diagnostics, d => d.GetMessage().Contains("Net.", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("class Net;")]
    [InlineData("partial record Net;")]
    [InlineData("partial struct Net;")]
    [InlineData("static partial class Net;")]
    [InlineData("partial class Net : System.Exception;")]
    public void What_cannot_be_a_network_gets_nothing(string declaration) =>
        Assert.Empty(GeneratorRun.Of($"{Sources.Usings}[Network, Input(4), Linear(2)] {declaration}").Result.GeneratedSources);

    [Fact]
    public void Two_names_that_differ_in_case_only_are_both_generated()
    {
        const string network = "[Network, Input(4), ReLU, Linear(2)] partial class ";
        var run = GeneratorRun.Of($"{Sources.Usings}{network} Net; {network} NET; {network} Other;");
        Assert.Empty(run.Diagnostics);
        Assert.Equal(3, run.Result.GeneratedSources.Length);
        Assert.Contains(run.Result.GeneratedSources, s => s.HintName == "Other.g.cs");
    }

    [Fact]
    public void A_second_marker_is_left_to_the_compiler()
    {
        var run = GeneratorRun.Of($"{Sources.Usings}[Network, Input(4), Linear(2)] partial class Net; [Network] partial class Net;");
        Assert.Single(run.Result.GeneratedSources);
        Assert.Equal("CS0579", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void The_initializer_comes_with_the_runtime()
    {
        var run = GeneratorRun.Of(TestCompilation.Create([.. TestCompilation.References, TestCompilation.Runtime], Sources.ConvNet));
        Assert.Empty(run.Diagnostics);
        Snapshot.Verify(run.TextOf("ShapeGen.TorchBackend.g.cs"), "TorchBackend.g.cs");
    }

    [Fact]
    public void Without_TorchSharp_nothing_is_generated() =>
        Assert.Empty(
            GeneratorRun
                .Of(TestCompilation.Create(TestCompilation.References.Where(r => r != TestCompilation.TorchSharp), Sources.ConvNet))
                .Result.GeneratedSources
        );
}
