using System;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.CodeFixes;

/// <summary>Adds an Input of the rank that the first layer takes, with sizes to be changed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddInput() : SyntaxFix(DiagnosticIds.NoInput)
{
    private const string Network = "Network";

    private protected override (string Title, SyntaxNode Root)? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var attributes = type?.AttributeLists.SelectMany(l => l.Attributes).ToArray() ?? [];
        if (attributes.FirstOrDefault(a => NameOf(a) == Network) is not { Parent: AttributeListSyntax list } marker)
        {
            return null;
        }

        var sizes = SizesFor(attributes.FirstOrDefault(a => NameOf(a) != Network));
        var input = SyntaxFactory
            .Attribute(SyntaxFactory.ParseName("Input"), SyntaxFactory.ParseAttributeArgumentList($"({sizes})"))
            .WithLeadingTrivia(SyntaxFactory.Space);
        var changed = list.WithAttributes(list.Attributes.Insert(list.Attributes.IndexOf(marker) + 1, input));
        return ($"Add Input({sizes})", root.ReplaceNode(list, changed));
    }

    /// <summary>Sizes to start from: those of a digit, a second of sound, or the features that a Linear states.</summary>
    private static string SizesFor(AttributeSyntax? first) =>
        first is null ? "1, 28, 28"
        : NameOf(first).EndsWith("1d", StringComparison.Ordinal) ? "1, 16000"
        : NameOf(first).EndsWith("3d", StringComparison.Ordinal) ? "1, 16, 64, 64"
        : NameOf(first) == "Linear" && first.ArgumentList?.Arguments is [{ NameEquals: null } features, { NameEquals: null }, ..]
            ? features.Expression.ToString()
        : NameOf(first) == "Linear" ? "784"
        : "1, 28, 28";

    private static string NameOf(AttributeSyntax attribute) =>
        WellKnownNames.WithoutAttributeSuffix(
            attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString()
        );
}
