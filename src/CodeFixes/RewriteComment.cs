using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Writes the shape that the code gives into the comment that says another one, be it plain or documentation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RewriteComment() : SyntaxFix(DiagnosticIds.CommentContradicts)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixFacts.Shape, out var shape) || shape is null)
        {
            return null;
        }

        var change = new TextChange(diagnostic.Location.SourceSpan, shape);
        return ($"Write {shape}", root.SyntaxTree.WithChangedText(root.GetText().WithChanges(change)).GetRoot());
    }
}
