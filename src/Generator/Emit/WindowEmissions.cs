using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of convolutions. Padding that libtorch cannot do itself is written out.</summary>
internal static class WindowEmissions
{
    public const string PaddingModes = "global::TorchSharp.PaddingModes.";

    public static LayerEmission Convolution(int axes)
    {
        var name = $"Conv{axes}d";
        return new(l =>
            Pad(l.Outcome.Windows, ConvolutionPadding(l) is null, ModeOf(l) == nameof(PadMode.Zeros) ? "Constant" : ModeOf(l), "0")
                .Append($"{l.Field}.call({X})")
        )
        {
            State = LayerState.OfModule(name, l => $"{Nn}{name}({ConvolutionArguments(l)})"),
            ResultCanBeOverwritten = true,
        };
    }

    private static string ModeOf(LayerModel layer) => new LayerArguments(layer).Choice("PaddingMode");

    /// <summary>The symmetric padding of each axis; null where some axis needs more behind than before.</summary>
    private static Dim[]? ConvolutionPadding(LayerModel layer) =>
        layer.Outcome.Windows.All(w => w.PadBefore!.Equals(w.PadAfter)) ? layer.Outcome.Windows.Select(w => w.PadBefore!).ToArray() : null;

    private static string ConvolutionArguments(LayerModel layer)
    {
        var windows = new LayerArguments(layer).Windows();
        var padding = ConvolutionPadding(layer);
        var text = Texts(
            [.. windows.Select(w => w.Kernel)],
            [.. windows.Select(w => w.Stride)],
            padding ?? [.. windows.Select(_ => Dim.Zero)],
            [.. windows.Select(w => w.Dilation)]
        );
        var arguments = new LayerArguments(layer);
        var isPaddedHere = padding?.Any(p => !p.Equals(Dim.Zero)) == true;
        return new CallArguments($"in_channels: {arguments.Size("InChannels")}")
            .Add($"out_channels: {arguments.Size("OutChannels")}")
            .Add($"kernel_size: {text[0]}")
            .AddUnless(text[1], "1", "stride")
            .AddUnless(text[2], "0", "padding")
            .AddUnless(text[3], "1", "dilation")
            .AddUnless(
                isPaddedHere ? PaddingModes + ModeOf(layer) : "",
                isPaddedHere ? PaddingModes + nameof(PadMode.Zeros) : "",
                "padding_mode"
            )
            .AddUnless(arguments.Size("Groups"), "1", "groups")
            .AddUnless(arguments.Flag("Bias"), "true", "bias")
            .OnDevice();
    }

    /// <summary>TorchSharp takes either a number for every one of them or a tuple for every one.</summary>
    public static string[] Texts(params Dim[][] spatial) =>
        spatial.All(IsUniform) ? [.. spatial.Select(s => s[0].ToString())] : [.. spatial.Select(TupleOfAll)];

    public static IEnumerable<Step> Pad(EquatableArray<WindowOutcome> sides, bool isNeeded, string mode, string value)
    {
        if (isNeeded)
        {
            // TorchSharp pads the last dimension first.
            var sizes = sides.Reverse().SelectMany(s => new[] { s.PadBefore!, s.PadAfter! });
            yield return $"{Functional}pad({X}, {Literals.Array(sizes)}, {PaddingModes}{mode}, {value})";
        }
    }

    public static bool IsUniform(Dim[] sizes) => sizes.All(s => s.Equals(sizes[0]));

    public static string Tuple(Dim[] sizes) => IsUniform(sizes) ? sizes[0].ToString() : TupleOfAll(sizes);

    public static string TupleOfAll(Dim[] sizes) => $"({string.Join(", ", (object[])sizes)})";
}
