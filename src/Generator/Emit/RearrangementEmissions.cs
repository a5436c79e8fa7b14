using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of layers that put values elsewhere.</summary>
internal static class RearrangementEmissions
{
    // In the order that TorchSharp takes them in.
    private static readonly string[] _patches = ["KernelSize", "Dilation", "Padding", "Stride"];

    public static string Flatten(LayerModel layer)
    {
        var output = layer.Output;
        var isSample = output.Rank == 2 && Flattening.MergedDim(layer.Arguments, layer.Input) == 1;
        var arguments = new LayerArguments(layer);
        return isSample && output.Axes[1].Size is { IsConstant: true }
            ? $"{X}.reshape(-1, {(GeneratedMembers.HasFlattenSize(layer) ? GeneratedMembers.FlattenSize(layer) : output.Axes[1].Size)})"
            : $"{X}.flatten({arguments.Size("StartDim")}, {arguments.Size("EndDim")})";
    }

    /// <summary>TorchSharp 0.107 refuses a negative dimension, so it is counted from the front.</summary>
    public static string Unflatten(LayerModel layer)
    {
        var dim = new LayerArguments(layer).Parameter<DimParameter>("Dim").Read(layer.Arguments, layer.Input.Axes.Count).Index;
        return $"{X}.unflatten({dim}, {Literals.Array(new LayerArguments(layer).Sizes("Sizes"))})";
    }

    public static string Sizes(LayerModel layer, string parameter) => string.Join(", ", new LayerArguments(layer).Sizes(parameter));

    public static LayerEmission Pad(PadMode? mode) =>
        Call(l =>
        {
            var arguments = new LayerArguments(l);
            var value = LayerCatalog.Find(l.Kind)!.Find("Value") is null ? "0" : arguments.Number("Value");
            return $"{Functional}pad({X}, {Literals.Array(arguments.PerAxis("Padding")!)}, {WindowEmissions.PaddingModes}{mode?.ToString() ?? "Constant"}, {value})";
        });

    public static string Unfold(LayerModel layer) => $"{Functional}unfold({X}, {Patches(layer)})";

    public static string Fold(LayerModel layer) => $"{Functional}fold({X}, {Pair(layer, "OutputSize")}, {Patches(layer)})";

    public static string Upsample(LayerModel layer)
    {
        var arguments = new LayerArguments(layer);
        var axes = layer.Input.Axes.Count - 2;
        var mode = arguments.Choice("Mode");
        var factors = arguments.Factors("ScaleFactor", axes);
        var size = factors is null
            ? $"size: {Literals.Array(layer.Output.Axes.Skip(2).Select(a => a.Size!))}"
            : $"scale_factor: {Literals.Numbers(factors)}";
        return $"{Functional}interpolate("
            + new CallArguments(X)
                .Add(size)
                .AddUnless(mode, nameof(Interpolation.Nearest), "mode", $"{Torch}InterpolationMode.")
                // Where it means something it is always given: libtorch warns on every call otherwise.
                .AddUnless(Upsampling.Interpolates(mode) ? arguments.Flag("AlignCorners") : "", "", "align_corners")
            + ")";
    }

    private static string Patches(LayerModel layer) => string.Join(", ", _patches.Select(name => Pair(layer, name)));

    private static string Pair(LayerModel layer, string name) => WindowEmissions.TupleOfAll(new LayerArguments(layer).PerAxis(name)!);
}
