using System.Reflection;
using System.Text;
using ShapeGen.Generator.Emit;
using ShapeGen.Layers;
using Testing;
using Testing.Layers;
using TorchSharp;

namespace Generator.Tests;

/// <summary>docs/torchsharp.md: every factory of torch.nn that makes a layer, and what ShapeGen has for it. SHAPEGEN_UPDATE_SNAPSHOTS=1 writes it.</summary>
public sealed class FactoryPageTests
{
    // What no attribute stands for, and why.
    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["Sequential"] = "a network is one",
        ["Embedding_from_pretrained"] = "an attribute holds no tensor: `Embedding` with `Freeze = true`, into which the vectors are loaded",
        ["EmbeddingBag_from_pretrained"] =
            "an attribute holds no tensor: `EmbeddingBag` with `Freeze = true`, into which the vectors are loaded",
    };

    // They hold modules or numbers for code that is written by hand.
    private static readonly string[] _holders = ["ModuleList", "ModuleDict", "ParameterList", "ParameterDict", "Parameter"];

    private static readonly string[] _factories =
    [
        .. typeof(torch.nn)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(m => m.Name)
            .Where(n => char.IsUpper(n[0]) && !n.EndsWith("Loss", StringComparison.Ordinal) && !_holders.Contains(n))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_factory_has_a_layer_or_a_reason()
    {
        Assert.Equal(108, _factories.Length);
        Assert.Equal(_reasons.Keys.Order(), _factories.Where(f => LayerCatalog.Find(f) is null).Order());
    }

    [Fact]
    public void The_page_lists_them()
    {
        var path = Repository.PathOf("docs", "torchsharp.md");
        if (Environment.GetEnvironmentVariable("SHAPEGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, Page());
        }

        Assert.Equal(Page(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        var text = new StringBuilder();
        text.Append("# TorchSharp's layers\n\n");
        text.Append(
            $"The {_factories.Length} factories of `torch.nn` in TorchSharp 0.107 that make layers, and what stands for each: the attribute, the shape rule in `src/Shapes/Layers`, "
                + "how it is generated, and whether the rule is compared with libtorch on random configurations (`tests/Testing/Layers`). Losses are no layers: they take what a network gives. "
                + "This page is made from the code.\n\n"
        );
        text.Append("| Factory | Attribute | Rule | Emission | Against libtorch |\n|---|---|---|---|---|\n");
        foreach (var factory in _factories)
        {
            text.Append(LayerCatalog.Find(factory) is { } layer ? Row(layer) : $"| {factory} | none: {_reasons[factory]} | – | – | – |\n");
        }

        text.Append("\nLayers that TorchSharp does not have, made of what it has:\n\n");
        text.Append("| Attribute | Rule | Emission | Against libtorch |\n|---|---|---|---|\n");
        foreach (var layer in LayerCatalog.All.Where(l => !_factories.Contains(l.Name)))
        {
            text.Append(Row(layer)[(layer.Name.Length + 3)..]);
        }

        return text.ToString();
    }

    private static string Row(LayerDefinition layer)
    {
        var state = LayerEmissions.Of(layer.Name).State;
        var emission = state is null ? "call" : $"field, `{TypeOf(state, layer)}`";
        var isCompared = LayerCases.All.Any(c => c.Layer == layer.Name) ? "yes" : "no";
        return $"| {layer.Name} | `[{layer.Name}]` | `{layer.GetType().Name}` | {emission} | {isCompared} |\n";
    }

    private static string TypeOf(LayerState state, LayerDefinition layer)
    {
        var type = state.TypeOf(new(layer.Name, "", Operand.Unknown, Outcome.Unknown)).Split('<')[0];
        return type[(type.LastIndexOf('.') + 1)..];
    }
}
