using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>
/// A shape as people write it: numbers, names for sizes, arithmetic of both (<c>2*T</c>), <c>_</c> or <c>?</c> for any size, and <c>...</c>
/// for any number of dimensions.
/// </summary>
internal sealed class ShapePattern
{
    private ShapePattern(Shape shape) => Shape = shape;

    /// <summary>With symbols for the names.</summary>
    public Shape Shape { get; }

    /// <summary>The pattern of such items, each an integer or a string; null where one of them says nothing that is understood.</summary>
    public static ShapePattern? Of(IReadOnlyList<object?> items)
    {
        var rest = items.ToList().FindIndex(i => i is "..." or "…");
        var axes = items.Where((_, i) => i != rest).Select((item, i) => AxisOf(item, isFirst: i == 0 && rest != 0)).ToArray();
        var known = axes.OfType<Axis>().ToArray();
        return known.Length < axes.Length ? null
            : rest < 0 ? new(Shape.Of(known))
            : new(new(known.Take(rest).ToEquatableArray(), known.Skip(rest).ToEquatableArray(), false));
    }

    /// <summary>The same with any size in the first dimension.</summary>
    public ShapePattern WithAnyFirst() => new(Shape.Replace(0, 1, new Axis(null)));

    /// <summary>The same with sizes in the place of names.</summary>
    public ShapePattern Substitute(System.Func<string, Dim?> sizes) => new(Shape.Select(a => a with { Size = a.Size?.Substitute(sizes) }));

    /// <summary>What differs in a shape, such as "dimension 1 is 400 and 20"; null if it may be this one.</summary>
    /// <param name="given">The shape, of known rank.</param>
    /// <param name="sizes">What names stand for; a name takes the size that it meets first.</param>
    public string? Difference(Shape given, Dictionary<string, Dim> sizes)
    {
        var (leading, trailing) = (Shape.Leading, Shape.Trailing);
        if (Shape.Rank is { } rank ? rank != given.Rank : leading.Count + trailing.Count > given.Rank)
        {
            return $"{leading.Count + trailing.Count} dimensions and {given.Rank}";
        }

        var last = given.Axes.Count - trailing.Count;
        var pairs = leading.Select((w, i) => (Want: w, At: i)).Concat(trailing.Select((w, i) => (Want: w, At: last + i))).ToArray();
        foreach (var (want, at) in pairs)
        {
            if (want.Size?.SymbolName is { } name && given.Axes[at].Size is { } size && !sizes.ContainsKey(name))
            {
                sizes.Add(name, size);
            }
        }

        foreach (var (want, at) in pairs)
        {
            if (
                want.Size is { } wanted
                && given.Axes[at].Size is { } have
                && Known(wanted, sizes) is { } known
                && Dim.AreEqual(known, have) == Truth.Refuted
            )
            {
                return $"dimension {at} is {(wanted.Equals(known) ? $"{wanted}" : $"{wanted} = {known}")} and {have}";
            }
        }

        return null;
    }

    /// <summary>The shape with the sizes that names stand for; a name that stands for none is unknown.</summary>
    public Shape With(Dictionary<string, Dim> sizes) => Shape.Select(a => a.Size is null ? a : a with { Size = Known(a.Size, sizes) });

    private static Dim? Known(Dim size, Dictionary<string, Dim> sizes)
    {
        var isWhole = true;
        var known = size.Substitute(name =>
        {
            isWhole &= sizes.TryGetValue(name, out var value);
            return value;
        });
        return isWhole ? known : null;
    }

    private static Axis? AxisOf(object? item, bool isFirst) =>
        item switch
        {
            int size and >= 0 => new Axis(size),
            "_" or "?" => new Axis(null),
            string text when DimOf(SyntaxFactory.ParseExpression(text)) is { } size => new Axis(
                size,
                isFirst && IsBatch(text) ? AxisRole.Batch : AxisRole.Plain
            ),
            _ => null,
        };

    private static Dim? DimOf(ExpressionSyntax expression) =>
        expression.ContainsDiagnostics
            ? null
            : expression switch
            {
                IdentifierNameSyntax name => Dim.Symbol(name.Identifier.ValueText),
                LiteralExpressionSyntax { Token.Value: int value } => value,
                ParenthesizedExpressionSyntax inner => DimOf(inner.Expression),
                BinaryExpressionSyntax binary when DimOf(binary.Left) is { } left && DimOf(binary.Right) is { } right => Combine(
                    binary.Kind(),
                    left,
                    right
                ),
                _ => null,
            };

    private static Dim? Combine(SyntaxKind kind, Dim left, Dim right) =>
        kind switch
        {
            SyntaxKind.AddExpression => left + right,
            SyntaxKind.SubtractExpression => left - right,
            SyntaxKind.MultiplyExpression => left * right,
            SyntaxKind.DivideExpression => Dim.FloorDivide(left, right),
            _ => null,
        };

    // What people call the number of samples.
    private static bool IsBatch(string name) => name is "N" or "B" or "n" or "b" or "batch" or "Batch" or "batch_size" or "batchSize";
}
