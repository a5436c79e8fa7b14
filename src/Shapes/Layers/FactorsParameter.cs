using System.Linq;
using System.Numerics;

namespace ShapeGen.Layers;

/// <summary>A positive factor for each spatial axis, or one for all.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Axes">The number of axes; null where the input decides.</param>
internal sealed record FactorsParameter(string Name, int? Axes = null) : Parameter(Name)
{
    // Beyond it no image of any size is left.
    private const double Largest = 1e6;

    public override string? Constraint => "> 0";

    public override string? Check(ArgumentValue value)
    {
        var factors = Values(value);
        return factors is null ? Expected("a number or a list of them", value)
            : Axes is { } axes && factors.Length != 1 && factors.Length != axes ? $"takes 1 or {axes} factors, but has {factors.Length}"
            : factors.Any(f => !(f > 0) || f > Largest) ? Expected($"above 0 and at most {Largest}", value)
            : null;
    }

    /// <summary>The factors as they were written; null where none were.</summary>
    public double[]? Read(Arguments arguments) => arguments[Name] is { } value ? Values(value) : null;

    /// <summary>floor(size · factor) for one of the axes, in double precision as libtorch does it; null where that is not known.</summary>
    public Dim? Scale(Arguments arguments, Dim? size, int axis)
    {
        if (size is null || Read(arguments) is not { } factors)
        {
            return null;
        }

        var factor = factors[factors.Length == 1 ? 0 : axis];
        if (size.Constant is { } constant)
        {
            return new BigInteger(System.Math.Floor((double)constant * factor));
        }

        // Halves, quarters and the like are exact for every size.
        const int exact = 1024;
        var scaled = factor * exact;
        return scaled == System.Math.Floor(scaled) && scaled < int.MaxValue ? Dim.FloorDivide(size * (Dim)(long)scaled, exact) : null;
    }

    private static double[]? Values(ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Number number => [number.Value],
            ArgumentValue.Numbers numbers => [.. numbers.Items],
            ArgumentValue.Sizes sizes when sizes.Items.All(s => s.IsConstant) => [.. sizes.Items.Select(s => (double)s.Constant!.Value)],
            _ => null,
        };
}
