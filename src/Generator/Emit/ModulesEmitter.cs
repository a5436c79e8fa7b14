using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// Writes the fields of the layers that have a state, and the constructor that makes and registers them. TorchSharp takes no dots in names:
/// what is called features.0 is the module 0 of one that is called features, which has a class of its own.
/// </summary>
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
        var members = layers
            .Where(l => LayerEmissions.Find(l.Kind)?.State is not null)
            .GroupBy(l => l.Key.Split('.')[0])
            .Select(g => new Member(g.Key, [.. g], isSound))
            .ToArray();
        foreach (var member in members)
        {
            Documentation.Summary(writer, member.Description);
            if (member.Field != member.Key)
            {
                // TorchSharp finds fields by this name, otherwise by their own.
                writer.Lines($"[global::TorchSharp.Utils.ComponentName(Name = \"{member.Key}\")]");
            }

            writer.Lines($"public readonly {member.Type} {member.Field}{(isSound ? "" : " = null!")};");
            writer.Blank();
        }

        EmitConstructor(members, type, isSound, writer, name);
        foreach (var member in members.Where(m => m.Layer is null))
        {
            EmitContainer(member, isSound, writer);
        }
    }

    private static void EmitConstructor(Member[] members, string type, bool isSound, CodeWriter writer, string name)
    {
        writer.Lines("/// <summary>Makes the network with random weights.</summary>");
        writer.Lines("/// <param name=\"device\">Where the weights are; the default device if it is null.</param>");
        writer.Lines("/// <param name=\"dtype\">The type of the weights; the default type if it is null.</param>");
        writer.Lines(FileHeader.GeneratedCode);
        using (writer.Open($"public {type}({Device} device = null, {ScalarType} dtype = null)\n    : base(\"{name}\")"))
        {
            foreach (var member in isSound ? members : [])
            {
                foreach (var statement in member.Construct())
                {
                    writer.Lines(statement);
                }
            }
        }

        writer.Blank();
    }

    private static void EmitContainer(Member container, bool isSound, CodeWriter writer)
    {
        Documentation.Summary(writer, $"The layers whose names begin with {container.Key}.");
        using (writer.Open($"public sealed class {container.Type} : global::TorchSharp.torch.nn.Module"))
        {
            Emit(container.Inner, container.Type, isSound, writer, container.Key);
        }

        writer.Blank();
    }

    /// <summary>A member of the class: a layer, or what holds those whose names begin with a key and a dot.</summary>
    private sealed class Member(string key, LayerModel[] layers, bool isSound)
    {
        public string Key { get; } = key;

        public string Field => LayerNames.FieldOf(Key);

        /// <summary>The layer; null for what holds several.</summary>
        public LayerModel? Layer => layers.FirstOrDefault(l => l.Key == Key);

        /// <summary>The layers in it, under the rest of their keys.</summary>
        public IEnumerable<LayerModel> Inner => layers.Select(l => l with { Key = l.Key.Substring(Key.Length + 1) });

        public string Type => Layer is { } layer ? LayerEmissions.Of(layer.Kind).State!.TypeOf(layer) : GeneratedMembers.ContainerOf(Key);

        public string Description =>
            Layer is { } layer
                ? Describe(layer, isSound)
                : $"Holds {string.Join(", ", layers.Take(3).Select(l => l.Key))}{(layers.Length > 3 ? ", …" : "")}";

        public IEnumerable<string> Construct()
        {
            var state = Layer is { } layer ? LayerEmissions.Of(layer.Kind).State! : null;
            var construct = state?.Construct(Layer!) ?? [$"{LayerEmission.X} = new {Type}(device, dtype);"];
            return construct
                .Select(statement => statement.Replace(LayerEmission.X, Field))
                .Append($"{state?.Register ?? LayerState.Module}(\"{Key}\", {Field});");
        }
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
