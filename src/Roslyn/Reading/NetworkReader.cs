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
        var inputs = attributes.Where(LayerReader.IsInput).ToImmutableArray();
        var layers = attributes.Where(LayerReader.IsLayer).ToImmutableArray();
        var stages = StageReader.Find(type);
        var hasForward = stages.IsEmpty || layers.Any(LayerReader.IsLayerOfOurs) || !inputs.IsEmpty;

        var problems = new List<Problem>();
        problems.AddRange(OfBlocksOnly(type));
        var facts = TypeReader.Read(type, !hasForward, problems, cancellation);
        cancellation.ThrowIfCancellationRequested();

        var reader = new LayerReader(compilation, cancellation);
        var forward = hasForward ? ReadForward(type, inputs, layers, reader, problems, cancellation) : default;
        var read = stages.Select((s, i) => ReadStage(s, i, reader, problems, cancellation)).ToArray();
        var blocks = reader.ReadBlocks();

        var specs = blocks.Select(b => b.Spec).ToEquatableArray();
        NetworkSpec Expand(string name, EquatableArray<InputSpec> takes, EquatableArray<LayerTemplate> templates, string prefix, int? stage)
        {
            var (expanded, wrong) = Instantiation.OfNetwork(templates, specs);
            problems.AddRange(wrong.Select(p => p with { Stage = stage }));
            return new(name, takes, expanded) { Blocks = specs, Prefix = prefix };
        }

        var spec = hasForward ? Expand(type.Name, forward.Inputs, forward.Layers, "", null) : null;
        var stageSpecs = read.Select((s, i) => new StageSpec(s.Method, Expand(s.Name, s.Inputs, s.Layers, s.Prefix, i))).ToEquatableArray();
        return new(new(facts, spec, stageSpecs, problems.ToEquatableArray()), layers, inputs, stages, blocks);
    }

    /// <summary>Whether an attribute is ours and of that name, without Attribute.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { IsGenericType: false } type && type.Name == name + "Attribute" && IsOurs(type);

    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>What only a block has.</summary>
    private static IEnumerable<Problem> OfBlocksOnly(INamedTypeSymbol type)
    {
        if (BlockReader.IsBlock(type))
        {
            yield return new(ProblemKind.NoBlock, type.Name, "it is a network; Block<…> uses a block, and [Block] alone makes one");
        }

        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(BlockArguments.IsOne))
        {
            yield return new(ProblemKind.BadBlockArgument, field.Name, type.Name, "is an argument, and only a block has those");
        }
    }

    private static (EquatableArray<InputSpec> Inputs, EquatableArray<LayerTemplate> Layers) ReadForward(
        INamedTypeSymbol type,
        ImmutableArray<AttributeData> inputs,
        ImmutableArray<AttributeData> layers,
        LayerReader reader,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var inputSpecs = InputReader.Read(type.Name, inputs, problems);
        problems.AddRange(LayerReader.CheckPlaces(layers, type.Name, cancellation));
        return (inputSpecs, reader.Read(layers, null, problems));
    }

    private static StageDeclaration ReadStage(
        StageSource stage,
        int index,
        LayerReader reader,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var own = new List<Problem>();
        var declaration = StageReader.Read(stage, reader, own, cancellation);
        problems.AddRange(own.Select(p => p with { Stage = index }));
        return declaration;
    }
}
