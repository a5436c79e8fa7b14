using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>The same values, in the same order, in another shape.</summary>
internal static class Reshaped
{
    public static OperatorOutcome To(OperatorCall call, OperatorArgument.Sizes? sizes)
    {
        if (sizes is null)
        {
            return OperatorOutcome.Unknown;
        }

        var wanted = $"{call.Name}({string.Join(", ", sizes.Items)})";
        var inferred = sizes.Items.Count(IsInferred);
        if (inferred > 1)
        {
            return OperatorOutcome.Fails($"{wanted} can infer one size only");
        }

        var others = sizes.Items.Where(s => !IsInferred(s)).Select(s => s.Size).ToArray();
        if (others.FirstOrDefault(s => s?.Constant is { Sign: < 0 }) is { } negative)
        {
            return OperatorOutcome.Fails($"{wanted} asks for a size of {negative}");
        }

        if (call.Main.ElementCount is not { } count || others.Any(s => s is null))
        {
            return OperatorOutcome.Of(Shape.Of(sizes.Items.Select(s => IsInferred(s) ? new Axis(null) : s)));
        }

        var known = Dim.Product(others!);
        var fits =
            inferred == 1
                ? (known.Constant is { IsZero: true } ? Truth.Refuted : Dim.IsDivisible(count, known))
                : Dim.AreEqual(count, known);
        if (fits == Truth.Refuted)
        {
            var values = call.Main.Rank > 1 ? $"{count} ({string.Join("×", call.Main.Axes)})" : count.ToString();
            return OperatorOutcome.Fails(
                $"{wanted} asks for {(inferred == 1 ? "a multiple of " : "")}{known} values, but the tensor has {values}"
            );
        }

        // A size of 0 says nothing of the one that is inferred.
        var filled = sizes.Items.Select(s => IsInferred(s) ? Dim.FloorDivide(count, known) : s.Size).ToArray();
        return OperatorOutcome.Of(Shape.Of(ReshapedAxes.Trace(call.Main.Axes, filled))) with
        {
            Doubt =
                BatchFaults.OfReshape(call.Main, sizes.Items, filled, wanted)
                ?? BatchFaults.OfExchange(call.Main, filled, wanted)
                ?? BatchFaults.OfMove(call.Main, filled, wanted),
        };
    }

    public static bool IsInferred(Axis axis) => axis.Size?.Constant is { } value && value == -1;

    public static OperatorOutcome Flatten(OperatorCall call, int? from, int? to)
    {
        if (call.Main.Rank is not { } rank || from is not { } start || to is not { } end)
        {
            return OperatorOutcome.Unknown;
        }

        if (Dimensions.Place(start, rank) is not { } first || Dimensions.Place(end, rank) is not { } last)
        {
            return OperatorOutcome.Fails(Dimensions.OutOfRange(call, Dimensions.Place(start, rank) is null ? start : end));
        }

        return first > last ? OperatorOutcome.Fails($"flatten of {call.Main} begins at dimension {first}, behind its end {last}")
            : rank == 0 ? OperatorOutcome.Of(Shape.OfSizes(1))
            : OperatorOutcome.Of(
                call.Main.Replace(first, last - first + 1, Axis.Merge([.. call.Main.Axes.Slice(first, last - first + 1)]))
            ) with
            {
                Doubt = first == 0 && last > 0 ? BatchFaults.OfFlatten(call.Main, last) : null,
            };
    }

    public static OperatorOutcome Unflatten(OperatorCall call)
    {
        if (
            call.Main.Rank is not (> 0 and { } rank)
            || call.Integer("dim") is not { } dim
            || call.Sizes("sizes") is not { Items: var sizes }
        )
        {
            return OperatorOutcome.Unknown;
        }

        if (Dimensions.Place(dim, rank) is not { } place)
        {
            return OperatorOutcome.Fails(Dimensions.OutOfRange(call, dim));
        }

        var whole = new OperatorCall("unflatten", [("this", new OperatorArgument.Tensor(Shape.Of(call.Main.Axes[place])))]);
        var part = To(whole, new OperatorArgument.Sizes(sizes, IsList: true));
        return part.Throws ? part
            : part.Result.Rank is null || sizes.Count == 0 ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(call.Main.Replace(place, 1, [.. part.Result.Axes]));
    }
}
