using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>The attributes of a stage, for reporting.</summary>
internal sealed record StageSource(IMethodSymbol Method, ImmutableArray<AttributeData> Layers, ImmutableArray<AttributeData> Inputs);

/// <summary>Reads partial methods with layers: stages of a network, whose forward is written by hand.</summary>
internal static class StageReader
{
    // As one writes them in a declaration, from anywhere.
    private static readonly SymbolDisplayFormat _typeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>The methods of a class that have layers, in the order of the source text.</summary>
    public static ImmutableArray<StageSource> Find(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(m => m.MethodKind == MethodKind.Ordinary && m.PartialDefinitionPart is null)
            .Select(m => (Method: m, Attributes: LayerReader.InOrder(m.GetAttributes()).ToImmutableArray()))
            .Select(m => new StageSource(
                m.Method,
                m.Attributes.Where(LayerReader.IsLayer).ToImmutableArray(),
                m.Attributes.Where(LayerReader.IsInput).ToImmutableArray()
            ))
            .Where(s => s.Layers.Any(LayerReader.IsLayerOfOurs))
            .ToImmutableArray();

    public static StageDeclaration Read(StageSource stage, LayerReader reader, List<Problem> problems, CancellationToken cancellation)
    {
        var method = stage.Method;
        var name = $"{method.ContainingType.Name}.{method.Name}";
        if (Refuse(method, cancellation) is { } why)
        {
            problems.Add(new(ProblemKind.BadStage, name, why));
        }

        var templates = reader.Read(stage.Layers, null, problems);
        return new(MethodOf(method, cancellation), name, InputsOf(stage, name, problems), templates);
    }

    private static EquatableArray<InputSpec> InputsOf(StageSource stage, string name, List<Problem> problems)
    {
        var parameters = stage.Method.Parameters.Select(p => p.Name).ToArray();
        if (stage.Inputs.IsEmpty || stage.Inputs.Length == parameters.Length)
        {
            return InputReader.Read(name, stage.Inputs, problems, parameters);
        }

        var what = $"{name} has {Count(parameters.Length, "parameter")}, but {Count(stage.Inputs.Length, "Input")}";
        problems.Add(new(ProblemKind.BadInput, what) { Input = 0 });
        return parameters.Select(p => new InputSpec(null, Name: p)).DefaultIfEmpty(new InputSpec(null)).ToEquatableArray();
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string? Refuse(IMethodSymbol method, CancellationToken cancellation) =>
        !method.IsPartialDefinition || HasBody(method, cancellation) ? "has layers, and must be partial, without a body of its own"
        : method.IsStatic ? "has layers, and must not be static: they belong to a network"
        : method.IsGenericMethod ? "has layers, and must not be generic"
        : method.Parameters.Any(p => !TypeReader.IsTensor(p.Type) || p.RefKind != RefKind.None) || method.Parameters.IsEmpty
            ? "has layers, and must take tensors"
        : method.Parameters.FirstOrDefault(p => SyntaxFacts.GetKeywordKind(p.Name) != SyntaxKind.None) is { } keyword
            ? $"has layers, and its parameter '{keyword.Name}' is a keyword of C#"
        : method.Parameters.Length > InputReader.MostInputs ? $"has layers, and must take at most {InputReader.MostInputs} tensors"
        : !TypeReader.IsTensor(method.ReturnType)
        && !(method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TypeArguments.All(TypeReader.IsTensor))
            ? "has layers, and must give a tensor, or a tuple of tensors"
        : null;

    // A partial method without a body has none anywhere; the generated one comes with its own.
    private static bool HasBody(IMethodSymbol method, CancellationToken cancellation) =>
        method.PartialImplementationPart is { } implementation && !TypeReader.IsGenerated(implementation)
        || method.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellation) is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null }
        );

    private static StageMethod MethodOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var syntax = method.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().First();
        var isDocumented = syntax
            .GetLeadingTrivia()
            .Any(t =>
                t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || t.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
            );
        return new(
            method.Name,
            $"{string.Join(" ", syntax.Modifiers.Select(m => m.Text))} {method.ReturnType.ToDisplayString(_typeFormat)}",
            method
                .Parameters.Select(p => new StageParameter(p.Name, p.Type.ToDisplayString(_typeFormat), HasContract(p.GetAttributes())))
                .ToEquatableArray(),
            isDocumented,
            HasContract(method.GetReturnTypeAttributes())
        )
        {
            ResultNames =
                method.ReturnType is INamedTypeSymbol { IsTupleType: true } named
                && named.TupleElements.All(e => e.IsExplicitlyNamedTupleElement)
                    ? named.TupleElements.Select(e => e.Name).ToEquatableArray()
                    : default,
            CanBeGenerated = Refuse(method, cancellation) is null,
            Results = method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Length : 1,
        };
    }

    private static bool HasContract(ImmutableArray<AttributeData> attributes) => attributes.Any(a => NetworkReader.Is(a, "Shape"));
}
