using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>A network with the shapes between its layers.</summary>
internal sealed record NetworkModel(string Name, Shape Input, EquatableArray<LayerModel> Layers)
{
    public Shape Output => Layers.Count == 0 ? Input : Layers[Layers.Count - 1].Output;

    public Dim ParameterCount => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.ParameterCount);

    public Dim MultiplyAdds => Layers.Aggregate(Dim.Zero, (sum, l) => sum + l.Outcome.MultiplyAdds);
}

/// <summary>A layer of a network: its name, what goes in, and what its rule says about it.</summary>
internal sealed record LayerModel(string Kind, string Name, Shape Input, Outcome Outcome)
{
    public Shape Output => Outcome.Output;

    public Arguments Arguments => Outcome.Arguments;
}

/// <summary>The result of inference.</summary>
/// <param name="Model">The network, with shapes as far as they are known.</param>
/// <param name="IsSound">Whether every shape is known and every layer fits.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record NetworkInferenceResult(NetworkModel Model, bool IsSound, EquatableArray<Problem> Problems);
