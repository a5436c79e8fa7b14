using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of normalisations.</summary>
internal static class NormalizationEmissions
{
    /// <summary>BatchNorm and InstanceNorm, whose defaults differ.</summary>
    public static LayerEmission OfChannels(string kind, bool isLearned)
    {
        var standard = Literals.Of(isLearned);
        return Field(
            kind,
            l =>
            {
                var arguments = new LayerArguments(l);
                var call = new CallArguments($"num_features: {arguments.Size("NumFeatures")}")
                    .AddUnlessDefault(arguments, "Eps", "eps")
                    .AddUnlessDefault(arguments, "Momentum", "momentum")
                    .AddUnless(arguments.Flag("Affine"), standard, "affine")
                    .AddUnless(arguments.Flag("TrackRunningStats"), standard, "track_running_stats");
                return $"{Nn}{kind}({call.OnDevice()})";
            }
        ) with
        {
            ResultCanBeOverwritten = true,
        };
    }

    /// <summary>TorchSharp 0.107 leaves the weights of GroupNorm as the memory was.</summary>
    public static LayerEmission OfGroups() =>
        new(l => [$"{l.Field}.call({X})"])
        {
            State = LayerState.OfModule(
                "GroupNorm",
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"num_groups: {arguments.Size("NumGroups")}")
                        .Add($"num_channels: {arguments.Size("NumChannels")}")
                        .AddUnlessDefault(arguments, "Eps", "eps")
                        .AddUnless(arguments.Flag("Affine"), "true", "affine");
                    return $"{Nn}GroupNorm({call.OnDevice()})";
                },
                l => l.Outcome.Weights.Count == 0 ? [] : [$"{Nn}init.ones_({X}.weight);", $"{Nn}init.zeros_({X}.bias);"]
            ),
        };

    public static LayerEmission OfLayer() => Field("LayerNorm", l => LayerNorm(l, new LayerArguments(l).Flag("Bias")));

    /// <summary>TorchSharp has no RMSNorm: a LayerNorm without a shift holds its weight, so that it is saved as PyTorch's is.</summary>
    public static LayerEmission OfRootMeanSquare() =>
        new(RootMeanSquare) { State = LayerState.OfModule("LayerNorm", l => LayerNorm(l, "false")) };

    public static LayerEmission OfResponse() =>
        Call(l =>
        {
            var arguments = new LayerArguments(l);
            return $"{Functional}local_response_norm({X}, {arguments.Size("Size")}, {arguments.Number("Alpha")}, {arguments.Number("Beta")}, {arguments.Number("K")})";
        });

    private static IEnumerable<Step> RootMeanSquare(LayerModel layer)
    {
        var arguments = new LayerArguments(layer);
        var dims = Enumerable.Range(1, arguments.Sizes("NormalizedShape").Count()).Select(i => (Dim)(-i));
        yield return Step.Into($"{X}.square()", "Squares");
        yield return Step.Into($"$Squares.mean({Literals.Array(dims)}, true)", "Mean");
        yield return Step.Into($"$Mean.add({arguments.Number("Eps")})", "Shifted");
        yield return Step.Into("$Shifted.rsqrt()", "Scale");
        yield return $"{X}.mul($Scale)";
        if (arguments.Flag("ElementwiseAffine") == "true")
        {
            yield return $"{X}.mul({layer.Field}.weight)";
        }
    }

    private static string LayerNorm(LayerModel layer, string bias)
    {
        var arguments = new LayerArguments(layer);
        var call = new CallArguments($"normalized_shape: {Literals.Array(arguments.Sizes("NormalizedShape"))}")
            .AddUnlessDefault(arguments, "Eps", "eps")
            .AddUnless(arguments.Flag("ElementwiseAffine"), "true", "elementwise_affine")
            .AddUnless(bias, "true", "bias");
        return $"{Nn}LayerNorm({call.OnDevice()})";
    }
}
