using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Samples and steps of sequences that are taken for one another: it runs, and is certainly not meant.</summary>
internal static class SequenceFaults
{
    /// <summary>Samples where a layer takes steps, or steps where it takes samples, as far as it is known which is which.</summary>
    public static string? OfOrder(string name, Shape input, bool isBatchFirst)
    {
        if (input.Rank != 3)
        {
            return null;
        }

        // Layers may work along any dimension; who calls one the batch and the other the steps says which is which.
        var (steps, samples) = isBatchFirst ? (input.Axes[1], input.Axes[0]) : (input.Axes[0], input.Axes[1]);
        return steps is { Role: AxisRole.Batch, Size.SymbolName: not null } && samples.Size?.SymbolName is { } letter && IsSteps(letter)
            ? $"{name} takes {(isBatchFirst ? "(N, T, features)" : "(T, N, features)")}, but gets {input}, where the batch is "
                + $"{(isBatchFirst ? "second" : "first")}: its samples are taken for steps"
            : null;
    }

    private static bool IsSteps(string name) =>
        name is "T" or "t" or "L" or "l" or "S" or "s" || _steps.Any(w => name.IndexOf(w, System.StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly string[] _steps = ["seq", "time", "len", "step", "token"];

    /// <summary>Whether a call takes the last one of the samples of sequences, and all of their steps.</summary>
    public static bool TakesLastSample(OperatorCall call, bool isBatchFirst)
    {
        var samples = isBatchFirst ? 0 : 1;
        return call.Main is { Rank: 3 } input
            && input.Axes[samples].Size is { } size
            && Dim.AreEqual(size, 1) != Truth.Proved
            && (
                call.Name == "select"
                    ? call.Integer("dim") == samples && IsLast(call.Size("index")?.Size, size)
                    : call is { Name: "this[]" }
                        && call["indices"] is OperatorArgument.Indices { Items: var items }
                        && PlaceOf(items, samples) is TensorIndex.Single { Place: var place }
                        && IsLast(place, size)
                        && PlaceOf(items, 1 - samples) is null or TensorIndex.Slice
            );
    }

    private static bool IsLast(Dim? place, Dim size) => place is not null && (place.Equals((Dim)(-1)) || place.Equals(size - 1));

    /// <summary>What stands between the brackets for one of three dimensions; null for the whole of it.</summary>
    private static TensorIndex? PlaceOf(EquatableArray<TensorIndex> indices, int dimension) =>
        indices
            .SelectMany(i => i == TensorIndex.Ellipsis ? Enumerable.Repeat(TensorIndex.Colon, 3 - (indices.Count - 1)) : [i])
            .ElementAtOrDefault(dimension);
}
