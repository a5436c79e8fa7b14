using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>A shape that a comment says of what stands before it: <c>x = x.view(B, T, 8, 64); // (B, T, nh, hs)</c>.</summary>
/// <param name="Pattern">The shape.</param>
/// <param name="Items">As it is written, item by item.</param>
/// <param name="Place">Where the brackets stand, with what is between them.</param>
internal sealed record ShapeComment(ShapePattern Pattern, IReadOnlyList<string> Items, Location Place);

/// <summary>The comments at the ends of lines that are a shape and nothing else, by the expressions that they speak of.</summary>
internal static class ShapeComments
{
    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<SyntaxNode, ShapeComment>> _ofTrees = new();

    // What sizes are called, in part of the name.
    private static readonly string[] _words =
    [
        .. "batch seq time len dim channel head feature hidden embed vocab height width num size frame step token class".Split(' '),
    ];

    /// <summary>What a comment says of an expression; null for nothing.</summary>
    public static ShapeComment? Of(SyntaxNode expression) =>
        _ofTrees.GetValue(expression.SyntaxTree, In).TryGetValue(expression, out var comment) ? comment : null;

    private static Dictionary<SyntaxNode, ShapeComment> In(SyntaxTree tree)
    {
        var found = new Dictionary<SyntaxNode, ShapeComment>();
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            if (
                trivia.Token.TrailingTrivia.Span.Contains(trivia.Span)
                && ExpressionBefore(trivia.Token) is { } expression
                && Read(trivia) is { } comment
            )
            {
                found[expression] = comment;
            }
        }

        return found;
    }

    /// <summary>The whole expression that ends with a token, or with the statement that the token ends.</summary>
    private static ExpressionSyntax? ExpressionBefore(SyntaxToken last)
    {
        var expression = last.Parent switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => value,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: not TupleExpressionSyntax, Right: var value } } =>
                value,
            ExpressionStatementSyntax { Expression: var value } => value,
            ReturnStatementSyntax { Expression: var value } => value,
            ArrowExpressionClauseSyntax { Expression: var value } => value,
            MethodDeclarationSyntax { ExpressionBody.Expression: var value } => value,
            { } node when !last.IsKind(SyntaxKind.SemicolonToken) => node.AncestorsAndSelf()
                .TakeWhile(n => n.GetLastToken() == last)
                .OfType<ExpressionSyntax>()
                .LastOrDefault(),
            _ => null,
        };
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }

        return expression;
    }

    /// <summary>The brackets that the comment is, or that an arrow leads to: <c>(B, T, C) -> (B, T, 64)</c>.</summary>
    private static ShapeComment? Read(SyntaxTrivia trivia)
    {
        var text = trivia.ToString();
        var start = text.LastIndexOfAny(['(', '[']);
        var end = start < 0 ? -1 : text.IndexOf(text[start] == '(' ? ')' : ']', start);
        if (end < 0 || text.Substring(end + 1).Trim(' ', '.', ';').Length > 0 || !IsLeadIn(text.Substring(2, start - 2)))
        {
            return null;
        }

        string[] items = [.. text.Substring(start + 1, end - start - 1).Split(',').Select(i => i.Trim())];
        if (items.Length > 1 && items[items.Length - 1].Length == 0)
        {
            items = [.. items.Take(items.Length - 1)];
        }
        else if (items.Length < 2)
        {
            // (1) numbers something.
            return null;
        }

        var values = items.Select(i => int.TryParse(i, out var number) ? (object)number : i).ToArray();
        return items.All(IsSize) && ShapePattern.Of(values) is { } pattern
            ? new(pattern, items, Location.Create(trivia.SyntaxTree!, new TextSpan(trivia.SpanStart + start, end - start + 1)))
            : null;
    }

    private static bool IsLeadIn(string text)
    {
        var lead = text.Trim();
        return lead is "" or "shape" or "shape:" or "=" or "->"
            || lead.EndsWith("->", System.StringComparison.Ordinal)
            || lead.EndsWith("→", System.StringComparison.Ordinal);
    }

    // A list of other names may be one of results.
    private static bool IsSize(string item) =>
        item is "..." or "…" or "_" or "?"
        || item.Split('*', '+', '-', '/', ' ', '(', ')')
            .Where(p => p.Length > 0)
            .All(p => char.IsDigit(p[0]) || p.Length <= 2 || IsName(p));

    private static bool IsName(string name) =>
        name.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_')
        || _words.Any(w => name.IndexOf(w, System.StringComparison.OrdinalIgnoreCase) >= 0);
}
