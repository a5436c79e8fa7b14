using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>What is wrong with a network of which every layer fits.</summary>
internal static class WholeNetwork
{
    public static IEnumerable<Problem> Check(NetworkSpec spec, List<LayerModel> layers) =>
        UnusedNames(spec, layers).Concat(ResultsBeforeTheEnd(layers)).Concat(MovedBatch(layers));

    /// <summary>The parameters of a layer that name other layers.</summary>
    public static IEnumerable<OperandParameter> OperandsOf(LayerModel layer) =>
        LayerCatalog.Find(layer.Kind)?.Parameters.OfType<OperandParameter>() ?? [];

    /// <summary>Tensors that are named for nobody: by As, and as inputs beyond the first.</summary>
    private static IEnumerable<Problem> UnusedNames(NetworkSpec spec, List<LayerModel> layers)
    {
        var named = layers.SelectMany(l => OperandsOf(l).SelectMany(p => p.Read(l.Arguments))).ToArray();
        var inputs = spec
            .Inputs.Skip(1)
            .Where(i => !named.Contains(i.Name))
            .Select(i => new Problem(ProblemKind.NoEffect, $"Input \"{i.Name}\"", "no layer takes it") { IsDoubt = true });
        return layers
            .Where(l => l.Kind == LayerCatalog.Naming && !named.Contains(l.Name))
            .Select(l => new Problem(ProblemKind.NoEffect, $"{l.Kind}(\"{l.Name}\")", "no layer takes what it names")
            {
                Layer = l.Origin,
                IsDoubt = true,
            })
            .Concat(inputs);
    }

    /// <summary>The layer that moves the batch away from dimension 0, of a network that it leaves elsewhere.</summary>
    private static IEnumerable<Problem> MovedBatch(List<LayerModel> layers)
    {
        var at = layers.LastOrDefault()?.Output.BatchAxis;
        var mover = at > 0 ? layers.FindLastIndex(l => l.Input.BatchAxis == 0 && l.Output.BatchAxis > 0) : -1;
        if (mover >= 0)
        {
            var written = LayerCatalog.Find(layers[mover].Kind)!.Describe(layers[mover].Arguments);
            var what = $"moves the batch to dimension {layers[mover].Output.BatchAxis}, and it comes out of the network at {at}";
            yield return new(ProblemKind.ActsOnBatch, written, what) { Layer = layers[mover].Origin, IsDoubt = true };
        }
    }

    /// <summary>An Output that is not the last layer.</summary>
    private static IEnumerable<Problem> ResultsBeforeTheEnd(List<LayerModel> layers)
    {
        for (var i = 0; i < layers.Count - 1; i++)
        {
            if (layers[i].Kind == LayerCatalog.Result)
            {
                var problem = $"must be listed at the end, but {layers[i + 1].Kind} stands behind them";
                yield return new(ProblemKind.BadArgument, "Names", layers[i].Kind, problem) { Layer = layers[i].Origin, At = new("Names") };
            }
        }
    }
}
