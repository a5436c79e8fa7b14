using ShapeGen;
using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Normalisations.</summary>
internal static class NormalizationCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.OfModule(
                "BatchNorm1d",
                r => Channels(r, 1),
                a => nn.BatchNorm1d(Features(a), Eps(a), Momentum(a), Affine(a, true), Tracked(a, true))
            ),
            LayerCase.OfModule(
                "BatchNorm2d",
                r => Channels(r, 2),
                a => nn.BatchNorm2d(Features(a), Eps(a), Momentum(a), Affine(a, true), Tracked(a, true))
            ),
            LayerCase.OfModule(
                "BatchNorm3d",
                r => Channels(r, 3),
                a => nn.BatchNorm3d(Features(a), Eps(a), Momentum(a), Affine(a, true), Tracked(a, true))
            ),
            LayerCase.OfModule(
                "InstanceNorm1d",
                r => Channels(r, 1),
                a => nn.InstanceNorm1d(Features(a), Eps(a), Momentum(a), Affine(a, false), Tracked(a, false))
            ),
            LayerCase.OfModule(
                "InstanceNorm2d",
                r => Channels(r, 2),
                a => nn.InstanceNorm2d(Features(a), Eps(a), Momentum(a), Affine(a, false), Tracked(a, false))
            ),
            LayerCase.OfModule(
                "InstanceNorm3d",
                r => Channels(r, 3),
                a => nn.InstanceNorm3d(Features(a), Eps(a), Momentum(a), Affine(a, false), Tracked(a, false))
            ),
            LayerCase.OfModule(
                "GroupNorm",
                Groups,
                a =>
                {
                    var module = nn.GroupNorm(a.Int("NumGroups"), a.Int("NumChannels"), Eps(a), Affine(a, true));

                    // TorchSharp leaves them as the memory was.
                    if (Affine(a, true))
                    {
                        nn.init.ones_(module.weight);
                        nn.init.zeros_(module.bias);
                    }

                    return module;
                }
            ),
            LayerCase.OfModule(
                "LayerNorm",
                r => Layer(r, hasBias: true),
                a => nn.LayerNorm(a.Ints("NormalizedShape")!, Eps(a), a.Flag("ElementwiseAffine", true), a.Flag("Bias", true))
            ),
            // Which TorchSharp does not have: its definition, with the weight in a LayerNorm.
            LayerCase.OfModule(
                "RMSNorm",
                r => Layer(r, hasBias: false),
                a => nn.LayerNorm(a.Ints("NormalizedShape")!, Eps(a), a.Flag("ElementwiseAffine", true), bias: false),
                (a, m, x) => RootMeanSquare(a, m, x[0])
            ),
            LayerCase.Of(
                "LocalResponseNorm",
                r =>
                    new(
                        Draw.Some(
                            r,
                            Arguments.Of(("Size", Draw.Size(r.Next(1, 5)))),
                            ("Alpha", Draw.Number(r, 0.001, 0.1)),
                            ("Beta", Draw.Number(r, 0.5, 0.75)),
                            ("K", Draw.Number(r, 1, 2))
                        ),
                        Draw.Image(r, r.Next(1, 4), rankOff: true)
                    ),
                (a, x) => nn.LocalResponseNorm(a.Int("Size"), a.Number("Alpha", 1e-4), a.Number("Beta", 0.75), a.Number("K", 1)).call(x)
            ),
        ];

    private static long Features(Read a) => a.Int("NumFeatures");

    private static double Eps(Read a) => a.Number("Eps", 1e-5);

    private static double Momentum(Read a) => a.Number("Momentum", 0.1);

    private static bool Affine(Read a, bool standard) => a.Flag("Affine", standard);

    private static bool Tracked(Read a, bool standard) => a.Flag("TrackRunningStats", standard);

    private static Tensor RootMeanSquare(Read a, TorchSharp.Modules.LayerNorm norm, Tensor x)
    {
        var shape = a.Ints("NormalizedShape")!;
        if (!x.shape[Math.Max(0, (int)x.dim() - shape.Length)..].SequenceEqual(shape))
        {
            throw new ArgumentException("the last sizes are not the normalized shape");
        }

        var scaled = x / (x.pow(2).mean([.. Enumerable.Range(1, shape.Length).Select(i => (long)-i)], true) + Eps(a)).sqrt();
        return a.Flag("ElementwiseAffine", true) ? scaled * norm.weight : scaled;
    }

    private static Drawn Channels(Random random, int axes)
    {
        var input = Draw.Image(random, axes, rankOff: true);
        var channels =
            input.Length == axes + 1 && random.Next(2) == 0 ? input[0]
            : input.Length > 1 ? input[1]
            : 1;
        return new(
            Draw.Some(
                random,
                Arguments.Of(("NumFeatures", Draw.Size(Draw.Mostly(random, channels, 1, 5)))),
                ("Affine", Draw.Flag(random)),
                ("TrackRunningStats", Draw.Flag(random)),
                ("Eps", Draw.Number(random, 1e-5, 1e-3)),
                ("Momentum", Draw.Number(random, 0.1, 0.3))
            ),
            input
        );
    }

    private static Drawn Groups(Random random)
    {
        var input = Draw.Image(random, random.Next(1, 4), rankOff: true);
        var channels = input.Length > 1 ? input[1] : 1;
        return new(
            Draw.Some(
                random,
                Arguments.Of(("NumGroups", Draw.Size(random.Next(1, 4))), ("NumChannels", Draw.Size(Draw.Mostly(random, channels, 1, 5)))),
                ("Affine", Draw.Flag(random)),
                ("Eps", Draw.Number(random, 1e-5, 1e-3))
            ),
            input
        );
    }

    private static Drawn Layer(Random random, bool hasBias)
    {
        var input = Draw.Any(random);
        var count = random.Next(1, 3);
        long[] shape = [.. input[Math.Max(0, input.Length - count)..]];
        if (shape.Length == 0 || random.Next(10) == 0)
        {
            shape = [random.Next(1, 6)];
        }

        var arguments = Draw.Some(
            random,
            Arguments.Of(("NormalizedShape", ArgumentValue.Of([.. shape.Select(s => (Dim)s)]))),
            ("ElementwiseAffine", Draw.Flag(random)),
            ("Eps", Draw.Number(random, 1e-5, 1e-3))
        );
        return new(hasBias ? Draw.Some(random, arguments, ("Bias", Draw.Flag(random))) : arguments, input);
    }
}
