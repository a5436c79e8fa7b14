using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen;

/// <summary>
/// A size: an exact integer expression over symbols such as <c>N</c>. It is kept as a sum of integer multiples of products of
/// atoms, where an atom is a symbol or the floor of a quotient, so two expressions that are equal as polynomials are equal here.
/// In attributes, <see cref="Any"/> stands for a size that is known only at run time.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Dim : IEquatable<Dim>
{
    /// <summary>A size that only a call knows, such as the length of a sequence: <c>Input(Dim.Any)</c>.</summary>
    public const int Any = -1;

    internal static readonly Dim Zero = new([]);
    internal static readonly Dim One = 1;

    // In the order of their keys, without zero coefficients: the same value has the same terms.
    private readonly Term[] _terms;

    private Dim(Term[] terms) => _terms = terms;

    private readonly record struct Term(BigInteger Coefficient, Monomial Monomial);

    /// <summary>A size that is known only at run time, such as the batch: any integer from <paramref name="minimum"/> on.</summary>
    internal static Dim Symbol(string name, int minimum = 1) => new([new(1, Monomial.Of(new Atom.Symbol(name, minimum)))]);

    /// <summary>A size that is known.</summary>
    public static implicit operator Dim(int value) => (BigInteger)value;

    /// <summary>A size that is known.</summary>
    public static implicit operator Dim(long value) => (BigInteger)value;

    /// <summary>A size that is known.</summary>
    public static implicit operator Dim(BigInteger value) => value.IsZero ? Zero : new([new(value, Monomial.One)]);

    /// <summary>The value, or null where it depends on a symbol.</summary>
    internal BigInteger? Constant =>
        _terms.Length == 0 ? BigInteger.Zero
        : _terms.Length == 1 && _terms[0].Monomial.IsOne ? _terms[0].Coefficient
        : null;

    internal bool IsConstant => Constant is not null;

    /// <summary>The name, of what is a symbol and nothing else; null otherwise.</summary>
    internal string? SymbolName =>
        _terms.Length == 1 && _terms[0].Coefficient.IsOne ? (_terms[0].Monomial.Single as Atom.Symbol)?.Key : null;

    /// <summary>The symbol that must be at least 1 where this is: of a multiple of it, or of a quotient; null for anything else.</summary>
    internal Dim? OnlySymbol =>
        _terms.Length != 1 || _terms[0].Coefficient.Sign <= 0
            ? null
            : _terms[0].Monomial.Single switch
            {
                Atom.Symbol symbol => Of(symbol),
                Atom.Quotient { Denominator.IsConstant: true, Numerator: var numerator } => numerator.OnlySymbol,
                _ => null,
            };

    /// <summary>How many terms the sum has.</summary>
    internal int TermCount => _terms.Length;

    /// <summary>The sum of two sizes.</summary>
    public static Dim operator +(Dim left, Dim right) => Sum(left._terms.Concat(right._terms));

    /// <summary>The difference of two sizes.</summary>
    public static Dim operator -(Dim left, Dim right) => left + -right;

    /// <summary>The negative of a size.</summary>
    public static Dim operator -(Dim value) => new(value._terms.Select(t => t with { Coefficient = -t.Coefficient }).ToArray());

    /// <summary>The product of two sizes.</summary>
    public static Dim operator *(Dim left, Dim right) =>
        Sum(from l in left._terms from r in right._terms select new Term(l.Coefficient * r.Coefficient, l.Monomial.Multiply(r.Monomial)));

    internal static Dim Product(IEnumerable<Dim> factors) => factors.Aggregate(One, (product, factor) => product * factor);

    private static Dim Sum(IEnumerable<Term> terms) =>
        new(
            terms
                .GroupBy(t => t.Monomial)
                .Select(g => new Term(g.Aggregate(BigInteger.Zero, (sum, t) => sum + t.Coefficient), g.Key))
                .Where(t => !t.Coefficient.IsZero)
                .OrderBy(t => t.Monomial.Key, StringComparer.Ordinal)
                .ToArray()
        );

    /// <summary>Whether the two are the same expression.</summary>
    public bool Equals(Dim? other) => other is not null && _terms.SequenceEqual(other._terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dim);

    /// <inheritdoc/>
    public override int GetHashCode() => _terms.Aggregate(17, (hash, t) => unchecked(hash * 31 + t.GetHashCode()));

    /// <summary>The expression as one would write it: symbols first, the constant last.</summary>
    public override string ToString()
    {
        if (_terms.Length == 0)
        {
            return "0";
        }

        var ordered = _terms.OrderBy(t => t.Monomial.IsOne).Select((t, i) => Show(t, isFirst: i == 0));
        return string.Concat(ordered);
    }

    private static string Show(Term term, bool isFirst)
    {
        var magnitude = BigInteger.Abs(term.Coefficient);
        var sign = term.Coefficient.Sign < 0 ? (isFirst ? "-" : " - ") : (isFirst ? "" : " + ");
        var factor =
            term.Monomial.IsOne ? magnitude.ToString()
            : magnitude.IsOne ? term.Monomial.Key
            : $"{magnitude}·{term.Monomial.Key}";
        return sign + factor;
    }
}
