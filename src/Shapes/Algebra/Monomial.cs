using System;
using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Algebra;

/// <summary>What a <see cref="Dim"/> cannot take apart any further: a symbol, or the floor of a quotient.</summary>
internal abstract class Atom
{
    /// <summary>The canonical text: equal atoms have equal keys.</summary>
    public abstract string Key { get; }

    public abstract Bounds Bounds { get; }

    /// <summary>A named size that is known only at run time: at least <paramref name="minimum"/>.</summary>
    internal sealed class Symbol(string name, int minimum) : Atom
    {
        public override string Key { get; } = name;

        public override Bounds Bounds { get; } = new(minimum, null);
    }

    /// <summary>floor(numerator / denominator), where the denominator is positive.</summary>
    internal sealed class Quotient(Dim numerator, Dim denominator) : Atom
    {
        public Dim Numerator { get; } = numerator;

        public Dim Denominator { get; } = denominator;

        public override string Key { get; } = $"floor({InBrackets(numerator)} / {InBrackets(denominator)})";

        private static string InBrackets(Dim dim) => dim.ToString() is var text && text.Contains(' ') ? $"({text})" : text;

        public override Bounds Bounds { get; } = numerator.Bounds.FloorDivide(denominator.Bounds);
    }
}

/// <summary>A product of atoms, in a canonical order; the empty product is 1.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    public static readonly Monomial One = new([]);

    private readonly Atom[] _atoms;

    private Monomial(Atom[] atoms)
    {
        _atoms = atoms;
        Key = string.Join("·", atoms.Select(a => a.Key));
    }

    public string Key { get; }

    public bool IsOne => _atoms.Length == 0;

    public IReadOnlyList<Atom> Atoms => _atoms;

    public Atom? Single => _atoms.Length == 1 ? _atoms[0] : null;

    public static Monomial Of(Atom atom) => new([atom]);

    public Bounds Bounds => _atoms.Aggregate(Bounds.Exactly(1), (product, atom) => product.Multiply(atom.Bounds));

    public Monomial Multiply(Monomial other) =>
        IsOne ? other
        : other.IsOne ? this
        : new(_atoms.Concat(other._atoms).OrderBy(a => a.Key, StringComparer.Ordinal).ToArray());

    /// <summary>The monomial that gives this one when multiplied by <paramref name="divisor"/>, or null.</summary>
    public Monomial? Divide(Monomial divisor)
    {
        var rest = _atoms.ToList();
        foreach (var atom in divisor._atoms)
        {
            var index = rest.FindIndex(a => a.Key == atom.Key);
            if (index < 0)
            {
                return null;
            }

            rest.RemoveAt(index);
        }

        return rest.Count == 0 ? One : new([.. rest]);
    }

    public bool Equals(Monomial? other) => other?.Key == Key;

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
