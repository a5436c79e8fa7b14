using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>The arguments of TorchSharp's factories and functions as those of our layers: the names are ours in another spelling.</summary>
internal static class LayerArguments
{
    // Names of TorchSharp's that are not PyTorch's in another spelling.
    private static readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal)
    {
        ["inputSize"] = "InFeatures",
        ["outputSize"] = "OutFeatures",
        ["hasBias"] = "Bias",
        ["embedding_dims"] = "EmbeddingDim",
        ["embedded_dim"] = "EmbedDim",
        ["kernelSize"] = "KernelSize",
        ["kernel_sizes"] = "KernelSize",
        ["strides"] = "Stride",
        ["probability"] = "P",
        ["nonLinearity"] = "NonLinearity",
        ["num_parameters"] = "NumParameters",
        ["outputSizes"] = "Size",
        ["scaleFactors"] = "ScaleFactor",
        ["scaleFactor"] = "ScaleFactor",
        ["group"] = "Groups",
        ["unflattenedSize"] = "Sizes",
        ["unflattened_size"] = "Sizes",
    };

    // The same words for other layers than Linear.
    private static readonly Dictionary<string, string> _sizesOf = new(StringComparer.Ordinal)
    {
        ["inputSize"] = "InputSize",
        ["hiddenSize"] = "HiddenSize",
        ["outputSize"] = "Size",
    };

    // They change no shape, so that nothing need be known of them.
    private static readonly HashSet<string> _indifferent =
    [
        .. "device dtype inplace input this x bias hasBias eps momentum affine track_running_stats elementwise_affine p probability dropout training".Split(
            ' '
        ),
        .. "negative_slope alpha beta threshold value padding_mode norm_type count_include_pad divisor_override k weight init num_parameters".Split(
            ' '
        ),
        .. "align_corners recompute_scale_factor antialias padding_idx max_norm scale_grad_by_freq sparse lower upper lambda min_val max_val".Split(
            ' '
        ),
        .. "numLayers num_layers batchFirst batch_first nonLinearity layer_norm_eps activation approximate names mode_ freeze".Split(' '),
    ];

    /// <summary>Null where one is not known, or has no meaning for the layer.</summary>
    public static Arguments? Of(LayerDefinition layer, IEnumerable<(string Name, OperatorArgument Value)> given)
    {
        var arguments = new List<(string, ArgumentValue)>();
        foreach (var (name, value) in given)
        {
            if (value == OperatorArgument.Null || value is OperatorArgument.Tensor)
            {
                continue;
            }

            var parameter = ParameterOf(layer, name);
            if (
                _indifferent.Contains(name)
                && (parameter is null || ValueOf(layer, parameter, value) is null || name is "p" or "probability" or "bias" or "hasBias")
            )
            {
                continue;
            }

            if (parameter is null || ValueOf(layer, parameter, value) is not { } argument)
            {
                return null;
            }

            arguments.Add((parameter.Name, argument));
        }

        return Arguments.Of([.. arguments]);
    }

    /// <summary>What libtorch refuses and our layers do not; null for nothing.</summary>
    public static string? Problem(string name, Arguments arguments) =>
        arguments["Padding"] is ArgumentValue.Sizes { Items: [var padding, ..] }
        && padding.Constant == Pad.Same
        && arguments["Stride"] is ArgumentValue.Sizes { Items: var strides }
        && strides.Any(s => s.Constant is { IsOne: false })
            ? $"{name} pads Same, which libtorch does for a stride of 1 only, but has {arguments["Stride"]}"
            : null;

    /// <summary>Our parameter for one of TorchSharp's; null for none.</summary>
    public static Parameter? ParameterOf(LayerDefinition layer, string name)
    {
        var plain = string.Concat(name.Split('_').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p.Substring(1)));
        return layer.Find(plain)
            ?? (_sizesOf.TryGetValue(name, out var size) ? layer.Find(size) : null)
            ?? (_renamed.TryGetValue(name, out var renamed) ? layer.Find(renamed) : null);
    }

    private static ArgumentValue? ValueOf(LayerDefinition layer, Parameter parameter, OperatorArgument value) =>
        value switch
        {
            OperatorArgument.Sizes { IsList: false, Items: var items } when items[0].Size is { } size => parameter is FactorsParameter
            && size.Constant is { } c
                ? ArgumentValue.OfNumbers((double)c)
                : ArgumentValue.Of(size),
            OperatorArgument.Sizes { Items: { Count: > 0 } items } when items.All(i => i.Size is not null) => ArgumentValue.Of([
                .. items.Select(i => i.Size!),
            ]),
            OperatorArgument.Numbers { Items: { Count: > 0 } items, IsList: var isList } => isList || parameter is FactorsParameter
                ? ArgumentValue.OfNumbers([.. items])
                : ArgumentValue.OfNumber(items[0]),
            OperatorArgument.Flag flag => ArgumentValue.Of(flag.Value),
            // Padding.Same of libtorch is ours where the stride is 1; other modes than zeros are broken there.
            OperatorArgument.Word { Value: "Valid" } when parameter.Name == "Padding" => ArgumentValue.Of(Dim.Zero),
            OperatorArgument.Word { Value: "Same" } when parameter.Name == "Padding" => ArgumentValue.Of((Dim)Pad.Same),
            OperatorArgument.Word word when parameter is ChoiceParameter choice => choice.Find(word.Value) is { } member
                ? ArgumentValue.OfChoice(member)
                : null,
            _ => null,
        };
}
