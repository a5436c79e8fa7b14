using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Generator;

/// <summary>The names of generated files. Roslyn compares them without regard to case, and C# does not.</summary>
internal static class HintNames
{
    /// <summary>The names that another one equals but for case.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) =>
        names
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Distinct().Skip(1).Any())
            .SelectMany(g => g)
            .ToEquatableArray();

    public static string Of(string name, EquatableArray<string> ambiguous) =>
        ambiguous.Contains(name) ? $"{name}-{Hash(name)}.g.cs" : $"{name}.g.cs";

    /// <summary>FNV-1a: the same in every process.</summary>
    private static string Hash(string name) =>
        name.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u)).ToString("x8", CultureInfo.InvariantCulture);
}
