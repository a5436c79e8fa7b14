using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Dense layers, embeddings, and layers over sequences. The batch comes first; TorchSharp's attention has it second.</summary>
internal static class SequenceCases
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
                "RNN",
                r => Recurrent(r, activates: true),
                a =>
                    nn.RNN(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Choice("NonLinearity", nn.NonLinearities.Tanh),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "GRU",
                r => Recurrent(r),
                a =>
                    nn.GRU(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "LSTM",
                r => Recurrent(r),
                a =>
                    nn.LSTM(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state, _) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "RNNCell",
                r => Cell(r, ["Hidden"], activates: true),
                a =>
                    nn.RNNCell(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Choice("NonLinearity", nn.NonLinearities.Tanh),
                        a.Flag("Bias", true)
                    ),
                (_, m, x) => m.call(Step(x[0]), x.Length > 1 ? x[1] : null!)
            ),
            LayerCase.OfModule(
                "GRUCell",
                r => Cell(r, ["Hidden"]),
                a => nn.GRUCell(a.Int("InputSize"), a.Int("HiddenSize"), a.Flag("Bias", true)),
                (_, m, x) => m.call(Step(x[0]), x.Length > 1 ? x[1] : null!)
            ),
            LayerCase.OfModule(
                "LSTMCell",
                r => Cell(r, ["Hidden", "Cell"]),
                a => nn.LSTMCell(a.Int("InputSize"), a.Int("HiddenSize"), a.Flag("Bias", true)),
                (a, m, x) =>
                {
                    var zeros = torch.zeros(Step(x[0]).size(0), a.Int("HiddenSize"));
                    var hidden = a.Has("Hidden") ? x[1] : zeros;
                    return m.call(x[0], (hidden, a.Has("Cell") ? x[^1] : zeros)).Item1;
                }
            ),
            LayerCase.OfModule(
                "MultiheadAttention",
                Attention,
                a =>
                    nn.MultiheadAttention(
                        a.Int("EmbedDim"),
                        a.Int("NumHeads"),
                        a.Number("Dropout", 0),
                        a.Flag("Bias", true),
                        a.Flag("AddBiasKv", false),
                        a.Flag("AddZeroAttn", false)
                    ),
                (a, m, x) =>
                {
                    var query = Turned(x[0]);
                    var key = a.Has("Key") ? Turned(x[1]) : query;
                    var value = a.Has("Value") ? Turned(x[^1]) : key;
                    var mask = a.Flag("IsCausal", false) ? Mask(query) : null;
                    return Turned(m.call(query, key, value, null, true, mask).Item1);
                }
            ),
            LayerCase.OfModule(
                "TransformerEncoderLayer",
                r => Transformer(r, null),
                a => nn.TransformerEncoderLayer(Width(a), Heads(a), Hidden(a), Drop(a), Act(a)),
                (a, m, x) => Turned(a.Flag("IsCausal", false) ? m.call(Turned(x[0]), Mask(Turned(x[0]))) : m.call(Turned(x[0])))
            ),
            LayerCase.OfModule(
                "TransformerEncoder",
                r => Transformer(r, null, "NumLayers"),
                a => nn.TransformerEncoder(nn.TransformerEncoderLayer(Width(a), Heads(a), Hidden(a), Drop(a), Act(a)), a.Int("NumLayers")),
                (a, m, x) => Turned(a.Flag("IsCausal", false) ? m.call(Turned(x[0]), Mask(Turned(x[0]))) : m.call(Turned(x[0])))
            ),
            LayerCase.OfModule(
                "TransformerDecoderLayer",
                r => Transformer(r, "Memory"),
                a => nn.TransformerDecoderLayer(Width(a), Heads(a), Hidden(a), Drop(a), Act(a)),
                (a, m, x) =>
                    Turned(m.call(Turned(x[0]), Turned(x[1]), a.Flag("IsCausal", false) ? Mask(Turned(x[0])) : null!, null!, null!, null!))
            ),
            LayerCase.OfModule(
                "TransformerDecoder",
                r => Transformer(r, "Memory", "NumLayers"),
                a => nn.TransformerDecoder(nn.TransformerDecoderLayer(Width(a), Heads(a), Hidden(a), Drop(a), Act(a)), a.Int("NumLayers")),
                (a, m, x) =>
                    Turned(m.call(Turned(x[0]), Turned(x[1]), a.Flag("IsCausal", false) ? Mask(Turned(x[0])) : null!, null!, null!, null!))
            ),
            LayerCase.OfModule(
                "Transformer",
                r => Transformer(r, "Src", "NumEncoderLayers", "NumDecoderLayers"),
                a =>
                    nn.Transformer(
                        Width(a),
                        Heads(a),
                        a.Int("NumEncoderLayers", 6),
                        a.Int("NumDecoderLayers", 6),
                        Hidden(a),
                        Drop(a),
                        Act(a)
                    ),
                (a, m, x) =>
                    Turned(
                        m.call(
                            Turned(x[1]),
                            Turned(x[0]),
                            null!,
                            a.Flag("IsCausal", false) ? Mask(Turned(x[0])) : null!,
                            null!,
                            null!,
                            null!,
                            null!
                        )
                    )
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

    /// <summary>TorchSharp takes no index from the end here.</summary>
    private static long Wrapped(Read a) =>
        a.IntOrNull("PaddingIdx") is not { } index ? -1
        : index >= 0 ? index
        : index + a.Int("NumEmbeddings") is var wrapped && wrapped >= 0 ? wrapped
        : throw new ArgumentException("beyond the first");

    private static Drawn Positions(Random random) => new(Arguments.Of(("MaxLength", Draw.Size(random.Next(3, 9)))), Draw.Sequences(random));

    /// <summary>As the paper defines it, value by value.</summary>
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

    private static Drawn Recurrent(Random random, bool activates = false)
    {
        var input = Draw.Sequences(random);
        var arguments = Draw.Some(
            random,
            Arguments.Of(
                ("InputSize", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 6))),
                ("HiddenSize", Draw.Size(random.Next(1, 5)))
            ),
            ("NumLayers", Draw.Size(random.Next(1, 4))),
            ("Bias", Draw.Flag(random)),
            ("Dropout", Draw.Number(random, 0, 0, 0.5, 1.5)),
            ("Bidirectional", Draw.Flag(random)),
            ("ReturnSequences", Draw.Flag(random))
        );
        return new(activates ? Draw.Some(random, arguments, ("NonLinearity", Draw.Choice<RecurrentActivation>(random))) : arguments, input);
    }

    /// <summary>The sequence, or the last state of the last layer, both directions side by side.</summary>
    private static Tensor Picked(Read a, Tensor sequence, Tensor state)
    {
        if (a.Flag("ReturnSequences", true))
        {
            return sequence;
        }

        return a.Flag("Bidirectional", false) ? cat([state[-2], state[-1]], 1) : state[-1];
    }

    private static Drawn Cell(Random random, string[] states, bool activates = false)
    {
        long[] input = random.Next(10) == 0 ? Draw.Any(random) : [random.Next(1, 4), random.Next(1, 5)];
        var hidden = random.Next(1, 5);
        var arguments = Draw.Some(
            random,
            Arguments.Of(("InputSize", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 5))), ("HiddenSize", Draw.Size(hidden))),
            [("Bias", Draw.Flag(random)), .. states.Select(s => (s, ArgumentValue.OfLayer("state")))]
        );
        arguments = activates ? Draw.Some(random, arguments, ("NonLinearity", Draw.Choice<RecurrentActivation>(random))) : arguments;
        var given = states
            .Where(s => arguments[s] is not null)
            .Select(_ => new TensorSpec(Draw.Nearly(random, [input.FirstOrDefault(1), hidden])));
        return new(arguments, [new TensorSpec(input), .. given]);
    }

    /// <summary>A cell also takes one sample without a batch; ours does not.</summary>
    private static Tensor Step(Tensor x) => x.dim() == 2 ? x : throw new ArgumentException("our own layer takes a batch");

    private static Drawn Attention(Random random)
    {
        var heads = random.Next(1, 4);
        var input = Draw.Sequences(random);
        if (input.Length == 3)
        {
            input[2] = Draw.Mostly(random, heads * random.Next(1, 4), 1, 7);
        }

        var arguments = Draw.Some(
            random,
            Arguments.Of(("EmbedDim", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 6))), ("NumHeads", Draw.Size(heads))),
            ("Dropout", Draw.Number(random, 0, 0.5)),
            ("Bias", Draw.Flag(random)),
            ("AddBiasKv", Draw.Flag(random)),
            ("AddZeroAttn", Draw.Flag(random))
        );
        if (input.Length != 3 || random.Next(3) > 0)
        {
            return new(Draw.Some(random, arguments, ("IsCausal", Draw.Flag(random))), input);
        }

        // The batch is not compared by libtorch, which computes nonsense then; ours is always one and the same.
        long[] other = [input[0], random.Next(1, 6), Draw.Mostly(random, input[2], 1, 6)];
        var named = Draw.Some(random, new(default), ("Key", ArgumentValue.OfLayer("key")), ("Value", ArgumentValue.OfLayer("value")));
        long[] second = [other[0], Draw.Mostly(random, other[1], 1, 6), Draw.Mostly(random, other[2], 1, 6)];
        TensorSpec[] others =
            named.Items.Count == 2 ? [new(other), new(second)]
            : named.Items.Count == 1 ? [new(other)]
            : [];
        return new(new Arguments(arguments.Items.Concat(named.Items).ToEquatableArray()), [new TensorSpec(input), .. others]);
    }

    private static Drawn Transformer(Random random, string? other, params string[] counts)
    {
        var heads = random.Next(1, 3);
        var input = Draw.Sequences(random);
        if (input.Length == 3)
        {
            input[2] = Draw.Mostly(random, heads * random.Next(1, 3), 1, 5);
        }

        var arguments = Draw.Some(
            random,
            Arguments.Of(
                ("DModel", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 5))),
                ("NHead", Draw.Size(heads)),
                ("DimFeedforward", Draw.Size(random.Next(1, 5)))
            ),
            ("Dropout", Draw.Number(random, 0, 0.5)),
            ("Activation", Draw.Choice<TransformerActivation>(random)),
            ("IsCausal", Draw.Flag(random))
        );
        arguments = new(
            arguments
                .Items.Concat(counts.Select(c => new Argument(c, Draw.Size(random.Next(1, 3)))))
                .Concat(other is null ? [] : [new Argument(other, ArgumentValue.OfLayer("other"))])
                .ToEquatableArray()
        );
        if (other is null)
        {
            return new(arguments, input);
        }

        long[] second =
            input.Length == 3
                ? [other == "Src" ? Draw.Mostly(random, input[0], 1, 4) : input[0], random.Next(1, 5), Draw.Mostly(random, input[2], 1, 5)]
                : input;
        return new(arguments, new TensorSpec(input), new TensorSpec(second));
    }

    private static Tensor Turned(Tensor x) =>
        x.dim() == 3 ? x.transpose(0, 1) : throw new ArgumentException("our own layer takes sequences");

    /// <summary>Minus infinity for what a step must not see.</summary>
    private static Tensor Mask(Tensor first) => torch.full(first.size(0), first.size(0), float.NegativeInfinity).triu(1);

    private static long Width(Read a) => a.Int("DModel");

    private static long Heads(Read a) => a.Int("NHead");

    private static long Hidden(Read a) => a.Int("DimFeedforward", 2048);

    private static double Drop(Read a) => a.Number("Dropout", 0.1);

    private static nn.Activations Act(Read a) => a.Choice("Activation", nn.Activations.ReLU);
}
