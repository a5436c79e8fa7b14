using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Says that the 0 of <c>x.sum(0)</c> is a dimension, and no ScalarType: <c>x.sum(dim: 0)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameDimension() : SyntaxFix(DiagnosticIds.WrongResult)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        var zero = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()
            ?.ArgumentList.Arguments.FirstOrDefault(a => a is { NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: 0 } });
        return zero is null
            ? null
            : (
                "Name the dimension",
                root.ReplaceNode(
                    zero,
                    zero.WithNameColon(SyntaxFactory.NameColon("dim").WithTrailingTrivia(SyntaxFactory.Space)).WithTriviaFrom(zero)
                )
            );
    }
}
