using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ShapeGen.Analyzers.Flow.Modules;

/// <summary>The control flow graphs of methods and initialisers in the project, made once for each.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ControlFlowGraph?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ControlFlowGraph>> _initializers = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<string>> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>The body of a method; null where its source is not here, or it has none.</summary>
    public ControlFlowGraph? Of(IMethodSymbol method, CancellationToken cancellation) =>
        _methods.GetOrAdd(
            method,
            m =>
                m.DeclaringSyntaxReferences.Length == 1
                && m.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is BaseMethodDeclarationSyntax syntax
                    ? ModelOf(syntax).GetOperation(syntax, cancellation) switch
                    {
                        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                        _ => null,
                    }
                    : null
        );

    /// <summary>The initialisers of fields, in the order in which they run.</summary>
    public ImmutableArray<ControlFlowGraph> InitializersOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        _initializers.GetOrAdd(
            type,
            t =>
                t.GetMembers()
                    .OfType<IFieldSymbol>()
                    .Where(f => !f.IsStatic && !f.IsImplicitlyDeclared)
                    .Select(f => InitializerOf(f, cancellation))
                    .OfType<ControlFlowGraph>()
                    .ToImmutableArray()
        );

    /// <summary>
    /// Whether a field has for ever what the constructor gives it: nothing else in the class assigns to that name, and nobody else can.
    /// </summary>
    public bool IsStable(IFieldSymbol field, CancellationToken cancellation) =>
        field.IsReadOnly
        || (
            field.DeclaredAccessibility == Accessibility.Private
            && !_assigned.GetOrAdd(field.ContainingType, t => AssignedIn(t, cancellation)).Contains(field.Name)
        );

    private ControlFlowGraph? InitializerOf(IFieldSymbol field, CancellationToken cancellation) =>
        field.DeclaringSyntaxReferences.Length == 1
        && field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: { } initializer }
        && ModelOf(initializer).GetOperation(initializer, cancellation) is IFieldInitializerOperation operation
            ? ControlFlowGraph.Create(operation, cancellation)
            : null;

    /// <summary>The names that are assigned outside constructors, or taken by reference anywhere.</summary>
    private static ImmutableHashSet<string> AssignedIn(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var nodes = type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(cancellation).DescendantNodes()).ToArray();
        var assigned = nodes
            .OfType<AssignmentExpressionSyntax>()
            .Where(a =>
                a.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null
                || a.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
            )
            .Select(a => (SyntaxNode)a.Left);
        var references = nodes
            .OfType<ArgumentSyntax>()
            .Where(a => !a.RefKindKeyword.IsKind(SyntaxKind.None))
            .Select(a => (SyntaxNode)a.Expression);
        var aliases = nodes.OfType<RefExpressionSyntax>().Select(r => (SyntaxNode)r.Expression);
        return assigned
            .Concat(references)
            .Concat(aliases)
            .SelectMany(n => n.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .Select(n => n.Identifier.ValueText)
            .ToImmutableHashSet();
    }

    private SemanticModel ModelOf(SyntaxNode syntax)
    {
        // A call is worked out in the body of what it calls, which may stand in another file; the driver shares the models.
#pragma warning disable RS0030, RS1030
        return compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS0030, RS1030
    }
}
