namespace Analyzers.Tests;

/// <summary>Sizes that do not fit: one report, on the argument, with both numbers, where the right one comes from, and the likeliest cause.</summary>
public sealed class SizeTests
{
    private const string Digits = "[Network, Input(1, 28, 28)]";
    private const string Same = "[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2), Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]";
    private const string Valid = "[Conv2d(32, 5, Padding = Valid), ReLU, MaxPool2d(2), Conv2d(64, 5), ReLU, MaxPool2d(2)]";

    [Fact]
    public async Task The_seeds_question() =>
        Assert.Equal(
            new(
                "SHG0013",
                "4 * 4 * 64",
                "Linear declares 1024 input features, but Flatten gives it 3136 (64×7×7); 1024 (64×4×4) is what Valid padding of the convolutions gives, and this network pads Same",
                "Flatten"
            ),
            await Finding.OnlyIn($"{Digits}{Same}[Flatten, Linear(4 * 4 * 64, 1024), ReLU, Linear(10)]")
        );

    [Fact]
    public async Task The_seeds_question_the_other_way_round() =>
        Assert.Equal(
            new(
                "SHG0013",
                "7 * 7 * 64",
                "Linear declares 3136 input features, but Flatten gives it 1024 (64×4×4); 3136 (64×7×7) is what Same padding of the convolutions gives, and this network pads Valid",
                "Flatten"
            ),
            await Finding.OnlyIn($"{Digits}{Valid}[Flatten, Linear(7 * 7 * 64, 1024), ReLU, Linear(10)]")
        );

    [Fact]
    public async Task A_reshape_that_mixes_the_batch() =>
        Assert.Equal(
            new(
                "SHG0016",
                "4 * 4 * 64",
                "Reshape(-1, 1024) does not keep the batch: one sample has 3136 values (64×7×7), so a batch of 128 would become 392 rows; 1024 (64×4×4) is what Valid padding of the convolutions gives, and this network pads Same",
                "MaxPool2d(2)"
            ),
            await Finding.OnlyIn($"{Digits}{Same}[Reshape(-1, 4 * 4 * 64), Linear(1024, 10)]")
        );

    [Theory]
    [InlineData(
        "Reshape(64, -1)",
        "64",
        "its first size is 64 where the batch should stay; write -1 there, and behind it sizes whose product is 784"
    )]
    [InlineData(
        "Reshape(1, 28, 28)",
        "1",
        "its first size is 1 where the batch should stay; write -1 there, and behind it sizes whose product is 784"
    )]
    [InlineData("Reshape(-1, 4, 14)", "-1, 4, 14", "one sample has 784 values (1×28×28), so a batch of 128 would become 1792 rows")]
    [InlineData("Reshape(-1, 25)", "25", "one sample has 784 values (1×28×28), so a batch of 100 would become 3136 rows")]
    [InlineData("Reshape(-1, 999)", "999", "one sample has 784 values (1×28×28), so a batch of 999 would become 784 rows")]
    [InlineData("Flatten(StartDim = 0)", "0", "it merges dimensions 0 to 3 of (N, 1, 28, 28), and dimension 0 is the batch")]
    [InlineData("Unflatten(0, 2, -1)", "0", "it splits dimension 0 of (N, 1, 28, 28), which is the batch")]
    public async Task The_batch_must_stay(string layer, string at, string why)
    {
        var finding = await Finding.OnlyIn($"{Digits}[{layer}]");
        Assert.Equal(("SHG0016", at), (finding.Id, finding.At));
        Assert.EndsWith($" does not keep the batch: {why}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Reshape(-1, 784), Linear(10)]")]
    [InlineData("[Reshape(-1, 1, 784)]")]
    [InlineData("[Reshape(-1, 28, 28, 1)]")]
    [InlineData("[Flatten, Unflatten(1, 7, -1, 4), Flatten(StartDim = 1, EndDim = 2)]")]
    public async Task A_reshape_that_keeps_the_batch_is_right(string layers) =>
        Assert.Empty(await Finding.AllIn($"{Digits}{layers} public partial class Net;"));

    [Theory]
    [InlineData("[Conv2d(32, 16, 5)]", "32", "Conv2d declares 32 input channels, but the input has 1", "Input(1, 28, 28)")]
    [InlineData(
        "[Conv2d(64, 3), ReLU, MaxPool2d(2), Conv2d(32, 16, 5)]",
        "32",
        "Conv2d declares 32 input channels, but MaxPool2d gives it 64",
        "MaxPool2d(2)"
    )]
    [InlineData(
        "[Conv2d(64, 3), ReLU, BatchNorm2d(32)]",
        "32",
        "BatchNorm2d declares 32 input channels, but Conv2d gives it 64",
        "Conv2d(64, 3)"
    )]
    [InlineData(
        "[Conv2d(32, 5, 2)]",
        "32",
        "Conv2d declares 32 input channels, but the input has 1; if 2 is the stride, write Conv2d(32, 5, Stride = 2)",
        "Input(1, 28, 28)"
    )]
    public async Task Channels_that_differ(string layers, string at, string message, string from) =>
        Assert.Equal(new("SHG0014", at, message, from), await Finding.OnlyIn(Digits + layers));

    [Theory]
    [InlineData(
        "[Flatten, Linear(100), ReLU, Dropout, Linear(200, 10)]",
        "200",
        "Linear declares 200 input features, but Linear gives it 100",
        "Linear(100)"
    )]
    [InlineData(
        "[MaxPool2d(2), Flatten, Linear(784, 10)]",
        "784",
        "Linear declares 784 input features, but Flatten gives it 196 (1×14×14); 784 (1×28×28) is what there is without a MaxPool2d",
        "Flatten"
    )]
    [InlineData(
        "[Linear(784, 10)]",
        "784",
        "Linear declares 784 input features, but the input has 28; a Flatten before it would give 784 (1×28×28)",
        "Input(1, 28, 28)"
    )]
    [InlineData(
        "[MaxPool2d(3, Padding = Same), Flatten, Linear(81, 2)]",
        "81",
        "Linear declares 81 input features, but Flatten gives it 100 (1×10×10); 81 (1×9×9) is what Valid padding of the pooling layers gives, and this network pads Same",
        "Flatten"
    )]
    public async Task Features_that_differ(string layers, string at, string message, string from)
    {
        var finding = await Finding.OnlyIn(Digits + layers);
        Assert.Equal(new("SHG0013", at, message, from), finding);
    }

    [Theory]
    [InlineData(
        "[MaxPool2d(2), MaxPool2d(2), MaxPool2d(2), MaxPool2d(2), MaxPool2d(2), Flatten, Linear(10)]",
        "2",
        "The 2×2 window of MaxPool2d does not fit: MaxPool2d gives it 1×1; with Same padding of the pooling layers it would fit"
    )]
    [InlineData("[Conv2d(4, 29)]", "29", "The 29×29 window of Conv2d does not fit: the input is 28×28")]
    [InlineData("[Conv2d(4, 5, Dilation = 9)]", "5", "The 37×37 window of Conv2d does not fit: the input is 28×28")]
    public async Task A_window_that_does_not_fit(string layers, string at, string message)
    {
        var finding = await Finding.OnlyIn(Digits + layers);
        Assert.Equal(("SHG0012", at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData("[Conv2d(8, 3, Groups = 3)]", "3", "Groups = 3 of Conv2d does not divide the 1 input channels")]
    [InlineData("[Conv2d(8, 3), Conv2d(6, 3, Groups = 4)]", "4", "Groups = 4 of Conv2d does not divide the 6 output channels")]
    public async Task Groups_that_do_not_divide(string layers, string at, string message)
    {
        var finding = await Finding.OnlyIn(Digits + layers);
        Assert.Equal(("SHG0017", at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData(
        "[Flatten, Unflatten(1, 2, 28)]",
        "2, 28",
        "Unflatten(1, 2, 28) asks for 2×28 = 56 values, but Flatten gives it 784 (1×28×28)"
    )]
    [InlineData(
        "[Flatten, Unflatten(1, 5, -1)]",
        "5, -1",
        "Unflatten(1, 5, -1) asks for 5×? = a multiple of 5 values, but Flatten gives it 784 (1×28×28)"
    )]
    public async Task A_split_that_changes_the_number_of_values(string layers, string at, string message)
    {
        var finding = await Finding.OnlyIn(Digits + layers);
        Assert.Equal(("SHG0015", at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData("[Flatten, Conv2d(8, 3)]", "Conv2d(8, 3)", "Conv2d takes (N, C, H, W), but Flatten gives it (N, 784)")]
    [InlineData("[Flatten, Linear(10), BatchNorm2d]", "BatchNorm2d", "BatchNorm2d takes (N, C, H, W), but Linear gives it (N, 10)")]
    [InlineData("[MaxPool3d(2)]", "MaxPool3d(2)", "MaxPool3d takes (N, C, D, H, W), but the input is (N, 1, 28, 28)")]
    [InlineData("[Flatten, GlobalAvgPool2d]", "GlobalAvgPool2d", "GlobalAvgPool2d takes (N, C, H, W), but Flatten gives it (N, 784)")]
    public async Task A_rank_that_does_not_fit(string layers, string at, string message)
    {
        var finding = await Finding.OnlyIn(Digits + layers);
        Assert.Equal(("SHG0011", at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData(
        "[Network, Input(28, 28, 1), Conv2d(1, 32, 5)]",
        "Conv2d declares 1 input channels, but the input has 28; channels come first: Input(1, 28, 28)"
    )]
    [InlineData(
        "[Network, Input(28, 28, 1), Conv2d(32, 5)]",
        "The 5×5 window of Conv2d does not fit: the input is 28×1; channels come first: Input(1, 28, 28)"
    )]
    public async Task Channels_that_come_last_are_named(string attributes, string message) =>
        Assert.Equal(message, (await Finding.OnlyIn(attributes)).Message);

    [Fact]
    public async Task The_batch_is_not_taken_for_channels()
    {
        var finding = await Finding.OnlyIn("[Network, Input(28, 28), Conv2d(8, 3)]");
        Assert.Equal(("SHG0011", "Conv2d takes (N, C, H, W), but the input is (N, 28, 28)"), (finding.Id, finding.Message));
    }

    [Fact]
    public async Task A_Linear_after_an_image_is_a_warning() =>
        Assert.Equal(
            new(
                "SHG0018",
                "Linear(10)",
                "Linear takes the last dimension, 14, of an image: MaxPool2d gives it 1×14×14; a Flatten is missing",
                "MaxPool2d(2)"
            ),
            await Finding.OnlyIn($"{Digits}[MaxPool2d(2), Linear(10)]")
        );

    [Theory]
    [InlineData("[Network, Input(128, 512), Linear(1000)]")]
    [InlineData("[Network, Input(1, 28, 28), Reshape(-1, 1, 28, 28), Conv2d(4, 3, Strides = null), Flatten, Linear(10)]")]
    public async Task What_is_meant_is_not_reported(string attributes) =>
        Assert.Empty(await Finding.AllIn($"{attributes} public partial class Net;"));

    [Theory]
    [InlineData("[Network, Input(784), AdaptiveAvgPool2d(1)]", "AdaptiveAvgPool2d takes (N, C, H, W), but the input is (N, 784)")]
    [InlineData("[Network, Input(1), Reshape(-1), Linear(10)]", "Linear takes (…, features), but Reshape gives it (N)")]
    public async Task The_batch_is_not_averaged_or_mixed(string attributes, string message) =>
        Assert.Equal(message, (await Finding.OnlyIn(attributes)).Message);

    [Fact]
    public async Task A_softmax_over_the_batch_is_a_warning() =>
        Assert.Equal(
            "Softmax(0) makes the samples of a batch compete with each other",
            (await Finding.OnlyIn("[Network, Input(10), Softmax(0)]")).Message
        );

    [Fact]
    public async Task Two_mistakes_are_two_reports()
    {
        var findings = await Finding.AllIn($"{Digits}[Conv2d(3, 8, 3), Flatten, Linear(99, 10), Linear(11, 2)] public partial class Net;");
        Assert.Equal(["3", "99", "11"], findings.Select(f => f.At));
    }

    [Fact]
    public async Task A_layer_that_cannot_exist_is_refused() =>
        Assert.Equal("SHG0019", (await Finding.OnlyIn("[Network, Input(2147483647), Linear(2147483647)]")).Id);
}
