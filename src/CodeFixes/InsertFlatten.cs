using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Puts a Flatten before a Linear that gets an image.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InsertFlatten() : SyntaxFix(DiagnosticIds.MissingFlatten, DiagnosticIds.FeaturesDiffer)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (
            AttributeOf(node) is not { Parent: AttributeListSyntax list } attribute
            || !diagnostic.Properties.ContainsKey(FixFacts.FlattenFits)
        )
        {
            return null;
        }

        var flatten = SyntaxFactory.Attribute(SyntaxFactory.ParseName("Flatten")).WithLeadingTrivia(attribute.GetLeadingTrivia());
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var index = list.Attributes.IndexOf(attribute);
        var items = list.Attributes.GetWithSeparators().Replace(attribute, attribute.WithoutLeadingTrivia());
        var changed = list.WithAttributes(SyntaxFactory.SeparatedList<AttributeSyntax>(items.InsertRange(2 * index, [flatten, comma])));
        return ("Insert Flatten", root.ReplaceNode(list, changed));
    }
}
