using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of layers with a window. Padding that libtorch cannot do itself is written out.</summary>
internal static class WindowEmissions
{
    public static LayerEmission Convolution(int axes)
    {
        var parameters = new WindowParameters(axes);
        var name = $"Conv{axes}d";
        return new(l => Pad(l.Outcome.Windows, ConvolutionPadding(l) is null, "0").Append($"{l.Name}.call({Operand})"))
        {
            Module = name,
            Create = l => $"{Nn}{name}({ConvolutionArguments(l, parameters)})",
            ResultCanBeOverwritten = true,
        };
    }

    public static LayerEmission MaxPooling(int axes) => Pooling("max", axes, "double.NegativeInfinity");

    public static LayerEmission AveragePooling(int axes) => Pooling("avg", axes, "0");

    public static LayerEmission AdaptiveAveragePooling(int axes)
    {
        var outputSize = new SizesParameter("OutputSize", axes);
        return Call(l => $"{Functional}adaptive_avg_pool{axes}d({Operand}, {Tuple(outputSize.Read(l.Arguments)!)})") with
        {
            ResultCanBeOverwritten = true,
        };
    }

    /// <summary>The symmetric padding of each axis; null where some axis needs more behind than before.</summary>
    private static Dim[]? ConvolutionPadding(LayerModel layer) =>
        layer.Outcome.Windows.All(w => w.PadBefore!.Equals(w.PadAfter)) ? layer.Outcome.Windows.Select(w => w.PadBefore!).ToArray() : null;

    private static string ConvolutionArguments(LayerModel layer, WindowParameters parameters)
    {
        var windows = parameters.Read(layer.Arguments, strideIsKernel: false)!;
        var padding = ConvolutionPadding(layer) ?? windows.Select(_ => Dim.Zero).ToArray();
        Dim[][] spatial =
        [
            [.. windows.Select(w => w.Kernel)],
            [.. windows.Select(w => w.Stride)],
            padding,
            [.. windows.Select(w => w.Dilation)],
        ];

        // TorchSharp takes either a number for every one of them or a tuple for every one.
        var text = spatial.All(IsUniform) ? spatial.Select(s => s[0].ToString()).ToArray() : spatial.Select(TupleOfAll).ToArray();
        var arguments = new LayerArguments(layer);
        return new CallArguments($"in_channels: {arguments.Size("InChannels")}")
            .Add($"out_channels: {arguments.Size("OutChannels")}")
            .Add($"kernel_size: {text[0]}")
            .AddUnless(text[1], "1", "stride")
            .AddUnless(text[2], "0", "padding")
            .AddUnless(text[3], "1", "dilation")
            .AddUnless(arguments.Size("Groups"), "1", "groups")
            .AddUnless(arguments.Flag("Bias"), "true", "bias")
            .OnDevice();
    }

    private static LayerEmission Pooling(string kind, int axes, string neutral)
    {
        var parameters = new WindowParameters(axes);
        return new LayerEmission(l =>
        {
            var windows = parameters.Read(l.Arguments, strideIsKernel: true)!;
            var plan = PoolingPlan.Of(windows, l.Outcome.Windows);
            var pool = $"{Functional}{kind}_pool{axes}d({PoolingArguments(l, kind, windows, plan)})";
            return Pad(plan.Explicit, plan.Explicit.Count > 0, neutral).Append(pool).Concat(Crop(l, plan));
        })
        {
            ResultCanBeOverwritten = true,
        };
    }

    private static string PoolingArguments(LayerModel layer, string kind, Window[] windows, PoolingPlan plan)
    {
        Dim[] kernel = [.. windows.Select(w => w.Kernel)],
            stride = [.. windows.Select(w => w.Stride)],
            padding = [.. plan.Padding.Select(p => (Dim)p)],
            dilation = [.. windows.Select(w => w.Dilation)];
        Dim[][] spatial = [kernel, stride, padding, dilation];

        // Three axes: arrays. Otherwise a number for every one of them, or a tuple for every one.
        string Text(Dim[] sizes) =>
            windows.Length == 3 ? Literals.Array(sizes)
            : spatial.All(IsUniform) ? sizes[0].ToString()
            : TupleOfAll(sizes);
        string All(int size) => Text([.. windows.Select(_ => (Dim)size)]);

        var isSame = windows.Any(w => w.Padding is null);
        var arguments = new LayerArguments(layer);
        var call = new CallArguments(Operand)
            .Add($"kernel_size: {Text(kernel)}")
            .AddUnless(Text(stride), Text(kernel), kind == "max" && windows.Length == 3 ? "strides" : "stride")
            .AddUnless(Text(padding), All(0), "padding")
            .AddUnless(Text(dilation), All(1), "dilation")
            .AddUnless(Literals.Of(plan.CeilMode), "false", "ceil_mode");
        return kind == "max"
            ? call.ToString()
            : call.AddUnless(isSame ? "false" : arguments.Flag("CountIncludePad"), "true", "count_include_pad")
                .AddUnless(arguments.Size("DivisorOverride"), "", "divisor_override")
                .ToString();
    }

    private static IEnumerable<string> Pad(EquatableArray<WindowOutcome> sides, bool isNeeded, string value)
    {
        if (isNeeded)
        {
            // TorchSharp pads the last dimension first.
            var sizes = sides.Reverse().SelectMany(s => new[] { s.PadBefore!, s.PadAfter! });
            yield return $"{Functional}pad({Operand}, {Literals.Array(sizes)}, global::TorchSharp.PaddingModes.Constant, {value})";
        }
    }

    private static IEnumerable<string> Crop(LayerModel layer, PoolingPlan plan)
    {
        var leading = layer.Output.Axes.Count - plan.Padding.Count;
        return plan
            .Crop.Select((crop, i) => crop ? $"{Operand}.narrow({leading + i}, 1, {layer.Output.Axes[leading + i]})" : null)
            .OfType<string>();
    }

    private static bool IsUniform(Dim[] sizes) => sizes.All(s => s.Equals(sizes[0]));

    private static string Tuple(Dim[] sizes) => IsUniform(sizes) ? sizes[0].ToString() : TupleOfAll(sizes);

    private static string TupleOfAll(Dim[] sizes) => $"({string.Join(", ", (object[])sizes)})";
}
