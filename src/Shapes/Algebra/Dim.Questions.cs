using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen;

public sealed partial class Dim
{
    /// <summary>The least and the greatest value over all admissible values of the symbols, as far as interval arithmetic can tell.</summary>
    internal Bounds Bounds => _terms.Aggregate(Bounds.Exactly(0), (sum, t) => sum.Add(t.Monomial.Bounds.Scale(t.Coefficient)));

    /// <summary>Are the two sizes equal?</summary>
    internal static Truth AreEqual(Dim left, Dim right)
    {
        var difference = left - right;
        if (difference.Equals(Zero))
        {
            return Truth.Proved;
        }

        return difference.CannotBeZero() ? Truth.Refuted : Truth.Unknown;
    }

    /// <summary>Is <paramref name="dividend"/> a multiple of <paramref name="divisor"/>?</summary>
    internal static Truth IsDivisible(Dim dividend, Dim divisor)
    {
        if (dividend.DivideExactly(divisor) is not null)
        {
            return Truth.Proved;
        }

        // All parts that vary are multiples of a number that does not divide the constant part.
        if (divisor.Constant is { IsZero: false } d)
        {
            var common = dividend.VaryingPartsGcd(d);
            return common.IsOne || (dividend.ConstantPart % common).IsZero ? Truth.Unknown : Truth.Refuted;
        }

        return Truth.Unknown;
    }

    /// <summary>Is the size at least <paramref name="least"/>?</summary>
    internal Truth IsAtLeast(BigInteger least)
    {
        var bounds = Bounds;
        return bounds.Low >= least ? Truth.Proved
            : bounds.High < least ? Truth.Refuted
            : Truth.Unknown;
    }

    private BigInteger ConstantPart => _terms.Where(t => t.Monomial.IsOne).Select(t => t.Coefficient).SingleOrDefault();

    private BigInteger VaryingPartsGcd(BigInteger start) =>
        _terms.Where(t => !t.Monomial.IsOne).Aggregate(start, (g, t) => BigInteger.GreatestCommonDivisor(g, t.Coefficient));

    private bool CannotBeZero()
    {
        if (Bounds.Excludes(0))
        {
            return true;
        }

        var common = VaryingPartsGcd(BigInteger.Zero);
        return common > 1 && !(ConstantPart % common).IsZero;
    }

    /// <summary>The expression with a value in the place of each symbol; null leaves a symbol as it is.</summary>
    internal Dim Substitute(System.Func<string, Dim?> values) =>
        _terms.Aggregate(
            Zero,
            (sum, term) => sum + term.Monomial.Atoms.Aggregate((Dim)term.Coefficient, (product, atom) => product * Substitute(atom, values))
        );

    private static Dim Substitute(Atom atom, System.Func<string, Dim?> values) =>
        atom switch
        {
            Atom.Quotient quotient => FloorDivide(quotient.Numerator.Substitute(values), quotient.Denominator.Substitute(values))
                ?? Of(atom),
            _ => values(atom.Key) ?? Of(atom),
        };

    private static Dim Of(Atom atom) => new([new(1, Monomial.Of(atom))]);
}
