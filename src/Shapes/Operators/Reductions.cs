using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>
/// Operators that make one value of many: of all, or of those along some dimensions, which then go, or stay with size 1 if keepdim is set.
/// </summary>
internal static class Reductions
{
    private static readonly string[] _one =
    [
        "sum",
        "mean",
        "prod",
        "all",
        "any",
        "amax",
        "amin",
        "norm",
        "std",
        "var",
        "logsumexp",
        "argmax",
        "argmin",
        "count_nonzero",
        "median",
        "nanmedian",
        "nansum",
        "linalg.vector_norm",
    ];

    private static readonly string[] _pairs = ["aminmax", "kthvalue", "mode", "std_mean", "var_mean"];

    // They have no value of nothing.
    private static readonly HashSet<string> _needsValues =
    [
        "max",
        "min",
        "amax",
        "amin",
        "argmax",
        "argmin",
        "aminmax",
        "kthvalue",
        "median",
        "nanmedian",
        "mode",
    ];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _one.Select(n => (n, (OperatorRule)(c => Reduce(c, isPair: false)))),
            .. _pairs.Select(n => (n, (OperatorRule)(c => Reduce(c, isPair: true)))),
            ("max", Extreme),
            ("min", Extreme),
            ("linalg.matrix_norm", c => Reduce(c, isPair: false, otherwise: [-2, -1])),
            ("linalg.norm", c => c.Main.Rank > 2 && c.Has("ord") && !c.Has("dims") ? OperatorOutcome.Unknown : Reduce(c, isPair: false)),
            ("quantile", Quantile),
            ("nanquantile", Quantile),
            ("topk", TopK),
            ("sort", SameTwice),
            ("cummax", SameTwice),
            ("cummin", SameTwice),
            ("frexp", c => OperatorOutcome.Twice(c.Main)),
            (
                "trace",
                c => c.Main.Rank is { } rank && rank != 2 ? OperatorOutcome.Fails($"trace is of a matrix, but gets {c.Main}") : Scalar
            ),
            ("diff", Difference),
            ("trapezoid", c => Trapezoid(c, isCumulative: false)),
            ("trapz", c => Trapezoid(c, isCumulative: false)),
            ("cumulative_trapezoid", c => Trapezoid(c, isCumulative: true)),
            (
                "histc",
                c => c.IntegerOr(100, "bins") is { } bins and > 0 ? OperatorOutcome.Of(Shape.OfSizes(bins)) : OperatorOutcome.Unknown
            ),
        ];

    private static OperatorOutcome Scalar => OperatorOutcome.Of(Shape.Of());

    private static OperatorOutcome Extreme(OperatorCall call) =>
        call.Tensors.Count > 1 ? ValueByValue.Broadcast(call.Tensors, call.Name) : Reduce(call, isPair: call.Has("dim"));

    private static OperatorOutcome Reduce(OperatorCall call, bool isPair, int[]? otherwise = null)
    {
        if (IsEmpty(call.Main) && _needsValues.Contains(call.Name))
        {
            return OperatorOutcome.Unknown;
        }

        // TorchSharp's aminmax takes -1 for no dimension.
        if (DimsOf(call) is not { } dims || (call.Name == "aminmax" && dims is [< 0]))
        {
            return OperatorOutcome.Unknown;
        }

        var chosen = dims.Length == 0 && otherwise is not null ? otherwise : dims;
        if (chosen.Length == 0)
        {
            return call.Flag("keepdim") is not { } keeps ? OperatorOutcome.Unknown
                : keeps && call.Main.Rank is null ? OperatorOutcome.Unknown
                : Twice(keeps ? Shape.Of(call.Main.Axes.Select(_ => new Axis(1))) : Shape.Of(), isPair);
        }

        var (places, error) = Dimensions.Places(call, chosen);
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        if (call.Name == "kthvalue" && places is [var at] && call.Main.Rank > 0 && IsTooMany(call.Integer("k"), call.Main.Axes[at]))
        {
            return OperatorOutcome.Fails($"kthvalue of {call.Main} has no value number {call.Integer("k")} along dimension {at}");
        }

        return places is null || call.Flag("keepdim") is not { } keep
            ? OperatorOutcome.Unknown
            : Twice(call.Main.Rank == 0 ? call.Main : Dimensions.Without(call.Main, places, keep), isPair);
    }

    private static bool IsTooMany(int? count, Axis axis) =>
        count is { } k && axis.Size is { } size && (size - k).IsAtLeast(0) == Truth.Refuted;

    private static bool IsEmpty(Shape shape) => shape.Axes.Any(a => a.Size?.Constant is { IsZero: true });

    private static OperatorOutcome Twice(Shape shape, bool isPair) => isPair ? OperatorOutcome.Twice(shape) : OperatorOutcome.Of(shape);

    /// <summary>The dimensions that were given, by whatever name; none for all; null where they are not known.</summary>
    private static int[]? DimsOf(OperatorCall call)
    {
        string[] one = ["dim", "dims", "dimension", "dimensions"];
        string[] several = ["dim0", "dim1", "dim2"];
        return call.Has(one) ? call.Integers(one)
            : !call.Has("dim0") ? []
            : several.Where(n => call.Has(n)).Select(n => call.Integer(n)).ToArray() is var given && given.All(d => d is not null)
                ? [.. given.Select(d => d!.Value)]
            : null;
    }

    private static OperatorOutcome Quantile(OperatorCall call)
    {
        if (call.Tensors.Count < 2 || call.Tensors[1].Rank is not { } rank || rank > 1)
        {
            return OperatorOutcome.Unknown;
        }

        // TorchSharp's quantile takes -1 for no dimension.
        if (call.IntegerOr(-1, "dim") is not >= 0)
        {
            return OperatorOutcome.Unknown;
        }

        var reduced = Reduce(call, isPair: false);
        return rank == 0 || reduced.Results.Count == 0
            ? reduced
            : OperatorOutcome.Of(Shape.Of(reduced.Result.Axes.Prepend(call.Tensors[1].Axes[0])));
    }

    private static OperatorOutcome TopK(OperatorCall call)
    {
        if (call.IntegerOr(-1, "dim") is not { } dim)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        if (error is not null || places is null || call.Main.Rank == 0)
        {
            return error is null ? OperatorOutcome.Unknown : OperatorOutcome.Fails(error);
        }

        return IsTooMany(call.Integer("k"), call.Main.Axes[places[0]])
            ? OperatorOutcome.Fails($"topk of {call.Main} has no {call.Integer("k")} values along dimension {places[0]}")
            : OperatorOutcome.Twice(Dimensions.WithSize(call.Main, places[0], call.Size("k")?.Size));
    }

    private static OperatorOutcome SameTwice(OperatorCall call)
    {
        var (_, error) = call.IntegerOr(-1, "dim") is { } dim ? Dimensions.Places(call, [dim]) : default;
        return error is null ? OperatorOutcome.Twice(call.Main) : OperatorOutcome.Fails(error);
    }

    // Only differences of the first order are there in TorchSharp; what is put before and behind is taken as not known.
    private static OperatorOutcome Difference(OperatorCall call)
    {
        if (call.IntegerOr(1, "n") != 1 || call.Tensors.Count > 1 || call.IntegerOr(-1, "dim") is not { } dim)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null ? OperatorOutcome.Unknown
            : call.Main.Rank == 0 ? OperatorOutcome.Fails("diff is of one dimension or more, but gets a scalar")
            : OperatorOutcome.Of(Dimensions.WithSize(call.Main, places[0], OneLess(call.Main.Axes[places[0]])));
    }

    private static Dim? OneLess(Axis axis) => axis.Size is { } size && size.IsAtLeast(1) == Truth.Proved ? size - 1 : null;

    private static OperatorOutcome Trapezoid(OperatorCall call, bool isCumulative)
    {
        if (call.Tensors.Count > 1 || call.IntegerOr(-1, "dim") is not { } dim || call.Main.Rank == 0)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(
                isCumulative
                    ? Dimensions.WithSize(call.Main, places[0], OneLess(call.Main.Axes[places[0]]))
                    : Dimensions.Without(call.Main, places, keep: false)
            );
    }
}
