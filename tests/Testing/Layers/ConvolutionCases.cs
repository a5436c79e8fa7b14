using ShapeGen;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Testing.Layers;

/// <summary>Convolutions, forth and back.</summary>
internal static class ConvolutionCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.OfModule(
                "Conv1d",
                r => Convolution(r, 1),
                a =>
                    nn.Conv1d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Int("KernelSize"),
                        a.Int("Stride", 1),
                        a.Int("Padding"),
                        a.Int("Dilation", 1),
                        a.Choice("PaddingMode", PaddingModes.Zeros),
                        a.Int("Groups", 1),
                        a.Flag("Bias", true)
                    )
            ),
            LayerCase.OfModule(
                "Conv2d",
                r => Convolution(r, 2),
                a =>
                    nn.Conv2d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Pair("KernelSize", 0),
                        a.Pair("Stride", 1),
                        a.Pair("Padding", 0),
                        a.Pair("Dilation", 1),
                        a.Choice("PaddingMode", PaddingModes.Zeros),
                        a.Int("Groups", 1),
                        a.Flag("Bias", true)
                    )
            ),
            LayerCase.OfModule(
                "Conv3d",
                r => Convolution(r, 3),
                a =>
                    nn.Conv3d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Triple("KernelSize", 0),
                        a.Triple("Stride", 1),
                        a.Triple("Padding", 0),
                        a.Triple("Dilation", 1),
                        a.Choice("PaddingMode", PaddingModes.Zeros),
                        a.Int("Groups", 1),
                        a.Flag("Bias", true)
                    )
            ),
            LayerCase.OfModule(
                "ConvTranspose1d",
                r => Transposed(r, 1),
                a =>
                    nn.ConvTranspose1d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Int("KernelSize"),
                        a.Int("Stride", 1),
                        a.Int("Padding"),
                        a.Int("OutputPadding"),
                        a.Int("Dilation", 1),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    )
            ) with
            {
                IsRefused = d => IsRefused(d, 1),
            },
            // The modules use the first output padding for every axis, so these rows call the functions.
            LayerCase.OfModule(
                "ConvTranspose2d",
                r => Transposed(r, 2),
                a =>
                    nn.ConvTranspose2d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Pair("KernelSize", 0),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    ),
                (a, m, x) =>
                    F.conv_transpose2d(
                        x[0],
                        m.weight,
                        m.bias,
                        a.Spread("Stride", 2, 1),
                        a.Spread("Padding", 2, 0),
                        a.Spread("OutputPadding", 2, 0),
                        a.Spread("Dilation", 2, 1),
                        a.Int("Groups", 1)
                    )
            ) with
            {
                IsRefused = d => IsRefused(d, 2),
            },
            LayerCase.OfModule(
                "ConvTranspose3d",
                r => Transposed(r, 3),
                a =>
                    nn.ConvTranspose3d(
                        a.Int("InChannels"),
                        a.Int("OutChannels"),
                        a.Triple("KernelSize", 0),
                        groups: a.Int("Groups", 1),
                        bias: a.Flag("Bias", true)
                    ),
                (a, m, x) =>
                    F.conv_transpose3d(
                        x[0],
                        m.weight,
                        m.bias,
                        a.Spread("Stride", 3, 1),
                        a.Spread("Padding", 3, 0),
                        a.Spread("OutputPadding", 3, 0),
                        a.Spread("Dilation", 3, 1),
                        a.Int("Groups", 1)
                    )
            ) with
            {
                IsRefused = d => IsRefused(d, 3),
            },
        ];

    /// <summary>
    /// No dilation or a negative size: libtorch 2.10 ends the process, "terminate called after throwing an instance of 'dnnl::error'".
    /// Without a bias, groups that do not divide the filters make fewer of them.
    /// </summary>
    private static bool IsRefused(Drawn drawn, int axes)
    {
        var (a, image) = (new Read(drawn.Arguments), drawn.Inputs[0].Shape);
        var (kernel, stride, dilation) = (a.Spread("KernelSize", axes, 0), a.Spread("Stride", axes, 1), a.Spread("Dilation", axes, 1));
        var (padding, outputPadding) = (a.Spread("Padding", axes, 0), a.Spread("OutputPadding", axes, 0));
        return dilation.Contains(0)
            || a.Int("OutChannels") % a.Int("Groups", 1) != 0
            || (
                image.Length > axes
                && Enumerable
                    .Range(0, axes)
                    .Any(i =>
                        (image[^(axes - i)] - 1) * stride[i] - 2 * padding[i] + dilation[i] * (kernel[i] - 1) + outputPadding[i] + 1 < 0
                    )
            );
    }

    private static Drawn Convolution(Random random, int axes)
    {
        var (arguments, input) = Channels(random, axes);
        return new(
            Draw.Some(random, arguments, ("Padding", Draw.Sizes(random, axes, 0, 3)), ("PaddingMode", Draw.Choice<PadMode>(random))),
            input
        );
    }

    private static Drawn Transposed(Random random, int axes)
    {
        var (arguments, input) = Channels(random, axes);
        return new(
            Draw.Some(
                random,
                arguments,
                ("Padding", Draw.Sizes(random, axes, 0, 2)),
                ("OutputPadding", Draw.Sizes(random, axes, 0, random.Next(5) == 0 ? 3 : 1))
            ),
            input
        );
    }

    private static (Arguments Arguments, long[] Input) Channels(Random random, int axes)
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
                ("Dilation", Draw.Sizes(random, axes, 1, 3, bad: 0)),
                ("Groups", Draw.Size(random.Next(1, 4))),
                ("Bias", Draw.Flag(random))
            ),
            input
        );
    }
}
