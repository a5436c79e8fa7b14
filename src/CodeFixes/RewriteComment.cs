using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Writes the shape that the code gives into the comment behind it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RewriteComment() : AttributeFix(DiagnosticIds.CommentContradicts)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var trivia = root.FindTrivia(span.Start);
        if (!diagnostic.Properties.TryGetValue(FixFacts.Shape, out var shape) || !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
        {
            return null;
        }

        var text = trivia.ToString();
        var start = span.Start - trivia.SpanStart;
        var changed = SyntaxFactory.Comment(text.Substring(0, start) + shape + text.Substring(start + span.Length));
        return ($"Write {shape}", root.ReplaceTrivia(trivia, changed));
    }
}
