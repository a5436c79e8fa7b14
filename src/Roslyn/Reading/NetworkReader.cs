using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads a class that is marked as a network. Generator and analyzer share it, so they never disagree.</summary>
internal static class NetworkReader
{
    public static NetworkSource Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var attributes = LayerReader.InOrder(type.GetAttributes()).ToImmutableArray();
        var inputs = attributes.Where(a => IsOurs(a.AttributeClass!) && LayerReader.KindOf(a) == "Input").ToImmutableArray();
        var layers = attributes.Where(LayerReader.IsLayer).ToImmutableArray();

        var problems = new List<Problem>();
        var facts = TypeReader.Read(type, problems, cancellation);
        var inputSpecs = InputReader.Read(type.Name, inputs, problems);
        cancellation.ThrowIfCancellationRequested();

        if (layers.IsEmpty)
        {
            problems.Add(new(ProblemKind.NoLayers, type.Name));
        }

        if (BlockReader.AreOnTwoDeclarations(layers, cancellation))
        {
            problems.Add(new(ProblemKind.LayersOnTwoDeclarations, type.Name));
        }

        var reader = new LayerReader(compilation, cancellation);
        var templates = reader.Read(layers, null, problems);
        var blocks = reader.ReadBlocks();
        var (specs, wrong) = Instantiation.OfNetwork(templates, blocks.Select(b => b.Spec).ToEquatableArray());
        problems.AddRange(wrong);
        var spec = new NetworkSpec(type.Name, inputSpecs, specs) { Blocks = blocks.Select(b => b.Spec).ToEquatableArray() };
        return new(new(facts, spec, problems.ToEquatableArray()), layers, inputs, blocks);
    }

    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
