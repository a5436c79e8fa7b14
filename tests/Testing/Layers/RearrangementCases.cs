using ShapeGen;
using ShapeGen.Layers;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Testing.Layers;

/// <summary>Layers that put values elsewhere, and distances.</summary>
internal static class RearrangementCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.Of(
                "Flatten",
                r => new(Draw.Some(r, default, ("StartDim", Draw.Size(r.Next(-4, 5))), ("EndDim", Draw.Size(r.Next(-4, 5)))), Draw.Any(r)),
                (a, x) => nn.Flatten(a.Int("StartDim", 1), a.Int("EndDim", -1)).call(x)
            ),
            // TorchSharp 0.107 refuses a negative dimension here; the generator counts it from the front, and so does this row.
            LayerCase.Of("Unflatten", Unflatten, (a, x) => x.unflatten(FromFront(a.Int("Dim"), x), a.Ints("Sizes")!)),
            LayerCase.Of("Reshape", Reshape, (a, x) => x.reshape(a.Ints("Shape")!)),
            LayerCase.Of("Permute", Permute, (a, x) => x.permute(a.Ints("Dims")!)),
            LayerCase.Of(
                "Squeeze",
                r => new(Arguments.Of(("Dim", Draw.Size(r.Next(-4, 5)))), Draw.Any(r, largest: 2)),
                (a, x) => x.squeeze(a.Int("Dim"))
            ),
            LayerCase.Of(
                "Unsqueeze",
                r => new(Arguments.Of(("Dim", Draw.Size(r.Next(-5, 6)))), Draw.Any(r)),
                (a, x) => x.unsqueeze(a.Int("Dim"))
            ),
            LayerCase.Of(
                "Select",
                r => new(Arguments.Of(("Dim", Draw.Size(r.Next(-4, 5))), ("Index", Draw.Size(r.Next(-5, 5)))), Draw.Any(r)),
                (a, x) => x.select(a.Int("Dim"), a.Int("Index"))
            ),
            LayerCase.Of("Mean", Mean, (a, x) => x.mean(a.Ints("Dims")!, a.Flag("KeepDim", false))),
            LayerCase.Of("PixelShuffle", r => Pixels(r, "UpscaleFactor", 1), (a, x) => nn.PixelShuffle(a.Int("UpscaleFactor")).call(x)),
            LayerCase.Of(
                "PixelUnshuffle",
                r => Pixels(r, "DownscaleFactor", 2),
                (a, x) => nn.PixelUnshuffle(a.Int("DownscaleFactor")).call(x)
            ),
            LayerCase.Of(
                "ChannelShuffle",
                r => new(Arguments.Of(("Groups", Draw.Size(r.Next(1, 4)))), Draw.Image(r, r.Next(1, 4), rankOff: true)),
                (a, x) => nn.ChannelShuffle(a.Int("Groups")).call(x)
            ),
            LayerCase.Of(
                "Unfold",
                r => new(Patches(r, Arguments.Of(("KernelSize", Draw.Sizes(r, 2, 1, 4)))), Draw.Image(r, 2, rankOff: true)),
                (a, x) => nn.Unfold(a.Pair("KernelSize", 0), a.Pair("Dilation", 1), a.Pair("Padding", 0), a.Pair("Stride", 1)).call(x)
            ),
            LayerCase.Of(
                "Fold",
                Fold,
                (a, x) =>
                    nn.Fold(
                            a.Pair("OutputSize", 0),
                            a.Pair("KernelSize", 0),
                            a.Pair("Dilation", 1),
                            a.Pair("Padding", 0),
                            a.Pair("Stride", 1)
                        )
                        .call(x)
            ),
            LayerCase.Of("Upsample", Upsample, Upsample),
            LayerCase.OfTwo(
                "CosineSimilarity",
                r => Two(r, Draw.Some(r, Other("X2"), ("Dim", Draw.Size(r.Next(-4, 4))), ("Eps", Draw.Number(r, 1e-8, 1e-3)))),
                (a, x, y) => nn.CosineSimilarity(a.Int("Dim", 1), a.Number("Eps", 1e-8)).call(x, y)
            ),
            LayerCase.OfTwo(
                "PairwiseDistance",
                r => Two(r, Draw.Some(r, Other("X2"), ("P", Draw.Number(r, 1, 2, 3)), ("KeepDim", Draw.Flag(r)))),
                (a, x, y) => nn.PairwiseDistance(a.Number("P", 2), a.Number("Eps", 1e-6), a.Flag("KeepDim", false)).call(x, y)
            ),
        ];

    public static Arguments Other(string parameter) => Arguments.Of((parameter, ArgumentValue.OfLayer("other")));

    private static long FromFront(long dim, Tensor x) => dim < 0 ? dim + Math.Max(x.dim(), 1) : dim;

    private static Drawn Unflatten(Random random)
    {
        var input = Draw.Any(random, largest: 24);
        var dim = random.Next(-input.Length - 1, input.Length + 1);
        var size = dim >= -input.Length && dim < input.Length ? input[dim < 0 ? dim + input.Length : dim] : 6;
        return new(Arguments.Of(("Dim", Draw.Size(dim)), ("Sizes", Draw.Factors(random, size))), input);
    }

    private static Drawn Reshape(Random random)
    {
        var input = Draw.Any(random, largest: 8);
        return new(Arguments.Of(("Shape", Draw.Factors(random, input.Aggregate(1L, (a, b) => a * b)))), input);
    }

    private static Drawn Permute(Random random)
    {
        var input = Draw.Image(random, random.Next(1, 3));
        var dims = Enumerable.Range(0, input.Length).Select(i => (Dim)(random.Next(3) == 0 ? i - input.Length : i)).ToArray();
        random.Shuffle(dims.AsSpan(random.Next(2)..));
        dims = random.Next(10) == 0 ? [.. dims, random.Next(-4, 4)] : dims;
        dims[^1] = random.Next(12) == 0 ? random.Next(-5, 6) : dims[^1];
        return new(Arguments.Of(("Dims", ArgumentValue.Of(dims))), input);
    }

    private static Drawn Mean(Random random)
    {
        var dims = Enumerable.Range(0, random.Next(1, 3)).Select(_ => (Dim)random.Next(-4, 4));
        return new(
            Draw.Some(random, Arguments.Of(("Dims", ArgumentValue.Of([.. dims]))), ("KeepDim", Draw.Flag(random))),
            Draw.Any(random)
        );
    }

    private static Drawn Pixels(Random random, string factor, int axes)
    {
        var r = random.Next(1, 4);
        var input = random.Next(8) == 0 ? Draw.Any(random) : Draw.Image(random, 2);
        for (var i = 0; i < input.Length; i++)
        {
            // The channels before the image, or the image itself.
            var isScaled = axes == 1 ? i == input.Length - 3 : i >= input.Length - 2;
            input[i] *= isScaled && random.Next(8) > 0 ? (axes == 1 ? r * r : r) : 1;
        }

        return new(Arguments.Of((factor, Draw.Size(r))), input);
    }

    private static Arguments Patches(Random random, Arguments arguments) =>
        Draw.Some(
            random,
            arguments,
            ("Dilation", Draw.Sizes(random, 2, 1, 2, bad: 0)),
            ("Padding", Draw.Sizes(random, 2, 0, 2)),
            ("Stride", Draw.Sizes(random, 2, 1, 3, bad: 0))
        );

    private static Drawn Fold(Random random)
    {
        var arguments = Patches(
            random,
            Arguments.Of(("OutputSize", Draw.Sizes(random, 2, 2, 8)), ("KernelSize", Draw.Sizes(random, 2, 1, 3)))
        );
        var a = new Read(arguments);
        var (size, kernel, dilation, padding, stride) = (
            a.Spread("OutputSize", 2, 0),
            a.Spread("KernelSize", 2, 0),
            a.Spread("Dilation", 2, 1),
            a.Spread("Padding", 2, 0),
            a.Spread("Stride", 2, 1)
        );
        long Places(int i) => stride[i] < 1 ? 1 : Math.Max(0, size[i] + 2 * padding[i] - dilation[i] * (kernel[i] - 1) - 1) / stride[i] + 1;

        var values = random.Next(1, 4) * kernel[0] * kernel[1];
        long[] columns = [values, Places(0) * Places(1)];
        long[] input = random.Next(5) == 0 ? columns : [random.Next(1, 4), .. columns];
        return new(arguments, Draw.Nearly(random, input));
    }

    private static Drawn Upsample(Random random)
    {
        var axes = random.Next(1, 4);
        var fitting = axes switch
        {
            1 => Interpolation.Linear,
            2 => Draw.OneOf(random, Interpolation.Bilinear, Interpolation.Bicubic),
            _ => Interpolation.Trilinear,
        };
        var mode =
            random.Next(10) == 0
                ? Draw.Choice<Interpolation>(random)
                : ArgumentValue.OfChoice(Draw.OneOf(random, fitting, Interpolation.Nearest, Interpolation.Area).ToString());
        var arguments = Arguments.Of(
            random.Next(2) == 0 ? ("Size", Draw.Sizes(random, axes, 1, 9))
            : random.Next(2) == 0 ? ("ScaleFactor", Draw.Number(random, 0.3, 0.5, 1.5, 2, 3))
            : ("ScaleFactor", ArgumentValue.OfNumbers([.. Enumerable.Range(0, axes).Select(_ => Draw.OneOf(random, 0.5, 0.7, 2))]))
        );
        return new(
            Draw.Some(random, arguments, ("Mode", mode), ("AlignCorners", Draw.Flag(random))),
            Draw.Image(random, axes, rankOff: true)
        );
    }

    private static Tensor Upsample(Read a, Tensor x)
    {
        var axes = (int)Math.Max(0, x.dim() - 2);
        var mode = a.Choice("Mode", InterpolationMode.Nearest);
        var corners = a.Flag("AlignCorners", false);
        return F.interpolate(x, a.SpreadOrNull("Size", axes), a.Numbers("ScaleFactor", axes), mode, corners ? true : null);
    }

    /// <summary>Two shapes that can mostly be broadcast.</summary>
    private static Drawn Two(Random random, Arguments arguments)
    {
        var first = Draw.Any(random);
        long[] second = [.. first.Select(s => random.Next(5) == 0 ? 1 : s)];
        second = Draw.Nearly(random, second[random.Next(second.Length > 0 && random.Next(5) == 0 ? 2 : 1)..]);
        return new(arguments, new TensorSpec(first), new TensorSpec(second));
    }
}
