using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using Testing;
using Testing.Layers;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>
/// Random networks of random layers, with named operands: what fits together by the rules runs, gives the shape that was worked out, has
/// gradients, and leaves no tensor behind.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    private static readonly int _networks = 150 * Setting.Times;
    private const int LayersPerNetwork = 8;

    // Sizes that follow from the input.
    private static readonly string[] _inferred =
    [
        "InChannels",
        "NumFeatures",
        "NumChannels",
        "InFeatures",
        "In1Features",
        "In2Features",
        "InputSize",
        "EmbedDim",
        "DModel",
        "NormalizedShape",
    ];

    // What starts with indices, and what is no layer of a chain.
    private static readonly string[] _left = ["Embedding", "EmbeddingBag", "Output", "As", "From"];

    [Fact]
    public void What_fits_together_runs()
    {
        var random = new Random(Setting.Seed);
        var specs = Enumerable.Range(0, _networks).Select(i => Draw(random, $"Net{i}", DrawSizes(random))).ToArray();
        var loaded = new LoadedNetworks(string.Concat(specs.Select(Source)));
        manual_seed(Setting.Seed);
        foreach (var spec in specs)
        {
            var expected = NetworkInference.Infer(spec).Model.Outputs.Single();
            using var net = loaded.Create(spec.Name);
            foreach (var batch in new[] { 2L, 3L })
            {
                Check(net, [batch, .. spec.Inputs[0].Sizes!.Value.Select(s => (long)s.Constant!)], expected, Source(spec));
            }
        }

        var kinds = specs.SelectMany(s => s.Layers).Select(l => l.Kind).Distinct().Count();
        output.WriteLine($"{_networks} networks of {specs.Sum(s => s.Layers.Count)} layers of {kinds} kinds, seed {Setting.Seed}");
    }

    /// <summary>
    /// Networks made for sizes that only a call knows: called with sizes of which the rules say that they fit, they run, and the shape that
    /// was worked out holds for them.
    /// </summary>
    [Fact]
    public void What_fits_for_all_sizes_runs_for_each()
    {
        var random = new Random(Setting.Seed);
        var drawn = Enumerable
            .Range(0, _networks)
            .Select(i => (Sizes: DrawSizes(random), Name: $"Net{i}"))
            .Select(n =>
                (n.Sizes, Spec: Draw(random, n.Name, [.. n.Sizes.Select((s, i) => random.Next(2) == 0 ? s : Dim.Symbol($"D{i}"))]))
            )
            .ToArray();
        var loaded = new LoadedNetworks(string.Concat(drawn.Select(d => Source(d.Spec))));
        var runs = 0;
        foreach (var (first, spec) in drawn)
        {
            using var net = loaded.Create(spec.Name);
            foreach (var extra in new[] { 0, 3, 8 })
            {
                var sizes = first.Select((s, i) => spec.Inputs[0].Sizes!.Value[i] is { IsConstant: true } ? s : s + extra).ToArray();
                var known = spec with { Inputs = EquatableArray.Of(new InputSpec(sizes.ToEquatableArray())) };
                var inference = NetworkInference.Infer(known);
                if (inference is { IsSound: true, Problems.Count: 0 })
                {
                    var expected = inference.Model.Outputs.Single();
                    var worked = NetworkInference.Infer(spec).Model.Outputs.Single();
                    Assert.Equal(expected.Axes.Count, worked.Axes.Count);
                    Assert.All(worked.Axes.Zip(expected.Axes), a => Holds(a.First.Size!, a.Second.Size!, sizes));
                    Check(net, [2, .. sizes.Select(s => (long)s.Constant!)], expected, Source(spec));
                    runs++;
                }
            }
        }

        Assert.True(runs > _networks);
        output.WriteLine($"{runs} calls of {_networks} networks with sizes known at run time only, seed {Setting.Seed}");
    }

    /// <summary>The expression has the value for these sizes; one with a symbol of its own says nothing.</summary>
    private static void Holds(Dim worked, Dim expected, Dim[] sizes)
    {
        var value = worked.Substitute(name => name[0] == 'D' ? sizes[name[1] - '0'] : null);
        Assert.True(
            value.Equals(expected) || value.ToString().Contains('S', StringComparison.Ordinal),
            $"{worked} is {value}, not {expected}"
        );
    }

    private static void Check(nn.Module<Tensor, Tensor> net, long[] shape, Shape expected, string source)
    {
        using (var scope = NewDisposeScope())
        {
            var x = rand(shape, requires_grad: true);
            var y = Training(net).call(x);
            Assert.Equal((source, Sizes(expected, shape[0])), (source, string.Join(", ", y.shape)));
            y.sum().backward();
        }

        using var gradients = no_grad();
        using var input = rand(shape);
        using var before = input.clone();
        net.eval();
        Leaks.None(() => net.call(input).Dispose(), source);
        Assert.True(input.allclose(before), source);
    }

    private static nn.Module<Tensor, Tensor> Training(nn.Module<Tensor, Tensor> net)
    {
        net.train();
        return net;
    }

    private static string Sizes(Shape shape, long batch) =>
        string.Join(", ", shape.Axes.Select(a => a.Size!.Substitute(name => name == "N" ? batch : null)));

    private static Dim[] DrawSizes(Random random) =>
        random.Next(4) switch
        {
            0 => [random.Next(1, 5), random.Next(6, 13), random.Next(6, 13)],
            1 => [random.Next(2, 7), random.Next(4, 13)],
            2 => [random.Next(4, 17)],
            _ => [random.Next(1, 4), random.Next(4, 8), random.Next(4, 8), random.Next(4, 8)],
        };

    private static NetworkSpec Draw(Random random, string name, Dim[] sizes)
    {
        var spec = new NetworkSpec(name, EquatableArray.Of(new InputSpec(sizes.ToEquatableArray())), default);
        for (var tries = 0; tries < 400 && spec.Layers.Count < LayersPerNetwork; tries++)
        {
            var longer = spec with { Layers = spec.Layers.Append(DrawLayer(random, spec)).ToEquatableArray() };
            if (NetworkInference.Infer(longer) is { IsSound: true, Problems.Count: 0 } && IsSmall(longer))
            {
                spec = longer;
            }
        }

        return spec;
    }

    private static bool IsSmall(NetworkSpec spec) =>
        NetworkInference.Infer(spec).Model.Outputs.Single() is { Rank: > 1, SampleSize: { } size }
        && size.Substitute(name => 9).IsAtLeast(20_000) != Truth.Proved;

    private static LayerSpec DrawLayer(Random random, NetworkSpec spec)
    {
        while (true)
        {
            var layerCase = LayerCases.All[random.Next(LayerCases.All.Count)];
            var drawn = layerCase.Draw(random);
            if (_left.Contains(layerCase.Layer) || layerCase.IsRefused(drawn))
            {
                continue;
            }

            var arguments = new Arguments(
                drawn
                    .Arguments.Items.Where(a => !_inferred.Contains(a.Name))
                    .Select(a => a with { Value = Renamed(random, spec, a.Value) })
                    .ToEquatableArray()
            );
            if (AttributeText.Of(layerCase.Layer, arguments) is not null)
            {
                return new(layerCase.Layer, $"layer{spec.Layers.Count}", arguments);
            }
        }
    }

    private static ArgumentValue Renamed(Random random, NetworkSpec spec, ArgumentValue value)
    {
        string Earlier() => random.Next(spec.Layers.Count + 1) is var i && i < spec.Layers.Count ? $"layer{i}" : Scope.InputName;
        return value switch
        {
            ArgumentValue.Text => ArgumentValue.OfLayer(Earlier()),
            ArgumentValue.Texts texts => ArgumentValue.OfLayers([.. texts.Items.Select(_ => Earlier())]),
            _ => value,
        };
    }

    private static string Source(NetworkSpec spec)
    {
        var layers = spec.Layers.Select(l => Named(AttributeText.Of(l.Kind, l.Arguments)!, l.Name!));
        return $"[Network, Input({string.Join(", ", spec.Inputs[0].Sizes!.Value.Select(s => s.IsConstant ? s.ToString() : "Dim.Any"))}), {string.Join(", ", layers)}] public partial class {spec.Name};\n";
    }

    private static string Named(string layer, string name) =>
        layer.EndsWith(')') ? $"{layer[..^1]}, Name = \"{name}\")" : $"{layer}(Name = \"{name}\")";
}
