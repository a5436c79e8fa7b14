using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static ShapeGen.Generator.Emit.LayerEmission;

namespace ShapeGen.Generator.Emit;

/// <summary>The emission of pooling layers. Padding that libtorch cannot do itself is written out.</summary>
internal static class PoolingEmissions
{
    public static LayerEmission Max(int axes) =>
        Pooling(
            "max",
            axes,
            l =>
                l.Source.Type switch
                {
                    ElementType.Int32 => "int.MinValue",
                    ElementType.Int64 => "long.MinValue",
                    _ => "double.NegativeInfinity",
                }
        );

    public static LayerEmission Average(int axes) => Pooling("avg", axes, _ => "0");

    public static LayerEmission AdaptiveAverage(int axes) =>
        Overwritable(l => $"{Functional}adaptive_avg_pool{axes}d({X}, {WindowEmissions.Tuple(OutputSize(l))})");

    public static LayerEmission AdaptiveMax(int axes)
    {
        return new(l =>
        {
            var sizes = OutputSize(l);
            return
            [
                WithIndices(
                    l,
                    $"{Functional}adaptive_max_pool{axes}d",
                    $"({X}, {(axes == 1 ? sizes[0].ToString() : Literals.Array(sizes))})"
                ),
            ];
        });
    }

    /// <summary>
    /// TorchSharp 0.107 has none that works: both forms call something else. A maximum over a box is one over its sides, one after the
    /// other: first over height and width, with channels and depth as one axis; then over depth, with height and width as one.
    /// </summary>
    public static LayerEmission AdaptiveMax3d()
    {
        return new(l =>
        {
            var sizes = OutputSize(l);
            var lead = l.Input.Axes.Count - 4;
            var plane = sizes[1] * sizes[2];
            return
            [
                Step.Into($"{X}.flatten({lead}, {lead + 1})", "Planes"),
                Step.Into($"{Functional}adaptive_max_pool2d($Planes, {Literals.Array([sizes[1], sizes[2]])})", "Small"),
                $"$Small.unflatten({lead}, new long[] {{ -1, {X}.size({lead + 1}) }})",
                $"{X}.flatten({lead + 2}, {lead + 3})",
                $"{Functional}adaptive_max_pool2d({X}, {Literals.Array([sizes[0], plane])})",
                $"{X}.unflatten({lead + 2}, {Literals.Array([sizes[1], sizes[2]])})",
            ];
        });
    }

    public static LayerEmission GlobalAverage(int axes) =>
        Overwritable(_ => $"{X}.mean({Literals.Array(Enumerable.Range(2, axes).Select(i => (Dim)i))})");

    public static LayerEmission OfPowers(int axes)
    {
        return Overwritable(l =>
        {
            var windows = new LayerArguments(l).Windows();
            var arguments = new LayerArguments(l);
            Dim[] kernel = [.. windows.Select(w => w.Kernel)],
                stride = [.. windows.Select(w => w.Stride)];
            string Text(Dim[] sizes) => axes == 1 ? sizes[0].ToString() : Literals.Array(sizes);
            var call = new CallArguments(X)
                .Add($"norm_type: {arguments.Number("NormType")}")
                .Add($"kernel_size: {Text(kernel)}")
                .AddUnless(Text(stride), Text(kernel), "stride")
                .AddUnless(arguments.Flag("CeilMode"), "false", "ceil_mode");
            return $"{Functional}lp_pool{axes}d({call})";
        });
    }

    public static LayerEmission Fractional(int axes)
    {
        return new(l =>
        {
            var arguments = new LayerArguments(l);
            var sizes = l.Output.Axes.Skip(l.Output.Axes.Count - axes).Select(a => a.Size).ToArray();

            // The ratio is for a size that only a call knows.
            var output = sizes.All(s => s is { IsConstant: true })
                ? $"output_size: {Literals.Array(sizes!)}"
                : $"output_ratio: {Literals.Numbers(arguments.Factors("OutputRatio", axes)!)}";
            return
            [
                WithIndices(
                    l,
                    $"{Functional}fractional_max_pool{axes}d",
                    $"({X}, {Literals.Array(arguments.PerAxis("KernelSize")!)}, {output})"
                ),
            ];
        });
    }

    /// <summary>
    /// TorchSharp 0.107 ignores the stride unless the padding comes with it, aborts with a padding alone, and throws for an output size.
    /// So where the windows left something over, the values are put in their places by hand.
    /// </summary>
    public static LayerEmission Unpooling(int axes) =>
        new(l =>
        {
            var windows = new LayerArguments(l).Windows();
            var spatial = l.Output.Axes.Count - axes;
            bool IsWhole(Window window, int axis) =>
                window.Transpose(l.Input.Axes[spatial + axis].Size, Dim.Zero).Output is { } size
                && Dim.AreEqual(size, l.Output.Axes[spatial + axis].Size!) == Truth.Proved;

            return windows.Select(IsWhole).All(whole => whole) ? [Unpool(windows)] : Scatter(l, spatial, axes);
        });

    private static Step Unpool(Window[] windows)
    {
        string Text(IEnumerable<Dim> sizes) => windows.Length == 1 ? sizes.Single().ToString() : Literals.Array(sizes);
        return $"{Functional}max_unpool{windows.Length}d({X}, ${Indices}, {Text(windows.Select(w => w.Kernel))}, "
            + $"{Text(windows.Select(w => w.Stride))}, {Text(windows.Select(w => w.Padding!))})";
    }

    private static IEnumerable<Step> Scatter(LayerModel layer, int spatial, int axes)
    {
        var sizes = Enumerable
            .Range(spatial, axes)
            .Select(i => layer.Output.Axes[i].Size is { IsConstant: true } size ? size.ToString() : $"${IndexedImage}.size({i})")
            .ToArray();
        var leading = string.Join(", ", Enumerable.Range(0, spatial).Select(i => $"{X}.size({i})"));
        yield return Step.Into(
            $"{Torch}zeros(new long[] {{ {leading}, {string.Join(" * ", sizes)} }}, dtype: {X}.dtype, device: {X}.device)",
            "Zeros"
        );
        yield return Step.Into($"{X}.flatten({spatial})", "Values");
        yield return Step.Into($"${Indices}.flatten({spatial})", "Places");
        yield return $"$Zeros.scatter({spatial}, $Places, $Values)";
        yield return $"{X}.unflatten({spatial}, new long[] {{ {string.Join(", ", sizes)} }})";
    }

    private static Dim[] OutputSize(LayerModel layer) => new LayerArguments(layer).PerAxis("OutputSize")!;

    private static LayerEmission Overwritable(System.Func<LayerModel, string> expression) =>
        Call(expression) with
        {
            ResultCanBeOverwritten = true,
        };

    /// <summary>The call; where a later layer asks for the places of the maxima, the one that gives them too.</summary>
    private static Step WithIndices(LayerModel layer, string function, string arguments) =>
        layer.AreIndicesWanted ? Step.Into($"{function}_with_indices{arguments}", Step.Flow, Indices) : $"{function}{arguments}";

    private static LayerEmission Pooling(string kind, int axes, System.Func<LayerModel, string> neutral)
    {
        return new LayerEmission(l =>
        {
            var windows = new LayerArguments(l).Windows();
            var plan = PoolingPlan.Of(windows, l.Outcome.Windows);

            // The function that gives the indices, too, has no overload for tuples.
            var arguments = Arguments(l, kind, windows, plan, isArray: axes == 3 || (axes == 2 && l.AreIndicesWanted));
            return WindowEmissions
                .Pad(plan.Explicit, plan.Explicit.Count > 0, "Constant", neutral(l))
                .Append(WithIndices(l, $"{Functional}{kind}_pool{axes}d", $"({arguments})"))
                .Concat(Crop(l, plan));
        })
        {
            ResultCanBeOverwritten = true,
        };
    }

    private static string Arguments(LayerModel layer, string kind, Window[] windows, PoolingPlan plan, bool isArray)
    {
        Dim[] kernel = [.. windows.Select(w => w.Kernel)],
            stride = [.. windows.Select(w => w.Stride)],
            padding = [.. plan.Padding.Select(p => (Dim)p)],
            dilation = [.. windows.Select(w => w.Dilation)];
        Dim[][] spatial = [kernel, stride, padding, dilation];

        // A number for every one of them, or a tuple for every one.
        string Text(Dim[] sizes) =>
            isArray ? Literals.Array(sizes)
            : spatial.All(WindowEmissions.IsUniform) ? sizes[0].ToString()
            : WindowEmissions.TupleOfAll(sizes);
        string All(int size) => Text([.. windows.Select(_ => (Dim)size)]);

        var isSame = windows.Any(w => w.Padding is null);
        var arguments = new LayerArguments(layer);
        var call = new CallArguments(X)
            .Add($"kernel_size: {Text(kernel)}")
            .AddUnless(Text(stride), Text(kernel), kind == "max" && isArray ? "strides" : "stride")
            .AddUnless(Text(padding), All(0), "padding")
            .AddUnless(Text(dilation), All(1), "dilation")
            .AddUnless(Literals.Of(plan.CeilMode), "false", "ceil_mode");
        return kind == "max"
            ? call.ToString()
            : call.AddUnless(isSame ? "false" : arguments.Flag("CountIncludePad"), "true", "count_include_pad")
                .AddUnless(arguments.Size("DivisorOverride"), "", "divisor_override")
                .ToString();
    }

    private static IEnumerable<Step> Crop(LayerModel layer, PoolingPlan plan)
    {
        var leading = layer.Output.Axes.Count - plan.Padding.Count;
        for (var i = 0; i < plan.Crop.Count; i++)
        {
            if (plan.Crop[i])
            {
                yield return $"{X}.narrow({leading + i}, 1, {Literals.SizeOf(layer.Output, leading + i, less: 1)})";
            }
        }
    }
}
