using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Declarations;

namespace Generator.Tests.Zoo;

/// <summary>One wrong number in each network of the zoo is one error, on that number.</summary>
public sealed class ZooMistakeTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, string, string>> Mistakes =>
        new (string Network, string Right, string Wrong, string At, string Id)[]
        {
            ("ConvNet", "Linear(1024)", "Linear(4 * 4 * 64, 1024)", "4 * 4 * 64", "SHG0013"),
            ("LeNet5", "Conv2d(120, 5)", "Conv2d(120, 7)", "7", "SHG0012"),
            (
                "AlexNet",
                "Linear(4096, Name = \"classifier.1\")",
                "Linear(256 * 5 * 5, 4096, Name = \"classifier.1\")",
                "256 * 5 * 5",
                "SHG0013"
            ),
            (
                "Vgg16",
                "Conv2d(512, 3, Padding = Same, Name = \"features.17\")",
                "Conv2d(128, 512, 3, Name = \"features.17\")",
                "128",
                "SHG0014"
            ),
            ("GoogLeNet", "Linear(1000)", "Linear(832, 1000)", "832", "SHG0013"),
            ("ResNet18", "Linear(1000, Name = \"fc\")", "Linear(512 * 7 * 7, 1000, Name = \"fc\")", "512 * 7 * 7", "SHG0013"),
            ("ResNet18", "Conv2d(Channels, 3, Padding = 1,", "Conv2d(64, Channels, 3, Padding = 1,", "64", "SHG0014"),
            ("ResNet50", "Conv2d(Width * 4, 1", "Conv2d(Width * 2, Width * 4, 1", "Width * 2", "SHG0014"),
            ("DenseNet121", "Conv2d(Growth * 4, 1", "Conv2d(64, Growth * 4, 1", "64", "SHG0014"),
            ("MobileNetV2", "3, Stride, In * Expand", "3, Stride, In * 5", "In * 5", "SHG0017"),
            ("UNet", "[Conv2d(2, 1)]", "[Conv2d(32, 2, 1)]", "32", "SHG0014"),
            ("DcganGenerator", "Unflatten(1, 100, 1, 1)", "Unflatten(1, 10, 3, 3)", "10, 3, 3", "SHG0015"),
            ("DcganDiscriminator", "[Conv2d(1, 4, Bias", "[Conv2d(1, 5, Bias", "5", "SHG0012"),
            ("CharLstm", "LSTM(256", "LSTM(128, 256", "128", "SHG0013"),
            ("TextClassifier", "MultiheadAttention(8)", "MultiheadAttention(7)", "7", "SHG0017"),
            ("Gpt", "Block<DecoderLayer>(6,", "Block<DecoderLayer>(7,", "7", "SHG0017"),
            ("Vae", "Linear(20, Name = \"fc21\")", "Linear(300, 20, Name = \"fc21\")", "300", "SHG0013"),
            ("Siamese", "Linear(1)", "Linear(9216, 1)", "9216", "SHG0013"),
            ("Translator", "MultiheadAttention(4", "MultiheadAttention(5", "5", "SHG0017"),
            ("VitB16", "PositionalEmbedding(197", "PositionalEmbedding(196", "196", "SHG0010"),
        }.Select(m => new TheoryDataRow<string, string, string, string, string>(m.Network, m.Right, m.Wrong, m.At, m.Id));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task It_is_one_error_at_the_number(string network, string right, string wrong, string at, string id)
    {
        var file = ZooNetworks.Sources.Single(s => s.Contains($"class {network}", StringComparison.Ordinal));
        Assert.Contains(right, file, StringComparison.Ordinal);
        Assert.Empty(await Findings(file));

        var finding = Assert.Single(await Findings(file.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal((id, at), (finding.Id, finding.At));
    }

    [Fact]
    public void Every_network_has_its_turn() => Assert.Empty(ZooNetworks.Names.Except(Mistakes.Select(m => m.Data.Item1)));

    private static async Task<(string Id, string At)[]> Findings(string file)
    {
        var run = GeneratorRun.Of(file);
        var diagnostics = await run
            .Output.WithAnalyzers([new NetworkAnalyzer(), new GeneratedConstantAnalyzer(), new BlockArgumentAnalyzer()])
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .Where(d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden)
                .Select(d => (d.Id, d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan))),
        ];
    }
}
