using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Operators that give the same values another shape, or another order of dimensions, or repeat them.</summary>
internal static class Views
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("reshape", c => Reshaped.To(c, c.Sizes("shape"))),
            ("view", c => Reshaped.To(c, c.Sizes("shape"))),
            ("view_as", c => c.Tensors.Count == 2 ? Reshaped.To(c, SizesOf(c.Tensors[1])) : OperatorOutcome.Unknown),
            ("flatten", c => Reshaped.Flatten(c, c.IntegerOr(0, "start_dim"), c.IntegerOr(-1, "end_dim"))),
            ("ravel", c => Reshaped.Flatten(c, 0, -1)),
            ("unflatten", Reshaped.Unflatten),
            ("squeeze", Squeeze),
            ("unsqueeze", Unsqueeze),
            ("permute", Permute),
            ("transpose", c => Swap(c, c.Integer("dim0"), c.Integer("dim1"))),
            ("swapdims", c => Swap(c, c.Integer("dim0"), c.Integer("dim1"))),
            ("swapaxes", c => Swap(c, c.Integer("dim0", "axis0"), c.Integer("dim1", "axis1"))),
            (
                "t",
                c =>
                    c.Main.Rank > 2 ? OperatorOutcome.Fails($"t is of two dimensions at most, but gets {c.Main}")
                    : c.Main.Rank == 2 ? Swap(c, 0, 1)
                    : OperatorOutcome.Of(c.Main)
            ),
            ("T", c => c.Main.Rank is null ? OperatorOutcome.Unknown : OperatorOutcome.Of(Shape.Of(c.Main.Axes.Reverse()))),
            ("H", c => c.Main.Rank is >= 2 ? Swap(c, 0, 1) : OperatorOutcome.Unknown),
            ("mT", SwapLast),
            ("mH", c => c.Main.Rank is < 2 ? OperatorOutcome.Unknown : SwapLast(c)),
            ("adjoint", c => c.Main.Rank is < 2 ? OperatorOutcome.Unknown : SwapLast(c)),
            ("movedim", Move),
            ("moveaxis", Move),
            ("expand", Expand),
            ("broadcast_to", Expand),
            ("expand_as", c => c.Tensors.Count == 2 ? Expand(c, SizesOf(c.Tensors[1])) : OperatorOutcome.Unknown),
            ("repeat", c => Repeat(c, c.Sizes("sizes"), mayBeFewer: false)),
            ("tile", c => Repeat(c, c.Sizes("reps", "dims"), mayBeFewer: true)),
            ("repeat_interleave", RepeatEach),
            ("rot90", Rotate),
            ("roll", c => OperatorOutcome.Of(c.Main)),
            ("msort", c => OperatorOutcome.Of(c.Main)),
            ("atleast_1d", c => AtLeast(c, 1)),
            ("atleast_2d", c => AtLeast(c, 2)),
            ("atleast_3d", c => AtLeast(c, 3)),
            (
                "view_as_real",
                c => c.Main.Rank is null ? OperatorOutcome.Unknown : OperatorOutcome.Of(Shape.Of(c.Main.Axes.Append(new Axis(2))))
            ),
            (
                "view_as_complex",
                c =>
                    c.Main.Rank is not { } r ? OperatorOutcome.Unknown
                    : r == 0 || Samples.AreDifferent(c.Main.Axes[r - 1], new Axis(2))
                        ? OperatorOutcome.Fails($"view_as_complex takes pairs in the last dimension, but gets {c.Main}")
                    : OperatorOutcome.Of(c.Main.Replace(r - 1, 1))
            ),
            ("as_strided", c => c.Sizes("size") is { } size ? OperatorOutcome.Of(Shape.Of(size.Items)) : OperatorOutcome.Unknown),
        ];

    /// <summary>The sizes of a tensor, as an argument.</summary>
    public static OperatorArgument.Sizes? SizesOf(Shape shape) => shape.Rank is null ? null : new(shape.Axes, IsList: true);

    private static OperatorOutcome Squeeze(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank)
        {
            return OperatorOutcome.Unknown;
        }

        if (call.Has("dim"))
        {
            return call.Integer("dim") is not { } dim ? OperatorOutcome.Unknown
                : Dimensions.Place(dim, rank) is not { } place ? OperatorOutcome.Fails(Dimensions.OutOfRange(call, dim))
                : rank == 0 || call.Main.Axes[place].Size is not { } size
                    ? (rank == 0 ? OperatorOutcome.Of(call.Main) : OperatorOutcome.Unknown)
                : Dim.AreEqual(size, 1) switch
                {
                    Truth.Proved => OperatorOutcome.Of(call.Main.Replace(place, 1)),
                    Truth.Refuted => OperatorOutcome.Of(call.Main),
                    _ => OperatorOutcome.Unknown,
                };
        }

        // Without a dimension all of size 1 go; a batch of which the size is not known goes when it holds one sample.
        var kept = call.Main.Axes.Where(a => a.Size is { } size && Dim.AreEqual(size, 1) == Truth.Refuted).ToArray();
        var gone = call.Main.Axes.Count(a => a.Size is { } size && Dim.AreEqual(size, 1) == Truth.Proved);
        var outcome = kept.Length + gone == rank ? OperatorOutcome.Of(Shape.Of(kept)) : OperatorOutcome.Unknown;
        return outcome with { Doubt = BatchFaults.OfSqueeze(call.Main) };
    }

    private static OperatorOutcome Unsqueeze(OperatorCall call) =>
        call.Main.Rank is not { } rank || call.Integer("dim") is not { } dim ? OperatorOutcome.Unknown
        : dim < -rank - 1 || dim > rank ? OperatorOutcome.Fails($"unsqueeze of {call.Main} has no place {dim}")
        : OperatorOutcome.Of(call.Main.Replace(dim < 0 ? dim + rank + 1 : dim, 0, new Axis(1) { Origin = AxisOrigin.Added }));

    private static OperatorOutcome Permute(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.Integers("permutation") is not { } order)
        {
            return OperatorOutcome.Unknown;
        }

        if (order.Length != rank)
        {
            return OperatorOutcome.Fails(
                $"permute({string.Join(", ", order)}) names {order.Length} dimensions, but the tensor is {call.Main}"
            );
        }

        var (places, error) = Dimensions.Places(call, order);
        return error is not null ? OperatorOutcome.Fails(error) : OperatorOutcome.Of(Shape.Of(places!.Select(p => call.Main.Axes[p])));
    }

    private static OperatorOutcome Swap(OperatorCall call, int? first, int? second)
    {
        if (call.Main.Rank is not { } rank || first is not { } a || second is not { } b)
        {
            return OperatorOutcome.Unknown;
        }

        if (Dimensions.Place(a, rank) is not { } left || Dimensions.Place(b, rank) is not { } right)
        {
            return OperatorOutcome.Fails(Dimensions.OutOfRange(call, Dimensions.Place(a, rank) is null ? a : b));
        }

        var axes = call.Main.Axes.ToArray();
        if (rank > 0)
        {
            (axes[left], axes[right]) = (axes[right], axes[left]);
        }

        return OperatorOutcome.Of(Shape.Of(axes));
    }

    private static OperatorOutcome SwapLast(OperatorCall call) =>
        call.Main.Rank is < 2
            ? OperatorOutcome.Fails($"{call.Name} is of two dimensions or more, but gets {call.Main}")
            : Swap(call, -2, -1);

    private static OperatorOutcome Move(OperatorCall call)
    {
        if (
            call.Main.Rank is not { } rank
            || call.Integers("source") is not { } source
            || call.Integers("destination") is not { } destination
        )
        {
            return OperatorOutcome.Unknown;
        }

        var (from, wrongFrom) = Dimensions.Places(call, source);
        var (to, wrongTo) = Dimensions.Places(call, destination);
        if ((wrongFrom ?? wrongTo) is { } error)
        {
            return OperatorOutcome.Fails(error);
        }

        if (from!.Length != to!.Length)
        {
            return OperatorOutcome.Fails($"{call.Name} moves {from.Length} dimensions to {to.Length} places");
        }

        var rest = new Queue<int>(Enumerable.Range(0, rank).Except(from));
        var order = Enumerable.Range(0, rank).Select(i => System.Array.IndexOf(to, i) is >= 0 and var at ? from[at] : rest.Dequeue());
        return OperatorOutcome.Of(Shape.Of(order.Select(i => call.Main.Axes[i])));
    }

    private static OperatorOutcome Expand(OperatorCall call) => Expand(call, call.Sizes("sizes", "shape"));

    private static OperatorOutcome Expand(OperatorCall call, OperatorArgument.Sizes? sizes)
    {
        if (call.Main.Rank is not { } rank || sizes is null)
        {
            return OperatorOutcome.Unknown;
        }

        var missing = sizes.Items.Count - rank;
        var wanted = $"{call.Name}({string.Join(", ", sizes.Items)}) of {call.Main}";
        if (missing < 0)
        {
            return OperatorOutcome.Fails($"{wanted} names fewer dimensions than the tensor has");
        }

        var axes = new List<Axis>();
        for (var i = 0; i < sizes.Items.Count; i++)
        {
            var (size, own) = (sizes.Items[i].Size, i < missing ? null : call.Main.Axes[i - missing]);
            var keeps = size?.Constant is { } constant && constant == -1;
            if (keeps && own is null)
            {
                return OperatorOutcome.Fails($"{wanted} has no size for the new dimension {i}");
            }

            var isOne = own?.Size is { } before && Dim.AreEqual(before, 1) == Truth.Proved;
            if (
                !keeps
                && own is not null
                && !isOne
                && Samples.AreDifferent(own, sizes.Items[i])
                && Dim.AreEqual(own.Size!, 1) == Truth.Refuted
            )
            {
                return OperatorOutcome.Fails($"{wanted} grows dimension {i} from {own} to {size}, but only a size of 1 can grow");
            }

            axes.Add(
                keeps ? own!
                : own?.Size is { } same && same.Equals(size) ? own
                : new Axis(size)
            );
        }

        return OperatorOutcome.Of(Shape.Of(axes));
    }

    private static OperatorOutcome Repeat(OperatorCall call, OperatorArgument.Sizes? factors, bool mayBeFewer)
    {
        if (call.Main.Rank is not { } rank || factors is null)
        {
            return OperatorOutcome.Unknown;
        }

        var count = factors.Items.Count;
        if (count < rank && !mayBeFewer)
        {
            return OperatorOutcome.Fails($"{call.Name}({string.Join(", ", factors.Items)}) names fewer dimensions than {call.Main} has");
        }

        var all = System.Math.Max(rank, count);
        return OperatorOutcome.Of(Shape.Of(Enumerable.Range(0, all).Select(Product)));

        Axis Product(int i)
        {
            var own = i < all - rank ? new Axis(1) : call.Main.Axes[i - (all - rank)];
            var factor = i < all - count ? new Axis(1) : factors.Items[i - (all - count)];
            return factor.Size?.Constant is { IsOne: true }
                ? own
                : new Axis(own.Size is null || factor.Size is null ? null : own.Size * factor.Size);
        }
    }

    // How often each value is repeated may stand in a tensor; then the size is not known.
    private static OperatorOutcome RepeatEach(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.Has("output_size"))
        {
            return OperatorOutcome.Unknown;
        }

        var factor = call.Size("repeats")?.Size;
        if (!call.Has("dim"))
        {
            return OperatorOutcome.Of(
                Shape.Of(new Axis(factor is null || call.Main.ElementCount is not { } count ? null : count * factor))
            );
        }

        return call.Integer("dim") is not { } dim ? OperatorOutcome.Unknown
            : Dimensions.Place(dim, rank) is not { } place ? OperatorOutcome.Fails(Dimensions.OutOfRange(call, dim))
            : rank == 0 ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(
                Dimensions.WithSize(call.Main, place, factor is null || call.Main.Axes[place].Size is not { } size ? null : size * factor)
            );
    }

    private static OperatorOutcome Rotate(OperatorCall call)
    {
        var dims = call.Has("dims") ? call.Integers("dims") : [0, 1];
        if (dims is not [var first, var second] || call.IntegerOr(1, "k") is not { } times)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, dims);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null ? OperatorOutcome.Unknown
            : times % 2 == 0 ? OperatorOutcome.Of(call.Main)
            : Swap(call, first, second);
    }

    private static OperatorOutcome AtLeast(OperatorCall call, int rank)
    {
        if (call.Tensors.Count != 1 || call.Main.Rank is not { } own)
        {
            return OperatorOutcome.Unknown;
        }

        // As numpy: (n) is (1, n) in two dimensions and (1, n, 1) in three, (n, m) is (n, m, 1).
        var axes = call.Main.Axes.ToList();
        if (own < rank)
        {
            axes.InsertRange(
                0,
                Enumerable.Repeat(
                    new Axis(1),
                    own == 2 ? 0
                        : own == 1 ? System.Math.Min(1, rank - own)
                        : rank
                )
            );
            axes.AddRange(Enumerable.Repeat(new Axis(1), System.Math.Max(0, rank - axes.Count)));
        }

        return OperatorOutcome.Of(Shape.Of(axes));
    }
}
