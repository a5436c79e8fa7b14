using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>A comment that is a shape: <c>x = x.view(B, T, 8, 64); // (B, T, nh, hs)</c>.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Place">Where the shape stands, with its brackets.</param>
internal sealed record ShapeComment(ShapeText Text, Location Place)
{
    /// <summary>The comment that a shape in a text is.</summary>
    /// <param name="text">The shape; null for none.</param>
    /// <param name="tree">The file.</param>
    /// <param name="start">Where the text begins in it.</param>
    public static ShapeComment? Of(ShapeText? text, SyntaxTree tree, int start) =>
        text is null ? null : new(text, Location.Create(tree, new TextSpan(start + text.Start, text.Length)));

    /// <summary>The shape that a comment is; null for another one.</summary>
    public static ShapeComment? Of(SyntaxTrivia trivia) =>
        trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia => Of(trivia, signs: 2),
            SyntaxKind.MultiLineCommentTrivia => Of(trivia, signs: 4),
            _ => null,
        };

    private static ShapeComment? Of(SyntaxTrivia trivia, int signs) =>
        Of(ShapeText.Of(trivia.ToString().Substring(2, trivia.Span.Length - signs)), trivia.SyntaxTree!, trivia.SpanStart + 2);
}

/// <summary>What a comment may speak of.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="IsMain">Whether it speaks of this first of all; it is wrong if it is wrong of this, and of all else that it may speak of.</param>
internal sealed record CommentSubject(ShapeComment Comment, bool IsMain);

/// <summary>The comments that are a shape, by the expressions that they may speak of.</summary>
internal static class ShapeComments
{
    private static readonly ConditionalWeakTable<SyntaxTree, ILookup<SyntaxNode, CommentSubject>> _ofTrees = new();

    /// <summary>What comments say of an expression.</summary>
    public static IEnumerable<CommentSubject> Of(SyntaxNode expression) => _ofTrees.GetValue(expression.SyntaxTree, In)[expression];

    private static ILookup<SyntaxNode, CommentSubject> In(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantTrivia()
            .Select(t => (Trivia: t, Comment: ShapeComment.Of(t)))
            .Where(c => c.Comment is not null)
            .SelectMany(c => SubjectsOf(c.Trivia, c.Comment!).Select((s, i) => (Node: s, Subject: new CommentSubject(c.Comment!, i == 0))))
            .ToLookup(s => s.Node, s => s.Subject);

    private static IEnumerable<SyntaxNode> SubjectsOf(SyntaxTrivia trivia, ShapeComment comment) =>
        trivia.Token.TrailingTrivia.Span.Contains(trivia.Span)
            ? WhatStandsBefore(trivia.Token, comment.Text.Name)
            : WhatStandsAround(trivia.Token, comment.Text);

    private static IEnumerable<SyntaxNode> WhatStandsBefore(SyntaxToken token, string? name) =>
        ExpressionBefore(token) is { } expression && (name is null || name == TargetOf(token.Parent)) ? [expression] : [];

    /// <summary>
    /// On a line of its own it may speak of what comes next, of what that takes, or of what was before. Of a variable that it names only.
    /// </summary>
    private static IEnumerable<SyntaxNode> WhatStandsAround(SyntaxToken next, ShapeText text)
    {
        var name = text.Name;
        if (
            next is
            { RawKind: (int)SyntaxKind.DotToken, Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } link }
        )
        {
            return name is null ? [call, link.Expression] : [];
        }

        var following = next.Parent?.FirstAncestorOrSelf<StatementSyntax>(s => s.GetFirstToken() == next && s is not BlockSyntax);
        var block = following?.Parent ?? (next.IsKind(SyntaxKind.CloseBraceToken) ? next.Parent : null);
        var before = Statements.In(block).LastOrDefault(s => s.Span.End <= next.SpanStart);
        var whole = following is null ? null : WholeOf(following);
        if (name is null && following is not null && whole is null)
        {
            // Of something in an if or a loop.
            return [];
        }

        var taken = (text.IsResult ? [] : whole?.DescendantNodesAndSelf() ?? [])
            .OfType<IdentifierNameSyntax>()
            .Where(i => !IsMember(i) && (name is null || i.Identifier.ValueText == name));
        var paragraph = Statements.In(block).SkipWhile(s => s != following).Skip(1).TakeWhile(s => !s.GetLeadingTrivia().Any(IsBreak));
        return new[] { following, text.IsResult && following is not null ? null : before }
            .Where(s => s is not null && (name is null || TargetOf(s) == name))
            .Select(s => WholeOf(s!))
            .OfType<SyntaxNode>()
            .Concat(taken)
            // A heading speaks of what comes out at the end.
            .Concat(name is null ? paragraph.Select(WholeOf).OfType<SyntaxNode>() : [])
            .Distinct();
    }

    private static bool IsBreak(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    private static bool IsMember(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Name: var member } && member == name;

    /// <summary>The whole expression that ends with a token, or with the statement that the token ends.</summary>
    private static ExpressionSyntax? ExpressionBefore(SyntaxToken last) =>
        last.Parent is { } node && WholeOf(node) is { } whole ? whole
        : last.IsKind(SyntaxKind.SemicolonToken) ? null
        : Inner(last.Parent?.AncestorsAndSelf().TakeWhile(n => n.GetLastToken() == last).OfType<ExpressionSyntax>().LastOrDefault());

    /// <summary>What a statement gives or assigns.</summary>
    private static ExpressionSyntax? WholeOf(SyntaxNode statement) =>
        Inner(
            statement switch
            {
                LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => value,
                ExpressionStatementSyntax
                {
                    Expression: AssignmentExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                        Left: not TupleExpressionSyntax,
                        Right: var value
                    }
                } => value,
                // What x += y gives is not observed.
                ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax } => null,
                ExpressionStatementSyntax { Expression: var value } => value,
                ReturnStatementSyntax { Expression: var value } => value,
                ArrowExpressionClauseSyntax { Expression: var value } => value,
                MethodDeclarationSyntax { ExpressionBody.Expression: var value } => value,
                _ => null,
            }
        );

    /// <summary>The variable that a statement assigns.</summary>
    private static string? TargetOf(SyntaxNode? statement) =>
        statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier.ValueText: var name }] } => name,
            ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } }
            } => name,
            _ => null,
        };

    private static ExpressionSyntax? Inner(ExpressionSyntax? expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? Inner(inner) : expression;
}
