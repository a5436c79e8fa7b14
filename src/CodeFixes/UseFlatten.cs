using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Flattens in the place of a layer that does not keep the batch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseFlatten() : SyntaxFix(DiagnosticIds.BatchNotKept)
{
    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (AttributeOf(node) is not { ArgumentList: { } list } attribute || !GivesRows(attribute.Name.ToString(), list))
        {
            return null;
        }

        // A name that was given stays.
        var named = list.WithArguments(
            SyntaxFactory.SeparatedList(list.Arguments.Where(a => a.NameEquals?.Name.Identifier.ValueText == WellKnownNames.LayerName))
        );
        var flatten = SyntaxFactory
            .Attribute(SyntaxFactory.ParseName("Flatten"), named.Arguments.Any() ? named : null)
            .WithTriviaFrom(attribute);
        return ($"Use Flatten instead of {attribute}", root.ReplaceNode(attribute, flatten));
    }

    /// <summary>Whether the layer was meant to give one row for each sample: a flatten, or a reshape to two sizes.</summary>
    private static bool GivesRows(string name, AttributeArgumentListSyntax list) =>
        name is "Flatten" || (name is "Reshape" && list.Arguments.Count(a => a.NameEquals is null) == 2);
}
