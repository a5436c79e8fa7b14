using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen;

public sealed partial class Dim
{
    /// <summary>floor(dividend / divisor), or null where the divisor may be zero or negative.</summary>
    internal static Dim? FloorDivide(Dim dividend, Dim divisor)
    {
        if (divisor.Bounds.Low is not { Sign: > 0 })
        {
            return null;
        }

        // Whole multiples of the divisor leave the floor: floor((q·d + r) / d) = q + floor(r / d).
        var (whole, rest) = dividend.TakeMultiplesOf(divisor);
        return whole + FloorOfRest(rest, divisor);
    }

    /// <summary>ceil(dividend / divisor), or null where the divisor may be zero or negative.</summary>
    internal static Dim? CeilDivide(Dim dividend, Dim divisor) => FloorDivide(dividend + divisor - One, divisor);

    /// <summary>The expression that gives this one when multiplied by <paramref name="divisor"/>, or null if there is none.</summary>
    internal Dim? DivideExactly(Dim divisor)
    {
        var (whole, rest) = TakeMultiplesOf(divisor);
        return rest.Equals(Zero) ? whole : null;
    }

    /// <summary>This expression as whole·divisor + rest, with as much as possible in the first part.</summary>
    private (Dim Whole, Dim Remainder) TakeMultiplesOf(Dim divisor)
    {
        if (divisor._terms.Length == 1)
        {
            var (coefficient, monomial) = (divisor._terms[0].Coefficient, divisor._terms[0].Monomial);
            var quotients = _terms.Select(t => (Term: t, Monomial: t.Monomial.Divide(monomial))).ToArray();
            var whole = Sum(
                from q in quotients
                where q.Monomial is not null
                select new Term(Integers.FloorDivide(q.Term.Coefficient, coefficient), q.Monomial!)
            );
            return (whole, this - whole * divisor);
        }

        // Division by a sum: only exact multiples of the leading term are tried, which finds (a·N + a·M) / (N + M).
        if (divisor._terms.Length > 1 && _terms.Length > 0)
        {
            var lead = divisor._terms[divisor._terms.Length - 1];
            var factor = Sum(
                from t in _terms
                let m = t.Monomial.Divide(lead.Monomial)
                where m is not null && (t.Coefficient % lead.Coefficient).IsZero
                select new Term(t.Coefficient / lead.Coefficient, m)
            );
            var rest = this - factor * divisor;
            return rest.Equals(Zero) ? (factor, rest) : (Zero, this);
        }

        return (Zero, this);
    }

    private static Dim FloorOfRest(Dim rest, Dim divisor)
    {
        var bounds = rest.Bounds.FloorDivide(divisor.Bounds);
        if (bounds.Low is { } low && bounds.High == low)
        {
            return low;
        }

        // floor(floor(x / a) / b) = floor(x / (a·b)) for positive a and b.
        if (rest._terms is [{ Coefficient.IsOne: true, Monomial.Single: Atom.Quotient inner }])
        {
            return FloorDivide(inner.Numerator, inner.Denominator * divisor)!;
        }

        // A factor common to the divisor and to all but the constant leaves: floor((g·x + c) / (g·d)) = floor((x + floor(c / g)) / d).
        if (divisor.Constant is { } d)
        {
            var common = rest
                ._terms.Where(t => !t.Monomial.IsOne)
                .Aggregate(d, (g, t) => BigInteger.GreatestCommonDivisor(g, t.Coefficient));
            if (!common.IsOne)
            {
                var reduced = Sum(rest._terms.Select(t => t with { Coefficient = Integers.FloorDivide(t.Coefficient, common) }));
                return FloorDivide(reduced, d / common)!;
            }
        }

        return new([new(1, Monomial.Of(new Atom.Quotient(rest, divisor)))]);
    }
}
