using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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

    private static string WithPoint(string digits) => digits.Any(c => c is '.' or 'E') ? digits : digits + ".0";
}
