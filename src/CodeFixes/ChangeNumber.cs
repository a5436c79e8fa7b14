using System.Collections.Generic;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Writes the right number in the place of the wrong one, in the form that it has: <c>4 * 4 * 64</c> becomes <c>7 * 7 * 64</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeNumber()
    : SyntaxFix(
        DiagnosticIds.FeaturesDiffer,
        DiagnosticIds.ChannelsDiffer,
        DiagnosticIds.BatchNotKept,
        DiagnosticIds.OperationFails,
        DiagnosticIds.FailsForBatch,
        DiagnosticIds.FailsOnOnePath
    )
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // A layer that is made by hand is told where it is called, and the number stands where it is made.
        if (diagnostic.Properties.TryGetValue(FixFacts.Span, out var span))
        {
            var ends = span!.Split(',').Select(int.Parse).ToArray();
            node = root.FindNode(new TextSpan(ends[0], ends[1]), getInnermostNodeForTie: true);
        }

        // A number that is wrong is the expression of an argument; a reshape to several sizes has no one number to change.
        if (
            node is not ExpressionSyntax wrong
            || !diagnostic.Properties.TryGetValue(FixFacts.Expected, out var expected)
            || !IsWholeArgument(wrong)
        )
        {
            return null;
        }

        var factors = diagnostic.Properties.TryGetValue(FixFacts.Factors, out var list) ? list!.Split(',') : [];
        var right = InTheForm(wrong, factors) ?? SyntaxFactory.ParseExpression(expected!);
        return ($"Change {wrong} to {right}", root.ReplaceNode(wrong, right.WithTriviaFrom(wrong)));
    }

    private static bool IsWholeArgument(ExpressionSyntax expression) => expression.Parent is AttributeArgumentSyntax or ArgumentSyntax;

    /// <summary>The product with the user's spacing and order, where it has as many factors as the right number; null otherwise.</summary>
    private static ExpressionSyntax? InTheForm(ExpressionSyntax product, string[] factors)
    {
        var literals = FactorsOf(product).ToArray();
        if (literals.Length < 2 || literals.Length != factors.Length || literals.Any(l => l is not LiteralExpressionSyntax))
        {
            return null;
        }

        // Factors that are right stay where they are; the others are filled in, in order.
        var rest = factors.ToList();
        var kept = literals.Select(l => rest.Remove(l.ToString())).ToArray();
        var replaced = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        for (var i = 0; i < literals.Length; i++)
        {
            if (!kept[i])
            {
                replaced[literals[i]] = SyntaxFactory.ParseExpression(rest[0]).WithTriviaFrom(literals[i]);
                rest.RemoveAt(0);
            }
        }

        return product.ReplaceNodes(literals, (literal, _) => replaced.TryGetValue(literal, out var other) ? other : literal);
    }

    private static IEnumerable<ExpressionSyntax> FactorsOf(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product
            ? FactorsOf(product.Left).Concat(FactorsOf(product.Right))
            : [expression];
}
