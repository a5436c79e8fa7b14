using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>A network with the shapes between its layers.</summary>
internal sealed record NetworkModel(string Name, EquatableArray<InputModel> Inputs, EquatableArray<LayerModel> Layers)
{
    /// <summary>The names of what comes out, in their order; none where it is what flows behind the last layer.</summary>
    public string[] OutputNames =>
        Layers.Count > 0 && Layers[Layers.Count - 1] is { Kind: LayerCatalog.Result } last
            ? [.. LayerCatalog.Find(last.Kind)!.Parameters.OfType<OperandParameter>().SelectMany(p => p.Read(last.Arguments))]
            : [];

    /// <summary>The shapes of what comes out.</summary>
    public Shape[] Outputs =>
        OutputNames is { Length: > 0 } names ? [.. names.Select(ShapeOf)]
        : Layers.Count > 0 ? [Layers[Layers.Count - 1].Output]
        : [.. Inputs.Take(1).Select(i => i.Operand.Shape)];

    private Shape ShapeOf(string name) =>
        Layers.FirstOrDefault(l => l.Name == name)?.Output ?? Inputs.FirstOrDefault(i => i.Name == name)?.Operand.Shape ?? Shape.Unknown;

    public Dim ParameterCount => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.ParameterCount);

    public Dim TrainableCount => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.TrainableCount);

    public Dim MultiplyAdds => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.MultiplyAdds);
}

/// <summary>An input of a network: its name, and what is known of the tensor.</summary>
internal sealed record InputModel(string Name, Operand Operand);

/// <summary>A layer of a network: its name, what goes in, and what its rule says about it.</summary>
/// <param name="Kind">The name of its <see cref="LayerDefinition"/>.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Source">The tensor that flows into it.</param>
/// <param name="Outcome">What its rule says.</param>
internal sealed record LayerModel(string Kind, string Name, Operand Source, Outcome Outcome)
{
    public Shape Input => Source.Shape;

    /// <summary>Whether a later layer takes the places of the maxima that this one finds.</summary>
    public bool AreIndicesWanted { get; init; }

    public Shape Output => Outcome.Output;

    public Arguments Arguments => Outcome.Arguments;
}

/// <summary>The result of inference.</summary>
/// <param name="Model">The network, with shapes as far as they are known.</param>
/// <param name="IsSound">Whether every shape is known and every layer fits.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record NetworkInferenceResult(NetworkModel Model, bool IsSound, EquatableArray<Problem> Problems);
