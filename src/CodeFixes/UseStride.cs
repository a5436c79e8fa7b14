using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Names the third number of a convolution for the stride that it is in Keras: <c>Conv2d(32, 5, Stride = 2)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseStride() : SyntaxFix(DiagnosticIds.ChannelsDiffer)
{
    private static readonly SyntaxToken _equals = SyntaxFactory
        .Token(SyntaxKind.EqualsToken)
        .WithLeadingTrivia(SyntaxFactory.Space)
        .WithTrailingTrivia(SyntaxFactory.Space);

    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(FixFacts.ThirdIsStride) || AttributeOf(node) is not { ArgumentList: { } list } attribute)
        {
            return null;
        }

        if (list.Arguments is not [{ NameColon: null, NameEquals: null }, _, { NameColon: null, NameEquals: null } third, ..])
        {
            return null;
        }

        var named = third
            .WithoutLeadingTrivia()
            .WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Stride"), _equals))
            .WithLeadingTrivia(third.GetLeadingTrivia());
        var changed = attribute.ReplaceNode(third, named);
        return ($"Write {changed}", root.ReplaceNode(attribute, changed));
    }
}
