using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes the fields of the layers that have a state, and the constructor that makes and registers them.</summary>
internal static class ModulesEmitter
{
    private const string Device = "global::TorchSharp.torch.Device?";
    private const string ScalarType = "global::TorchSharp.torch.ScalarType?";

    /// <param name="layers">The layers of the network, or of a block of it.</param>
    /// <param name="type">The name of the class.</param>
    /// <param name="isSound">Whether it fits together; otherwise its fields stay empty.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="name">The name of the module.</param>
    public static void Emit(IEnumerable<LayerModel> layers, string type, bool isSound, CodeWriter writer, string name)
    {
        var fields = layers.Select(l => (Layer: l, LayerEmissions.Find(l.Kind)?.State)).Where(f => f.State is not null).ToArray();
        foreach (var (layer, state) in fields)
        {
            Documentation.Summary(writer, Describe(layer, isSound));
            if ((ModuleTree.RootOf(layer.Key) ?? layer.Key) is var registered && registered != layer.Field)
            {
                // Once the network is a part of another module, TorchSharp registers what it does not find under the name of its field.
                writer.Lines($"[global::TorchSharp.Utils.ComponentName(Name = \"{registered}\")]");
            }

            writer.Lines($"public readonly {state!.TypeOf(layer)} {layer.Field}{(isSound ? "" : " = null!")};");
            writer.Blank();
        }

        writer.Lines("/// <summary>Makes the network with random weights.</summary>");
        writer.Lines("/// <param name=\"device\">Where the weights are; the default device if it is null.</param>");
        writer.Lines("/// <param name=\"dtype\">The type of the weights; the default type if it is null.</param>");
        writer.Lines(FileHeader.GeneratedCode);
        using (writer.Open($"public {type}({Device} device = null, {ScalarType} dtype = null)\n    : base(\"{name}\")"))
        {
            foreach (var (layer, state) in isSound ? fields : [])
            {
                foreach (var statement in state!.Construct(layer))
                {
                    writer.Lines(statement.Replace(LayerEmission.X, layer.Field));
                }

                if (ModuleTree.RootOf(layer.Key) is not { } root)
                {
                    writer.Lines($"{state.Register}(\"{layer.Key}\", {layer.Field});");
                }
                else if (fields.Last(f => ModuleTree.RootOf(f.Layer.Key) == root).Layer == layer)
                {
                    var members = fields.Select(f => f.Layer).Where(l => ModuleTree.RootOf(l.Key) == root);
                    writer.Lines($"{state.Register}(\"{root}\", {ModuleTree.Of(members.Select(l => (l.Key, l.Field)), root)});");
                }
            }
        }

        writer.Blank();
    }

    private static string Describe(LayerModel layer, bool isSound)
    {
        if (!isSound)
        {
            return layer.Title;
        }

        // Those of many layers in one are too many to read.
        const int most = 8;
        var weights = layer.Outcome.Weights.Concat(layer.Outcome.Buffers).Select(w => $"{w.Name} ({string.Join(", ", w.Sizes)})").ToArray();
        var shown = string.Join(", ", weights.Take(most)) + (weights.Length > most ? ", …" : "");
        return $"{layer.Title}: {Documentation.Shapes(layer)}{(weights.Length > 0 ? $"; {shown}" : "")}";
    }
}
