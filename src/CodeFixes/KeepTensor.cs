using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Moves what a method gives out of the dispose scope that it was made in: <c>return y.MoveToOuterDisposeScope();</c></summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeepTensor() : SyntaxFix(DiagnosticIds.UsedAfterDispose)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (
            node is not ExpressionSyntax { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax } given
            || given is TupleExpressionSyntax
            // One that a statement before has disposed is gone, wherever it goes.
            || !diagnostic.GetMessage().Contains("dispose scope")
        )
        {
            return null;
        }

        var isOne =
            given is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;
        var whole = isOne ? given.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(given.WithoutTrivia());
        var moved = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                whole,
                SyntaxFactory.IdentifierName("MoveToOuterDisposeScope")
            )
        );
        return ("Keep it: MoveToOuterDisposeScope()", root.ReplaceNode(given, moved.WithTriviaFrom(given)));
    }
}
