using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ShapeGen.Layers;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Finds the expression of an argument in an attribute, by the name that the layer's parameter has.</summary>
internal static class ArgumentLocator
{
    /// <summary>The span of the expression, of one item of it, or of all arguments of a <c>params</c>; null where none was written.</summary>
    public static TextSpan? Find(AttributeSyntax attribute, IMethodSymbol? constructor, ArgumentRef argument)
    {
        var (expressions, isSpread) = Written(attribute, constructor, argument.Name);
        return expressions.Count == 0 ? null
            : !isSpread ? ItemOf(expressions[0], argument.Item).Span
            : argument.Item is { } item && item < expressions.Count ? expressions[item].Span
            : TextSpan.FromBounds(expressions[0].SpanStart, expressions[expressions.Count - 1].Span.End);
    }

    /// <summary>The expression of an argument; those of all items of a <c>params</c>, which is then spread; none where it was not written.</summary>
    public static (IReadOnlyList<ExpressionSyntax> Expressions, bool IsSpread) Written(
        AttributeSyntax attribute,
        IMethodSymbol? constructor,
        string name
    )
    {
        var written = attribute.ArgumentList?.Arguments ?? default;
        if (written.FirstOrDefault(a => a.NameEquals is { } equals && IsName(equals.Name.Identifier.ValueText, name)) is { } named)
        {
            return ([named.Expression], false);
        }

        if (constructor?.Parameters.FirstOrDefault(p => IsName(p.Name, name)) is not { } parameter)
        {
            return ([], false);
        }

        if (written.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name) is { } labelled)
        {
            return ([labelled.Expression], false);
        }

        // An argument with a name may stand before one without, in its own place.
        var positional = written
            .Where(a => a.NameEquals is null)
            .Skip(parameter.Ordinal)
            .TakeWhile(a => a.NameColon is null)
            .Select(a => a.Expression)
            .ToArray();
        return parameter.IsParams && (positional.Length != 1 || Items(positional[0]) is null)
            ? (positional, true)
            : ([.. positional.Take(1)], false);
    }

    /// <summary>The items of <c>new[] { 1, 2 }</c> and <c>[1, 2]</c>; null for another expression.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Items(ExpressionSyntax expression) =>
        expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax list when list.Elements.All(e => e is ExpressionElementSyntax) => list
                .Elements.Select(e => ((ExpressionElementSyntax)e).Expression)
                .ToArray(),
            _ => null,
        };

    private static ExpressionSyntax ItemOf(ExpressionSyntax expression, int? item) =>
        item is { } index && Items(expression) is { } items && index < items.Count ? items[index] : expression;

    /// <summary>Whether a C# name stands for the layer's parameter: <c>kernelSize</c> for KernelSize, <c>Strides</c> for Stride.</summary>
    private static bool IsName(string written, string parameter) =>
        string.Equals(written, parameter, StringComparison.OrdinalIgnoreCase)
        || string.Equals(written, parameter + "s", StringComparison.OrdinalIgnoreCase);
}
