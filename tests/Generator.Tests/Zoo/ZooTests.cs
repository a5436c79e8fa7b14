using System.Globalization;
using Testing;
using static TorchSharp.torch;

namespace Generator.Tests.Zoo;

/// <summary>Networks of the literature: their published sizes, their weights' published names, and each layer's shape at run time.</summary>
public sealed class ZooTests(ITestOutputHelper output)
{
    // Made in a few seconds, and too large to be made for each test.
    private static readonly Lazy<ZooNetworks> _published = new(() => new());
    private static readonly Lazy<ZooNetworks> _smaller = new(() => new(Smaller));

    /// <summary>The number of weights that the papers, torchvision or PyTorch's examples give.</summary>
    public static IEnumerable<TheoryDataRow<string, long>> Counts =>
        new Dictionary<string, long>
        {
            ["AlexNet"] = 61_100_840,
            ["CharLstm"] = 897_152,
            ["ConvNet"] = 3_274_634,
            ["DcganDiscriminator"] = 2_765_568,
            ["DcganGenerator"] = 3_576_704,
            ["DenseNet121"] = 7_978_856,
            ["GoogLeNet"] = 6_624_904,
            ["LeNet5"] = 61_706,
            ["MobileNetV2"] = 3_504_872,
            ["ResNet18"] = 11_689_512,
            ["ResNet50"] = 25_557_032,
            ["Siamese"] = 38_951_745,
            ["TextClassifier"] = 9_859_586,
            ["UNet"] = 31_037_698,
            ["Vae"] = 652_824,
            ["Vgg16"] = 138_357_544,
            ["VitB16"] = 86_567_656,
        }.Select(c => new TheoryDataRow<string, long>(c.Key, c.Value));

    public static IEnumerable<TheoryDataRow<string>> Names => ZooNetworks.Names.Select(n => new TheoryDataRow<string>(n));

    public static IEnumerable<TheoryDataRow<string>> Published =>
        Directory
            .GetFiles(Repository.PathOf("tests", "Generator.Tests", "Zoo", "Keys"))
            .Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)));

    [Fact]
    public void They_are_all_there() => Assert.Equal(19, ZooNetworks.Names.Count);

    [Theory]
    [MemberData(nameof(Counts))]
    public void It_has_the_published_number_of_weights(string name, long count)
    {
        using var net = _published.Value.Create(name);
        Assert.Equal(count, net.parameters().Sum(p => p.numel()));
        Assert.Equal(count, _published.Value.Constant(name, "ParameterCount"));
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Its_weights_have_the_names_and_sizes_of_torchvision(string name)
    {
        using var net = _published.Value.Create(name);
        var published = Repository.Read("tests", "Generator.Tests", "Zoo", "Keys", $"{name}.txt").ReplaceLineEndings("\n").Split('\n');
        var own = net.state_dict().Select(p => $"{p.Key} ({string.Join(", ", p.Value.shape)})").ToArray();
        Assert.Equal(published.Where(l => l.Length > 0).Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
        output.WriteLine($"{name}: {own.Length} tensors");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_layer_gives_the_shape_that_was_worked_out(string name)
    {
        using var gradients = no_grad();
        var layers = 0;
        foreach (var (networks, isSmaller) in new[] { (_published.Value, false), (_smaller.Value, true) })
        {
            using var net = networks.Create(name);
            net.eval();
            foreach (var batch in isSmaller ? new[] { 2, 3 } : [1, 2])
            {
                layers += CheckShapes(networks, net, name, batch, isSmaller);
            }
        }

        output.WriteLine($"{name}: {layers} layers");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_of_training_runs(string name)
    {
        using var net = _smaller.Value.Create(name);
        net.train();
        using var optimizer = optim.SGD(net.parameters(), 0.01);
        using var scope = NewDisposeScope();
        var results = _smaller.Value.Call(net, [.. ZooInputs.Of(name, 2, isSmaller: true).Select(i => i.Tensor)], (_, _, _) => { });
        results.Select(r => r.square().mean()).Aggregate((a, b) => a + b).backward();
        Assert.All(net.named_parameters(), p => Assert.True(p.parameter.grad is not null, p.name));
        var last = net.parameters().Last();
        var before = last.detach().clone();
        optimizer.step();
        Assert.False(before.allclose(last, 0, 0));
        Assert.All(results, r => Assert.True(r.isfinite().all().item<bool>()));
    }

    private static int CheckShapes(ZooNetworks networks, nn.Module net, string name, int batch, bool isSmaller)
    {
        using var scope = NewDisposeScope();
        var inputs = ZooInputs.Of(name, batch, isSmaller);
        var known = inputs.SelectMany(i => i.Symbols).Append(("N", batch)).ToDictionary(s => s.Item1, s => s.Item2);
        var layers = 0;
        networks.Call(
            net,
            [.. inputs.Select(i => i.Tensor)],
            (layer, shape, tensor) =>
            {
                var expected = shape
                    .Trim('(', ')')
                    .Split(", ")
                    .Select(s => known.TryGetValue(s, out var size) ? size : long.Parse(s, CultureInfo.InvariantCulture));
                Assert.True(expected.SequenceEqual(tensor.shape), $"{name}.{layer}: {shape}, but ({string.Join(", ", tensor.shape)})");
                layers++;
            }
        );
        Assert.True(layers > 2);
        return layers;
    }

    /// <summary>The same networks for smaller images. Only what is inferred follows.</summary>
    private static string Smaller(string source) =>
        source
            .Replace("Input(3, 224, 224)", "Input(3, 96, 64)", StringComparison.Ordinal)
            .Replace("Input(3, 256, 256)", "Input(3, 64, 48)", StringComparison.Ordinal)
            .Replace("Input(1, 28, 28)", "Input(1, 21, 30)", StringComparison.Ordinal)
            .Replace("Input(1, 32, 32)", "Input(1, 36, 40)", StringComparison.Ordinal)
            .Replace("Input(1, 105, 105)", "Input(1, 90, 95)", StringComparison.Ordinal)
            .Replace("Input(3, 64, 64)", "Input(3, 80, 96)", StringComparison.Ordinal);
}
