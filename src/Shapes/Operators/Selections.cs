using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Operators that take some of the values: by place, by range, by a tensor of indices.</summary>
internal static class Selections
{
    // The result is the tensor with other values; what stands in the way is not checked but for the dimension.
    private static readonly string[] _into =
    [
        "index_add",
        "index_copy",
        "index_fill",
        "scatter",
        "scatter_add",
        "diagonal_scatter",
        "select_scatter",
        "slice_scatter",
        "index_add_",
        "index_copy_",
        "index_fill_",
        "scatter_",
        "scatter_add_",
        "index_put_",
    ];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _into.Select(n => (n, (OperatorRule)Into)),
            (
                "this[]",
                c =>
                    c.Main.Rank is null || c["indices"] is not OperatorArgument.Indices { Items: var items }
                        ? OperatorOutcome.Unknown
                        : Indexing.Apply(c, items)
            ),
            (
                "this[]=",
                c =>
                    c.Main.Rank is null || c["indices"] is not OperatorArgument.Indices { Items: var items }
                        ? OperatorOutcome.Unknown
                        : Indexing.Assign(c, items)
            ),
            (
                "index",
                c =>
                    c.Main.Rank is null || c["indices"] is not OperatorArgument.Indices { Items: var items }
                        ? OperatorOutcome.Unknown
                        : Indexing.Apply(c, items)
            ),
            ("masked_scatter", c => ValueByValue.Broadcast([.. c.Tensors.Take(2)], c.Name)),
            ("select", Select),
            ("narrow", Narrow),
            (
                "slice",
                c =>
                    c.Integer("dim") is { } dim
                        ? Along(c, dim, a => Indexing.Slice(a, At(c, "start"), At(c, "finish"), At(c, "step")))
                        : OperatorOutcome.Unknown
            ),
            ("index_select", IndexSelect),
            ("gather", Gather),
            ("take", c => c.Tensors.Count == 2 ? OperatorOutcome.Of(c.Tensors[1]) : OperatorOutcome.Unknown),
            ("masked_select", _ => OperatorOutcome.Of(Shape.Of(new Axis(null)))),
            ("nonzero", c => OperatorOutcome.Of(c.Main.Rank is { } r ? Shape.Of(new Axis(null), new Axis(r)) : Shape.Unknown)),
            ("argwhere", c => OperatorOutcome.Of(c.Main.Rank is { } r ? Shape.Of(new Axis(null), new Axis(r)) : Shape.Unknown)),
            ("unfold", c => c.Has("dimension") ? Windows(c) : Functions.Layer(c, "Unfold")),
            (
                "one_hot",
                c =>
                    OperatorOutcome.Of(
                        c.Main.Rank is null
                            ? Shape.Unknown
                            : Shape.Of(c.Main.Axes.Append(new Axis(c.Integer("num_classes") is > 0 and { } n ? (Dim)n : null)))
                    )
            ),
            (
                "multinomial",
                c =>
                    c.Main.Rank is > 0 and { } r && c.Size("num_samples") is { } n
                        ? r > 2
                            ? OperatorOutcome.Fails($"multinomial is of one or two dimensions, but gets {c.Main}")
                            : OperatorOutcome.Of(c.Main.Replace(r - 1, 1, n))
                        : OperatorOutcome.Unknown
            ),
            (
                "searchsorted",
                c => c["values"] is OperatorArgument.Tensor { Shape: var values } ? OperatorOutcome.Of(values) : OperatorOutcome.Unknown
            ),
        ];

    private static Axis? At(OperatorCall call, string name) => call.Size(name);

    private static OperatorOutcome Into(OperatorCall call)
    {
        var (_, error) = call.Integer("dim") is { } dim ? Dimensions.Places(call, [dim]) : default;
        return error is not null ? OperatorOutcome.Fails(error) : OperatorOutcome.Of(call.Main);
    }

    private static OperatorOutcome Along(OperatorCall call, int dim, Func<Axis, Dim?> size)
    {
        if (call.Main.Rank == 0)
        {
            return OperatorOutcome.Fails($"{call.Name} is of one dimension or more, but gets a scalar");
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(Dimensions.WithSize(call.Main, places[0], size(call.Main.Axes[places[0]])));
    }

    private static OperatorOutcome Select(OperatorCall call)
    {
        if (call.Integer("dim") is not { } dim)
        {
            return OperatorOutcome.Unknown;
        }

        var all = Along(call, dim, a => a.Size);
        if (all.Throws || call.Main.Rank is not { } rank)
        {
            return all;
        }

        var place = Dimensions.Place(dim, rank)!.Value;
        return Indexing.IsOutside(call.Main.Axes[place], At(call, "index"))
            ? OperatorOutcome.Fails($"select of {call.Main} has no place {At(call, "index")} in dimension {place}")
            : OperatorOutcome.Of(call.Main.Replace(place, 1));
    }

    private static OperatorOutcome Narrow(OperatorCall call)
    {
        if (call.Integer("dim") is not { } dim)
        {
            return OperatorOutcome.Unknown;
        }

        var outcome = Along(call, dim, _ => At(call, "length")?.Size);
        if (outcome.Throws || call.Main.Rank is not { } rank)
        {
            return outcome;
        }

        var axis = call.Main.Axes[Dimensions.Place(dim, rank)!.Value];
        if (axis.Size is not { } size || At(call, "start")?.Size is not { } start || At(call, "length")?.Size is not { } length)
        {
            return outcome;
        }

        var first = start.Constant is { Sign: < 0 } ? start + size : start;
        return
            length.IsAtLeast(0) == Truth.Refuted
            || first.IsAtLeast(0) == Truth.Refuted
            || (size - first - length).IsAtLeast(0) == Truth.Refuted
            ? OperatorOutcome.Fails($"narrow of {call.Main} takes {length} from {start} on, but dimension {dim} has {size}")
            : outcome;
    }

    private static OperatorOutcome IndexSelect(OperatorCall call)
    {
        if (
            call.Tensors.Count < 2
            || call.Integer("dim") is not { } dim
            || call.Main.Rank is null or 0
            || call.Tensors[1].Rank is not { } rank
        )
        {
            return OperatorOutcome.Unknown;
        }

        return rank > 1
            ? OperatorOutcome.Fails($"index_select takes indices of one dimension, but gets {call.Tensors[1]}")
            : Along(call, dim, _ => rank == 0 ? Dim.One : call.Tensors[1].Axes[0].Size);
    }

    private static OperatorOutcome Gather(OperatorCall call)
    {
        if (call.Tensors.Count < 2 || call.Integer("dim") is not { } dim || call.Main.Rank is not > 0 || call.Tensors[1].Rank is not > 0)
        {
            return OperatorOutcome.Unknown;
        }

        var (own, index) = (call.Main, call.Tensors[1]);
        if (own.Rank != index.Rank)
        {
            return OperatorOutcome.Fails($"gather of {own} takes an index of as many dimensions, but gets {index}");
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        var wrong = Enumerable.Range(0, own.Axes.Count).Where(i => i != places![0] && Dimensions.IsSmaller(own.Axes[i], index.Axes[i]));
        foreach (var i in wrong)
        {
            return OperatorOutcome.Fails(
                $"gather of {own} by {index}: dimension {i} of the index is larger, {index.Axes[i]} of {own.Axes[i]}"
            );
        }

        return OperatorOutcome.Of(index);
    }

    /// <summary>Tensor.unfold: windows along a dimension, the values of each in a new last one.</summary>
    private static OperatorOutcome Windows(OperatorCall call)
    {
        if (
            call.Main.Rank is not > 0 and var known
            || call.Integer("dimension") is not { } dim
            || call.Integer("size") is not { } size
            || call.Integer("step") is not { } step
        )
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        var axis = call.Main.Axes[places![0]];
        if (size < 0 || step < 1 || Dimensions.IsSmaller(axis, new Axis(size)))
        {
            return OperatorOutcome.Fails($"unfold of {call.Main} has no windows of {size} with step {step} along dimension {places[0]}");
        }

        var count = axis.Size is { } whole
            ? Dim.FloorDivide(whole - size, step) is { } steps
                ? steps + 1
                : null
            : null;
        return OperatorOutcome.Of(Shape.Of(call.Main.Replace(places[0], 1, new Axis(count)).Axes.Append(new Axis(size))));
    }
}
