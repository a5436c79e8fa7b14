using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// The emission of transposed convolutions. TorchSharp's modules take the first output padding for all axes; where they differ, the
/// function is called with the weights of the module.
/// </summary>
internal static class TransposedEmissions
{
    public static LayerEmission Of(int axes)
    {
        var name = $"ConvTranspose{axes}d";
        return new(l => Steps(l, axes))
        {
            State = LayerState.OfModule(name, l => $"{Nn}{name}({Arguments(l, axes)})"),
            ResultCanBeOverwritten = true,
        };
    }

    private static IEnumerable<Step> Steps(LayerModel layer, int axes)
    {
        var (windows, places) = Read(layer, axes);
        Dim[] outputPadding = [.. places.Select(p => p.OutputPadding)];
        yield return WindowEmissions.IsUniform(outputPadding)
            ? $"{layer.Field}.call({X})"
            : $"{Functional}conv_transpose{axes}d({X}, {layer.Field}.weight, {layer.Field}.bias, {Literals.Array(windows.Select(w => w.Stride))}, "
                + $"{Literals.Array(places.Select(p => p.Padding))}, {Literals.Array(outputPadding)}, "
                + $"{Literals.Array(windows.Select(w => w.Dilation))}, {new LayerArguments(layer).Size("Groups")})";

        var leading = layer.Output.Axes.Count - axes;
        for (var i = 0; i < axes; i++)
        {
            if (!places[i].Excess.Equals(Dim.Zero))
            {
                yield return $"{X}.narrow({leading + i}, 0, {Literals.SizeOf(layer.Output, leading + i, less: 1)})";
            }
        }
    }

    private static string Arguments(LayerModel layer, int axes)
    {
        var (windows, places) = Read(layer, axes);
        Dim[] outputPadding = [.. places.Select(p => p.OutputPadding)];
        var text = WindowEmissions.Texts(
            [.. windows.Select(w => w.Kernel)],
            [.. windows.Select(w => w.Stride)],
            [.. places.Select(p => p.Padding)],
            WindowEmissions.IsUniform(outputPadding) ? outputPadding : [.. outputPadding.Select(_ => Dim.Zero)],
            [.. windows.Select(w => w.Dilation)]
        );
        var arguments = new LayerArguments(layer);
        return new CallArguments($"in_channels: {arguments.Size("InChannels")}")
            .Add($"out_channels: {arguments.Size("OutChannels")}")
            .Add($"kernel_size: {text[0]}")
            .AddUnless(text[1], "1", "stride")
            .AddUnless(text[2], "0", "padding")
            .AddUnless(text[3], "0", "output_padding")
            .AddUnless(text[4], "1", "dilation")
            .AddUnless(arguments.Size("Groups"), "1", "groups")
            .AddUnless(arguments.Flag("Bias"), "true", "bias")
            .OnDevice();
    }

    private static (Window[] Windows, TransposedOutcome[] Places) Read(LayerModel layer, int axes)
    {
        var image = layer.Input.Axes.Skip(layer.Input.Axes.Count - axes).ToArray();
        var definition = (TransposedConvolution)LayerCatalog.Find(layer.Kind)!;
        return (definition.Windows(layer.Arguments)!, definition.Places(layer.Arguments, image));
    }
}
