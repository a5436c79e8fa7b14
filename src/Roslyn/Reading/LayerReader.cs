using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the layers of a class, and the blocks that they use, however deep.</summary>
internal sealed class LayerReader(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<string, BlockSource> _blocks = new(StringComparer.Ordinal);
    private readonly Queue<INamedTypeSymbol> _waiting = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>
    /// GetAttributes gives no promise on the order; the order of the source text is a fact. Across declarations there is none, and that is
    /// a problem of its own.
    /// </summary>
    public static IEnumerable<AttributeData> InOrder(ImmutableArray<AttributeData> attributes) =>
        attributes
            .Where(a => a.ApplicationSyntaxReference is not null && a.AttributeClass is not null)
            .OrderBy(a => a.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(a => a.ApplicationSyntaxReference!.Span.Start);

    /// <summary>Whether the attribute is one of our layers; or one that does not exist, so that a misspelt layer is not skipped.</summary>
    public static bool IsLayer(AttributeData attribute) => attribute.AttributeClass!.TypeKind == TypeKind.Error || IsLayerOfOurs(attribute);

    public static bool IsLayerOfOurs(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && NetworkReader.IsOurs(type)
        && LayerCatalog.Find(KindOf(attribute)) is { } layer
        && (layer.Name == LayerCatalog.Block) == type.IsGenericType;

    public static bool IsInput(AttributeData attribute) => NetworkReader.Is(attribute, "Input");

    /// <summary>No layers; or layers on more than one declaration of a class, between which there is no order.</summary>
    public static IEnumerable<Problem> CheckPlaces(ImmutableArray<AttributeData> layers, string name, CancellationToken cancellation)
    {
        var declarations = layers.Select(a =>
            a.ApplicationSyntaxReference!.GetSyntax(cancellation).FirstAncestorOrSelf<MemberDeclarationSyntax>()
        );
        return declarations.Distinct().Count() switch
        {
            0 => [new(ProblemKind.NoLayers, name)],
            1 => [],
            _ => [new(ProblemKind.LayersOnTwoDeclarations, name)],
        };
    }

    public static string KindOf(AttributeData attribute) => WellKnownNames.WithoutAttributeSuffix(attribute.AttributeClass!.Name);

    /// <summary>The layers that attributes describe; the blocks that they use are read by <see cref="ReadBlocks"/>.</summary>
    /// <param name="attributes">The attributes, in order.</param>
    /// <param name="block">The block that they stand on; null for a network.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public EquatableArray<LayerTemplate> Read(
        ImmutableArray<AttributeData> attributes,
        INamedTypeSymbol? block,
        ICollection<Problem> problems
    )
    {
        var layers = new List<LayerTemplate>();
        foreach (var attribute in attributes)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = new List<Problem>();
            layers.Add(Read(attribute, block, own));
            own.ForEach(p => problems.Add(p with { Layer = layers.Count - 1 }));
        }

        return layers.ToEquatableArray();
    }

    /// <summary>The blocks that have been used, and those that they use, in the order of their names.</summary>
    public ImmutableArray<BlockSource> ReadBlocks()
    {
        while (_waiting.Count > 0)
        {
            var source = BlockReader.Read(_waiting.Dequeue(), this, cancellation);
            _blocks[source.Spec.Id] = source;
        }

        return _blocks.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => b.Value).ToImmutableArray();
    }

    private LayerTemplate Read(AttributeData attribute, INamedTypeSymbol? block, List<Problem> problems)
    {
        var reader = new ArgumentReader(block is null ? null : FormulasOf(attribute, block), cancellation);
        var layer = reader.Read(attribute, KindOf(attribute), problems);
        if (layer.Kind != LayerCatalog.Block || BlockUseReader.BlockOf(attribute) is not { } used)
        {
            if (layer.Kind == LayerCatalog.Block && attribute.AttributeClass!.TypeArguments is [{ TypeKind: not TypeKind.Error } other])
            {
                problems.Add(
                    new(ProblemKind.NoBlock, other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "it is no class")
                );
            }

            return layer.Kind == LayerCatalog.Block ? layer with { IsComplete = false } : layer;
        }

        if (BlockReader.Refuse(used) is { } why)
        {
            problems.Add(new(ProblemKind.NoBlock, used.Name, why));
            return layer with { IsComplete = false };
        }

        if (_seen.Add(BlockReader.IdOf(used)))
        {
            _waiting.Enqueue(used);
        }

        var use = new BlockUseReader(reader).Read(attribute, used, problems);
        return layer with { Use = use, IsComplete = layer.IsComplete && use is not null };
    }

    private FormulaReader FormulasOf(AttributeData attribute, INamedTypeSymbol block)
    {
        // The layers of a block stand in whatever file; the model of another file costs its binding once, and only for blocks.
#pragma warning disable RS0030, RS1030
        var model = compilation.GetSemanticModel(attribute.ApplicationSyntaxReference!.SyntaxTree);
#pragma warning restore RS0030, RS1030
        return new(model, block, cancellation);
    }
}
