using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Flattens in the place of a layer that does not keep the batch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseFlatten() : AttributeFix(DiagnosticIds.BatchNotKept)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (AttributeOf(node) is not { } attribute)
        {
            return null;
        }

        var flatten = SyntaxFactory.Attribute(SyntaxFactory.ParseName("Flatten")).WithTriviaFrom(attribute);
        return ($"Use Flatten instead of {attribute}", root.ReplaceNode(attribute, flatten));
    }
}
