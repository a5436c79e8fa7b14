using ShapeGen;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Dense layers and embeddings.</summary>
internal static class DenseCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.OfModule("Linear", Dense, a => nn.Linear(a.Int("InFeatures"), a.Int("OutFeatures"), a.Flag("Bias", true))),
            LayerCase.OfModule(
                "Bilinear",
                Bilinear,
                a => nn.Bilinear(a.Int("In1Features"), a.Int("In2Features"), a.Int("OutFeatures"), a.Flag("Bias", true)),
                (_, m, x) => m.call(x[0], x[1])
            ),
            LayerCase.OfModule(
                "Embedding",
                r => Embedding(r, Indices(r, Draw.Any(r))),
                a =>
                    nn.Embedding(
                        a.Int("NumEmbeddings"),
                        a.Int("EmbeddingDim"),
                        a.IntOrNull("PaddingIdx"),
                        a.NumberOrNull("MaxNorm"),
                        a.Number("NormType", 2),
                        a.Flag("ScaleGradByFreq", false)
                    )
            ),
            LayerCase.OfModule(
                "EmbeddingBag",
                EmbeddingBag,
                a =>
                    nn.EmbeddingBag(
                        a.Int("NumEmbeddings"),
                        a.Int("EmbeddingDim"),
                        a.NumberOrNull("MaxNorm"),
                        a.Number("NormType", 2),
                        a.Flag("ScaleGradByFreq", false),
                        a.Choice("Mode", EmbeddingBagMode.Mean),
                        padding_index: Wrapped(a)
                    ),
                (_, m, x) => m.call(x[0])
            ),
            LayerCase.Of("PositionalEncoding", Positions, Positions),
            LayerCase.OfModule(
                "PositionalEmbedding",
                r => WithWidth(r, Positions(r)),
                a => nn.Embedding(a.Int("MaxLength"), a.Int("EmbeddingDim")),
                (_, m, x) =>
                    x[0].dim() == 3 && x[0].size(2) == m.weight!.size(1)
                        ? x[0] + m.weight.narrow(0, 0, x[0].size(1))
                        : throw new ArgumentException("our own layer takes sequences of the width that was stated")
            ),
            LayerCase.OfModule(
                "ClassToken",
                r => WithWidth(r, new(default, Draw.Sequences(r))),
                a => nn.Embedding(1, a.Int("EmbeddingDim")),
                (_, m, x) => cat([m.weight!.unsqueeze(0).expand(x[0].dim() == 3 ? x[0].size(0) : -1, 1, -1), x[0]], 1)
            ),
        ];

    private static Drawn Dense(Random random)
    {
        var input = Draw.Any(random);
        var features = input.Length > 0 ? input[^1] : 1;
        return new(
            Draw.Some(
                random,
                Arguments.Of(("InFeatures", Draw.Size(Draw.Mostly(random, features, 1, 6))), ("OutFeatures", Draw.Size(random.Next(1, 6)))),
                ("Bias", Draw.Flag(random))
            ),
            input
        );
    }

    private static Drawn Bilinear(Random random)
    {
        var first = Draw.Any(random);
        var second = Draw.Nearly(random, [.. first.SkipLast(1), random.Next(1, 5)]);
        return new(
            Draw.Some(
                random,
                Arguments.Of(
                    ("Input2", ArgumentValue.OfLayer("other")),
                    ("In1Features", Draw.Size(Draw.Mostly(random, first.LastOrDefault(1), 1, 5))),
                    ("In2Features", Draw.Size(Draw.Mostly(random, second.LastOrDefault(1), 1, 5))),
                    ("OutFeatures", Draw.Size(random.Next(1, 5)))
                ),
                ("Bias", Draw.Flag(random))
            ),
            new TensorSpec(first),
            new TensorSpec(second)
        );
    }

    private static TensorSpec Indices(Random random, long[] shape) => new(shape, random.Next(12) == 0 ? null : 3);

    private static Drawn Embedding(Random random, TensorSpec input) =>
        new(
            Draw.Some(
                random,
                Arguments.Of(("NumEmbeddings", Draw.Size(random.Next(3, 6))), ("EmbeddingDim", Draw.Size(random.Next(1, 5)))),
                ("PaddingIdx", Draw.Size(random.Next(10) == 0 ? Draw.OneOf(random, -7, 6) : random.Next(-3, 3))),
                ("MaxNorm", Draw.Number(random, 0.5, 2)),
                ("NormType", Draw.Number(random, 1, 2)),
                ("ScaleGradByFreq", Draw.Flag(random))
            ),
            input
        );

    private static Drawn EmbeddingBag(Random random)
    {
        var shape = random.Next(8) == 0 ? Draw.Any(random) : [random.Next(1, 4), random.Next(1, 5)];
        var drawn = Embedding(random, Indices(random, shape));
        var mode = Draw.Choice<BagMode>(random);
        return drawn with { Arguments = Draw.Some(random, drawn.Arguments, ("Mode", mode)) };
    }

    private static long Wrapped(Read a) =>
        a.IntOrNull("PaddingIdx") is not { } index ? -1
        : index >= 0 ? index
        : index + a.Int("NumEmbeddings") is var wrapped && wrapped >= 0 ? wrapped
        : throw new ArgumentException("beyond the first");

    private static Drawn WithWidth(Random random, Drawn drawn)
    {
        var width = drawn.Inputs[0].Shape is { Length: > 0 } shape ? shape[^1] : 1;
        return drawn with { Arguments = drawn.Arguments.With("EmbeddingDim", Draw.Size(Draw.Mostly(random, width, 1, 6))) };
    }

    private static Drawn Positions(Random random) => new(Arguments.Of(("MaxLength", Draw.Size(random.Next(3, 9)))), Draw.Sequences(random));

    private static Tensor Positions(Read a, Tensor x)
    {
        if (x.dim() != 3 || x.size(1) > a.Int("MaxLength"))
        {
            throw new ArgumentException("our own layer takes sequences that are not too long");
        }

        var (length, width) = ((int)x.size(1), (int)x.size(2));
        var table = new float[length, width];
        for (var position = 0; position < length; position++)
        {
            for (var i = 0; i < width; i++)
            {
                var angle = position / Math.Pow(10000, i / 2 * 2.0 / width);
                table[position, i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        return x + tensor(table);
    }
}
