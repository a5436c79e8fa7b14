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

/// <summary>A block together with what it was read from. For reporting only, as <see cref="NetworkSource"/> is.</summary>
/// <param name="Spec">The block.</param>
/// <param name="Layers">The attributes of its layers.</param>
/// <param name="Problems">What is wrong with it wherever it is used.</param>
internal sealed record BlockSource(BlockSpec Spec, ImmutableArray<AttributeData> Layers, IReadOnlyList<Problem> Problems);

/// <summary>Reads classes that are marked as blocks.</summary>
internal static class BlockReader
{
    /// <summary>What tells a block from all others.</summary>
    public static string IdOf(INamedTypeSymbol block) => TypeReader.MetadataName(block);

    public static bool IsBlock(INamedTypeSymbol type) => Marker(type) is not null;

    /// <summary>Why a class cannot be used as a block; null if it can.</summary>
    public static string? Refuse(INamedTypeSymbol type) =>
        IsNetwork(type) ? "it is a network, which has an input of its own"
        : !IsBlock(type) ? "it has no [Block]"
        : type.DeclaringSyntaxReferences.IsEmpty ? "its source is in another project, and a block is read from its source"
        : null;

    /// <param name="block">The class.</param>
    /// <param name="layers">Reads its layers.</param>
    /// <param name="cancellation">Stops it.</param>
    public static BlockSource Read(INamedTypeSymbol block, LayerReader layers, CancellationToken cancellation)
    {
        var attributes = LayerReader.InOrder(block.GetAttributes()).Where(LayerReader.IsLayer).ToImmutableArray();
        var problems = new List<Problem>();
        var templates = layers.Read(attributes, block, problems);
        problems.AddRange(BlockArguments.Problems(block).Select(p => p.Problem));
        problems.AddRange(LayerReader.CheckPlaces(attributes, block.Name, cancellation));
        problems.AddRange(OfNetworksOnly(block, templates));
        var inputs = InputsOf(block);
        if (
            inputs.Distinct().Count() != inputs.Length
            || inputs.FirstOrDefault(i => GeneratedMembers.RefuseInput(i) is not null) is not null
        )
        {
            problems.Add(new(ProblemKind.BadInput, $"The names of what {block.Name} takes must be C# identifiers that differ"));
        }

        var spec = new BlockSpec(IdOf(block), block.Name, BlockArguments.Given(block), templates)
        {
            Channels = BlockArguments.OfChannels(block),
            Inputs = inputs.ToEquatableArray(),
            IsSound = problems.Count == 0,
        };
        return new(spec, attributes, problems);
    }

    /// <summary>What only a network has.</summary>
    private static IEnumerable<Problem> OfNetworksOnly(INamedTypeSymbol block, EquatableArray<LayerTemplate> layers)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            if (layers[i].Kind == LayerCatalog.Result)
            {
                const string why = "belongs to a network: a block gives what flows at its end, and From goes on with another tensor";
                yield return new(ProblemKind.BadBlockArgument, layers[i].Kind, block.Name, why) { Layer = i };
            }
        }

        if (block.GetAttributes().Any(LayerReader.IsInput))
        {
            yield return new(ProblemKind.BadBlockArgument, "Input", block.Name, "belongs to a network: a block takes what flows into it");
        }
    }

    private static bool IsNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(a => NetworkReader.Is(a, "Network"));

    /// <summary>Arguments that no layer takes, of a block without another fault, and names that are for nobody.</summary>
    public static IEnumerable<Problem> UnusedArguments(BlockSpec block)
    {
        if (!block.IsSound || block.Layers.Any(l => !l.IsComplete))
        {
            return [];
        }

        var taken = new HashSet<string>(block.Layers.SelectMany(ReferencesOf));
        return UnusedNames(block).Concat(Unused(block, taken));
    }

    /// <summary>Names that As gives, and inputs, that no layer takes whatever the arguments are.</summary>
    private static IEnumerable<Problem> UnusedNames(BlockSpec block)
    {
        var operands = block.Layers.SelectMany(OperandsOf).ToArray();
        if (operands.Any(o => o is not Formula.Constant))
        {
            // A name that a use gives may be any.
            yield break;
        }

        var named = new HashSet<string>(operands.SelectMany(o => TextsOf(((Formula.Constant)o).Value)));
        for (var i = 0; i < block.Layers.Count; i++)
        {
            if (block.Layers[i] is { Kind: LayerCatalog.Naming, Name: { } name } && !named.Contains(name))
            {
                yield return new(ProblemKind.NoEffect, $"As(\"{name}\")", "no layer takes what it names") { Layer = i, IsDoubt = true };
            }
        }

        foreach (var input in block.Inputs.Skip(1).Where(i => !named.Contains(i)))
        {
            yield return new(ProblemKind.NoEffect, $"The input \"{input}\"", $"no layer of {block.Name} takes it") { IsDoubt = true };
        }
    }

    private static IEnumerable<Formula> OperandsOf(LayerTemplate layer) =>
        from parameter in LayerCatalog.Find(layer.Kind)?.Parameters.OfType<OperandParameter>() ?? []
        from argument in layer.Arguments
        where argument.Name == parameter.Name
        select argument.Formula;

    private static IEnumerable<string> TextsOf(ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Text text => [text.Value],
            ArgumentValue.Texts texts => texts.Items,
            _ => [],
        };

    private static IEnumerable<Problem> Unused(BlockSpec block, HashSet<string> taken) =>
        block
            .Parameters.Select(p => p.Name)
            .Concat(block.Channels)
            .Where(name => !taken.Contains(name))
            .Select(name => new Problem(ProblemKind.NoEffect, name, $"no layer of {block.Name} takes it") { IsDoubt = true });

    private static IEnumerable<string> ReferencesOf(LayerTemplate layer) =>
        layer
            .Arguments.Concat(layer.Use?.Given ?? default)
            .Select(a => a.Formula)
            .Append(layer.If)
            .Append(layer.Use?.Repeat)
            .SelectMany(f => f?.References ?? []);

    private static string[] InputsOf(INamedTypeSymbol block) =>
        Marker(block) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } names }] }
            ? [.. names.Select(n => n.Value as string ?? "")]
            : [Scope.InputName];

    private static AttributeData? Marker(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(a => NetworkReader.Is(a, LayerCatalog.Block));
}
