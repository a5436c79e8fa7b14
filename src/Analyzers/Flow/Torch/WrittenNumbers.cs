using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Sizes that are written as numbers where a layer is made, which a fix can change.</summary>
internal static class WrittenNumbers
{
    /// <summary>The number that a mismatch is about; null where it is none, or more than a number is written there.</summary>
    public static WrongNumber? Of(LayerValue layer, LayerDefinition definition, Mismatch? mismatch)
    {
        if (
            mismatch is not { Expected: { IsConstant: true } expected, At: { Item: null } at }
            || layer.Made is not IInvocationOperation made
        )
        {
            return null;
        }

        var argument = made.Arguments.FirstOrDefault(a =>
            a.ArgumentKind == ArgumentKind.Explicit && LayerArguments.ParameterOf(definition, a.Parameter!.Name)?.Name == at.Name
        );
        return argument?.Value.Syntax is ExpressionSyntax written && IsNumber(written)
            ? new(written.GetLocation(), expected.ToString(), mismatch.Factors.Count > 1 ? string.Join(",", mismatch.Factors) : "")
            : null;
    }

    // Another size may hang on a name.
    private static bool IsNumber(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax => true,
            ParenthesizedExpressionSyntax inner => IsNumber(inner.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => IsNumber(product.Left)
                && IsNumber(product.Right),
            _ => false,
        };
}
