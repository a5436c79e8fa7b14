using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Algebra;

namespace ShapeGen.Generator.Emit;

/// <summary>Values as C# writes them, in the invariant culture.</summary>
internal static class Literals
{
    public static string Of(double value) =>
        double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : double.IsNaN(value) ? "double.NaN"
        : WithPoint(value.ToString("R", CultureInfo.InvariantCulture));

    public static string Of(bool value) => value ? "true" : "false";

    public static string Array(IEnumerable<Dim> sizes) => $"new long[] {{ {string.Join(", ", sizes)} }}";

    public static string Text(string value) => "@\"" + value.Replace("\"", "\"\"") + "\"";

    /// <summary>A name as it is declared: with an @ where it is a keyword.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string WithPoint(string digits) => digits.Any(c => c is '.' or 'E') ? digits : digits + ".0";
}
