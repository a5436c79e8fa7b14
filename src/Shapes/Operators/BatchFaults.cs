using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

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

    private static string? OfWholeBatch(string wanted, string values, BigInteger row, BigInteger sample, BigInteger batch) =>
        batch > 1 && row == sample * batch ? $"{wanted} makes one row of the whole batch of {batch}: {values}" : null;

    /// <summary>A row that has as many values as there are channels, where behind the channels there is more than one place.</summary>
    private static bool SplitsSamples(Shape input, BigInteger row)
    {
        var isImage = input.Axes.Count >= 3 && input.Axes[1].Role == AxisRole.Channels && input.Axes[1].Size?.Constant == row;
        return isImage && input.Axes.Skip(2).Any(a => a.Size?.Constant is not { IsOne: true });
    }
}
