using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Adds <c>partial</c> to a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartial() : SyntaxFix(DiagnosticIds.NotPartial)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // The report is on the network; the class that is not partial may be one around it.
        var name = diagnostic.Properties.TryGetValue(FixFacts.TypeName, out var n) ? n : null;
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>(t => t.Identifier.ValueText == name) is not { } type)
        {
            return null;
        }

        // Before the keyword, where partial belongs: behind the other modifiers. Without any, it takes over the keyword's comments.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var hasModifiers = type.Modifiers.Count > 0;
        var changed = hasModifiers
            ? type.AddModifiers(partial)
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia));
        return ($"Make {type.Identifier} partial", root.ReplaceNode(type, changed));
    }
}
