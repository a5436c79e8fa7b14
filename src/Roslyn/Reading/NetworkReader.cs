using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads a class that is marked as a network. Generator and analyzer share it, so they never disagree.</summary>
internal static class NetworkReader
{
    public static NetworkSource Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // GetAttributes gives no promise on the order; the order of the source text is a fact. Across declarations there is none,
        // and that is a problem of its own.
        var attributes = type.GetAttributes()
            .Where(a => a.ApplicationSyntaxReference is not null && a.AttributeClass is not null)
            .OrderBy(a => a.ApplicationSyntaxReference!.SyntaxTree.FilePath, System.StringComparer.Ordinal)
            .ThenBy(a => a.ApplicationSyntaxReference!.Span.Start)
            .ToImmutableArray();
        var inputs = attributes.Where(a => IsOurs(a.AttributeClass!) && KindOf(a) == "Input").ToImmutableArray();
        var layers = attributes.Where(IsLayer).ToImmutableArray();

        var problems = new List<Problem>();
        var facts = TypeReader.Read(type, problems, cancellation);
        var inputSpecs = InputReader.Read(type.Name, inputs, problems);
        cancellation.ThrowIfCancellationRequested();

        if (layers.IsEmpty)
        {
            problems.Add(new(ProblemKind.NoLayers, type.Name));
        }

        if (layers.Select(a => DeclarationOf(a, cancellation)).Distinct().Skip(1).Any())
        {
            problems.Add(new(ProblemKind.LayersOnTwoDeclarations, type.Name));
        }

        var specs = layers.Select((a, i) => ReadLayer(a, i, problems)).ToEquatableArray();
        var spec = new NetworkSpec(type.Name, inputSpecs, specs);
        return new(new(facts, spec, problems.ToEquatableArray()), layers, inputs);
    }

    private static LayerSpec ReadLayer(AttributeData attribute, int index, List<Problem> problems)
    {
        var own = new List<Problem>();
        var layer = ArgumentReader.Read(attribute, KindOf(attribute), own);
        problems.AddRange(own.Select(p => p with { Layer = index }));
        return layer;
    }

    /// <summary>Whether the attribute is one of our layers; or one that does not exist, so that a misspelt layer is not skipped.</summary>
    private static bool IsLayer(AttributeData attribute) =>
        attribute.AttributeClass!.TypeKind == TypeKind.Error || IsLayerOfOurs(attribute);

    public static bool IsLayerOfOurs(AttributeData attribute) =>
        attribute.AttributeClass is { } type && IsOurs(type) && LayerCatalog.Find(KindOf(attribute)) is not null;

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static string KindOf(AttributeData attribute) => WellKnownNames.WithoutAttributeSuffix(attribute.AttributeClass!.Name);

    private static TypeDeclarationSyntax? DeclarationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
