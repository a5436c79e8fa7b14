using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Layers;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Finds the expression of an argument in an attribute, by the name that the layer's parameter has.</summary>
internal static class ArgumentLocator
{
    /// <summary>The expression, or the item of the list that it is; null where the argument was not written.</summary>
    public static ExpressionSyntax? Find(AttributeSyntax attribute, IMethodSymbol? constructor, ArgumentRef argument)
    {
        var written = attribute.ArgumentList?.Arguments ?? default;
        var named = written.FirstOrDefault(a => a.NameEquals is { } equals && IsName(equals.Name.Identifier.ValueText, argument.Name));
        if (named is not null)
        {
            return ItemOf(named.Expression, argument.Item);
        }

        var parameter = constructor?.Parameters.FirstOrDefault(p => IsName(p.Name, argument.Name));
        if (parameter is null)
        {
            return null;
        }

        if (written.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name) is { } labelled)
        {
            return ItemOf(labelled.Expression, argument.Item);
        }

        var positional = written.Where(a => a.NameEquals is null && a.NameColon is null).Skip(parameter.Ordinal).ToArray();
        var isSpread = parameter.IsParams && (positional.Length != 1 || Items(positional[0].Expression) is null);
        return isSpread ? positional.ElementAtOrDefault(argument.Item ?? 0)?.Expression : positional.Length > 0 ? ItemOf(positional[0].Expression, argument.Item) : null;
    }

    /// <summary>The items of <c>new[] { 1, 2 }</c> and <c>[1, 2]</c>; null for another expression.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Items(ExpressionSyntax expression) =>
        expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax list when list.Elements.All(e => e is ExpressionElementSyntax) => list.Elements.Select(e => ((ExpressionElementSyntax)e).Expression).ToArray(),
            _ => null,
        };

    private static ExpressionSyntax ItemOf(ExpressionSyntax expression, int? item) =>
        item is { } index && Items(expression) is { } items && index < items.Count ? items[index] : expression;

    /// <summary>Whether a C# name stands for the layer's parameter: <c>kernelSize</c> for KernelSize, <c>Strides</c> for Stride.</summary>
    private static bool IsName(string written, string parameter) =>
        string.Equals(written, parameter, StringComparison.OrdinalIgnoreCase) || string.Equals(written, parameter + "s", StringComparison.OrdinalIgnoreCase);
}
