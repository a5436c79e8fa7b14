using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Attention and transformers. The batch comes first; in TorchSharp it is second.</summary>
internal static class AttentionCases
{
    public static IEnumerable<LayerCase> All =>
        [
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

    private static Tensor Mask(Tensor first) => torch.full(first.size(0), first.size(0), float.NegativeInfinity).triu(1);

    private static long Width(Read a) => a.Int("DModel");

    private static long Heads(Read a) => a.Int("NHead");

    private static long Hidden(Read a) => a.Int("DimFeedforward", 2048);

    private static double Drop(Read a) => a.Number("Dropout", 0.1);

    private static nn.Activations Act(Read a) => a.Choice("Activation", nn.Activations.ReLU);
}
