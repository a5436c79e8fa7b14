using System;
using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Networks;

/// <summary>What a misspelt name may have meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest candidate, if it is near: at most one edit for each three letters. Null if none is.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var (nearest, distance) = candidates
            .Select(c => (Candidate: c, Distance: Distance(name.ToLowerInvariant(), c.ToLowerInvariant())))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest is not null && distance <= Math.Max(1, name.Length / 3) ? nearest : null;
    }

    /// <summary>The distance of Levenshtein: how many letters to insert, to leave out or to change.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + (from[i] == to[j] ? 0 : 1)));
            }
        }

        return row[to.Length];
    }
}
