using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Names of layers and members that cannot be: those of a class, and of the class of each block in it.</summary>
internal static class NameChecks
{
    public static IEnumerable<Problem> BadNames(NetworkCheck network)
    {
        var type = network.Type;
        var members = new MemberNames(GeneratedMembers.Always(network.Forward).Concat(type.TypeParameters), type.Name);
        var parts = (network.Forward is null ? [] : new[] { (Model: network.Forward, Stage: (int?)null) }).Concat(
            network.Stages.Select((s, i) => (s.Model, (int?)i))
        );
        foreach (var (model, stage) in parts)
        {
            var parameters = model.Inputs.Select(i => i.Name);
            var own = stage is null && GeneratedMembers.HasState(model) ? parameters.Append(GeneratedMembers.StateVariable) : parameters;
            foreach (var problem in members.Add(model, own).Concat(InBlocks(model)))
            {
                yield return problem with
                {
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

    private static IEnumerable<Problem> InBlocks(NetworkModel model) =>
        from layer in model.Layers
        where layer.Body is not null
        let body = layer.Body
        from problem in new MemberNames([], body.Name).Add(body, body.Inputs.Select(i => i.Name)).Concat(InBlocks(body))
        select problem with
        {
            Block = problem.Block ?? body.Block,
            Uses = problem.Uses.Prepend(layer.Origin).ToEquatableArray(),
            Trail = problem.Trail.Append(body.Name).ToEquatableArray(),
        };

    private static string Shown(TypeFacts type, string name, string? method) =>
        name == GeneratedMembers.Constructor ? $"{type.Name}(device, dtype)"
        : name == method ? GeneratedMembers.Forward
        : name;
}

/// <summary>The members that a generated class gets, as a tree: features.0 and features.3 are in one that is called features.</summary>
/// <param name="reserved">The names that no member can have.</param>
/// <param name="type">The name of the class.</param>
internal sealed class MemberNames(IEnumerable<string> reserved, string type)
{
    private readonly HashSet<string> _reserved = new(reserved, StringComparer.Ordinal);

    // By the path of the field: the key up to there, and whether a layer is there or what holds layers.
    private readonly Dictionary<string, (string Key, bool IsLayer)> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);

    /// <summary>The problems of the names in one part of the class.</summary>
    /// <param name="model">Its layers.</param>
    /// <param name="parameters">The parameters of its method.</param>
    public IEnumerable<Problem> Add(NetworkModel model, IEnumerable<string> parameters)
    {
        var taken = new HashSet<string>(parameters, StringComparer.Ordinal);
        var before = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in model.Layers)
        {
            // Two layers of one name in one part have been found already, when they were named.
            if ((Field(layer, taken) ?? Constant(layer)) is { } why && (before.Add(layer.Name) || layer.IsImplied))
            {
                yield return new Problem(ProblemKind.BadName, layer.Key, why) { Layer = layer.Origin, At = new(WellKnownNames.LayerName) };
            }

            before.Add(layer.Name);
        }
    }

    private string? Field(LayerModel layer, HashSet<string> parameters)
    {
        if (LayerCatalog.Find(layer.Kind) is not { IsModule: true })
        {
            return null;
        }

        var parts = layer.Key.Split('.');
        var (path, key) = ("", "");
        for (var i = 0; i < parts.Length; i++)
        {
            var (field, isLayer) = (LayerNames.FieldOf(parts[i]), i == parts.Length - 1);
            if (GeneratedMembers.Refuse(field) is { } why)
            {
                return why;
            }

            (path, key) = i == 0 ? (field, parts[i]) : ($"{path}.{field}", $"{key}.{parts[i]}");
            if (i == 0 && Root(field, isLayer, parts[i], layer.Name, parameters) is { } clash)
            {
                return clash;
            }

            if (_fields.TryGetValue(path, out var other))
            {
                if (other.Key != key || isLayer || other.IsLayer)
                {
                    return other.Key != key ? $"gives a second member {path}"
                        : isLayer && other.IsLayer ? "is the name of another layer"
                        : isLayer ? "begins the name of another layer"
                        : $"begins with '{key}', which is a layer itself";
                }
            }
            else
            {
                _fields.Add(path, (key, isLayer));
            }
        }

        return null;
    }

    private string? Root(string field, bool isLayer, string root, string name, HashSet<string> parameters) =>
        field == type ? "is the name of the class"
        : _reserved.Contains(field) || (!isLayer && _reserved.Contains(GeneratedMembers.ContainerOf(root)))
            ? $"gives a second member {field}"
        : parameters.Contains(field) && !parameters.Contains(name) ? "is the name of the input"
        : null;

    /// <summary>The constants that come with a layer, which are called after it with a capital.</summary>
    private string? Constant(LayerModel layer)
    {
        if (layer.IsInBlock)
        {
            return null;
        }

        var flatten = GeneratedMembers.HasFlattenSize(layer) ? GeneratedMembers.FlattenSize(layer) : null;
        var isNew =
            (flatten is null || (_constants.Add(flatten) && !_reserved.Contains(flatten)))
            && (!HasSizes(layer) || _constants.Add(GeneratedMembers.Capitalized(layer)));
        return isNew ? null : $"gives a second constant {flatten ?? GeneratedMembers.Capitalized(layer)}";
    }

    private static bool HasSizes(LayerModel layer) => layer.Output.HasKnownRank && layer.Output != layer.Input;
}
