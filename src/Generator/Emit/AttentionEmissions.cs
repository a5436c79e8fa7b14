using System.Collections.Generic;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// The emission of attention and transformers. TorchSharp's take the sequence first and have no batch-first form, and their
/// constructors take neither a device nor a type.
/// </summary>
internal static class AttentionEmissions
{
    private const string First = ".transpose(0, 1)";

    private static readonly string[] _toDevice =
    [
        "if (dtype is not null)",
        "{",
        $"    global::TorchSharp.ModuleExtensionMethods.to({X}, dtype.Value);",
        "}",
        "",
        "if (device is not null)",
        "{",
        $"    global::TorchSharp.ModuleExtensionMethods.to({X}, device);",
        "}",
        "",
    ];

    public static LayerEmission Multihead() =>
        new(MultiheadSteps)
        {
            State = LayerState.OfModule(
                "MultiheadAttention",
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"embedded_dim: {arguments.Size("EmbedDim")}")
                        .Add($"num_heads: {arguments.Size("NumHeads")}")
                        .AddUnlessDefault(arguments, "Dropout", "dropout")
                        .AddUnless(arguments.Flag("Bias"), "true", "bias")
                        .AddUnless(arguments.Flag("AddBiasKv"), "false", "add_bias_kv")
                        .AddUnless(arguments.Flag("AddZeroAttn"), "false", "add_zero_attn");
                    return $"{Nn}MultiheadAttention({call})";
                },
                _ => _toDevice
            ),
        };

    public static LayerEmission EncoderLayer() => Transformer("TransformerEncoderLayer", null, EncoderLayerOf);

    public static LayerEmission Encoder() => Transformer("TransformerEncoder", null, EncoderLayerOf, isStack: true);

    public static LayerEmission DecoderLayer() => Transformer("TransformerDecoderLayer", "Memory", DecoderLayerOf);

    public static LayerEmission Decoder() => Transformer("TransformerDecoder", "Memory", DecoderLayerOf, isStack: true);

    public static LayerEmission Full() =>
        Transformer(
            "Transformer",
            "Src",
            l =>
            {
                var arguments = new LayerArguments(l);
                var counts =
                    $"num_encoder_layers: {arguments.Size("NumEncoderLayers")}, num_decoder_layers: {arguments.Size("NumDecoderLayers")}, ";
                return $"{Nn}Transformer({Arguments(l, counts)})";
            }
        );

    private static IEnumerable<Step> MultiheadSteps(LayerModel layer)
    {
        var arguments = new LayerArguments(layer);
        var key = "$Query";
        yield return Step.Into($"{X}{First}", "Query");
        if (arguments.Has("Key"))
        {
            key = "$Keys";
            yield return Step.Into($"$Key{First}", "Keys");
        }

        var value = key;
        if (arguments.Has("Value"))
        {
            value = "$Values";
            yield return Step.Into($"$Value{First}", "Values");
        }

        var mask = "null";
        if (arguments.Flag("IsCausal") == "true")
        {
            mask = "$Mask";
            foreach (var step in CausalMask(layer))
            {
                yield return step;
            }
        }

        // Without them TorchSharp 0.107 gives a tensor without a handle, so the weights are computed.
        var call = $"{layer.Field}.call($Query, {key}, {value}, null, true, {mask})";
        yield return Step.Into($"global::System.TupleExtensions.ToValueTuple({call})", "Attended", "Weights");
        yield return $"$Attended{First}";
    }

    /// <summary>A stack is made of copies of one layer, which is needed no longer then.</summary>
    private static LayerEmission Transformer(string kind, string? other, System.Func<LayerModel, string> create, bool isStack = false) =>
        new(l => TransformerSteps(l, kind, other))
        {
            State = isStack
                ? new(
                    _ => $"global::TorchSharp.Modules.{kind}",
                    l =>
                        [
                            $"using (var template = {create(l)})",
                            "{",
                            $"    this.{X} = {Nn}{kind}(template, {new LayerArguments(l).Size("NumLayers")});",
                            "}",
                            "",
                            .. _toDevice,
                        ],
                    LayerState.Module
                )
                : LayerState.OfModule(kind, create, _ => _toDevice),
        };

    private static IEnumerable<Step> TransformerSteps(LayerModel layer, string kind, string? other)
    {
        var isCausal = new LayerArguments(layer).Flag("IsCausal") == "true";
        yield return Step.Into($"{X}{First}", "Target");
        if (other is not null)
        {
            yield return Step.Into($"${other}{First}", "Other");
        }

        if (isCausal)
        {
            foreach (var step in CausalMask(layer))
            {
                yield return step;
            }
        }

        var call = (kind, isCausal) switch
        {
            ("Transformer", false) => "$Other, $Target",
            ("Transformer", true) => "$Other, $Target, null!, $Mask, null, null, null, null",
            (_, false) when other is not null => "$Target, $Other",
            (_, true) when other is not null => "$Target, $Other, $Mask, null, null, null",
            (_, true) => "$Target, $Mask",
            _ => "$Target",
        };
        yield return $"{layer.Field}.call({call})";
        yield return $"{X}{First}";
    }

    /// <summary>What a step must not see: minus infinity above the diagonal.</summary>
    private static IEnumerable<Step> CausalMask(LayerModel layer)
    {
        var length = SequenceEmissions.LengthOf(layer);
        yield return Step.Into(
            $"{Torch}full(new long[] {{ {length}, {length} }}, double.NegativeInfinity, dtype: {X}.dtype, device: {X}.device)",
            "Infinite"
        );
        yield return Step.Into("$Infinite.triu(1)", "Mask");
    }

    private static string EncoderLayerOf(LayerModel layer) => $"{Nn}TransformerEncoderLayer({Arguments(layer)})";

    private static string DecoderLayerOf(LayerModel layer) => $"{Nn}TransformerDecoderLayer({Arguments(layer)})";

    private static string Arguments(LayerModel layer, string counts = "")
    {
        var arguments = new LayerArguments(layer);
        return $"d_model: {arguments.Size("DModel")}, nhead: {arguments.Size("NHead")}, {counts}dim_feedforward: {arguments.Size("DimFeedforward")}, "
            + $"dropout: {arguments.Number("Dropout")}, activation: {Nn}Activations.{arguments.Choice("Activation")}";
    }
}
