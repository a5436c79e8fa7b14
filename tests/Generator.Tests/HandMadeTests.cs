using System.Globalization;
using ShapeGen.Layers;
using ShapeGen.Networks;
using Testing;
using Testing.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>
/// A generated layer is the one that is made by hand: as many weights, the same shape, and the same values from the same weights, in
/// training and in evaluation, for random arguments.
/// </summary>
public sealed class HandMadeTests(ITestOutputHelper output)
{
    private const int NetworksPerLayer = 4;
    private const int Draws = 400;

    // As and Output compute nothing; SignatureTests has them. Of indices only those of a real pooling are places; DefectTests has them.
    private static readonly IReadOnlyList<LayerCase> _cases =
    [
        .. LayerCases.All.Where(c =>
            c.Layer is not ("As" or "Output") && !LayerCatalog.Find(c.Layer)!.Parameters.OfType<OperandParameter>().Any(p => p.TakesIndices)
        ),
    ];

    private static readonly Dictionary<string, Drawn[]> _drawn = _cases.ToDictionary(c => c.Layer, DrawSound);

    private static readonly Lazy<LoadedNetworks> _networks = new(() =>
        new(string.Concat(_cases.SelectMany(c => _drawn[c.Layer].Select((d, i) => Source(c.Layer, d, i)))))
    );

    public static IEnumerable<TheoryDataRow<string>> Layers => _cases.Select(c => new TheoryDataRow<string>(c.Layer));

    [Theory]
    [MemberData(nameof(Layers))]
    public void It_computes_what_the_hand_made_one_computes(string layer)
    {
        var made = LayerCases.All.Single(c => c.Layer == layer).Make;
        Assert.NotEmpty(_drawn[layer]);
        var largest = 0.0;
        for (var i = 0; i < _drawn[layer].Length; i++)
        {
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var drawn = _drawn[layer][i];
            var (byHand, net) = (made(new(drawn.Arguments)), _networks.Value.Create($"{layer}{i}"));
            var count = CopyWeights(byHand.Module, net);
            Assert.Equal(count, net.GetType().GetField("ParameterCount")!.GetRawConstantValue());

            var input = drawn.Inputs[0].Create();
            foreach (var isTraining in new[] { false, true })
            {
                byHand.Module?.train(isTraining);
                net.train(isTraining);
                manual_seed(Setting.Seed);
                var expected = byHand.Run([.. drawn.Inputs.Select(_ => input)]);
                manual_seed(Setting.Seed);
                var actual = net.call(input);
                Assert.Equal(expected.shape, actual.shape);
                largest = Math.Max(largest, (expected - actual).abs().nan_to_num().max().ToDouble());
                Assert.True(actual.allclose(expected, 1e-5, 1e-6, equal_nan: true), $"{drawn}, training {isTraining}: {largest}");
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{layer}: {_drawn[layer].Length} networks, seed {Setting.Seed}, largest difference {largest:E1}"
            )
        );
    }

    private static long CopyWeights(nn.Module? from, nn.Module to)
    {
        Tensor[] source = [.. from?.parameters() ?? [], .. from?.buffers() ?? []];
        Tensor[] target = [.. to.parameters(), .. from is null ? [] : to.buffers()];
        Assert.Equal(source.Select(t => t.shape), target.Select(t => t.shape));
        foreach (var (s, t) in source.Zip(target))
        {
            // Other than what a new module has.
            s.copy_(s.is_floating_point() ? rand_like(s) + 0.1 : s);
            t.copy_(s);
        }

        return from?.parameters().Sum(p => p.numel()) ?? 0;
    }

    /// <summary>Some of the random configurations that make a network without a problem; every operand is the input.</summary>
    private static Drawn[] DrawSound(LayerCase layerCase)
    {
        var random = new Random(Setting.Seed);
        return
        [
            .. Enumerable
                .Range(0, Draws)
                .Select(_ => layerCase.Draw(random).OfInput())
                .Where(d => AttributeText.Of(layerCase.Layer, d.Arguments) is not null)
                .Where(d => !layerCase.IsRefused(d) && d.Inputs[0].Shape.Length > 1)
                .Where(d => NetworkInference.Infer(d.NetworkOf(layerCase.Layer)) is { IsSound: true, Problems.Count: 0 })
                .OrderByDescending(d => d.Arguments.Items.Count)
                .DistinctBy(d => d.Arguments.ToString())
                .Take(NetworksPerLayer),
        ];
    }

    private static string Source(string layer, Drawn drawn, int index)
    {
        var sizes = string.Join(", ", drawn.Inputs[0].Shape.Skip(1));
        var type = drawn.Inputs[0].Below is null ? "" : ", DType = DType.Int64";
        return $"[Network, Input({sizes}{type}), {AttributeText.Of(layer, drawn.Arguments)}] public partial class {layer}{index};\n";
    }
}
