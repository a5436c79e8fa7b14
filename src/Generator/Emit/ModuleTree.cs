using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// Modules under names with dots: TorchSharp takes none, so that features.0 is the module 0 of a module features which holds it.
/// </summary>
internal static class ModuleTree
{
    /// <summary>The name before the first dot; null where there is none.</summary>
    public static string? RootOf(string name) => name.IndexOf('.') is >= 0 and var dot ? name.Substring(0, dot) : null;

    public static bool IsNeeded(IEnumerable<LayerModel> layers) =>
        layers.Any(l =>
            (LayerEmissions.Find(l.Kind)?.State is not null && RootOf(l.Key) is not null) || (l.Body is { } body && IsNeeded(body.Layers))
        );

    /// <summary>The expression of what holds the modules whose names begin alike.</summary>
    /// <param name="modules">Their names and their fields.</param>
    /// <param name="prefix">What their names begin with, without the dot.</param>
    public static string Of(IEnumerable<(string Name, string Field)> modules, string prefix)
    {
        var children = modules
            .GroupBy(m => RootOf(m.Name.Substring(prefix.Length + 1)) ?? m.Name.Substring(prefix.Length + 1))
            .Select(g => g.ToArray())
            .Select(g => (Name: RootOf(g[0].Name.Substring(prefix.Length + 1)), Members: g))
            .Select(g =>
                g.Name is { } inner
                    ? $"(\"{inner}\", {Of(g.Members, $"{prefix}.{inner}")})"
                    : $"(\"{g.Members[0].Name.Substring(prefix.Length + 1)}\", {g.Members[0].Field})"
            );
        return $"new {GeneratedMembers.Container}({string.Join(", ", children)})";
    }

    public static void EmitContainer(CodeWriter writer)
    {
        const string module = "global::TorchSharp.torch.nn.Module";
        writer.Blank();
        Documentation.Summary(writer, "Holds layers whose names begin alike.");
        using (writer.Open($"private sealed class {GeneratedMembers.Container} : {module}"))
        {
            using (
                writer.Open(
                    $"public {GeneratedMembers.Container}(params (string Name, {module} Module)[] children)\n    : base(\"{GeneratedMembers.Container}\")"
                )
            )
            using (writer.Open("foreach (var child in children)"))
            {
                writer.Lines("register_module(child.Name, child.Module);");
            }
        }
    }
}
