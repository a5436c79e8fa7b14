using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Writes <c>x.flatten(1)</c> for <c>x.view(-1, 1024)</c>, which does not keep the samples apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class FlattenSamples() : SyntaxFix(DiagnosticIds.SamplesMixed)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (
            node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: [var first, _] } rows
            || rows.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "view" or "reshape" } access
            || first.ToString() != "-1"
        )
        {
            return null;
        }

        var flatten = rows.WithExpression(access.WithName(SyntaxFactory.IdentifierName("flatten")))
            .WithArgumentList(SyntaxFactory.ParseArgumentList("(1)").WithTriviaFrom(rows.ArgumentList));
        return ("Keep the samples: flatten(1)", root.ReplaceNode(rows, flatten));
    }
}
