using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>The bodies of methods and initialisers in the project, made once for each.</summary>
internal sealed class Bodies(Compilation compilation)
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

    private readonly ConcurrentDictionary<IMethodSymbol, Body?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Body?> _initializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, bool IsStatic), ImmutableHashSet<string>> _assigned = new();

    /// <summary>The body of a method, an accessor or a constructor; null where its source is not here, or it has none.</summary>
    public Body? Of(IMethodSymbol method, CancellationToken cancellation) => _methods.GetOrAdd(method, m => Make(m, cancellation));

    /// <summary>The body of a lambda or a local function, which stands in another one.</summary>
    public Body? OfNested(IMethodSymbol method, System.Func<ControlFlowGraph> graph) => _methods.GetOrAdd(method, _ => new Body(graph()));

    /// <summary>What gives a field or a property its first value; null where nothing does.</summary>
    public Body? InitializerOf(ISymbol member, CancellationToken cancellation) =>
        _initializers.GetOrAdd(member, m => MakeInitializer(m, cancellation));

    /// <summary>The fields and properties that keep values, in the order in which they get their first ones.</summary>
    public static IEnumerable<ISymbol> StorageOf(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(m => !m.IsStatic && m is IFieldSymbol or IPropertySymbol)
            .Select(m => m is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : m)
            .Where(m => m is IFieldSymbol || IsStored((IPropertySymbol)m))
            .Distinct(SymbolEqualityComparer.Default)!;

    /// <summary>Whether a property keeps a value of its own.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>
    /// Whether a field or a property has for ever what the constructor gives it: nothing else in the class assigns to that name or changes
    /// the list in it, and nobody else can.
    /// </summary>
    public bool IsStable(ISymbol member, CancellationToken cancellation) =>
        (
            member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            || member.DeclaredAccessibility == Accessibility.Private
            || member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private }
        )
        && !_assigned
            .GetOrAdd((member.ContainingType, member.IsStatic), t => AssignedIn(t.Type, t.IsStatic, cancellation))
            .Contains(member.Name);

    private Body? Make(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault(r => HasBody(r.GetSyntax(cancellation))) is not { } reference)
        {
            return null;
        }

        var syntax = reference.GetSyntax(cancellation);
        return ModelOf(syntax).GetOperation(syntax, cancellation) switch
        {
            IMethodBodyOperation body => new(ControlFlowGraph.Create(body, cancellation)),
            IConstructorBodyOperation body => new(ControlFlowGraph.Create(body, cancellation)),
            IBlockOperation { Parent: null } body => new(ControlFlowGraph.Create(body, cancellation)),
            _ => null,
        };
    }

    private static bool HasBody(SyntaxNode syntax) =>
        syntax switch
        {
            BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
            AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
            ArrowExpressionClauseSyntax or TypeDeclarationSyntax => true,
            _ => false,
        };

    private Body? MakeInitializer(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax)
        {
            return null;
        }

        var initializer = (syntax as VariableDeclaratorSyntax)?.Initializer ?? (syntax as PropertyDeclarationSyntax)?.Initializer;
        return initializer is null
            ? null
            : ModelOf(initializer).GetOperation(initializer, cancellation) switch
            {
                IFieldInitializerOperation field => new(ControlFlowGraph.Create(field, cancellation)),
                IPropertyInitializerOperation property => new(ControlFlowGraph.Create(property, cancellation)),
                _ => null,
            };
    }

    /// <summary>The names that are assigned or changed outside constructors, or taken by reference anywhere.</summary>
    private static ImmutableHashSet<string> AssignedIn(INamedTypeSymbol type, bool isStatic, CancellationToken cancellation)
    {
        var nodes = type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(cancellation).DescendantNodes()).ToArray();
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

    private SemanticModel ModelOf(SyntaxNode syntax)
    {
        // A call is worked out in the body of what it calls, which may stand in another file; the driver shares the models.
#pragma warning disable RS0030, RS1030
        return compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS0030, RS1030
    }
}
