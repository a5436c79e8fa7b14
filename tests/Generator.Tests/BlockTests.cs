using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Blocks: what is generated for them, and that it is what would be written by hand.</summary>
public sealed class BlockTests
{
    private const string ResNet18 = """
        [Network, Input(3, 224, 224)]
        [Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
        [Block<BasicBlock>(64, Repeat = 2, Name = "layer1")]
        [Block<BasicBlock>(128, Repeat = 2, Stride = 2, Name = "layer2")]
        [Block<BasicBlock>(256, Repeat = 2, Stride = 2, Name = "layer3")]
        [Block<BasicBlock>(512, Repeat = 2, Stride = 2, Name = "layer4")]
        [GlobalAvgPool2d, Linear(1000, Name = "fc")]
        public partial class ResNet18;

        [Block]
        [Conv2d(Channels, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm2d(Name = "bn1"), ReLU]
        [Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d(Name = "bn2")]
        [Shortcut(Project = true, Name = "downsample"), ReLU]
        public class BasicBlock { [Arg] const int Channels = 64, Stride = 1; }
        """;

    [Fact]
    public void Try()
    {
        var run = GeneratorRun.Of(Testing.Sources.Usings + ResNet18);
        File.WriteAllText("/tmp/zoo/r18.cs", run.Text);
        Assert.Empty(run.Diagnostics);
        using var net = new LoadedNetworks(ResNet18).Create("ResNet18");
        File.WriteAllLines("/tmp/zoo/r18.keys", net.state_dict().Select(p => $"{p.Key} [{string.Join(", ", p.Value.shape)}]"));
        Assert.Equal(11_689_512, net.parameters().Sum(p => p.numel()));
        using var y = net.call(randn(2, 3, 224, 224));
        Assert.Equal([2, 1000], y.shape);
        _ = net.to(ScalarType.Float64);
        using var z = net.call(randn([2, 3, 224, 224], float64));
    }
}
