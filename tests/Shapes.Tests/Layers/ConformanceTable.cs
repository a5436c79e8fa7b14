using ShapeGen.Layers;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Shapes.Tests.Layers;

/// <summary>The layers that are compared with libtorch. A new layer is one row here.</summary>
internal static class ConformanceTable
{
    public static IReadOnlyList<ConformanceRow> Rows { get; } =
    [
        new(
            "Conv1d",
            r => Convolution(r, 1),
            (a, x) =>
                nn.Conv1d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Int("KernelSize"),
                        a.Int("Stride", 1),
                        a.Int("Padding"),
                        a.Int("Dilation", 1),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    )
                    .call(x)
        ),
        new(
            "Conv2d",
            r => Convolution(r, 2),
            (a, x) =>
                nn.Conv2d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Pair("KernelSize", 0),
                        a.Pair("Stride", 1),
                        a.Pair("Padding", 0),
                        a.Pair("Dilation", 1),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    )
                    .call(x)
        ),
        new(
            "Conv3d",
            r => Convolution(r, 3),
            (a, x) =>
                nn.Conv3d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Triple("KernelSize", 0),
                        a.Triple("Stride", 1),
                        a.Triple("Padding", 0),
                        a.Triple("Dilation", 1),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    )
                    .call(x)
        ),
        new(
            "MaxPool1d",
            r => Pooling(r, 1, dilates: true),
            (a, x) =>
                F.max_pool1d(
                    x,
                    a.Int("KernelSize"),
                    a.Ints("Stride")?[0],
                    a.Int("Padding"),
                    a.Int("Dilation", 1),
                    a.Flag("CeilMode", false)
                )
        ),
        new(
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
        new(
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
        new(
            "AvgPool1d",
            r => Pooling(r, 1, dilates: false),
            (a, x) =>
                F.avg_pool1d(
                    x,
                    a.Int("KernelSize"),
                    a.Ints("Stride")?[0],
                    a.Int("Padding"),
                    a.Flag("CeilMode", false),
                    a.Flag("CountIncludePad", true)
                )
        ),
        new(
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
                    a.Ints("DivisorOverride")?[0]
                )
        ),
        new(
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
                    a.Ints("DivisorOverride")?[0]
                )
        ),
        new("AdaptiveAvgPool1d", r => Adaptive(r, 1), (a, x) => F.adaptive_avg_pool1d(x, a.Int("OutputSize"))),
        new("AdaptiveAvgPool2d", r => Adaptive(r, 2), (a, x) => F.adaptive_avg_pool2d(x, a.Spread("OutputSize", 2, 0))),
        new("AdaptiveAvgPool3d", r => Adaptive(r, 3), (a, x) => F.adaptive_avg_pool3d(x, a.Spread("OutputSize", 3, 0))),
        new(
            "GlobalAvgPool2d",
            r => (default, Draw.Image(r, 2, rankOff: true)),
            (_, x) => x.dim() == 4 ? x.mean([2, 3]) : throw new ArgumentException("our own layer takes a batch of images")
        ),
        new(
            "BatchNorm1d",
            r => Normalization(r, 1),
            (a, x) =>
                nn.BatchNorm1d(a.Int("NumFeatures"), affine: a.Flag("Affine", true), track_running_stats: a.Flag("TrackRunningStats", true))
                    .call(x)
        ),
        new(
            "BatchNorm2d",
            r => Normalization(r, 2),
            (a, x) =>
                nn.BatchNorm2d(a.Int("NumFeatures"), affine: a.Flag("Affine", true), track_running_stats: a.Flag("TrackRunningStats", true))
                    .call(x)
        ),
        new(
            "BatchNorm3d",
            r => Normalization(r, 3),
            (a, x) =>
                nn.BatchNorm3d(a.Int("NumFeatures"), affine: a.Flag("Affine", true), track_running_stats: a.Flag("TrackRunningStats", true))
                    .call(x)
        ),
        new("Linear", Dense, (a, x) => nn.Linear(a.Int("InFeatures"), a.Int("OutFeatures"), a.Flag("Bias", true)).call(x)),
        new("Flatten", Flatten, (a, x) => nn.Flatten(a.Int("StartDim", 1), a.Int("EndDim", -1)).call(x)),
        // TorchSharp 0.107 refuses a negative dimension here; the generator counts it from the front, and so does this row.
        new(
            "Unflatten",
            Unflatten,
            (a, x) => x.unflatten(a.Int("Dim") < 0 ? a.Int("Dim") + Math.Max(x.dim(), 1) : a.Int("Dim"), a.Ints("Sizes")!)
        ),
        new("Reshape", Reshape, (a, x) => x.reshape(a.Ints("Shape")!)),
        new("Softmax", Distribution, (a, x) => F.softmax(x, a.Int("Dim"))),
        new("LogSoftmax", Distribution, (a, x) => F.log_softmax(x, a.Int("Dim"))),
        new(
            "Dropout",
            r => (Arguments.Of(("P", ArgumentValue.OfNumber(Draw.OneOf(r, 0.0, 0.25, 0.5, 1.0, -0.1, 1.5)))), Draw.Any(r)),
            (a, x) => nn.Dropout(a.Number("P", 0.5)).call(x)
        ),
        Activation("ReLU", x => nn.ReLU().call(x)),
        Activation("ReLU6", x => nn.ReLU6().call(x)),
        Activation("GELU", x => nn.GELU().call(x)),
        Activation("SELU", x => nn.SELU().call(x)),
        Activation("SiLU", x => nn.SiLU().call(x)),
        Activation("Mish", x => nn.Mish().call(x)),
        Activation("Sigmoid", x => nn.Sigmoid().call(x)),
        Activation("Tanh", x => nn.Tanh().call(x)),
        Activation("Tanhshrink", x => nn.Tanhshrink().call(x)),
        Activation("Softsign", x => nn.Softsign().call(x)),
        Activation("LogSigmoid", x => nn.LogSigmoid().call(x)),
        Activation("Hardsigmoid", x => nn.Hardsigmoid().call(x)),
        Activation("Hardswish", x => nn.Hardswish().call(x)),
        Activation("Hardshrink", x => nn.Hardshrink().call(x)),
        Activation("Hardtanh", x => nn.Hardtanh().call(x)),
        Activation("ELU", x => nn.ELU().call(x)),
        Activation("CELU", x => nn.CELU().call(x)),
        Activation("LeakyReLU", x => nn.LeakyReLU().call(x)),
        Activation("Softplus", x => nn.Softplus().call(x)),
        Activation("Softshrink", x => nn.Softshrink().call(x)),
        Activation("Identity", x => nn.Identity().call(x)),
    ];

    private static ConformanceRow Activation(string name, Func<Tensor, Tensor> run) =>
        new(name, r => (default, Draw.Any(r)), (_, x) => run(x));

    private static (Arguments, long[]) Convolution(Random random, int axes)
    {
        var input = Draw.Image(random, axes, rankOff: true);
        var channels = input.Length > axes ? input[^(axes + 1)] : 1;
        var arguments = Arguments.Of(
            ("InChannels", Draw.Size(Draw.Mostly(random, channels, 1, 5))),
            ("OutChannels", Draw.Size(random.Next(1, 7))),
            ("KernelSize", Draw.Sizes(random, axes, 1, 4))
        );
        return (
            Draw.Some(
                random,
                arguments,
                ("Stride", Draw.Sizes(random, axes, 1, 4, bad: 0)),
                ("Padding", Draw.Sizes(random, axes, 0, 3)),
                ("Dilation", Draw.Sizes(random, axes, 1, 3, bad: 0)),
                ("Groups", Draw.Size(random.Next(1, 4))),
                ("Bias", ArgumentValue.Of(random.Next(2) == 0))
            ),
            input
        );
    }

    private static (Arguments, long[]) Pooling(Random random, int axes, bool dilates)
    {
        var arguments = Draw.Some(
            random,
            Arguments.Of(("KernelSize", Draw.Sizes(random, axes, 1, 4))),
            ("Stride", Draw.Sizes(random, axes, 1, 4, bad: axes == 1 ? -1 : 0)),
            ("Padding", Draw.Sizes(random, axes, 0, 3)),
            ("CeilMode", ArgumentValue.Of(random.Next(2) == 0))
        );
        arguments = dilates
            ? Draw.Some(random, arguments, ("Dilation", Draw.Sizes(random, axes, 1, 3, bad: 0)))
            : Draw.Some(random, arguments, ("CountIncludePad", ArgumentValue.Of(random.Next(2) == 0)));
        return (
            !dilates && axes > 1 ? Draw.Some(random, arguments, ("DivisorOverride", Draw.Size(random.Next(1, 4)))) : arguments,
            Draw.Image(random, axes, rankOff: true)
        );
    }

    private static (Arguments, long[]) Adaptive(Random random, int axes) =>
        (Arguments.Of(("OutputSize", Draw.Sizes(random, axes, 1, 9, bad: -1))), Draw.Image(random, axes, rankOff: true));

    private static (Arguments, long[]) Normalization(Random random, int axes)
    {
        var input = Draw.Image(random, axes, rankOff: true);
        var channels = input.Length > 1 ? input[1] : 1;
        return (
            Draw.Some(
                random,
                Arguments.Of(("NumFeatures", Draw.Size(Draw.Mostly(random, channels, 1, 5)))),
                ("Affine", ArgumentValue.Of(random.Next(2) == 0)),
                ("TrackRunningStats", ArgumentValue.Of(random.Next(2) == 0))
            ),
            input
        );
    }

    private static (Arguments, long[]) Dense(Random random)
    {
        var input = Draw.Any(random);
        var features = input.Length > 0 ? input[^1] : 1;
        return (
            Draw.Some(
                random,
                Arguments.Of(("InFeatures", Draw.Size(Draw.Mostly(random, features, 1, 6))), ("OutFeatures", Draw.Size(random.Next(1, 6)))),
                ("Bias", ArgumentValue.Of(random.Next(2) == 0))
            ),
            input
        );
    }

    private static (Arguments, long[]) Flatten(Random random) =>
        (
            Draw.Some(random, default, ("StartDim", Draw.Size(random.Next(-4, 5))), ("EndDim", Draw.Size(random.Next(-4, 5)))),
            Draw.Any(random)
        );

    private static (Arguments, long[]) Unflatten(Random random)
    {
        var input = Draw.Any(random, largest: 24);
        var dim = random.Next(-input.Length - 1, input.Length + 1);
        var size = dim >= -input.Length && dim < input.Length ? input[dim < 0 ? dim + input.Length : dim] : 6;
        return (Arguments.Of(("Dim", Draw.Size(dim)), ("Sizes", Draw.Factors(random, size))), input);
    }

    private static (Arguments, long[]) Reshape(Random random)
    {
        var input = Draw.Any(random, largest: 8);
        return (Arguments.Of(("Shape", Draw.Factors(random, input.Aggregate(1L, (a, b) => a * b)))), input);
    }

    private static (Arguments, long[]) Distribution(Random random) =>
        (Arguments.Of(("Dim", Draw.Size(random.Next(-5, 5)))), Draw.Any(random));
}
