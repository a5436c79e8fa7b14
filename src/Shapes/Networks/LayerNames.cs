using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Networks;

/// <summary>The names of the layers: as given, or the stem of the kind and a number that counts the layers of that stem.</summary>
internal static class LayerNames
{
    public static string[] Of(NetworkSpec spec, List<Problem> problems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        // Case does not tell two layers apart: constants are named after them with a capital.
        var inputs = new HashSet<string>(spec.Inputs.Select(i => i.Name), StringComparer.OrdinalIgnoreCase);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new string[spec.Layers.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var layer = spec.Layers[i];
            var stem = StemOf(spec, layer);
            counts[stem] = counts.TryGetValue(stem, out var count) ? count + 1 : 1;

            // relu6_1 is the first ReLU6, and relu61 the sixty-first ReLU.
            var separator = char.IsDigit(stem[stem.Length - 1]) ? "_" : "";
            names[i] = layer.Name ?? stem + separator + counts[stem];
            var problem =
                layer.Kind == LayerCatalog.Naming ? (IsWord(names[i]) ? null : "is no name: take letters, digits, _ and -")
                : !IsPath(names[i]) ? "is no name: take letters, digits and _, and dots between them"
                : null;
            problem ??=
                inputs.Contains(names[i]) ? "is the name of the input"
                : !used.Add(names[i]) ? "is the name of another layer"
                : null;
            if (problem is not null)
            {
                problems.Add(new Problem(ProblemKind.BadName, names[i], problem) { Layer = layer.Origin, At = new("Name") });
            }
        }

        return names;
    }

    private static string StemOf(NetworkSpec spec, LayerSpec layer) =>
        layer.Use is { } use
            ? (spec.Blocks.Find(use.Block)?.Name ?? layer.Kind).ToLowerInvariant()
            : LayerCatalog.Find(layer.Kind)?.Stem ?? "layer";

    /// <summary>What names a tensor only: no member of the class is called so.</summary>
    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Letters, digits and underscores, with dots between them: a key of a state_dict.</summary>
    private static bool IsPath(string name) =>
        name.Split('.').All(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '_'));

    /// <summary>A part of a key as C# takes it: with an underscore before a digit.</summary>
    public static string FieldOf(string part) => part.Length > 0 && char.IsDigit(part[0]) ? "_" + part : part;

    /// <summary>
    /// The name of a copy of a repeated block: <c>layer1.0</c>, <c>layer1.1</c>, … for "layer1"; with a number in braces, that number and
    /// those after it in its place: <c>features.2</c>, <c>features.3</c>, … for "features.{2}".
    /// </summary>
    public static string? OfCopy(string? name, int copy, bool isRepeated)
    {
        if (name is null)
        {
            return null;
        }

        var (open, close) = (name.IndexOf('{'), name.IndexOf('}'));
        return open >= 0 && close > open && int.TryParse(name.Substring(open + 1, close - open - 1), out var first)
                ? $"{name.Substring(0, open)}{first + copy}{name.Substring(close + 1)}"
            : isRepeated ? $"{name}.{copy}"
            : name;
    }
}
