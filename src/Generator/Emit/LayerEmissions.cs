using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of every kind of layer of the <see cref="LayerCatalog"/>.</summary>
internal static class LayerEmissions
{
    private static readonly Dictionary<string, LayerEmission> _byKind = new(StringComparer.Ordinal)
    {
        ["Conv1d"] = WindowEmissions.Convolution(1),
        ["Conv2d"] = WindowEmissions.Convolution(2),
        ["Conv3d"] = WindowEmissions.Convolution(3),
        ["MaxPool1d"] = WindowEmissions.MaxPooling(1),
        ["MaxPool2d"] = WindowEmissions.MaxPooling(2),
        ["MaxPool3d"] = WindowEmissions.MaxPooling(3),
        ["AvgPool1d"] = WindowEmissions.AveragePooling(1),
        ["AvgPool2d"] = WindowEmissions.AveragePooling(2),
        ["AvgPool3d"] = WindowEmissions.AveragePooling(3),
        ["AdaptiveAvgPool1d"] = WindowEmissions.AdaptiveAveragePooling(1),
        ["AdaptiveAvgPool2d"] = WindowEmissions.AdaptiveAveragePooling(2),
        ["AdaptiveAvgPool3d"] = WindowEmissions.AdaptiveAveragePooling(3),
        ["GlobalAvgPool2d"] = Call(_ => $"{Operand}.mean(new long[] {{ 2, 3 }})") with { ResultCanBeOverwritten = true },
        ["BatchNorm1d"] = BatchNorm(1),
        ["BatchNorm2d"] = BatchNorm(2),
        ["BatchNorm3d"] = BatchNorm(3),
        ["Linear"] = Field("Linear", l => Linear(new(l))) with { ResultCanBeOverwritten = true },
        ["Dropout"] = Field("Dropout", l => $"{Nn}Dropout({new LayerArguments(l).Number("P")})"),
        ["Flatten"] = Call(Flatten),
        ["Unflatten"] = Call(Unflatten),
        ["Reshape"] = Call(l => $"{Operand}.reshape({string.Join(", ", new LayerArguments(l).Sizes("Shape"))})"),
        ["ReLU"] = Activation("relu") with { InPlace = "relu_()" },
        ["ReLU6"] = Activation("relu6") with { InPlace = "relu6_()" },
        ["GELU"] = Activation("gelu"),
        ["SELU"] = Activation("selu"),
        ["SiLU"] = Activation("silu"),
        ["Mish"] = Activation("mish"),
        ["Sigmoid"] = Activation("sigmoid"),
        ["Tanh"] = Activation("tanh"),
        ["Tanhshrink"] = Activation("tanhshrink"),
        ["Softsign"] = Activation("softsign"),
        ["LogSigmoid"] = Activation("logsigmoid"),
        ["Hardsigmoid"] = Activation("hardsigmoid"),
        ["Hardswish"] = Activation("hardswish"),
        ["ELU"] = Activation("elu", "Alpha"),
        ["CELU"] = Activation("celu", "Alpha"),
        ["LeakyReLU"] = Activation("leaky_relu", "NegativeSlope"),
        ["Hardshrink"] = Activation("hardshrink", "Lambda"),
        ["Softshrink"] = Activation("softshrink", "Lambda"),
        // TorchSharp 0.107's hardtanh gives its input back as it is, in every form.
        ["Hardtanh"] = Call(l => $"{Operand}.clamp({new LayerArguments(l).Number("MinVal")}, {new LayerArguments(l).Number("MaxVal")})"),
        ["Softplus"] = Activation("softplus", "Beta", "Threshold"),
        ["Identity"] = new(_ => []),
        ["Softmax"] = Call(l => $"{Functional}softmax({Operand}, {new LayerArguments(l).Size("Dim")})"),
        ["LogSoftmax"] = Call(l => $"{Functional}log_softmax({Operand}, {new LayerArguments(l).Size("Dim")})"),
    };

    public static IReadOnlyCollection<string> Kinds => _byKind.Keys;

    public static LayerEmission Of(string kind) => _byKind[kind];

    public static LayerEmission? Find(string kind) => _byKind.TryGetValue(kind, out var emission) ? emission : null;

    private static LayerEmission Activation(string name, params string[] numbers) =>
        Call(l => $"{Functional}{name}({string.Join(", ", numbers.Select(n => new LayerArguments(l).Number(n)).Prepend(Operand))})");

    private static LayerEmission BatchNorm(int axes) =>
        Field($"BatchNorm{axes}d", l => $"{Nn}BatchNorm{axes}d({BatchNormArguments(new(l))})") with
        {
            ResultCanBeOverwritten = true,
        };

    private static string BatchNormArguments(LayerArguments arguments) =>
        new CallArguments($"num_features: {arguments.Size("NumFeatures")}")
            .AddUnless(arguments.Number("Eps"), arguments.DefaultNumber("Eps"), "eps")
            .AddUnless(arguments.Number("Momentum"), arguments.DefaultNumber("Momentum"), "momentum")
            .AddUnless(arguments.Flag("Affine"), "true", "affine")
            .AddUnless(arguments.Flag("TrackRunningStats"), "true", "track_running_stats")
            .OnDevice();

    private static string Linear(LayerArguments arguments) =>
        $"{Nn}Linear("
        + new CallArguments($"inputSize: {arguments.Size("InFeatures")}")
            .Add($"outputSize: {arguments.Size("OutFeatures")}")
            .AddUnless(arguments.Flag("Bias"), "true", "hasBias")
            .OnDevice()
        + ")";

    /// <summary>TorchSharp 0.107 refuses a negative dimension, so it is counted from the front.</summary>
    private static string Unflatten(LayerModel layer)
    {
        var dim = new DimParameter("Dim").Read(layer.Arguments, layer.Input.Axes.Count).Index;
        return $"{Operand}.unflatten({dim}, {Literals.Array(new LayerArguments(layer).Sizes("Sizes"))})";
    }

    private static string Flatten(LayerModel layer)
    {
        var output = layer.Output;
        var isSample = output.Rank == 2 && output.Axes[0] == layer.Input.Axes[0];
        var arguments = new LayerArguments(layer);
        return isSample
            ? $"{Operand}.reshape(-1, {GeneratedMembers.FlattenSize(layer)})"
            : $"{Operand}.flatten({arguments.Size("StartDim")}, {arguments.Size("EndDim")})";
    }
}
