using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch;

namespace ShapeGen.Analyzers.Flow;

/// <summary>What the analysis knows of all tensors of a project: the shape of each operation, as far as it is worked out.</summary>
public static class FlowSurvey
{
    /// <summary>One entry for each operation on tensors that some method of the project comes to, in the order of files and lines.</summary>
    public static ImmutableArray<TensorOperation> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (TorchSymbols.Of(compilation) is not { } symbols)
        {
            return ImmutableArray<TensorOperation>.Empty;
        }

        var shapes = new Dictionary<SyntaxNode, string?>();
        var bodies = new Bodies(compilation);
        foreach (var (method, body) in MethodsOf(compilation, bodies, cancellation))
        {
            new MethodAnalysis(new TorchSemantics(symbols), bodies, cancellation, Note).Run(method, body);
        }

        return shapes
            .OrderBy(s => s.Key.SyntaxTree.FilePath, System.StringComparer.Ordinal)
            .ThenBy(s => s.Key.SpanStart)
            .Select(s => new TensorOperation(s.Key.GetLocation(), MemberOf(s.Key), s.Key.ToString(), s.Value))
            .ToImmutableArray();

        void Note(IOperation operation, Value value)
        {
            if (symbols.IsTensor(operation.Type) && operation is not IPropertyReferenceOperation { Property.IsIndexer: false })
            {
                var shape = value is TensorValue { Shape: { Rank: not null } known } ? known.ToString() : null;
                shapes[operation.Syntax] = shape ?? (shapes.TryGetValue(operation.Syntax, out var before) ? before : null);
            }
        }
    }

    private static IEnumerable<(IMethodSymbol Method, Body Body)> MethodsOf(
        Compilation compilation,
        Bodies bodies,
        CancellationToken cancellation
    )
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            // A tool reads the whole project once; no compiler waits for it.
#pragma warning disable RS0030, RS1030
            var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS0030, RS1030
            var root = tree.GetRoot(cancellation);
            foreach (var declaration in root.DescendantNodes().Where(n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax))
            {
                if (
                    model.GetDeclaredSymbol(declaration, cancellation) is IMethodSymbol method
                    && bodies.Of(method, cancellation) is { } body
                )
                {
                    yield return (method, body);
                }
            }

            if (
                root.ChildNodes().OfType<GlobalStatementSyntax>().Any()
                && model.GetDeclaredSymbol(root, cancellation) is IMethodSymbol main
                && model.GetOperation(root, cancellation) is IMethodBodyOperation program
            )
            {
                yield return (main, new Body(ControlFlowGraph.Create(program, cancellation)));
            }
        }
    }

    private static string MemberOf(SyntaxNode node)
    {
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        var member = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;
        return type is null ? "the program"
            : member is null ? type
            : $"{type}.{member}";
    }
}

/// <summary>An operation that gives a tensor.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Member">The method that it stands in.</param>
/// <param name="Code">How it is written.</param>
/// <param name="Shape">What it gives, as far as that is known; null for nothing.</param>
public sealed record TensorOperation(Location Location, string Member, string Code, string? Shape);
