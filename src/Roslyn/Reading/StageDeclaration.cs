using ShapeGen.Algebra;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>A partial method as it was declared, for the part that implements it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Head">Its modifiers and what it gives: <c>private partial global::TorchSharp.torch.Tensor</c>.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="IsDocumented">Whether it has documentation, which that of the other part would replace.</param>
/// <param name="HasContract">Whether its result has a Shape already.</param>
internal sealed record StageMethod(string Name, string Head, EquatableArray<StageParameter> Parameters, bool IsDocumented, bool HasContract)
{
    /// <summary>Whether a part that implements it could compile.</summary>
    public bool CanBeGenerated { get; init; } = true;

    /// <summary>How many tensors it gives.</summary>
    public int Results { get; init; } = 1;

    /// <summary>What it calls them; none where it does not name them all.</summary>
    public EquatableArray<string> ResultNames { get; init; }
}

/// <summary>A parameter of a stage.</summary>
internal sealed record StageParameter(string Name, string Type, bool HasContract);

/// <summary>A stage as it was read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record StageDeclaration(
    StageMethod Method,
    string Name,
    EquatableArray<InputSpec> Inputs,
    EquatableArray<LayerTemplate> Layers
)
{
    /// <summary>Names that were not given begin with that of the method.</summary>
    public string Prefix => Method.Name.Length == 0 ? "" : char.ToLowerInvariant(Method.Name[0]) + Method.Name.Substring(1) + "_";
}
