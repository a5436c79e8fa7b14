using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Patterns: <c>x is { ndim: 2 }</c>, <c>x.shape is [_, 3]</c>, <c>n is > 0 and &lt; 8</c>.</summary>
internal sealed partial class Interpreter
{
    private Value Matches(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new Value.Flag(true);
            case IConstantPatternOperation constant:
                return AreSame(value, Evaluate(constant.Value)) is { } same ? new Value.Flag(same) : Value.Unknown;
            case INegatedPatternOperation negated:
                return Matches(value, negated.Pattern) is Value.Flag flag ? new Value.Flag(!flag.IsTrue) : Value.Unknown;
            case IRelationalPatternOperation relational:
                return (value, Evaluate(relational.Value)) is (Value.Size a, Value.Size b)
                    ? Arithmetic.Of(relational.OperatorKind, a.Dim, b.Dim)
                    : Value.Unknown;
            case IBinaryPatternOperation both:
                return Combine(both.OperatorKind, Matches(value, both.LeftPattern), Matches(value, both.RightPattern));
            case ITypePatternOperation { MatchedType: var type }:
                return IsOfType(value, type, isNegated: false);
            case IDeclarationPatternOperation declaration:
                return Declared(
                    value,
                    declaration.DeclaredSymbol,
                    declaration.MatchesNull ? null : declaration.MatchedType,
                    declaration.InputType
                );
            case IRecursivePatternOperation recursive:
                return All([
                    Declared(value, recursive.DeclaredSymbol, recursive.MatchedType, recursive.InputType),
                    .. recursive.PropertySubpatterns.Select(p => Matches(MemberOf(value, p.Member), p.Pattern)),
                    .. recursive.DeconstructionSubpatterns.Select((p, i) => Matches(PartOf(value, i), p)),
                ]);
            case IListPatternOperation list:
                return MatchesList(value, list);
            default:
                foreach (var symbol in pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<ISymbol>())
                {
                    AssignVariable(symbol, Value.Unknown);
                }

                return Value.Unknown;
        }
    }

    private Value MemberOf(Value value, IOperation member) =>
        member is IPropertyReferenceOperation property ? Property(value, property) : Value.Unknown;

    private static Value PartOf(Value value, int at) =>
        value is Value.Items { Values: var items } && at < items.Count ? items[at] : Value.Unknown;

    /// <summary>[1, .., var last]: as many items as patterns, but for what .. leaves out.</summary>
    private Value MatchesList(Value value, IListPatternOperation list)
    {
        var items = ElementsOf(value);
        var slice = list.Patterns.ToList().FindIndex(p => p is ISlicePatternOperation);
        var (count, least) = (items?.Count, slice < 0 ? list.Patterns.Length : list.Patterns.Length - 1);
        var fits = items is not null && (slice < 0 ? count == least : count >= least);
        var parts = list.Patterns.Select(
            (p, i) =>
                p is ISlicePatternOperation { Pattern: var inner }
                    ? (inner is null ? new Value.Flag(true) : Matches(Value.Unknown, inner))
                    : Matches(
                        fits ? items!.Value[slice >= 0 && i > slice ? count!.Value - (list.Patterns.Length - i) : i] : Value.Unknown,
                        p
                    )
        );
        var all = All([Declared(value, list.DeclaredSymbol, null, list.InputType), .. parts]);
        return items is not null && !fits ? new Value.Flag(false)
            : items is null ? Value.Unknown
            : all;
    }

    private static Value All(Value[] matches) =>
        matches.Aggregate((Value)new Value.Flag(true), (all, next) => Combine(BinaryOperatorKind.And, all, next));

    private static ISymbol? DeclaredBy(IOperation pattern) =>
        (pattern as IDeclarationPatternOperation)?.DeclaredSymbol
        ?? (pattern as IRecursivePatternOperation)?.DeclaredSymbol
        ?? (pattern as IListPatternOperation)?.DeclaredSymbol;

    private Value Declared(Value value, ISymbol? symbol, ITypeSymbol? type, ITypeSymbol input)
    {
        if (symbol is not null)
        {
            AssignVariable(symbol, value);
        }

        // Who asks for the type that is declared anyway only asks for null.
        return type is null ? new Value.Flag(true)
            : SymbolEqualityComparer.Default.Equals(type, input)
                ? IsNull(value) is Value.Flag { IsTrue: var isNull } ? new Value.Flag(!isNull)
                    : Value.Unknown
            : IsOfType(value, type, isNegated: false);
    }

    private static Value Combine(BinaryOperatorKind kind, Value left, Value right)
    {
        var decides = kind == BinaryOperatorKind.Or;
        return left is Value.Flag l && l.IsTrue == decides || right is Value.Flag r && r.IsTrue == decides ? new Value.Flag(decides)
            : left is Value.Flag && right is Value.Flag ? new Value.Flag(!decides)
            : Value.Unknown;
    }
}
