using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>The code that a <c>using</c> holds for: its statement, or what follows a declaration in its block.</summary>
/// <param name="Block">The statement, or the block with the declaration.</param>
/// <param name="Span">The code.</param>
internal sealed record UsingScope(SyntaxNode Block, TextSpan Span)
{
    /// <summary>What is used; null for several.</summary>
    private ExpressionSyntax? Resource { get; init; }

    private static ExpressionSyntax? ResourceOf(VariableDeclarationSyntax? declaration) =>
        declaration is { Variables: [{ Initializer.Value: var value }] } ? value : null;

    /// <summary>The method, the lambda or the program that it stands in.</summary>
    public SyntaxNode Function => FunctionOf(Block);

    public bool Contains(SyntaxNode node) => node.SyntaxTree == Block.SyntaxTree && Span.Contains(node.Span);

    /// <summary>Whether one of some names is used in it.</summary>
    public bool Mentions(HashSet<string> names) =>
        Names.Of(Block.SyntaxTree).Overlaps(names) && Nodes.OfType<SimpleNameSyntax>().Any(n => names.Contains(n.Identifier.ValueText));

    /// <summary>The code in it.</summary>
    public IEnumerable<SyntaxNode> Nodes => Block.DescendantNodes(Span);

    /// <summary>The names that a piece of code uses.</summary>
    public static IEnumerable<string> NamesIn(SyntaxNode node) =>
        node.DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText);

    /// <summary>Whether the resource is a call of a method, and nothing else.</summary>
    public bool IsOf(HashSet<string> names) =>
        Resource switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: var called } => names.Contains(
                ((called as MemberAccessExpressionSyntax)?.Name ?? called as SimpleNameSyntax)?.Identifier.ValueText ?? ""
            ),
            _ => false,
        };

    /// <summary>The innermost one around a piece of code, in its function, of a resource with one of some names in it.</summary>
    public static UsingScope? Around(SyntaxNode node, HashSet<string> names)
    {
        if (!Names.Of(node.SyntaxTree).Overlaps(names))
        {
            return null;
        }

        var function = FunctionOf(node);
        for (var inner = node; inner != function && inner.Parent is { } outer; inner = outer)
        {
            if (
                outer is UsingStatementSyntax { Statement: var statement } block
                && statement == inner
                && HasName(block.Declaration ?? (SyntaxNode?)block.Expression, names)
            )
            {
                return new(statement, statement.Span) { Resource = block.Expression ?? ResourceOf(block.Declaration) };
            }

            var before = Statements.In(outer).TakeWhile(s => s.SpanStart < inner.SpanStart).OfType<LocalDeclarationStatementSyntax>();
            if (before.LastOrDefault(s => s.UsingKeyword.Span.Length > 0 && HasName(s.Declaration, names)) is { } declaration)
            {
                return new(outer, TextSpan.FromBounds(declaration.Span.End, outer.Span.End))
                {
                    Resource = ResourceOf(declaration.Declaration),
                };
            }
        }

        return null;
    }

    /// <summary>The method, the lambda or the program that a piece of code stands in.</summary>
    public static SyntaxNode FunctionOf(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(n =>
                n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                || (n is MemberDeclarationSyntax and not GlobalStatementSyntax)
            )
        ?? node.SyntaxTree.GetRoot();

    private static bool HasName(SyntaxNode? resource, HashSet<string> names) =>
        resource?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(n => names.Contains(n.Identifier.ValueText)) == true;
}

/// <summary>The names that a file uses, to pass by what it has nothing to do with.</summary>
internal static class Names
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> _ofTrees = new();

    public static HashSet<string> Of(SyntaxTree tree) =>
        _ofTrees.GetValue(tree, t => [.. t.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText)]);
}
