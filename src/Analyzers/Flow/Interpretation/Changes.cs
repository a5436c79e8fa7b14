using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What code may change, by name alone: whatever has such a name may not have for ever what it was given at first.</summary>
internal static class Changes
{
    /// <summary>The method of a module that gives a name to a tensor.</summary>
    public const string RegisterBuffer = "register_buffer";

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
        var roots = code.ToArray();
        var nodes = roots.SelectMany(n => n.DescendantNodes()).ToArray();
        var changed = nodes.Where(n => n is ArgumentSyntax or RefExpressionSyntax || isStatic || IsLater(n, roots)).SelectMany(TargetsOf);
        // Another name for a list may change it.
        var aliases = nodes
            .OfType<EqualsValueClauseSyntax>()
            .Where(e => e.Value is IdentifierNameSyntax && IsLater(e, roots))
            .Select(e => (SyntaxNode)e.Value);
        var buffers = nodes.OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == RegisterBuffer && IsLater(n, roots));
        return changed
            .Concat(aliases)
            .Concat(buffers)
            .SelectMany(n => n.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .Select(n => n.Identifier.ValueText)
            .ToImmutableHashSet();
    }

    /// <summary>What a piece of code assigns, changes, or gives another name that may.</summary>
    private static IEnumerable<SyntaxNode> TargetsOf(SyntaxNode node) =>
        node switch
        {
            AssignmentExpressionSyntax assignment => [assignment.Left],
            MemberAccessExpressionSyntax access when _changing.Contains(access.Name.Identifier.ValueText) => [access.Expression],
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when IsStep(node) => [node],
            ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => [argument.Expression],
            RefExpressionSyntax reference => [reference.Expression],
            _ => [],
        };

    private static bool IsStep(SyntaxNode node) =>
        node.Kind()
            is SyntaxKind.PreIncrementExpression
                or SyntaxKind.PreDecrementExpression
                or SyntaxKind.PostIncrementExpression
                or SyntaxKind.PostDecrementExpression;

    // The constructor of a class within the class changes an object that there is.
    private static bool IsLater(SyntaxNode node, SyntaxNode[] types) =>
        node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not { } constructor
        || !types.Contains(constructor.Parent)
        || node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
        || node.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is not null;

    /// <summary>The names of what is handed on, outside constructors: whoever gets a list may change it.</summary>
    public static ImmutableHashSet<string> HandedOnIn(IEnumerable<SyntaxNode> code)
    {
        var roots = code.ToArray();
        return roots
            .SelectMany(n => n.DescendantNodes())
            .Select(n =>
                n switch
                {
                    ArgumentSyntax argument => argument.Expression,
                    EqualsValueClauseSyntax value => value.Value,
                    ReturnStatementSyntax result => result.Expression,
                    ArrowExpressionClauseSyntax arrow => arrow.Expression,
                    AssignmentExpressionSyntax assignment => assignment.Right,
                    _ => null,
                }
            )
            .OfType<ExpressionSyntax>()
            .Where(e => IsLater(e, roots))
            .Select(e => e is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } ? name : e)
            .OfType<IdentifierNameSyntax>()
            .Select(n => n.Identifier.ValueText)
            .ToImmutableHashSet();
    }

    /// <summary>
    /// What code outside of a class may change in its objects: the names that are assigned or changed through another object, and those
    /// that classes with a base class assign as their own.
    /// </summary>
    public static FromOutside Outside(IEnumerable<SyntaxTree> trees)
    {
        var parts = trees.Select(t => _ofTrees.GetValue(t, _make)).ToArray();
        return new(parts.SelectMany(p => p.Qualified).ToImmutableHashSet(), parts.SelectMany(p => p.Heirs).ToImmutableArray());
    }

    /// <summary>Whether the code of two files does the same to other objects.</summary>
    public static bool AreAlike(SyntaxTree left, SyntaxTree right)
    {
        var (one, other) = (_ofTrees.GetValue(left, _make), _ofTrees.GetValue(right, _make));
        return one.Qualified.SetEquals(other.Qualified)
            && one.Heirs.Length == other.Heirs.Length
            && one.Heirs.Zip(other.Heirs, (a, b) => a.Name == b.Name && a.Bases.SetEquals(b.Bases) && a.Assigned.SetEquals(b.Assigned))
                .All(isSame => isSame);
    }

    private static readonly ConditionalWeakTable<SyntaxTree, OfTree>.CreateValueCallback _make = tree => new(tree.GetRoot());
    private static readonly ConditionalWeakTable<SyntaxTree, OfTree> _ofTrees = new();

    /// <summary>What <see cref="Outside"/> finds.</summary>
    internal sealed record FromOutside(ImmutableHashSet<string> Qualified, ImmutableArray<Heir> Heirs);

    /// <summary>A class with base types, all by name, and the names that it assigns or changes.</summary>
    internal sealed record Heir(string Name, ImmutableHashSet<string> Bases, ImmutableHashSet<string> Assigned);

    private sealed class OfTree(SyntaxNode root)
    {
        public ImmutableHashSet<string> Qualified { get; } =
            root.DescendantNodes()
                .SelectMany(TargetsOf)
                .SelectMany(t => t.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>())
                .Where(m => m.Expression is not (ThisExpressionSyntax or BaseExpressionSyntax))
                .Select(m => m.Name.Identifier.ValueText)
                .Concat(
                    root.DescendantNodes()
                        .OfType<InitializerExpressionSyntax>()
                        .SelectMany(i => i.Expressions.OfType<AssignmentExpressionSyntax>())
                        .Select(a => a.Left)
                        .OfType<IdentifierNameSyntax>()
                        .Select(n => n.Identifier.ValueText)
                )
                .ToImmutableHashSet();

        public ImmutableArray<Heir> Heirs { get; } =
            root.DescendantNodes()
                .OfType<TypeDeclarationSyntax>()
                .Where(t => t.BaseList is not null)
                .Select(t => new Heir(
                    t.Identifier.ValueText,
                    NamesIn(t.BaseList!).ToImmutableHashSet(),
                    t.DescendantNodes().SelectMany(TargetsOf).SelectMany(NamesIn).ToImmutableHashSet()
                ))
                .ToImmutableArray();

        private static IEnumerable<string> NamesIn(SyntaxNode node) =>
            node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText);
    }
}
