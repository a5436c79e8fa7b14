using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>
/// Modules that take more than one tensor, or give more than one, as TorchSharp has them: the arguments are those of the factory and of the
/// call together. Sequences are (T, N, features) but where batchFirst is set.
/// </summary>
internal static class Modules
{
    private static readonly (string Module, string Function)[] _losses =
    [
        ("MSELoss", "mse_loss"),
        ("L1Loss", "l1_loss"),
        ("SmoothL1Loss", "smooth_l1_loss"),
        ("HuberLoss", "huber_loss"),
        ("PoissonNLLLoss", "poisson_nll_loss"),
        ("KLDivLoss", "kl_div"),
        ("SoftMarginLoss", "soft_margin_loss"),
        ("HingeEmbeddingLoss", "hinge_embedding_loss"),
        ("BCELoss", "binary_cross_entropy"),
        ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits"),
        ("CrossEntropyLoss", "cross_entropy"),
        ("NLLLoss", "nll_loss"),
        ("MarginRankingLoss", "margin_ranking_loss"),
        ("TripletMarginLoss", "triplet_margin_loss"),
        ("CosineEmbeddingLoss", "cosine_embedding_loss"),
        ("MultiMarginLoss", "multi_margin_loss"),
    ];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _losses.Select(l => (l.Module, (OperatorRule)(c => OperatorCatalog.Apply(c with { Name = l.Function })))),
            ("RNN", c => Recurrent(c, hasCell: false)),
            ("GRU", c => Recurrent(c, hasCell: false)),
            ("LSTM", c => Recurrent(c, hasCell: true)),
            ("RNNCell", c => Cell(c, hasCell: false)),
            ("GRUCell", c => Cell(c, hasCell: false)),
            ("LSTMCell", c => Cell(c, hasCell: true)),
            ("MultiheadAttention", Attention),
            ("TransformerEncoderLayer", Transformer),
            ("TransformerEncoder", Transformer),
            ("TransformerDecoderLayer", Transformer),
            ("TransformerDecoder", Transformer),
            ("Transformer", c => Transformer(c)),
            ("Bilinear", Bilinear),
            ("CosineSimilarity", c => OperatorCatalog.Apply(c with { Name = "cosine_similarity" })),
            ("PairwiseDistance", c => OperatorCatalog.Apply(c with { Name = "pairwise_distance" })),
        ];

    /// <summary>What a module is wrong in whatever it gets; null for nothing.</summary>
    public static string? Check(OperatorCall call)
    {
        var (width, heads) = (call.Size("embedded_dim", "d_model")?.Size, call.Size("num_heads", "nhead")?.Size);
        return width is not null && heads is not null && Dim.IsDivisible(width, heads) == Truth.Refuted
            ? $"{call.Name} splits {width} features among {heads} heads, which is not a whole number each"
            : null;
    }

    /// <summary>Whether a layer of sequences takes the samples first; null for another operator, or where that is not known.</summary>
    public static bool? IsBatchFirst(OperatorCall call) =>
        call.Name switch
        {
            "RNN" or "GRU" or "LSTM" => call.Flag("batchFirst"),
            "MultiheadAttention" or "TransformerEncoderLayer" or "TransformerEncoder" => false,
            _ => null,
        };

    private static OperatorOutcome Recurrent(OperatorCall call, bool hasCell)
    {
        if (
            call.Main.Rank is not { } rank
            || call.Size("hiddenSize")?.Size is not { } hidden
            || call.Flag("bidirectional") is not { } both
            || call.Flag("batchFirst") is not { } batchFirst
        )
        {
            return OperatorOutcome.Unknown;
        }

        var input = call.Main;
        var order = batchFirst ? "(N, T, features)" : "(T, N, features)";
        if (rank != 3)
        {
            return OperatorOutcome.FailsForRank($"{call.Name} takes sequences {order}, but gets {input}");
        }

        if (call.Size("inputSize") is { } size && Samples.AreDifferent(size, input.Axes[2]))
        {
            return OperatorOutcome.Fails(
                $"{call.Name} declares {size} input features, but the tensor has {Samples.WithFactors(input.Axes[2])}"
            );
        }

        var directions = both ? 2 : 1;
        var layers = call.IntegerOr(1, "numLayers");
        var state = Shape.Of(new Axis(layers is { } count ? directions * count : null), input.Axes[batchFirst ? 0 : 1], new Axis(hidden));
        var given = call
            .Tensors.Skip(1)
            .Concat(call.Arguments.Select(a => a.Value).OfType<OperatorArgument.Tensors>().SelectMany(t => t.Shapes));
        var wrong = given.FirstOrDefault(s => Samples.AreDifferent(s, state));
        if (wrong is not null)
        {
            var batch = $"it takes the tensor {input} for {order}";
            return OperatorOutcome.Fails($"{call.Name} takes a state {state}, but gets {wrong}: {batch}");
        }

        var output = input.Replace(2, 1, new Axis(directions * hidden));
        return OperatorOutcome.Of(hasCell ? [output, state, state] : [output, state]) with
        {
            Doubt = SequenceFaults.OfOrder(call.Name, input, batchFirst),
        };
    }

    private static OperatorOutcome Cell(OperatorCall call, bool hasCell)
    {
        if (call.Main.Rank is not { } rank || call.Size("hiddenSize")?.Size is not { } hidden)
        {
            return OperatorOutcome.Unknown;
        }

        if (rank is not (1 or 2))
        {
            return OperatorOutcome.FailsForRank($"{call.Name} takes one step (N, features), but gets {call.Main}");
        }

        if (call.Size("inputSize") is { } size && Samples.AreDifferent(size, call.Main.Axes[rank - 1]))
        {
            return OperatorOutcome.Fails($"{call.Name} declares {size} input features, but the tensor has {call.Main.Axes[rank - 1]}");
        }

        var state = call.Main.Replace(rank - 1, 1, new Axis(hidden));
        var given = call
            .Tensors.Skip(1)
            .Concat(call.Arguments.Select(a => a.Value).OfType<OperatorArgument.Tensors>().SelectMany(t => t.Shapes));
        return given.FirstOrDefault(s => Samples.AreDifferent(s, state)) is { } wrong
                ? OperatorOutcome.Fails($"{call.Name} takes a state {state}, but gets {wrong}")
            : hasCell ? OperatorOutcome.Twice(state)
            : OperatorOutcome.Of(state);
    }

    /// <summary>Queries (L, N, E) over keys and values (S, N, E) → (L, N, E), and weights (N, L, S).</summary>
    private static OperatorOutcome Attention(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: { } rank } query, { Rank: not null } key, { Rank: not null } value, ..])
        {
            return OperatorOutcome.Unknown;
        }

        if (rank != 3 || key.Rank != 3)
        {
            return OperatorOutcome.FailsForRank($"{call.Name} takes sequences (T, N, features), but gets {query} and {key}");
        }

        if (call.Size("embedded_dim") is { } width && Samples.AreDifferent(width, query.Axes[2]))
        {
            return OperatorOutcome.Fails(
                $"{call.Name} declares {width} features, but the queries have {Samples.WithFactors(query.Axes[2])}"
            );
        }

        if (Samples.AreDifferent(key, value))
        {
            return OperatorOutcome.Fails($"{call.Name} takes keys and values of one shape, but gets {key} and {value}");
        }

        if (!call.Has("kdim") && Samples.AreDifferent(key.Axes[2], query.Axes[2]))
        {
            return OperatorOutcome.Fails($"{call.Name} takes keys of {query.Axes[2]} features, as the queries have, but gets {key}");
        }

        var error =
            MaskError(call, "attn_mask", Shape.Of(query.Axes[0], key.Axes[0]))
            ?? MaskError(call, "key_padding_mask", Shape.Of(key.Axes[1], key.Axes[0]));
        var doubt = Samples.AreDifferent(query.Axes[1], key.Axes[1])
            ? $"{call.Name} takes sequences (T, N, features): queries {query} and keys {key} have {query.Axes[1]} and {key.Axes[1]} samples"
            : SequenceFaults.OfOrder(call.Name, query, isBatchFirst: false);
        return error is not null
            ? OperatorOutcome.Fails(error)
            : OperatorOutcome.Of([query, Shape.Of(query.Axes[1], query.Axes[0], key.Axes[0])]) with
            {
                Doubt = doubt,
            };
    }

    /// <summary>What a mask of two dimensions must be; one of three is for each head.</summary>
    private static string? MaskError(OperatorCall call, string name, Shape wanted) =>
        call[name] is OperatorArgument.Tensor { Shape: { Rank: 2 } mask } && Samples.AreDifferent(mask, wanted)
            ? $"{call.Name} takes {name} {wanted}, but gets {mask}"
            : null;

    private static OperatorOutcome Transformer(OperatorCall call)
    {
        var width = call.Has("d_model") ? call.Size("d_model") : null;
        foreach (var sequence in call.Tensors.Take(call.Name.Contains("Encoder") ? 1 : 2).Where(t => t.Rank is not null))
        {
            if (sequence.Rank != 3)
            {
                return OperatorOutcome.FailsForRank($"{call.Name} takes sequences (T, N, features), but gets {sequence}");
            }

            if (width is not null && Samples.AreDifferent(width, sequence.Axes[2]))
            {
                return OperatorOutcome.Fails($"{call.Name} declares {width} features, but the tensor has {sequence.Axes[2]}");
            }
        }

        if (call.Main.Rank == 3)
        {
            var square = Shape.Of(call.Main.Axes[0], call.Main.Axes[0]);
            if (
                (
                    MaskError(call, "src_mask", square)
                    ?? (
                        call.Name.Contains("Encoder")
                            ? MaskError(call, "src_key_padding_mask", Shape.Of(call.Main.Axes[1], call.Main.Axes[0]))
                            : null
                    )
                ) is
                { } error
            )
            {
                return OperatorOutcome.Fails(error);
            }
        }

        if (
            call.Name == "Transformer"
            && call.Tensors is [{ Rank: 3 } source, { Rank: 3 } target, ..]
            && Samples.AreDifferent(source.Axes[1], target.Axes[1])
        )
        {
            return OperatorOutcome.Fails($"Transformer takes as many sources as targets, (T, N, features), but gets {source} and {target}");
        }

        // Of the whole transformer the targets come second, and give the shape.
        return OperatorOutcome.Of(call.Name == "Transformer" && call.Tensors.Count > 1 ? call.Tensors[1] : call.Main) with
        {
            Doubt = SequenceFaults.OfOrder(call.Name, call.Main, isBatchFirst: false),
        };
    }

    private static OperatorOutcome Bilinear(OperatorCall call)
    {
        string[] names = ["out_features", "outputSize", "in1_features", "in1Features", "in2_features", "in2Features"];
        return call.Tensors.Count < 2 || call.Main.Rank is null or 0 || call.Size(names[0], names[1]) is not { } width
            ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(call.Main.Replace(call.Main.Axes.Count - 1, 1, width));
    }
}
