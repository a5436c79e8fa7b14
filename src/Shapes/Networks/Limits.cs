using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>TorchSharp counts elements in 64 bits with a sign: a layer beyond that cannot exist.</summary>
internal static class Limits
{
    /// <summary>How many layers one attribute can stand for: far more than train, and few enough to list their weights.</summary>
    public const int Layers = 1000;

    /// <summary>How many layers a network can have, those of its blocks included.</summary>
    public const int AllLayers = 10_000;

    public static Problem? Check(LayerModel layer)
    {
        var outcome = layer.Outcome;
        return IsTooLarge(outcome.ParameterCount) ? TooLarge(layer, $"{outcome.ParameterCount} weights")
            : IsTooLarge(outcome.MultiplyAdds) ? TooLarge(layer, $"{outcome.MultiplyAdds} multiplications for one sample")
            : outcome.Output.SampleSize is { } size && IsTooLarge(size) ? TooLarge(layer, $"{size} values for one sample")
            : null;
    }

    // A network has at most thousands of layers, so their sums are in range too.
    private static bool IsTooLarge(Dim count) => count.IsAtLeast(long.MaxValue / 10_000) == Truth.Proved;

    private static Problem TooLarge(LayerModel layer, string what) => new(ProblemKind.TooLarge, layer.Kind, what);
}
