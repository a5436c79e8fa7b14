using System.Collections.Generic;

namespace ShapeGen.Operators;

/// <summary>Tables of rules by the names of operators.</summary>
internal static class RuleTables
{
    /// <summary>Gives several operators one rule.</summary>
    public static void Set<T>(this Dictionary<string, T> table, IEnumerable<string> names, T rule)
    {
        foreach (var name in names)
        {
            table[name] = rule;
        }
    }
}
