using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>
/// What operators ask of the tensors beside the first one, and of the number of dimensions, where that is no matter for the shape of the
/// result. A new one is a row.
/// </summary>
internal static class OperandDemands
{
    private static readonly Dictionary<string, Func<OperatorCall, string?>> _checks = new(StringComparer.Ordinal);

    private static readonly string[] _learned = ["weight", "bias"];

    static OperandDemands()
    {
        _checks.Set(["index_fill", "index_fill_"], c => RankOf(c, "index", 1));
        _checks.Set(["index_copy", "index_copy_", "index_add", "index_add_"], c => RankOf(c, "index", 1) ?? IndexedSource(c));
        _checks.Set(["scatter", "scatter_", "scatter_add", "scatter_add_"], Scattered);
        _checks.Set(["select_scatter"], c => Scalar(c) ?? Source(c, "select"));
        _checks.Set(["slice_scatter"], c => Scalar(c) ?? Source(c, "slice"));
        _checks.Set(["diagonal_scatter"], c => Source(c, "diagonal"));
        _checks.Set(["masked_scatter_"], c => IntoMain(c, "mask"));
        _checks.Set(["layer_norm"], c => c.Sizes("normalized_shape") is { } sizes ? Learned(c, Shape.Of(sizes.Items)) : null);
        _checks.Set(["group_norm"], c => c.Main.Rank >= 2 ? Learned(c, Shape.Of(c.Main.Axes[1])) : null);
        _checks.Set(
            ["prelu"],
            c => c.Tensors.Count > 1 && c.Tensors[1].Rank > 1 ? $"prelu takes a weight of one dimension, but gets {c.Tensors[1]}" : null
        );
        _checks.Set(["bucketize"], c => RankOf(c, "boundaries", 1, least: 1));
        _checks.Set(["renorm"], c => c.Main.Rank < 2 ? $"renorm takes two dimensions or more, but gets {c.Main}" : null);
        _checks.Set(["fft.fftshift", "fft.ifftshift"], Scalar);
        _checks.Set(["kthvalue"], PlaceInSize);
        _checks.Set(["roll"], Rolled);
        _checks.Set(
            ["clamp", "clamp_", "clip", "clip_"],
            c => c.Arguments.Any(a => a.Name is "min" or "max") && !c.Has("min", "max") ? $"{c.Name} takes a lower or an upper bound" : null
        );
        _checks.Set(["triplet_margin_loss", "margin_ranking_loss"], SameRanks);
        _checks.Set(["soft_margin_loss"], c => IntoMain(c, "target"));
        _checks.Set(
            ["multi_margin_loss", "multi_label_margin_loss"],
            c => c.Main.Rank > 2 ? $"{c.Name} takes (N, C) or (C), but gets {c.Main}" : null
        );
        _checks.Set(["multilabel_soft_margin_loss"], Scalar);
        _checks.Set(["cosine_embedding_loss"], c => RankOf(c, "target", 1));
        _checks.Set(
            ["scaled_dot_product_attention"],
            c => c.Flag("is_casual") == true && c.Has("attn_mask") ? $"{c.Name} takes a mask or is_casual, but gets both" : null
        );
        _checks.Set(["linalg.norm"], Norm);
        _checks.Set(["linalg.matrix_norm"], MatrixNorm);
    }

    /// <summary>What is wrong; null for nothing.</summary>
    public static string? Problem(OperatorCall call) => _checks.TryGetValue(call.Name, out var check) ? check(call) : null;

    private static Shape? ShapeOf(OperatorCall call, params string[] names) => (call[names] as OperatorArgument.Tensor)?.Shape;

    private static string? RankOf(OperatorCall call, string name, int most, int least = 0) =>
        ShapeOf(call, name) is { Rank: { } rank } other && (rank > most || rank < least)
            ? $"{call.Name} takes {(name[0] is 'i' ? "an" : "a")} {name} of {(most == 1 ? "one dimension" : $"{most} dimensions")}, but gets {other}"
            : null;

    private static string? Scalar(OperatorCall call) =>
        call.Main.Rank == 0 ? $"{call.Name} is of one dimension or more, but gets a scalar" : null;

    /// <summary>One slice of the source for each place of the index.</summary>
    private static string? IndexedSource(OperatorCall call)
    {
        if (
            call.Main is not { Rank: { } rank } main
            || ShapeOf(call, "index") is not { Rank: { } indices } index
            || ShapeOf(call, "source", "src") is not { Rank: { } values } source
            || call.Integer("dim") is not { } dim
            || Dimensions.Place(dim, rank) is not { } place
        )
        {
            return null;
        }

        var count = indices == 0 ? new Axis(1) : index.Axes[0];
        var wanted = rank == 0 ? Shape.Of(count) : main.Replace(place, 1, count);
        var isAdding = call.Name.StartsWith("index_add", StringComparison.Ordinal);
        var isWrong =
            values > 0 ? Samples.AreDifferent(source, wanted) || (isAdding && rank == 0)
            : isAdding ? rank > 0 || Samples.AreDifferent(count, new Axis(1))
            : rank > 1 || (wanted.ElementCount is { } needed && Dim.AreEqual(needed, 1) == Truth.Refuted);
        return isWrong ? $"{call.Name} into {main} takes a source {wanted}, but gets {source}" : null;
    }

    /// <summary>An index of as many dimensions, and nowhere larger than the source, nor, but along the dimension, than the tensor.</summary>
    private static string? Scattered(OperatorCall call)
    {
        if (call.Main is not { Rank: { } rank } main || ShapeOf(call, "index") is not { Rank: not null } index || HasNone(index))
        {
            return null;
        }

        if (ShapeOf(call, "src", "source") is { Rank: not null } source && !Covers(source, index))
        {
            return $"{call.Name} by {index} takes a source of as many values or more in each dimension, but gets {source}";
        }

        if (AsVector(index).Count != AsVector(main).Count)
        {
            return $"{call.Name} into {main} takes an index of as many dimensions, but gets {index}";
        }

        var place = call.Integer("dim") is { } dim ? Dimensions.Place(dim, rank) : null;
        var isLarger = index.Axes.Where((a, i) => i != place && i < rank && Dimensions.IsSmaller(main.Axes[i], a)).Any();
        return place is not null && isLarger ? $"{call.Name} into {main} takes an index that is nowhere larger, but gets {index}" : null;
    }

    // A scalar counts as one dimension.
    private static bool Covers(Shape source, Shape index) =>
        AsVector(source) is var all
        && AsVector(index) is var some
        && all.Count == some.Count
        && !all.Zip(some, Dimensions.IsSmaller).Any(i => i);

    private static EquatableArray<Axis> AsVector(Shape shape) => shape.Rank == 0 ? EquatableArray.Of(new Axis(1)) : shape.Axes;

    private static bool HasNone(Shape shape) => shape.Axes.Any(a => a.Size?.IsAtLeast(1) != Truth.Proved);

    /// <summary>What is written has the shape of what would be read there.</summary>
    private static string? Source(OperatorCall call, string reading)
    {
        var read = OperatorCatalog.Apply(
            new OperatorCall(
                reading,
                [.. call.Arguments.Where(a => a.Name is not "src").Select(a => (a.Name == "end" ? "finish" : a.Name, a.Value))]
            )
        );
        return read.Error
            ?? (
                ShapeOf(call, "src") is { } source && read.Results.Count > 0 && Samples.AreDifferent(source, read.Result)
                    ? $"{call.Name} into {call.Main} takes a source {read.Result}, but gets {source}"
                    : null
            );
    }

    private static string? IntoMain(OperatorCall call, string name) =>
        call.Main.Rank is not null
        && ShapeOf(call, name) is { Rank: not null } other
        && (Broadcasting.Of(call.Main, other) is not { } common || Samples.AreDifferent(common, call.Main))
            ? $"{call.Name} of {call.Main} takes a {name} that can be brought to that shape, but gets {other}"
            : null;

    /// <summary>Weight and bias of a normalisation.</summary>
    private static string? Learned(OperatorCall call, Shape wanted) =>
        _learned
            .Select(n => (Name: n, Shape: ShapeOf(call, n)))
            .Where(t => t.Shape is not null && Samples.AreDifferent(t.Shape, wanted))
            .Select(t => $"{call.Name} takes a {t.Name} {wanted}, but gets {t.Shape}")
            .FirstOrDefault();

    private static string? PlaceInSize(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.Size("k")?.Size is not { } k)
        {
            return null;
        }

        var place = Dimensions.Place(call.IntegerOr(-1, "dim") ?? -1, rank);
        var size =
            rank == 0 ? Dim.One
            : place is { } at && call.Integer("dim") is not null ? call.Main.Axes[at].Size
            : null;
        return k.IsAtLeast(1) == Truth.Refuted || (size is not null && (size - k).IsAtLeast(0) == Truth.Refuted)
            ? $"kthvalue of {call.Main} has no place {k} among {size ?? Dim.One} values"
            : null;
    }

    private static string? Rolled(OperatorCall call)
    {
        var (shifts, dims) = (call.Sizes("shifts")?.Items.Count, call.Sizes("dims")?.Items.Count);
        return shifts is { } count && (dims is { } named ? named != count : count > 1)
                ? $"roll takes a dimension for each of its {count} shifts, but gets {dims ?? 0}"
            : call.Main.Rank == 0 && (dims > 0 || call.Sizes("shifts") is { IsList: true }) ? Scalar(call)
            : (call.Integers("dims") ?? []).Select(d => Dimensions.Places(call, [d]).Error).FirstOrDefault(e => e is not null);
    }

    private static string? SameRanks(OperatorCall call)
    {
        var ranks = call.Tensors.Where(t => t.Rank is not null).Select(t => t.Rank).Distinct().Count();
        return ranks > 1 ? $"{call.Name} takes tensors of as many dimensions, but gets {string.Join(", ", call.Tensors)}" : null;
    }

    private static string? Norm(OperatorCall call) =>
        call.Sizes("dims") is { IsList: true, Items.Count: > 2 } dims ? $"linalg.norm is along one dimension or two, not {dims.Items.Count}"
        : call.Has("ord") && !call.Has("dims") && call.Main.Rank is 0 or > 2
            ? $"linalg.norm with an order takes one dimension or two, but gets {call.Main}: name them"
        : null;

    private static string? MatrixNorm(OperatorCall call) =>
        call.Main.Rank < 2 ? $"linalg.matrix_norm takes matrices, but gets {call.Main}"
        : call.Sizes("dims") is { IsList: true } dims && dims.Items.Count != 2
            ? $"linalg.matrix_norm is along two dimensions, not {dims.Items.Count}"
        : null;
}
