using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes the fields of the layers that have a state, and the constructor that makes and registers them.</summary>
internal static class ModulesEmitter
{
    private const string Device = "global::TorchSharp.torch.Device?";
    private const string ScalarType = "global::TorchSharp.torch.ScalarType?";

    public static void Emit(NetworkCheck network, CodeWriter writer)
    {
        var fields = network
            .Model.Layers.Select(l => (Layer: l, LayerEmissions.Find(l.Kind)?.State))
            .Where(f => f.State is not null)
            .ToArray();
        foreach (var (layer, state) in fields)
        {
            Documentation.Summary(writer, Describe(layer, network.IsSound));
            var initializer = network.IsSound ? "" : " = null!";
            writer.Lines($"public readonly {state!.Type} {layer.Name}{initializer};");
            writer.Blank();
        }

        writer.Lines("/// <summary>Makes the network with random weights.</summary>");
        writer.Lines("/// <param name=\"device\">Where the weights are; the default device if it is null.</param>");
        writer.Lines("/// <param name=\"dtype\">The type of the weights; the default type if it is null.</param>");
        writer.Lines(FileHeader.GeneratedCode);
        using (
            writer.Open(
                $"public {Literals.Identifier(network.Type.Name)}({Device} device = null, {ScalarType} dtype = null)\n    : base(\"{network.Type.Name}\")"
            )
        )
        {
            foreach (var (layer, state) in network.IsSound ? fields : [])
            {
                foreach (var statement in state!.Construct(layer).Append(state.Register))
                {
                    writer.Lines(statement.Replace(LayerEmission.X, layer.Name));
                }
            }
        }

        writer.Blank();
    }

    private static string Describe(LayerModel layer, bool isSound)
    {
        if (!isSound)
        {
            return layer.Kind;
        }

        // Those of many layers in one are too many to read.
        const int most = 8;
        var weights = layer.Outcome.Weights.Concat(layer.Outcome.Buffers).Select(w => $"{w.Name} ({string.Join(", ", w.Sizes)})").ToArray();
        var shown = string.Join(", ", weights.Take(most)) + (weights.Length > most ? ", …" : "");
        return $"{layer.Kind}: {Documentation.Shapes(layer)}{(weights.Length > 0 ? $"; {shown}" : "")}";
    }
}
