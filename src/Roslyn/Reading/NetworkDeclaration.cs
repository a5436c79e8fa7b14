using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>A network class as it was read: all that follows from it, and nothing of the compilation it came from.</summary>
/// <param name="Type">The class.</param>
/// <param name="Forward">The layers of the class; null where only methods have layers, and forward is written by hand.</param>
/// <param name="Stages">The methods with layers.</param>
/// <param name="Problems">What is wrong with the declaration itself.</param>
internal sealed record NetworkDeclaration(
    TypeFacts Type,
    NetworkSpec? Forward,
    EquatableArray<StageSpec> Stages,
    EquatableArray<Problem> Problems
);

/// <summary>A method with layers.</summary>
internal sealed record StageSpec(StageMethod Method, NetworkSpec Spec);

/// <summary>
/// A declaration together with the attributes it was read from. For reporting only: it holds symbols, and must not get into the
/// generator's pipeline.
/// </summary>
internal sealed class NetworkSource(
    NetworkDeclaration declaration,
    ImmutableArray<AttributeData> layers,
    ImmutableArray<AttributeData> inputs,
    ImmutableArray<StageSource> stages,
    ImmutableArray<BlockSource> blocks
)
{
    public NetworkDeclaration Declaration { get; } = declaration;

    /// <summary>The attributes of the layers, at the places that <see cref="LayerSpec.Origin"/> counts.</summary>
    public ImmutableArray<AttributeData> Layers { get; } = layers;

    public ImmutableArray<AttributeData> Inputs { get; } = inputs;

    /// <summary>The methods with layers.</summary>
    public ImmutableArray<StageSource> Stages { get; } = stages;

    /// <summary>The blocks that it uses, and those that they use.</summary>
    public ImmutableArray<BlockSource> Blocks { get; } = blocks;
}
