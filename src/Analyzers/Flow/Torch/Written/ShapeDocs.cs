using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>
/// The shapes of which the documentation of a method speaks, <c>&lt;param name="x"&gt;Tensor of shape (B, T, C)&lt;/param&gt;</c>, and the
/// comments at its parameters: <c>Tensor x, // (B, T, C)</c>.
/// </summary>
internal static class ShapeDocs
{
    private const string Result = "";

    private static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, ShapeComment>> _ofDeclarations = new();

    // By text: a compiler that writes no documentation takes it for plain comments.
    private static readonly Regex _tag = new(
        @"<(param\s+name\s*=\s*""(?<name>\w+)""\s*|(?<name>)returns\s*)>(?<text>[^<]*)</",
        RegexOptions.CultureInvariant
    );

    /// <summary>What is said of a parameter; null for nothing.</summary>
    public static ShapeComment? Of(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method ? Of(method, parameter.Name) : null;

    /// <summary>What is said of what a method gives; null for nothing.</summary>
    public static ShapeComment? OfResult(IMethodSymbol method) => Of(method, Result);

    private static ShapeComment? Of(IMethodSymbol method, string name) =>
        method.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax()
            is (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax)
                and var declaration
        && _ofDeclarations.GetValue(declaration, In).TryGetValue(name, out var comment)
            ? comment
            : null;

    private static Dictionary<string, ShapeComment> In(SyntaxNode declaration)
    {
        var found = new Dictionary<string, ShapeComment>();
        var leading = declaration.GetLeadingTrivia();
        foreach (Match tag in _tag.Matches(leading.ToFullString()))
        {
            var text = tag.Groups["text"];
            var name = tag.Groups["name"].Value;
            if (
                ShapeComment.Of(ShapeText.Within(text.Value, name), declaration.SyntaxTree, leading.FullSpan.Start + text.Index) is
                { } comment
            )
            {
                found[name] = comment;
            }
        }

        var parameters = declaration.ChildNodes().OfType<ParameterListSyntax>().SelectMany(l => l.Parameters);
        foreach (var parameter in parameters)
        {
            var last = parameter.GetLastToken();
            var behind = last.GetNextToken() is { RawKind: (int)SyntaxKind.CommaToken } next ? next.TrailingTrivia : default;
            if (last.TrailingTrivia.Concat(behind).Select(ShapeComment.Of).FirstOrDefault(c => c is not null) is { } comment)
            {
                found[parameter.Identifier.ValueText] = comment with { Text = comment.Text.AtPlace() };
            }
        }

        return found;
    }
}
