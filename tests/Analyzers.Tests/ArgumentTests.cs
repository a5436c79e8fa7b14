namespace Analyzers.Tests;

/// <summary>Arguments that TorchSharp would refuse: reported where they are written, saying what is expected and what came.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("Conv2d(0, 3)", "0", "OutChannels of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, null!)", "null!", "KernelSize of Conv2d must be a list, but is null")]
    [InlineData("Conv2d(inChannels: 4, 0, 5)", "0", "OutChannels of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, 0)", "0", "KernelSize of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, [3, 0])", "[3, 0]", "KernelSize of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, new[] { 3, 3, 3 })", "new[] { 3, 3, 3 }", "KernelSize of Conv2d takes 1 or 2 sizes, but has 3")]
    [InlineData("Conv2d(4, 3, Stride = 0)", "0", "Stride of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, 3, Strides = [1, 0])", "[1, 0]", "Stride of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, 3, Stride = 1, Strides = [1, 1])", "[1, 1]", "Strides of Conv2d must not be given beside Stride")]
    [InlineData("Conv2d(4, 3, Dilation = 0)", "0", "Dilation of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(4, 3, Padding = -2)", "-2", "Padding of Conv2d must be Same, Valid or at least 0, but is -2")]
    [InlineData("Conv2d(4, 3, Paddings = [1, -1])", "[1, -1]", "Padding of Conv2d must be at least 0, but is -1")]
    [InlineData("Conv2d(4, 3, Groups = 0)", "0", "Groups of Conv2d must be at least 1, but is 0")]
    [InlineData("Conv2d(outChannels: 4, kernelSize: 0)", "0", "KernelSize of Conv2d must be at least 1, but is 0")]
    [InlineData("MaxPool2d(2, Padding = 2)", "2", "Padding of MaxPool2d must be at most half of the kernel size 2, but is 2")]
    [InlineData("AvgPool2d(3, Paddings = [1, 2])", "[1, 2]", "Padding of AvgPool2d must be at most half of the kernel size 3, but is 2")]
    [InlineData("AvgPool2d(3, DivisorOverride = 0)", "0", "DivisorOverride of AvgPool2d must be at least 1, but is 0")]
    [InlineData("AdaptiveAvgPool2d(0)", "0", "OutputSize of AdaptiveAvgPool2d must be at least 1, but is 0")]
    [InlineData("Linear(0)", "0", "OutFeatures of Linear must be at least 1, but is 0")]
    [InlineData("Dropout(1.5)", "1.5", "P of Dropout must be between 0 and 1, but is 1.5")]
    [InlineData("Dropout(p: -0.5)", "-0.5", "P of Dropout must be between 0 and 1, but is -0.5")]
    [InlineData("Dropout(double.NaN)", "double.NaN", "P of Dropout must be between 0 and 1, but is NaN")]
    [InlineData("BatchNorm2d(Momentum = 2)", "2", "Momentum of BatchNorm2d must be between 0 and 1, but is 2")]
    [InlineData("CELU(Alpha = 0)", "0", "Alpha of CELU must be a number but 0, but is 0")]
    [InlineData("Softshrink(Lambda = -1)", "-1", "Lambda of Softshrink must be at least 0, but is -1")]
    [InlineData("Flatten(StartDim = 7)", "7", "StartDim of Flatten must be between -4 and 3 for 4 dimensions, but is 7")]
    [InlineData(
        "Flatten(StartDim = 3, EndDim = 2)",
        "2",
        "EndDim of Flatten must not put the start (dimension 3) behind the end (dimension 2)"
    )]
    [InlineData("Softmax(4)", "4", "Dim of Softmax must be between -4 and 3 for 4 dimensions, but is 4")]
    [InlineData("Unflatten(1, 0)", "0", "Sizes of Unflatten takes sizes of at least 1, and -1 for one to infer, but has 0")]
    [InlineData("Reshape(-1, -1)", "-1, -1", "Shape of Reshape can leave one size to infer, but has -1 2 times")]
    [InlineData("Reshape", "Reshape", "Shape of Reshape must name at least one size")]
    public async Task Out_of_range(string layer, string at, string message)
    {
        var finding = await Finding.OnlyIn($"[Network, Input(4, 28, 28), {layer}]");
        Assert.Equal(("SHG0010", at, message), (finding.Id, finding.At, finding.Message));
    }

    [Fact]
    public async Task A_constant_of_the_class_is_underlined_where_it_is_used()
    {
        var findings = await Finding.AllIn(
            "[Network, Input(Channels, 8, 8), Conv2d(Filters, Kernel)] public partial class Net { const int Channels = 1, Filters = 4, Kernel = 9; }"
        );
        Assert.Equal("Kernel", Assert.Single(findings).At);
    }

    [Theory]
    [InlineData("Lineer(10)")]
    [InlineData("Linear(\"ten\")")]
    [InlineData("Linear(ten)")]
    [InlineData("Conv2d(4)")]
    [InlineData("Conv2d(4, 3, Stride = )")]
    public async Task What_the_compiler_reports_we_do_not(string layer) =>
        Assert.Empty(
            await Finding.AllIn($"[Network, Input(4, 28, 28), {layer}, Linear(1, 2), Conv2d(1, 1, 99)] public partial class Net;")
        );
}
