using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Reuse;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>The bodies of methods and initialisers in the project, made once for each.</summary>
internal sealed class Bodies
{
    private readonly Compilation _compilation;
    private readonly Store _store;
    private readonly Reads? _reads;

    public Bodies(Compilation compilation)
        : this(compilation, new Store(), null) { }

    private Bodies(Compilation compilation, Store store, Reads? reads)
    {
        (_compilation, _store, _reads) = (compilation, store, reads);
    }

    /// <summary>The same bodies, which note what is asked of them.</summary>
    public Bodies NotingIn(Reads reads) => new(_compilation, _store, reads);

    /// <summary>The body of a method, an accessor or a constructor; null where its source is not here, or it has none.</summary>
    public Body? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        _reads?.Add(method);
        return _store.Methods.GetOrAdd(method, m => Make(m, cancellation));
    }

    /// <summary>The body of a lambda or a local function, which stands in another one.</summary>
    public Body? OfNested(IMethodSymbol method, System.Func<ControlFlowGraph> graph) =>
        _store.Methods.GetOrAdd(method, _ => new Body(graph()));

    /// <summary>What gives a field or a property its first value; null where nothing does.</summary>
    public Body? InitializerOf(ISymbol member, CancellationToken cancellation)
    {
        _reads?.Add(member);
        return _store.Initializers.GetOrAdd(member, m => MakeInitializer(m, cancellation));
    }

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
    /// Whether a field or a property has for ever what the constructor or, of a static one, the initialiser gives it: nothing else that can
    /// reach it assigns to that name or changes the list in it.
    /// </summary>
    public bool IsStable(ISymbol member, CancellationToken cancellation) =>
        ReachOf(member) is { } reach
            ? !IsAssignedIn(reach, member, cancellation)
            : !member.IsStatic && !IsAssignedIn(member.ContainingType, member, cancellation) && !IsChangedOutside(member, cancellation);

    /// <summary>Whether a module keeps the buffers for ever that its constructor registers.</summary>
    public bool AreNamesStable(INamedTypeSymbol type, CancellationToken cancellation)
    {
        _reads?.Add(type);
        return !AssignedIn(type, isStatic: false, cancellation).Contains(Changes.RegisterBuffer);
    }

    /// <summary>What is true of all code of the project; each question is worked out once.</summary>
    public T Ask<T>(System.Func<Compilation, CancellationToken, T> question, CancellationToken cancellation)
        where T : notnull
    {
        if (_reads is not null)
        {
            _reads.Everything = true;
        }

        return (T)_store.Answers.GetOrAdd(question, _ => question(_compilation, cancellation));
    }

    private bool IsAssignedIn(ISymbol reach, ISymbol member, CancellationToken cancellation)
    {
        _reads?.Add(reach);
        if (_reads is not null && reach is IAssemblySymbol)
        {
            _reads.Everything = true;
        }

        if (!member.IsStatic && IsContainer(member) && HandedOn(member.ContainingType, cancellation).Contains(member.Name))
        {
            return true;
        }

        return AssignedIn(reach, member.IsStatic, cancellation).Contains(member.Name);
    }

    private ImmutableHashSet<string> HandedOn(INamedTypeSymbol type, CancellationToken cancellation) =>
        _store.HandedOn.GetOrAdd(type, t => Changes.HandedOnIn(t.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation))));

    /// <summary>Whether it holds modules: whoever else has it may add some.</summary>
    private static bool IsContainer(ISymbol member) =>
        ((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) is INamedTypeSymbol type
        && (type.Name == "Sequential" || type.TypeArguments.Any(a => type.Name != "Module" && IsModule(a)));

    private static bool IsModule(ITypeSymbol? type) => type is not null && (type.Name == "Module" || IsModule(type.BaseType));

    /// <summary>
    /// Whether code of the project outside of its class changes what others can reach. Who exchanges a layer from another project has a
    /// network of his own, and what is wrong with this one is wrong until then.
    /// </summary>
    private bool IsChangedOutside(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        if (_reads is not null)
        {
            _reads.Assignments = true;
        }

        var (qualified, heirs) = _store.Outside ??= Changes.Outside(_compilation.SyntaxTrees);
        var family = new HashSet<string> { member.ContainingType.Name };
        while (heirs.Any(h => h.Bases.Overlaps(family) && family.Add(h.Name))) { }

        return qualified.Contains(member.Name)
            || heirs.Any(h => h.Name != member.ContainingType.Name && family.Contains(h.Name) && h.Assigned.Contains(member.Name));
    }

    /// <summary>The type whose code alone can assign to a member, or the assembly; null where others can, too.</summary>
    private ISymbol? ReachOf(ISymbol member)
    {
        if (
            member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            || member.DeclaredAccessibility == Accessibility.Private
            || member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private }
        )
        {
            return member.ContainingType;
        }

        if (!member.IsStatic)
        {
            return null;
        }

        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility == Accessibility.Private)
            {
                return type.ContainingType;
            }
        }

        // Nobody refers to a program.
        return _compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
            ? _compilation.Assembly
            : null;
    }

    private ImmutableHashSet<string> AssignedIn(ISymbol reach, bool isStatic, CancellationToken cancellation) =>
        _store.Assigned.GetOrAdd(
            (reach, isStatic),
            _ =>
                Changes.In(
                    reach is IAssemblySymbol
                        ? _compilation.SyntaxTrees.Select(t => t.GetRoot(cancellation))
                        : reach.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)),
                    isStatic
                )
        );

    /// <summary>Whether a program begins with a method.</summary>
    public static bool IsEntry(IMethodSymbol? method) => method is { IsStatic: true, Name: "Main" or "<Main>$" };

    /// <summary>Whether the code of a type is there: an editor shows other projects with theirs, which this one cannot be sure of.</summary>
    public bool HasCodeOf(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty && type.DeclaringSyntaxReferences.All(r => _compilation.ContainsSyntaxTree(r.SyntaxTree));

    private Body? Make(IMethodSymbol method, CancellationToken cancellation)
    {
        if (
            method.DeclaringSyntaxReferences.FirstOrDefault(r => HasBody(r.GetSyntax(cancellation))) is not { } reference
            || !_compilation.ContainsSyntaxTree(reference.SyntaxTree)
        )
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
        if (
            member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax
            || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree)
        )
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

    private SemanticModel ModelOf(SyntaxNode syntax)
    {
        // A call is worked out in the body of what it calls, which may stand in another file; the driver shares the models.
#pragma warning disable RS0030, RS1030
        return _compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS0030, RS1030
    }

    private sealed class Store
    {
        public ConcurrentDictionary<IMethodSymbol, Body?> Methods { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentDictionary<ISymbol, Body?> Initializers { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentDictionary<(ISymbol Reach, bool IsStatic), ImmutableHashSet<string>> Assigned { get; } = new();

        public ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<string>> HandedOn { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentDictionary<System.Delegate, object> Answers { get; } = new();

        public Changes.FromOutside? Outside { get; set; }
    }
}
