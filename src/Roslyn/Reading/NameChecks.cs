using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Names of layers and members that cannot be.</summary>
internal static class NameChecks
{
    /// <summary>Names of layers that cannot be, or that would make two members of one name.</summary>
    public static IEnumerable<Problem> BadNames(NetworkCheck network)
    {
        var type = network.Type;
        var taken = new HashSet<string>(GeneratedMembers.Always(network.Forward).Concat(type.TypeParameters)) { type.Name };
        var before = new List<LayerModel>();
        foreach (var (layer, stage) in Placed(network))
        {
            // Two layers of one name in one part have been found already, when they were named.
            var twice = GeneratedMembers
                .NamesOf(layer)
                .FirstOrDefault(n => !taken.Add(n) && !(n == layer.Field && stage is null && before.Any(l => l.Name == layer.Name)));
            var why =
                (GeneratedMembers.NamesOf(layer).Contains(layer.Field) ? GeneratedMembers.Refuse(layer.Field) : null)
                ?? (
                    twice == type.Name ? "is the name of the class"
                    : twice is not null ? $"gives a second member {twice}"
                    : null
                );
            before.Add(layer);
            if (why is not null)
            {
                yield return new Problem(ProblemKind.BadName, layer.Key, why)
                {
                    Layer = layer.Origin,
                    At = new(WellKnownNames.LayerName),
                    Stage = stage,
                };
            }
        }
    }

    /// <summary>Members of the user's that have the names of generated ones.</summary>
    public static IEnumerable<Problem> Conflicts(NetworkCheck network)
    {
        var type = network.Type;
        var always = GeneratedMembers.Always(network.Forward).ToArray();
        var method = network.Forward is { } forward ? GeneratedMembers.ForwardMethod(forward) : null;
        return from name in always
                .Concat(method is null ? [] : [method])
                .Concat(network.Layers.SelectMany(GeneratedMembers.NamesOf))
                .Distinct()
            where type.MemberNames.Contains(name) || (name == type.Name && always.Contains(name))
            select new Problem(ProblemKind.MemberConflict, type.Name, Shown(type, name, method));
    }

    private static IEnumerable<(LayerModel Layer, int? Stage)> Placed(NetworkCheck network) =>
        (network.Forward?.Layers ?? default)
            .Select(l => (l, (int?)null))
            .Concat(network.Stages.SelectMany((s, i) => s.Model.Layers.Select(l => (l, (int?)i))));

    private static string Shown(TypeFacts type, string name, string? method) =>
        name == GeneratedMembers.Constructor ? $"{type.Name}(device, dtype)"
        : name == method ? GeneratedMembers.Forward
        : name;
}
