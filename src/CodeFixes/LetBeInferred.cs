using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Leaves the number out: <c>Linear(4 * 4 * 64, 1024)</c> becomes <c>Linear(1024)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LetBeInferred() : SyntaxFix(DiagnosticIds.FeaturesDiffer, DiagnosticIds.ChannelsDiffer)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (
            AttributeOf(node) is not { ArgumentList: { } list } attribute
            || node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
        )
        {
            return null;
        }

        // Then the number is not a wrong size: it is a size of something else.
        if (diagnostic.Properties.ContainsKey(FixFacts.ThirdIsStride))
        {
            return null;
        }

        var rest = list.WithArguments(list.Arguments.Remove(argument));
        var inferred = attribute.WithArgumentList(rest.Arguments.Any() ? rest : null);
        return ($"Let it be inferred: {inferred}", root.ReplaceNode(attribute, inferred));
    }
}
