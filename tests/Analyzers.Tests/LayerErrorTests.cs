namespace Analyzers.Tests;

/// <summary>What does not fit beyond the bounds of one argument: two arguments, an argument and the input, two tensors.</summary>
public sealed class LayerErrorTests
{
    [Theory]
    // Transposed convolutions and padding modes.
    [InlineData(
        "Input(4, 5, 5), ConvTranspose2d(8, 3, Stride = 2, OutputPadding = 2)",
        "SHG0010",
        "2",
        "OutputPadding of ConvTranspose2d must be less than the stride or the dilation, but is 2"
    )]
    [InlineData(
        "Input(4, 5, 5), ConvTranspose2d(8, 3, Padding = Same, OutputPadding = 0)",
        "SHG0010",
        "0",
        "OutputPadding of ConvTranspose2d must not be given beside Padding = Same, which sets the size"
    )]
    [InlineData(
        "Input(4, 5, 5), ConvTranspose2d(3, 8, 3)",
        "SHG0014",
        "3",
        "ConvTranspose2d declares 3 input channels, but the input has 4; if 3 is the stride, write ConvTranspose2d(3, 8, Stride = 3)"
    )]
    [InlineData(
        "Input(4, 5, 5), ConvTranspose2d(8, 3, Groups = 3)",
        "SHG0017",
        "3",
        "Groups = 3 of ConvTranspose2d does not divide the 4 input channels"
    )]
    [InlineData(
        "Input(4, 1, 5), ConvTranspose2d(8, 3, Padding = 2)",
        "SHG0010",
        "2",
        "Padding of ConvTranspose2d must leave something of the image 1×5, but that would be -1×3"
    )]
    [InlineData(
        "Input(4, 3, 3), Conv2d(8, 7, Padding = 3, PaddingMode = PadMode.Reflect)",
        "SHG0010",
        "3",
        "Padding of Conv2d must be less than the size 3 with PaddingMode = Reflect, but is 3"
    )]
    [InlineData(
        "Input(4, 2, 9), Conv2d(8, 7, Padding = Same, PaddingMode = PadMode.Circular)",
        "SHG0010",
        "Same",
        "Padding of Conv2d must be at most the size 2 with PaddingMode = Circular, but is 3"
    )]
    [InlineData(
        "Input(4, 5, 5), ReflectionPad2d(5)",
        "SHG0010",
        "5",
        "Padding of ReflectionPad2d must be at most 4 where the size is 5, but is 5"
    )]
    [InlineData(
        "Input(4, 5, 5), ConstantPad2d([-3, -2, 0, 0], 1)",
        "SHG0010",
        "[-3, -2, 0, 0]",
        "Padding of ConstantPad2d must leave something of the size 5, but -3 and -2 leave 0"
    )]
    [InlineData("Input(4, 5, 5), ZeroPad2d([1, 2, 3])", "SHG0010", "[1, 2, 3]", "Padding of ZeroPad2d takes 1 or 4 sizes, but has 3")]
    // Pooling.
    [InlineData(
        "Input(4, 5, 5), FractionalMaxPool2d(2)",
        "SHG0010",
        "FractionalMaxPool2d(2)",
        "OutputSize of FractionalMaxPool2d must be given, or OutputRatio"
    )]
    [InlineData(
        "Input(4, 5, 5), FractionalMaxPool2d(2, OutputSize = 2, OutputRatio = 0.5)",
        "SHG0010",
        "2",
        "OutputSize of FractionalMaxPool2d must not be given beside OutputRatio"
    )]
    [InlineData(
        "Input(4, 5, 5), FractionalMaxPool2d(2, OutputSize = 5)",
        "SHG0010",
        "5",
        "OutputSize of FractionalMaxPool2d must leave room for the kernel: at most 4 places, but asks for 5"
    )]
    [InlineData(
        "Input(1, 8, 8), MaxPool2d(2), MaxUnpool2d(\"maxpool1\", 4)",
        "SHG0027",
        "4",
        "MaxUnpool2d takes indices into what it gives, but that would be (N, 1, 16, 16) and what 'maxpool1' pooled is (N, 1, 8, 8); write the kernel size and the stride of that pooling"
    )]
    [InlineData(
        "Input(1, 8, 8), MaxPool2d(2, Name = \"pool\"), Conv2d(3, 1), MaxUnpool2d(\"pool\", 2)",
        "SHG0027",
        "\"pool\"",
        "MaxUnpool2d takes a value for each place, but Conv2d gives it (N, 3, 4, 4) and what 'pool' found is (N, 1, 4, 4)"
    )]
    [InlineData(
        "Input(1, 8, 8), Conv2d(3, 1), MaxUnpool2d(\"conv1\", 2)",
        "SHG0010",
        "\"conv1\"",
        "Indices of MaxUnpool2d must be the name of a max pooling, but 'conv1' is Conv2d"
    )]
    [InlineData(
        "Input(1, 8, 8), MaxPool2d(2), MaxUnpool2d(\"maxpol1\", 2)",
        "SHG0010",
        "\"maxpol1\"",
        "Indices of MaxUnpool2d must be the name of an earlier layer, but 'maxpol1' is none; did you mean 'maxpool1'?"
    )]
    [InlineData(
        "Input(1, 7, 7), MaxPool2d(2, Padding = Same, Name = \"pool\"), MaxUnpool2d(\"pool\", 2)",
        "SHG0010",
        "\"pool\"",
        "Indices of MaxUnpool2d must be the name of a max pooling whose padding is a number, but 'pool' pads Same"
    )]
    // Normalisation and activations.
    [InlineData("Input(10, 5, 5), GroupNorm(3)", "SHG0017", "3", "NumGroups = 3 of GroupNorm does not divide the 10 channels")]
    [InlineData("Input(10, 5, 5), GroupNorm(2, 8)", "SHG0014", "8", "GroupNorm declares 8 input channels, but the input has 10")]
    [InlineData(
        "Input(10), GroupNorm(2)",
        "SHG0011",
        "GroupNorm(2)",
        "GroupNorm takes (N, C, …) of at least three dimensions, but the input is (N, 10)"
    )]
    [InlineData("Input(10, 5, 5), InstanceNorm2d(8)", "SHG0014", "8", "InstanceNorm2d declares 8 input channels, but the input has 10")]
    [InlineData("Input(10, 5), LayerNorm(4)", "SHG0013", "4", "LayerNorm declares 4 input features, but the input has 5")]
    [InlineData(
        "Input(10, 5), LayerNorm(9, 5)",
        "SHG0010",
        "9, 5",
        "NormalizedShape of LayerNorm must be the last sizes of (N, 10, 5), but is (9, 5)"
    )]
    [InlineData("Input(10, 5), RMSNorm(4)", "SHG0013", "4", "RMSNorm declares 4 input features, but the input has 5")]
    [InlineData("Input(10, 5), PReLU(5)", "SHG0010", "5", "NumParameters of PReLU must be 1 or the number of channels, 10, but is 5")]
    [InlineData(
        "Input(10, 5), GLU",
        "SHG0010",
        "GLU",
        "Dim of GLU must name a dimension of even size, but dimension 2 of (N, 10, 5) has 5"
    )]
    [InlineData("Input(10, 5), GLU(0)", "SHG0010", "0", "Dim of GLU must not name the batch, dimension 0 of (N, 10, 5)")]
    // Rearrangements and distances.
    [InlineData(
        "Input(10, 5, 5), PixelShuffle(2)",
        "SHG0017",
        "2",
        "UpscaleFactor = 2 of PixelShuffle does not divide the 10 channels by its square"
    )]
    [InlineData("Input(10, 5, 6), PixelUnshuffle(2)", "SHG0017", "2", "DownscaleFactor = 2 of PixelUnshuffle does not divide the 5 rows")]
    [InlineData("Input(10, 5, 5), ChannelShuffle(3)", "SHG0017", "3", "Groups = 3 of ChannelShuffle does not divide the 10 channels")]
    [InlineData(
        "Input(12, 10), Fold(5, 2)",
        "SHG0010",
        "5",
        "OutputSize of Fold must have a place for each of 10 columns, but has 16 (4×4)"
    )]
    [InlineData("Input(3, 10), Fold(5, 2)", "SHG0017", "2", "KernelSize = 2 of Fold does not divide the 3 values of a column")]
    [InlineData("Input(10, 5), Permute(0, 2)", "SHG0010", "0, 2", "Dims of Permute must name all 3 dimensions of (N, 10, 5), but names 2")]
    [InlineData("Input(10, 5), Permute(0, 1, 1)", "SHG0010", "0, 1, 1", "Dims of Permute must name each dimension once, but names 1 twice")]
    [InlineData(
        "Input(10, 5), Permute(1, 0, 2)",
        "SHG0020",
        "Permute(1, 0, 2)",
        "Permute(1, 0, 2) moves the batch to dimension 1, and it comes out of the network at 1"
    )]
    [InlineData("Input(10, 5), Mean(0)", "SHG0020", "0", "Mean mixes the samples of a batch")]
    [InlineData("Input(10, 5), Squeeze(1)", "SHG0026", "1", "Squeeze(1) has no effect: dimension 1 of (N, 10, 5) is not of size 1")]
    [InlineData("Input(4, 5, 5), Upsample", "SHG0010", "Upsample", "Size of Upsample must be given, or ScaleFactor")]
    [InlineData(
        "Input(4, 5, 5), Upsample(Size = 3, ScaleFactor = 2)",
        "SHG0010",
        "3",
        "Size of Upsample must not be given beside ScaleFactor"
    )]
    [InlineData(
        "Input(4, 5, 5), Upsample(Sizes = [3, 3, 3])",
        "SHG0010",
        "[3, 3, 3]",
        "Size of Upsample takes 1 or 2 numbers for 2 spatial axes, but has 3"
    )]
    [InlineData(
        "Input(4, 5, 5), Upsample(Size = 3, AlignCorners = true)",
        "SHG0010",
        "true",
        "AlignCorners of Upsample is for modes that interpolate, and Mode is Nearest"
    )]
    [InlineData(
        "Input(4, 5, 5), Upsample(Size = 3, Mode = Interpolation.Linear)",
        "SHG0011",
        "Upsample(Size = 3, Mode = Interpolation.Linear)",
        "Upsample takes (N, C, L) with Mode = Linear, but the input is (N, 4, 5, 5)"
    )]
    [InlineData(
        "Input(4), As(\"a\"), Linear(3), CosineSimilarity(\"a\")",
        "SHG0027",
        "\"a\"",
        "CosineSimilarity takes two tensors whose sizes are equal, or 1, from the last one on, but Linear gives it (N, 3) and 'a' is (N, 4)"
    )]
    [InlineData(
        "Input(4, 6), As(\"a\"), Flatten, Bilinear(\"a\", 3)",
        "SHG0027",
        "\"a\"",
        "Bilinear takes two tensors that differ in their last dimension only, but Flatten gives it (N, 24) and 'a' is (N, 4, 6)"
    )]
    [InlineData("Input(4), As(\"a\"), Bilinear(\"a\", 4, 5, 3)", "SHG0013", "5", "Bilinear declares 5 input features, but the input has 4")]
    public async Task Is_reported_once_at_its_cause(string attributes, string id, string at, string message)
    {
        var finding = await Finding.OnlyIn($"[Network, {attributes}]");
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData("Input(Dim.Any, DType = DType.Int64), Embedding(100, 8), LSTM(16, ReturnSequences = false), Linear(2)")]
    [InlineData(
        "Input(Dim.Any, DType = DType.Int32), Embedding(100, 8), Permute(0, 2, 1), Conv1d(16, 3, Padding = Same), ReLU, GlobalAvgPool1d, Linear(2)"
    )]
    [InlineData(
        "Input(3, Dim.Any, Dim.Any), Conv2d(8, 3, Stride = 2, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2), GlobalAvgPool2d, Linear(10)"
    )]
    [InlineData("Input(3, Dim.Any, 32), Conv2d(8, 5, Padding = Same), AdaptiveAvgPool2d(4), Flatten, Linear(10)")]
    [InlineData("Input(8, 5), As(\"memory\"), Linear(5), TransformerDecoderLayer(\"memory\", 5)")]
    [InlineData("Input(20, DType = DType.Int64), Unsqueeze(1), Reshape(-1, 20), Embedding(9, 2), Flatten, Linear(1)")]
    [InlineData("Input(1, 8, 8), MaxPool2d(2), Dropout2d, MaxUnpool2d(\"maxpool1\", 2)")]
    [InlineData("Input(4, 8, 8), Conv2d(3, 3, 3)", "SHG0014")]
    [InlineData("Input(4, 6), Permute(1, 0, 2), Linear(3), Permute(1, 0, 2)")]
    [InlineData("Input(3, 16), Conv1d(8, 3), ReLU, Linear(10)")]
    [InlineData("Input(4), ConstantPad1d(1, double.NaN), Threshold(0, double.NegativeInfinity)")]
    [InlineData("Input(4), ReLU(Name = \"x2\"), As(\"train\"), Linear(4), Add(\"train\")")]
    [InlineData("Input(50, DType = DType.Int64), Embedding(100, 32), Conv1d(50, 16, 3)")]
    [InlineData("Input(50, DType = DType.Int64), Embedding(100, 32), Permute(0, 2, 1), Conv1d(16, 3), Permute(0, 2, 1), LSTM(8)")]
    [InlineData("Input(40, 10), LSTM(8), Add(\"lstm1\"), LSTM(8)")]
    [InlineData("Input(40, 10), Conv1d(8, 3), BatchNorm1d, MaxPool1d(2), GlobalAvgPool1d")]
    public async Task What_fits_is_not_reported(string attributes, params string[] expected) =>
        Assert.Equal(expected, (await Finding.AllIn($"[Network, {attributes}] public partial class Net;")).Select(f => f.Id));
}
