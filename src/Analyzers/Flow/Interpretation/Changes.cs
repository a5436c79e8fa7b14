using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What code may change, by name alone: whatever has such a name may not have for ever what it was given at first.</summary>
internal static class Changes
{
    // They change a list; what is called on a field by one of these names has not for ever what the constructor gave it.
    private static readonly HashSet<string> _changing =
    [
        .. "Add AddRange Insert InsertRange Remove RemoveAt RemoveAll RemoveRange Clear Reverse Sort Enqueue Dequeue Push Pop TryAdd".Split(
            ' '
        ),
        .. "AddFirst AddLast RemoveFirst RemoveLast append extend insert add_module unsqueeze_ squeeze_ transpose_ t_ resize_ set_".Split(
            ' '
        ),
    ];

    /// <summary>
    /// The names that are assigned or changed outside constructors, of static members anywhere, or taken by reference anywhere.
    /// </summary>
    public static ImmutableHashSet<string> In(IEnumerable<SyntaxNode> code, bool isStatic)
    {
        var nodes = code.SelectMany(n => n.DescendantNodes()).ToArray();
        var assigned = nodes.OfType<AssignmentExpressionSyntax>().Where(a => isStatic || IsLater(a)).Select(a => (SyntaxNode)a.Left);
        var steps = nodes.Where(n =>
            n is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax && IsStep(n) && (isStatic || IsLater(n))
        );
        var changed = nodes
            .OfType<MemberAccessExpressionSyntax>()
            .Where(m => _changing.Contains(m.Name.Identifier.ValueText) && (isStatic || IsLater(m)))
            .Select(m => (SyntaxNode)m.Expression);
        var references = nodes
            .OfType<ArgumentSyntax>()
            .Where(a => !a.RefKindKeyword.IsKind(SyntaxKind.None))
            .Select(a => (SyntaxNode)a.Expression);
        // Another name for a list may change it.
        var aliases = nodes
            .OfType<RefExpressionSyntax>()
            .Select(r => (SyntaxNode)r.Expression)
            .Concat(
                nodes
                    .OfType<EqualsValueClauseSyntax>()
                    .Where(e => e.Value is IdentifierNameSyntax && IsLater(e))
                    .Select(e => (SyntaxNode)e.Value)
            );
        return assigned
            .Concat(changed)
            .Concat(steps)
            .Concat(references)
            .Concat(aliases)
            .SelectMany(n => n.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .Select(n => n.Identifier.ValueText)
            .ToImmutableHashSet();
    }

    private static bool IsStep(SyntaxNode node) =>
        node.Kind()
            is SyntaxKind.PreIncrementExpression
                or SyntaxKind.PreDecrementExpression
                or SyntaxKind.PostIncrementExpression
                or SyntaxKind.PostDecrementExpression;

    private static bool IsLater(SyntaxNode node) =>
        node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null
        || node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
        || node.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is not null;
}
