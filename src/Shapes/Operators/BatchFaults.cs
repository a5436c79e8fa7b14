using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>What runs and mixes the samples of a batch: it is certainly not meant. Without a dimension that is the batch, nothing is said.</summary>
internal static class BatchFaults
{
    /// <summary>squeeze() takes the batch away when it holds one sample, and whoever wrote it thought of the other dimensions.</summary>
    public static string? OfSqueeze(Shape input) =>
        input.Axes.Count > 0
        && input.Axes[0] is { Role: AxisRole.Batch, Size: { IsConstant: false } size }
        && Dim.AreEqual(size, 1) == Truth.Unknown
            ? $"squeeze() of {input} also drops the batch when {size} is 1; name the dimension"
            : null;

    /// <summary>
    /// A reshape whose first size is left to infer, so that it should be the samples, and is not: rows that hold parts of several samples, the
    /// whole batch in one row, or several rows for each sample of as many values as there are channels.
    /// </summary>
    public static string? OfReshape(Shape input, IReadOnlyList<Axis> sizes, IReadOnlyList<Dim?> filled, string wanted)
    {
        if (
            input.Axes.Count < 2
            || input.Axes[0] is not { Role: AxisRole.Batch, Size: { } batch }
            || sizes.Count < 2
            || !Reshaped.IsInferred(sizes[0])
            || input.SampleSize is not { Constant: { Sign: > 0 } sample }
            || Dim.Product(sizes.Skip(1).Select(s => s.Size!)).Constant is not { Sign: > 0 } row
            || row == sample
            || filled[0] is not { } rows
        )
        {
            return null;
        }

        var values = $"one sample has {sample} values ({input.DescribeSample()})";
        var outcome = rows.IsConstant && batch.IsConstant ? $", so {batch} samples become {rows} rows" : "";
        return !(sample % row).IsZero && !(row % sample).IsZero ? $"{wanted} mixes samples: {values}{outcome}"
            : row > sample && batch.Constant is { } count ? OfWholeBatch(wanted, values, row, sample, count)
            : row < sample && SplitsSamples(input, row) ? $"{wanted} splits samples: {values}{outcome}"
            : null;
    }

    /// <summary>flatten() from the batch on makes one row of all samples.</summary>
    public static string? OfFlatten(Shape input, int last) =>
        last == input.Axes.Count - 1 && input.Axes[0] is { Role: AxisRole.Batch, Size: { } batch } && Dim.AreEqual(batch, 1) != Truth.Proved
            ? $"flatten() of {input} makes one row of the whole batch; flatten(1) keeps the samples"
            : null;

    /// <summary>
    /// (N, 1) against (N) gives all pairs, (N, N): each sample is brought together with every other one. In arithmetic that may be meant, but
    /// not of what a layer gives for each sample.
    /// </summary>
    public static string? OfPairs(Shape left, Shape right, Shape common, string name) =>
        PairsOf(left, right, common, column => column.Origin == AxisOrigin.Features) is { } pairs
            ? $"{(char.IsLetter(name[0]) ? $"{name} of {left} and {right}" : $"{left} {name} {right}")} {pairs}"
            : null;

    /// <summary>The same in a loss: the mean over all pairs nobody means, if the dimension of size 1 was not put in for it.</summary>
    public static string? OfLoss(Shape input, Shape target, Shape common, string name, bool isReduced) =>
        PairsOf(input, target, common, column => isReduced ? column.Origin != AxisOrigin.Added : column.Origin == AxisOrigin.Features)
            is { } pairs
            ? $"{name} of {input} and {target} {pairs}"
            : null;

    private static string? PairsOf(Shape left, Shape right, Shape common, System.Func<Axis, bool> isMistaken)
    {
        var (low, high) = left.Axes.Count < right.Axes.Count ? (left, right) : (right, left);
        if (
            low.Axes.Count == 0
            || high.Axes.Count != low.Axes.Count + 1
            || high.Axes[0].Size is not { } batch
            || Dim.AreEqual(batch, 1) == Truth.Proved
        )
        {
            return null;
        }

        // (N, 1) and (N), or (N, 1, H, W) and (N, H, W).
        var isSame =
            batch.Equals(low.Axes[0].Size)
            && high.Axes[1].Size?.Constant is { IsOne: true }
            && Broadcasting.FirstDifference(high.Replace(1, 1), low) is null;
        return isSame && isMistaken(high.Axes[1]) ? $"compares all pairs, {common}: give both one shape" : null;
    }

    /// <summary>
    /// The same sizes in another order: a view keeps the values in memory in their order, so that it takes parts of one
    /// dimension for another. To exchange dimensions there is permute.
    /// </summary>
    public static string? OfExchange(Shape input, IReadOnlyList<Dim?> filled, string wanted)
    {
        var sizes = input.Axes.Select(a => a.Size).ToArray();
        var moved = Enumerable
            .Range(0, sizes.Length)
            .Where(i => i < filled.Count && sizes[i] is { } size && !size.Equals(filled[i]))
            .ToArray();
        var isExchange =
            sizes.Length >= 3
            && sizes.Length == filled.Count
            && moved.Length >= 2
            && moved.All(i => Dim.AreEqual(sizes[i]!, 1) == Truth.Refuted)
            && !IsShift(sizes[moved[0]]!, sizes[moved[1]]!)
            && moved.All(i => moved.Any(m => sizes[m]!.Equals(filled[i])) && moved.Any(m => sizes[i]!.Equals(filled[m])));
        return isExchange ? $"{wanted} of {input} does not exchange dimensions, but takes parts of one for another: permute does" : null;
    }

    // (T, T + 1) as (T + 1, T) moves each row by one place more: positions relative to one another.
    private static bool IsShift(Dim left, Dim right) => (left - right).Constant is { } by && (by.IsOne || (-by).IsOne);

    /// <summary>
    /// A dimension that is known by its letter, and that stands in the result too, but with other dimensions behind it: a view keeps the
    /// values in memory in their order, so that (B, T, 64) as (B, 4, T, 16) takes parts of one step for another.
    /// </summary>
    public static string? OfMove(Shape input, IReadOnlyList<Dim?> filled, string wanted)
    {
        var sizes = input.Axes.Select(a => a.Size).ToArray();
        if (sizes.Any(s => s is null) || filled.Any(s => s is null))
        {
            return null;
        }

        var moved = sizes.FirstOrDefault(s =>
            s!.SymbolName is not null
            && sizes.Count(s.Equals) == 1
            && filled.Count(s.Equals) == 1
            && sizes.Concat(filled).Count(o => Mentions(o!, s.SymbolName)) == 2
            && Dim.AreEqual(Behind(sizes, s), Behind(filled, s)) == Truth.Refuted
        );
        return moved is null ? null : $"{wanted} of {input} does not move {moved}, but takes parts of one for another: transpose does";
    }

    // What is exchanged with a size of its own, T and T + 1, is shifted on purpose.
    private static bool Mentions(Dim size, string symbol) => !size.Substitute(name => name == symbol ? Dim.Zero : null).Equals(size);

    private static Dim Behind(IEnumerable<Dim?> sizes, Dim size) => Dim.Product(sizes.SkipWhile(s => !size.Equals(s)).Skip(1)!);

    /// <summary>Probabilities of classes, which each sample has its own of, along the samples.</summary>
    public static string? OfSoftmax(OperatorCall call) =>
        call.Main is { Rank: >= 2 and { } rank } input
        && call.Integer("dim") is { } dim
        && Dimensions.Place(dim, rank) == 0
        && Dim.AreEqual(input.Axes[0].Size ?? Dim.One, 1) != Truth.Proved
        && Samples.AreDifferent(input.Axes[0], input.Axes[1])
            ? $"{call.Name} along dimension 0 of {input} is over the samples, not over the classes: dimension 1"
            : null;

    /// <summary>One image without a batch, whose channels stand where the samples would: each as one row.</summary>
    public static bool HasChannelsForSamples(Shape rows) =>
        rows.Rank == 2 && rows.Axes[0].Role == AxisRole.Channels && rows.Axes[1].Leaves.All(l => l.Role == AxisRole.Spatial);

    /// <summary>
    /// One image without a batch, which is cut or extended along its second dimension: who numbers the channels so thinks of a batch.
    /// </summary>
    public static bool TakesHeightForChannels(OperatorCall call) =>
        call.Name is "cat" or "concat" or "concatenate" or "chunk" or "split" or "tensor_split"
        && call.Integer("dim") == 1
        && (call["tensors", "input"] is OperatorArgument.Tensors { Shapes: { Count: > 0 } shapes } ? shapes[0] : call.Main)
            is { Rank: 3 } image
        && image.Axes[0].Role == AxisRole.Channels
        && image.Axes.Skip(1).All(a => a.Role == AxisRole.Spatial);

    private static string? OfWholeBatch(string wanted, string values, BigInteger row, BigInteger sample, BigInteger batch) =>
        batch > 1 && row == sample * batch ? $"{wanted} makes one row of the whole batch of {batch}: {values}" : null;

    /// <summary>
    /// A row of an image that begins or ends within a channel, or that has as many values as there are channels where each has more than one.
    /// </summary>
    private static bool SplitsSamples(Shape input, BigInteger row)
    {
        if (input.Axes.Count < 3 || input.Axes[1].Role != AxisRole.Channels || row.IsOne)
        {
            return false;
        }

        var places = Dim.Product(input.Axes.Skip(2).Select(a => a.Size!)).Constant ?? 1;
        var isWithin = !(row % places).IsZero && !(places % row).IsZero;
        return !places.IsOne
            && row != places
            && input.Axes[input.Axes.Count - 1].Size?.Constant != row
            && (isWithin || input.Axes[1].Size?.Constant == row);
    }
}
