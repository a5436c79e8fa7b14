using System.Linq;
using ShapeGen.Generator.Plan;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of a block: a module of the class that is generated for it.</summary>
internal static class BlockEmissions
{
    // Of a network that does not fit together no class is generated.
    private const string AnyModule = $"{Nn}Module<{NetworkEmitter.Tensor}, {NetworkEmitter.Tensor}>";

    public static LayerEmission Of() =>
        new(l => [$"{l.Field}.call({string.Join(", ", Others(l).Prepend(X))})"])
        {
            State = new(l => l.Class ?? AnyModule, l => [$"{X} = new {l.Class}(device, dtype);"], LayerState.Module),
        };

    /// <summary>Whether what a block gives is nobody else's, and no gradient needs it.</summary>
    public static bool ResultCanBeOverwritten(NetworkModel body) => ForwardPlan.Of(body).CanOverwriteResult;

    private static System.Collections.Generic.IEnumerable<string> Others(LayerModel layer) =>
        BlockLayer.With.Read(layer.Arguments).Select((_, i) => $"${BlockLayer.With.NameOf(i)}");
}
