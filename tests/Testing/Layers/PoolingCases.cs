using ShapeGen.Layers;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Testing.Layers;

/// <summary>Pooling, and its inverse.</summary>
internal static class PoolingCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.Of(
                "MaxPool1d",
                r => Pooling(r, 1, dilates: true),
                (a, x) =>
                    F.max_pool1d(
                        x,
                        a.Int("KernelSize"),
                        a.IntOrNull("Stride"),
                        a.Int("Padding"),
                        a.Int("Dilation", 1),
                        a.Flag("CeilMode", false)
                    )
            ),
            LayerCase.Of(
                "MaxPool2d",
                r => Pooling(r, 2, dilates: true),
                (a, x) =>
                    F.max_pool2d(
                        x,
                        a.Pair("KernelSize", 0),
                        a.PairOrNull("Stride"),
                        a.Pair("Padding", 0),
                        a.Pair("Dilation", 1),
                        a.Flag("CeilMode", false)
                    )
            ),
            LayerCase.Of(
                "MaxPool3d",
                r => Pooling(r, 3, dilates: true),
                (a, x) =>
                    F.max_pool3d(
                        x,
                        a.Spread("KernelSize", 3, 0),
                        a.SpreadOrNull("Stride", 3),
                        a.Spread("Padding", 3, 0),
                        a.Spread("Dilation", 3, 1),
                        a.Flag("CeilMode", false)
                    )
            ),
            LayerCase.Of(
                "AvgPool1d",
                r => Pooling(r, 1, dilates: false),
                (a, x) =>
                    F.avg_pool1d(
                        x,
                        a.Int("KernelSize"),
                        a.IntOrNull("Stride"),
                        a.Int("Padding"),
                        a.Flag("CeilMode", false),
                        a.Flag("CountIncludePad", true)
                    )
            ),
            LayerCase.Of(
                "AvgPool2d",
                r => Pooling(r, 2, dilates: false),
                (a, x) =>
                    F.avg_pool2d(
                        x,
                        a.Pair("KernelSize", 0),
                        a.PairOrNull("Stride"),
                        a.Pair("Padding", 0),
                        a.Flag("CeilMode", false),
                        a.Flag("CountIncludePad", true),
                        a.IntOrNull("DivisorOverride")
                    )
            ),
            LayerCase.Of(
                "AvgPool3d",
                r => Pooling(r, 3, dilates: false),
                (a, x) =>
                    F.avg_pool3d(
                        x,
                        a.Spread("KernelSize", 3, 0),
                        a.SpreadOrNull("Stride", 3),
                        a.Spread("Padding", 3, 0),
                        a.Flag("CeilMode", false),
                        a.Flag("CountIncludePad", true),
                        a.IntOrNull("DivisorOverride")
                    )
            ),
            LayerCase.Of("AdaptiveAvgPool1d", r => Adaptive(r, 1), (a, x) => F.adaptive_avg_pool1d(x, a.Int("OutputSize"))),
            LayerCase.Of("AdaptiveAvgPool2d", r => Adaptive(r, 2), (a, x) => F.adaptive_avg_pool2d(x, a.Spread("OutputSize", 2, 0))),
            LayerCase.Of("AdaptiveAvgPool3d", r => Adaptive(r, 3), (a, x) => F.adaptive_avg_pool3d(x, a.Spread("OutputSize", 3, 0))),
            LayerCase.Of("AdaptiveMaxPool1d", r => Adaptive(r, 1), (a, x) => F.adaptive_max_pool1d(x, a.Int("OutputSize"))),
            LayerCase.Of("AdaptiveMaxPool2d", r => Adaptive(r, 2), (a, x) => F.adaptive_max_pool2d(x, a.Spread("OutputSize", 2, 0))),
            // TorchSharp's always throws: this is its definition.
            LayerCase.Of("AdaptiveMaxPool3d", r => Adaptive(r, 3), (a, x) => AdaptiveMax3d(x, a.Spread("OutputSize", 3, 0))),
            .. Enumerable.Range(1, 3).Select(GlobalAverage),
            LayerCase.Of(
                "LPPool1d",
                r => Powers(r, 1),
                (a, x) => F.lp_pool1d(x, a.Number("NormType", 2), a.Int("KernelSize"), a.IntOrNull("Stride"), a.Flag("CeilMode", false))
            ),
            LayerCase.Of(
                "LPPool2d",
                r => Powers(r, 2),
                (a, x) =>
                    F.lp_pool2d(
                        x,
                        a.Number("NormType", 2),
                        a.Spread("KernelSize", 2, 0),
                        a.SpreadOrNull("Stride", 2),
                        a.Flag("CeilMode", false)
                    )
            ),
            LayerCase.Of(
                "FractionalMaxPool2d",
                r => Fractional(r, 2),
                (a, x) =>
                    nn.FractionalMaxPool2d(a.Spread("KernelSize", 2, 0), a.SpreadOrNull("OutputSize", 2), a.Numbers("OutputRatio", 2))
                        .call(x)
            ),
            LayerCase.Of(
                "FractionalMaxPool3d",
                r => Fractional(r, 3),
                (a, x) =>
                    nn.FractionalMaxPool3d(a.Spread("KernelSize", 3, 0), a.SpreadOrNull("OutputSize", 3), a.Numbers("OutputRatio", 3))
                        .call(x)
            ),
            // Stride and padding together: TorchSharp ignores the first without the second.
            LayerCase.OfTwo(
                "MaxUnpool1d",
                r => Unpooling(r, 1),
                (a, x, i) => F.max_unpool1d(x, i, a.Int("KernelSize"), a.IntOrNull("Stride") ?? a.Int("KernelSize"), a.Int("Padding"))
            ),
            LayerCase.OfTwo(
                "MaxUnpool2d",
                r => Unpooling(r, 2),
                (a, x, i) =>
                    F.max_unpool2d(
                        x,
                        i,
                        a.Spread("KernelSize", 2, 0),
                        a.SpreadOrNull("Stride", 2) ?? a.Spread("KernelSize", 2, 0),
                        a.Spread("Padding", 2, 0)
                    )
            ),
            LayerCase.OfTwo(
                "MaxUnpool3d",
                r => Unpooling(r, 3),
                (a, x, i) =>
                    F.max_unpool3d(
                        x,
                        i,
                        a.Spread("KernelSize", 3, 0),
                        a.SpreadOrNull("Stride", 3) ?? a.Spread("KernelSize", 3, 0),
                        a.Spread("Padding", 3, 0)
                    )
            ),
        ];

    private static LayerCase GlobalAverage(int axes) =>
        LayerCase.Of(
            $"GlobalAvgPool{axes}d",
            r => new(default, Draw.Image(r, axes, rankOff: true)),
            (_, x) =>
                x.dim() == axes + 2
                    ? x.mean([.. Enumerable.Range(2, axes).Select(i => (long)i)])
                    : throw new ArgumentException("our own layer takes a batch")
        );

    /// <summary>The largest value of each box, box by box: from floor(i·in / out) to ceil((i + 1)·in / out).</summary>
    private static Tensor AdaptiveMax3d(Tensor x, long[] sizes)
    {
        if (x.dim() is not (4 or 5) || sizes.Any(s => s < 1) || !x.is_floating_point())
        {
            throw new ArgumentException("a batch of volumes of numbers, or one, to sizes of at least 1");
        }

        var lead = (int)x.dim() - 3;
        Tensor Along(Tensor t, int axis)
        {
            var (size, places) = (t.size(lead + axis), sizes[axis]);
            var parts = Enumerable
                .Range(0, (int)places)
                .Select(i =>
                {
                    var (start, end) = (i * size / places, ((i + 1) * size + places - 1) / places);
                    return t.narrow(lead + axis, start, end - start).amax([lead + axis], true);
                });
            return cat([.. parts], lead + axis);
        }

        return Along(Along(Along(x, 0), 1), 2);
    }

    private static Drawn Pooling(Random random, int axes, bool dilates)
    {
        var arguments = Draw.Some(
            random,
            Arguments.Of(("KernelSize", Draw.Sizes(random, axes, 1, 4))),
            ("Stride", Draw.Sizes(random, axes, 1, 4, bad: axes == 1 ? -1 : 0)),
            ("Padding", Draw.Sizes(random, axes, 0, 3)),
            ("CeilMode", Draw.Flag(random))
        );
        arguments = dilates
            ? Draw.Some(random, arguments, ("Dilation", Draw.Sizes(random, axes, 1, 3, bad: 0)))
            : Draw.Some(random, arguments, ("CountIncludePad", Draw.Flag(random)));
        return new(
            !dilates && axes > 1 ? Draw.Some(random, arguments, ("DivisorOverride", Draw.Size(random.Next(1, 4)))) : arguments,
            Draw.Image(random, axes, rankOff: true)
        );
    }

    private static Drawn Adaptive(Random random, int axes) =>
        new(Arguments.Of(("OutputSize", Draw.Sizes(random, axes, 1, 9, bad: -1))), Draw.Image(random, axes, rankOff: true));

    private static Drawn Powers(Random random, int axes) =>
        new(
            Draw.Some(
                random,
                Arguments.Of(("NormType", Draw.Number(random, 1, 2, 3)), ("KernelSize", Draw.Sizes(random, axes, 1, 4))),
                ("Stride", Draw.Sizes(random, axes, 1, 4, bad: -1)),
                ("CeilMode", Draw.Flag(random))
            ),
            Draw.Image(random, axes, rankOff: true)
        );

    private static Drawn Fractional(Random random, int axes)
    {
        var output =
            random.Next(2) == 0
                ? ("OutputSize", Draw.Sizes(random, axes, 1, 5))
                : (
                    "OutputRatio",
                    random.Next(2) == 0
                        ? Draw.Number(random, 0.25, 0.5, 0.7, 0.9)
                        : ArgumentValue.OfNumbers([.. Enumerable.Range(0, axes).Select(_ => Draw.OneOf(random, 0.25, 0.5, 0.8))])
                );
        return new(Arguments.Of(("KernelSize", Draw.Sizes(random, axes, 1, 3)), output), Draw.Image(random, axes, rankOff: true));
    }

    private static Drawn Unpooling(Random random, int axes)
    {
        var input = Draw.Image(random, axes, rankOff: true);
        var arguments = Draw.Some(
            random,
            Arguments.Of(("Indices", ArgumentValue.OfLayer("pool")), ("KernelSize", Draw.Sizes(random, axes, 1, 4))),
            ("Stride", Draw.Sizes(random, axes, 1, 4)),
            ("Padding", Draw.Sizes(random, axes, 0, 1))
        );

        // Zeros are places in every image.
        return new(arguments, new TensorSpec(input), new TensorSpec(Draw.Nearly(random, input), Below: 1));
    }
}
