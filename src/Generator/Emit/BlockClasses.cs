using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// The classes of the blocks in a network: one for each block and each shape that it is used with, in the order of their first use.
/// </summary>
internal sealed class BlockClasses
{
    // Stands for the name of a class in its own text, so that equal classes have equal texts.
    private const string Self = "\u0001";

    private readonly Dictionary<string, string> _namesByText = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _taken;

    private BlockClasses(IEnumerable<string> taken) => _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The network, each block with the name of its class, and the classes as C#.</summary>
    public static (NetworkCheck Network, IReadOnlyList<string> Texts) Of(NetworkCheck network)
    {
        var classes = new BlockClasses(GeneratedMembers.AllOf(network).Concat(network.Type.TypeParameters));
        var named = network with
        {
            Forward = network.Forward is { } forward ? classes.WithClasses(forward) : null,
            Stages = network.Stages.Select(s => s with { Model = classes.WithClasses(s.Model) }).ToEquatableArray(),
        };
        return (named, classes._texts);
    }

    private NetworkModel WithClasses(NetworkModel network) =>
        network with
        {
            Layers = network.Layers.Select(l => l.Body is { } body ? WithClass(l, WithClasses(body)) : l).ToEquatableArray(),
        };

    private LayerModel WithClass(LayerModel layer, NetworkModel body)
    {
        var writer = new CodeWriter();
        Emit(body, writer);
        var text = writer.ToString();
        if (!_namesByText.TryGetValue(text, out var name))
        {
            name = Enumerable
                .Range(1, int.MaxValue)
                .Select(i => $"{body.Name}Module{i}")
                .First(n => !body.Layers.SelectMany(GeneratedMembers.NamesOf).Contains(n) && _taken.Add(n));
            _namesByText.Add(text, name);
            _texts.Add(text.Replace(Self, name));
        }

        return layer with
        {
            Body = body,
            Class = name,
        };
    }

    private static void Emit(NetworkModel body, CodeWriter writer)
    {
        Documentation.Summary(writer, $"{body.Name}: {NetworkSummary.Signature(body)}");
        using (writer.Open($"public sealed class {Self} : {NetworkEmitter.BaseOf(body)}"))
        {
            ModulesEmitter.Emit(body.Layers, Self, isSound: true, writer, name: body.Name);
            ForwardEmitter.EmitBlock(body, writer);
        }
    }
}
