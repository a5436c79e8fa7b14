using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>A network class as it was read: all that follows from it, and nothing of the compilation it came from.</summary>
/// <param name="Type">The class.</param>
/// <param name="Spec">Its input and its layers.</param>
/// <param name="Problems">What is wrong with the declaration itself.</param>
internal sealed record NetworkDeclaration(TypeFacts Type, NetworkSpec Spec, EquatableArray<Problem> Problems);

/// <summary>
/// A declaration together with the attributes it was read from. For reporting only: it holds symbols, and must not get into the
/// generator's pipeline.
/// </summary>
internal sealed class NetworkSource(
    NetworkDeclaration declaration,
    ImmutableArray<AttributeData> layers,
    ImmutableArray<AttributeData> inputs,
    ImmutableArray<BlockSource> blocks
)
{
    public NetworkDeclaration Declaration { get; } = declaration;

    /// <summary>The attributes of the layers, at the places that <see cref="LayerSpec.Origin"/> counts.</summary>
    public ImmutableArray<AttributeData> Layers { get; } = layers;

    public ImmutableArray<AttributeData> Inputs { get; } = inputs;

    /// <summary>The blocks that it uses, and those that they use.</summary>
    public ImmutableArray<BlockSource> Blocks { get; } = blocks;
}
