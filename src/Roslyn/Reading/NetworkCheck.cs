using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>All that is known of a network: what generator and analyzer agree on.</summary>
/// <param name="Type">The class.</param>
/// <param name="Model">The network, with shapes as far as they are known.</param>
/// <param name="IsSound">Whether it fits together and can be generated in full.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record NetworkCheck(TypeFacts Type, NetworkModel Model, bool IsSound, EquatableArray<Problem> Problems)
{
    public static NetworkCheck Of(NetworkDeclaration declaration)
    {
        var (type, spec) = (declaration.Type, declaration.Spec);
        var inference = NetworkInference.Infer(spec);
        var problems = declaration
            .Problems.Concat(inference.Problems)
            .Concat(MemberConflicts(type, inference.Model))
            .Concat(BadNames(type, inference.Model))
            .ToEquatableArray();
        var isSound = inference.IsSound && problems.All(p => p.IsDoubt);
        return new(type, inference.Model, isSound, problems);
    }

    /// <summary>Whether two members of the generated class would have one name, or one would be the user's.</summary>
    public bool HasNameConflicts => Problems.Any(p => p.Kind is ProblemKind.MemberConflict or ProblemKind.BadName);

    /// <summary>Names of layers that cannot be, or that would make two members of one name.</summary>
    private static IEnumerable<Problem> BadNames(TypeFacts type, NetworkModel model)
    {
        var taken = new HashSet<string>(GeneratedMembers.Always.Concat(type.TypeParameters)) { type.Name };
        foreach (var (layer, index) in model.Layers.Select((l, i) => (l, i)))
        {
            // Two layers of one name have been found already, when they were named.
            var twice = GeneratedMembers
                .NamesOf(layer)
                .FirstOrDefault(n => !taken.Add(n) && !(n == layer.Field && model.Layers.Take(index).Any(l => l.Name == layer.Name)));
            var why =
                (GeneratedMembers.NamesOf(layer).Contains(layer.Field) ? GeneratedMembers.Refuse(layer.Field) : null)
                ?? (
                    twice == type.Name ? "is the name of the class"
                    : twice is not null ? $"gives a second member {twice}"
                    : null
                );
            if (why is not null)
            {
                yield return new Problem(ProblemKind.BadName, layer.Name, why) { Layer = layer.Origin, At = new(WellKnownNames.LayerName) };
            }
        }
    }

    private static IEnumerable<Problem> MemberConflicts(TypeFacts type, NetworkModel model) =>
        from name in GeneratedMembers
            .Always.Append(GeneratedMembers.ForwardMethod(model))
            .Concat(model.Layers.SelectMany(GeneratedMembers.NamesOf))
            .Distinct()
        where type.MemberNames.Contains(name) || (name == type.Name && GeneratedMembers.Always.Contains(name))
        select new Problem(ProblemKind.MemberConflict, type.Name, Shown(type, model, name));

    private static string Shown(TypeFacts type, NetworkModel model, string name) =>
        name == GeneratedMembers.Constructor ? $"{type.Name}(device, dtype)"
        : name == GeneratedMembers.ForwardMethod(model) ? GeneratedMembers.Forward
        : name;
}
