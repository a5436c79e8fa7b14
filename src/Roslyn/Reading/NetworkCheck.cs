using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
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
            .Concat(ReservedNames(inference.Model))
            .ToEquatableArray();
        var isSound = inference.IsSound && problems.All(p => p.IsDoubt);
        return new(type, inference.Model, isSound, problems);
    }

    /// <summary>Whether two members of the generated class would have one name, or one would be the user's.</summary>
    public bool HasNameConflicts => Problems.Any(p => p.Kind is ProblemKind.MemberConflict or ProblemKind.BadName);

    private static IEnumerable<Problem> ReservedNames(NetworkModel model) =>
        from layer in model.Layers.Select((l, i) => (l.Name, Index: i))
        let why = SyntaxFacts.GetKeywordKind(layer.Name) != SyntaxKind.None ? "is a keyword of C#"
        : GeneratedMembers.IsReserved(layer.Name) ? "is the name of a member that every network has"
        : null
        where why is not null
        select new Problem(ProblemKind.BadName, layer.Name, why) { Layer = layer.Index, At = new(WellKnownNames.LayerName) };

    private static IEnumerable<Problem> MemberConflicts(TypeFacts type, NetworkModel model) =>
        from name in GeneratedMembers.NamesOf(model)
        where type.MemberNames.Contains(name) || name == type.Name
        select new Problem(
            ProblemKind.MemberConflict,
            type.Name,
            name == GeneratedMembers.Constructor ? $"{type.Name}(device, dtype)" : name
        );
}
