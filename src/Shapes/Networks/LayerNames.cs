using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

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
            var stem = LayerCatalog.Find(layer.Kind)?.Stem ?? "layer";
            counts[stem] = counts.TryGetValue(stem, out var count) ? count + 1 : 1;

            // relu6_1 is the first ReLU6, and relu61 the sixty-first ReLU.
            var separator = char.IsDigit(stem[stem.Length - 1]) ? "_" : "";
            names[i] = layer.Name ?? stem + separator + counts[stem];
            var problem =
                layer.Kind == LayerCatalog.Naming ? (IsWord(names[i]) ? null : "is no name: take letters, digits, _ and -")
                : !IsIdentifier(names[i]) ? "is not a C# identifier"
                : null;
            problem ??=
                inputs.Contains(names[i]) ? "is the name of the input"
                : !used.Add(names[i]) ? "is the name of another layer"
                : null;
            if (problem is not null)
            {
                problems.Add(new Problem(ProblemKind.BadName, names[i], problem) { Layer = i, At = new("Name") });
            }
        }

        return names;
    }

    /// <summary>What names a tensor only: no member of the class is called so.</summary>
    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Letters, digits and underscores: what is a C# name without escapes and a key of a state_dict without dots.</summary>
    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
