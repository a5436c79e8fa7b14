using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Layers;

namespace ShapeGen.Analyzers.Flow.Modules;

/// <summary>What TorchSharp's factories make, and its functions compute, as layers of the catalogue: their rules are the same.</summary>
internal static class LayerFactories
{
    // Those whose arguments mean the same as here, by the names of TorchSharp's parameters.
    private static readonly HashSet<string> _layers = new(
        new[] { "Conv", "ConvTranspose", "MaxPool", "AvgPool", "AdaptiveAvgPool", "BatchNorm", "InstanceNorm" }
            .SelectMany(stem => Enumerable.Range(1, 3).Select(axes => $"{stem}{axes}d"))
            .Concat([
                "Linear",
                "Embedding",
                "GroupNorm",
                "LayerNorm",
                "Flatten",
                "PixelShuffle",
                "PixelUnshuffle",
                "Dropout",
                "Dropout2d",
                "AlphaDropout",
                "Identity",
                "ReLU",
                "ReLU6",
                "LeakyReLU",
                "ELU",
                "SELU",
                "CELU",
                "GELU",
                "SiLU",
                "Mish",
                "Sigmoid",
                "Tanh",
                "Softmax",
                "LogSoftmax",
                "Hardswish",
                "Hardsigmoid",
                "LogSigmoid",
                "Softplus",
                "Softsign",
            ]),
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal)
    {
        ["max_pool1d"] = "MaxPool1d",
        ["max_pool2d"] = "MaxPool2d",
        ["max_pool3d"] = "MaxPool3d",
        ["avg_pool1d"] = "AvgPool1d",
        ["avg_pool2d"] = "AvgPool2d",
        ["avg_pool3d"] = "AvgPool3d",
        ["adaptive_avg_pool1d"] = "AdaptiveAvgPool1d",
        ["adaptive_avg_pool2d"] = "AdaptiveAvgPool2d",
        ["adaptive_avg_pool3d"] = "AdaptiveAvgPool3d",
        ["pixel_shuffle"] = "PixelShuffle",
        ["pixel_unshuffle"] = "PixelUnshuffle",
    };

    // Names of TorchSharp's that are not PyTorch's in another spelling.
    private static readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal)
    {
        ["inputSize"] = "InFeatures",
        ["outputSize"] = "OutFeatures",
        ["hasBias"] = "Bias",
        ["embedding_dims"] = "EmbeddingDim",
        ["kernelSize"] = "KernelSize",
        ["kernel_sizes"] = "KernelSize",
        ["strides"] = "Stride",
        ["probability"] = "P",
    };

    // They change no shape, so that nothing need be known of them.
    private static readonly HashSet<string> _indifferent = new(StringComparer.Ordinal)
    {
        "device",
        "dtype",
        "inplace",
        "input",
        "this",
        "bias",
        "hasBias",
        "eps",
        "momentum",
        "affine",
        "track_running_stats",
        "elementwise_affine",
        "p",
        "probability",
        "training",
        "negative_slope",
        "alpha",
        "beta",
        "threshold",
        "padding_mode",
    };

    /// <summary>The layer that a factory makes; null where it is not known enough.</summary>
    public static Value.Layer? Make(string factory, IEnumerable<(string Parameter, Value Value)> given) =>
        _layers.Contains(factory) && ArgumentsOf(factory, given) is { } arguments ? new(factory, arguments) : null;

    /// <summary>The layer that a function computes; null where it is not known enough.</summary>
    public static Value.Layer? Function(string name, IEnumerable<(string Parameter, Value Value)> given) =>
        _functions.TryGetValue(name, out var kind) && ArgumentsOf(kind, given) is { } arguments ? new(kind, arguments) : null;

    private static Arguments? ArgumentsOf(string kind, IEnumerable<(string Parameter, Value Value)> given)
    {
        var layer = LayerCatalog.Find(kind)!;
        var arguments = new List<(string, ArgumentValue)>();
        foreach (var (parameter, value) in given)
        {
            if (_indifferent.Contains(parameter))
            {
                continue;
            }

            if (layer.Find(NameOf(parameter)) is not { } known || ArgumentOf(value) is not { } argument)
            {
                return null;
            }

            arguments.Add((known.Name, argument));
        }

        return Arguments.Of([.. arguments]);
    }

    private static ArgumentValue? ArgumentOf(Value value) =>
        value switch
        {
            Value.Size { Dim.IsConstant: true } size => ArgumentValue.Of(size.Dim),
            Value.Flag flag => ArgumentValue.Of(flag.IsTrue),
            Value.Items items when items.Values.Count > 0 && items.Values.All(v => v is Value.Size { Dim.IsConstant: true }) =>
                ArgumentValue.Of([.. items.Values.Select(v => ((Value.Size)v).Dim)]),
            _ => null,
        };

    private static string NameOf(string parameter) =>
        _renamed.TryGetValue(parameter, out var renamed)
            ? renamed
            : string.Concat(parameter.Split('_').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p.Substring(1)));
}
