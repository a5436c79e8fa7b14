using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Puts what changes a parameter in place into <c>using (torch.no_grad())</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WithoutGradients() : SyntaxFix(DiagnosticIds.GradientRefused)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        var isLoss =
            node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is
            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "backward" } };
        if (isLoss || node.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement)
        {
            return null;
        }

        var name = SyntaxFactory.ParseExpression("TorchSharp.torch.no_grad").WithAdditionalAnnotations(Simplifier.Annotation);
        var scope = SyntaxFactory
            .UsingStatement(SyntaxFactory.Block(statement.WithoutTrivia()))
            .WithExpression(SyntaxFactory.InvocationExpression(name))
            .WithTriviaFrom(statement)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return ("Do it without gradients: using (torch.no_grad())", root.ReplaceNode(statement, scope));
    }
}
