using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>A network with the shapes between its layers.</summary>
internal sealed record NetworkModel(string Name, Operand Source, EquatableArray<LayerModel> Layers)
{
    public Shape Input => Source.Shape;

    public Shape Output => Layers.Count == 0 ? Input : Layers[Layers.Count - 1].Output;

    public Dim ParameterCount => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.ParameterCount);

    public Dim TrainableCount => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.TrainableCount);

    public Dim MultiplyAdds => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.MultiplyAdds);
}

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
