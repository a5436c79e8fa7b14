using System;
using System.Collections.Generic;
using System.Globalization;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of embeddings and of layers over sequences.</summary>
internal static class SequenceEmissions
{
    public static LayerEmission Embedding(string kind, string paddingIdx) =>
        new(l => [$"{l.Field}.call({X})"])
        {
            State = LayerState.OfModule(
                kind,
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"num_embeddings: {arguments.Size("NumEmbeddings")}")
                        .Add($"embedding_dims: {arguments.Size("EmbeddingDim")}")
                        .AddUnless(PaddingIdx(l), "", paddingIdx)
                        .AddUnless(arguments.Has("MaxNorm") ? arguments.Number("MaxNorm") : "", "", "max_norm")
                        .AddUnlessDefault(arguments, "NormType", "norm_type")
                        .AddUnless(arguments.Flag("ScaleGradByFreq"), "false", "scale_grad_by_freq")
                        .AddUnless(arguments.Flag("Sparse"), "false", "sparse");
                    if (kind == "EmbeddingBag")
                    {
                        call.AddUnless(arguments.Choice("Mode"), nameof(BagMode.Mean), "mode", "global::TorchSharp.EmbeddingBagMode.");
                    }

                    return $"{Nn}{kind}({call.OnDevice()})";
                },
                l => new LayerArguments(l).Flag("Freeze") == "true" ? [$"{X}.weight!.requires_grad_(false);"] : []
            ),
        };

    /// <summary>The table is a buffer, which is saved, since TorchSharp 0.107 moves no other with the network: sin(p·w), cos(p·w) with w = 10000^(−2i/E), one after the other.</summary>
    public static LayerEmission PositionalEncoding() =>
        new(l => [Step.Into($"{l.Field}.narrow(0, 0, {LengthOf(l)})", "Positions"), $"{X}.add($Positions)"])
        {
            State = new(
                _ => "global::TorchSharp.torch.Tensor",
                l =>
                {
                    var width = l.Input.Axes[2].Size;
                    var length = new LayerArguments(l).Size("MaxLength");
                    return
                    [
                        $"using (var scope = {Torch}NewDisposeScope())",
                        "{",
                        $"    var position = {Torch}arange({length}, {Torch}ScalarType.Float64, device).unsqueeze(1);",
                        $"    var frequency = {Torch}arange(0, {width}, 2, {Torch}ScalarType.Float64, device).mul(-global::System.Math.Log(10000.0) / {width}).exp();",
                        "    var angle = position.mul(frequency);",
                        $"    var table = {Torch}stack(new[] {{ angle.sin(), angle.cos() }}, -1).flatten(1).narrow(1, 0, {width});",
                        $"    this.{X} = table.to_type(dtype ?? {Torch}get_default_dtype(), copy: true).DetachFromDisposeScope();",
                        "}",
                    ];
                },
                "register_buffer"
            ),
        };

    /// <summary>TorchSharp has none: an Embedding holds the table. Its weight is a new object at each look, so that it is called.</summary>
    public static LayerEmission PositionalEmbedding() =>
        new(l =>
            [
                Step.Into($"{Torch}arange({LengthOf(l)}, {Torch}ScalarType.Int64, {X}.device)", "Places"),
                Step.Into($"{l.Field}.call($Places)", "Positions"),
                $"{X}.add($Positions)",
            ]
        )
        {
            State = Table(l => new LayerArguments(l).Size("MaxLength"), $"normal_({X}.weight!, 0, 0.02)"),
            ResultCanBeOverwritten = true,
        };

    /// <summary>The same with one place, before every sequence of the batch.</summary>
    public static LayerEmission ClassToken() =>
        new(l =>
            [
                Step.Into($"{Torch}zeros(1, {Torch}ScalarType.Int64, {X}.device)", "Place"),
                Step.Into($"{l.Field}.call($Place)", "Token"),
                Step.Into($"$Token.expand({X}.size(0), 1, -1)", "Tokens"),
                $"{Torch}cat(new[] {{ $Tokens, {X} }}, 1)",
            ]
        )
        {
            State = Table(_ => "1", $"zeros_({X}.weight!)"),
            ResultCanBeOverwritten = true,
        };

    private static LayerState Table(Func<LayerModel, string> rows, string initialize) =>
        LayerState.OfModule(
            "Embedding",
            l =>
                $"{Nn}Embedding("
                + new CallArguments($"num_embeddings: {rows(l)}")
                    .Add($"embedding_dims: {new LayerArguments(l).Size("EmbeddingDim")}")
                    .OnDevice()
                + ")",
            _ => [$"{Nn}init.{initialize};"]
        );

    public static LayerEmission Recurrent(string kind) =>
        new(l => RecurrentSteps(l, kind))
        {
            State = LayerState.OfModule(
                kind,
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"inputSize: {arguments.Size("InputSize")}")
                        .Add($"hiddenSize: {arguments.Size("HiddenSize")}")
                        .AddUnless(arguments.Size("NumLayers"), "1", "numLayers");
                    AddNonLinearity(call, arguments, kind == "RNN");
                    call.AddUnless(arguments.Flag("Bias"), "true", "bias")
                        .Add("batchFirst: true")
                        .AddUnlessDefault(arguments, "Dropout", "dropout")
                        .AddUnless(arguments.Flag("Bidirectional"), "false", "bidirectional");
                    return $"{Nn}{kind}({call.OnDevice()})";
                }
            ),
        };

    /// <summary>The states are always given: without them TorchSharp 0.107's LSTMCell throws.</summary>
    public static LayerEmission Cell(string kind) =>
        new(l => CellSteps(l, kind))
        {
            State = LayerState.OfModule(
                kind,
                l =>
                {
                    var arguments = new LayerArguments(l);
                    var call = new CallArguments($"inputSize: {arguments.Size("InputSize")}").Add(
                        $"hiddenSize: {arguments.Size("HiddenSize")}"
                    );
                    AddNonLinearity(call, arguments, kind == "RNNCell");
                    return $"{Nn}{kind}({call.AddUnless(arguments.Flag("Bias"), "true", "bias").OnDevice()})";
                }
            ),
        };

    public static string LengthOf(LayerModel layer) =>
        layer.Input.Axes[1].Size is { IsConstant: true } size ? size.ToString() : $"{X}.size(1)";

    private static IEnumerable<Step> RecurrentSteps(LayerModel layer, string kind)
    {
        var arguments = new LayerArguments(layer);
        var isSequence = arguments.Flag("ReturnSequences") == "true";
        string[] results = [isSequence ? Step.Flow : "Sequence", "Hidden", .. kind == "LSTM" ? new[] { "Cell" } : []];

        // Given explicitly: the states that TorchSharp makes itself it leaves to the garbage collector.
        var directions = arguments.Flag("Bidirectional") == "true" ? 2 : 1;
        var layers = int.Parse(arguments.Size("NumLayers"), CultureInfo.InvariantCulture);
        var initial =
            layer.KeepsState ? StateEmitter.Initial(layer, kind)
            : kind == "LSTM" ? "($Zeros, $Zeros)"
            : "$Zeros";
        if (!layer.KeepsState)
        {
            var sizes = $"new long[] {{ {directions * layers}, {X}.size(0), {arguments.Size("HiddenSize")} }}";
            yield return Step.Into($"{Torch}zeros({sizes}, dtype: {X}.dtype, device: {X}.device)", "Zeros");
        }

        yield return Step.Into($"{layer.Field}.call({X}, {initial})", results);
        if (isSequence)
        {
            yield break;
        }

        // (layers · directions, N, hidden size): of the last layer, both directions side by side.
        if (directions == 1)
        {
            yield return $"$Hidden.select(0, {layers - 1})";
            yield break;
        }

        yield return Step.Into($"$Hidden.narrow(0, {2 * (layers - 1)}, 2)", "Last");
        yield return $"$Last.transpose(0, 1)";
        yield return $"{X}.flatten(1)";
    }

    private static IEnumerable<Step> CellSteps(LayerModel layer, string kind)
    {
        var arguments = new LayerArguments(layer);
        var isLstm = kind == "LSTMCell";
        var (hidden, cell) = (arguments.Has("Hidden") ? "$Hidden" : "$Zeros", isLstm && arguments.Has("Cell") ? "$Cell" : "$Zeros");
        if (hidden == "$Zeros" || (isLstm && cell == "$Zeros"))
        {
            var sizes = $"new long[] {{ {X}.size(0), {arguments.Size("HiddenSize")} }}";
            yield return Step.Into($"{Torch}zeros({sizes}, dtype: {X}.dtype, device: {X}.device)", "Zeros");
        }

        yield return isLstm
            ? Step.Into($"{layer.Field}.call({X}, ({hidden}, {cell}))", Step.Flow, "NextCell")
            : $"{layer.Field}.call({X}, {hidden})";
    }

    private static void AddNonLinearity(CallArguments call, LayerArguments arguments, bool isElman)
    {
        if (isElman)
        {
            call.AddUnless(arguments.Choice("NonLinearity"), nameof(RecurrentActivation.Tanh), "nonLinearity", $"{Nn}NonLinearities.");
        }
    }

    /// <summary>EmbeddingBag takes no index from the end.</summary>
    private static string PaddingIdx(LayerModel layer)
    {
        var arguments = new LayerArguments(layer);
        if (arguments.Parameter<IndexParameter>("PaddingIdx").Read(layer.Arguments) is not { } index)
        {
            return "";
        }

        var count = arguments.Parameter<SizeParameter>("NumEmbeddings").Read(layer.Arguments)!;
        return (index.IsAtLeast(0) == Algebra.Truth.Refuted ? index + count : index).ToString();
    }
}
