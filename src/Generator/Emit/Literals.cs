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

    public static string Numbers(IEnumerable<double> values) => $"new double[] {{ {string.Join(", ", values.Select(Of))} }}";

    /// <summary>A size of a shape; where only a call knows it, that of the flowing tensor less some values.</summary>
    public static string SizeOf(Shape shape, int axis, int less) =>
        shape.Axes[axis].Size is { IsConstant: true } size ? size.ToString() : $"{LayerEmission.X}.size({axis}) - {less}";

    /// <summary>The sizes of one sample, -1 for each that only a call knows.</summary>
    public static string Sample(Shape shape) => Array(shape.Axes.Skip(1).Select(a => a.Size is { IsConstant: true } size ? size : Dim.Any));

    public static string Text(string value) => "@\"" + value.Replace("\"", "\"\"") + "\"";

    /// <summary>A name as it is declared: with an @ where it is a keyword.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string WithPoint(string digits) => digits.Any(c => c is '.' or 'E') ? digits : digits + ".0";
}
