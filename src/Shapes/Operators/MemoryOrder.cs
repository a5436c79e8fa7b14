using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>
/// In which order the dimensions of a tensor stand in memory: the place of each, outermost first. A tensor that is made anew has them in their own
/// order; transpose and permute change the order, and move nothing. A view cannot merge dimensions that are not neighbours in memory, in their order.
/// </summary>
/// <param name="Places">For each dimension its place; the identity for a contiguous tensor.</param>
internal sealed record MemoryOrder(EquatableArray<int> Places)
{
    // Their results are made anew.
    private static readonly HashSet<string> _fresh =
    [
        .. "zeros ones empty full rand randn randint arange linspace eye tensor matmul bmm mm linear contiguous".Split(' '),
    ];

    // Value by value of a contiguous tensor they give one.
    private static readonly HashSet<string> _plain =
    [
        .. OperatorNames.SameShape,
        "softmax",
        "log_softmax",
        "reshape",
        "view",
        "flatten",
        "unsqueeze",
        "squeeze",
        "unflatten",
    ];

    public bool IsContiguous => Places.Select((p, i) => p == i).All(same => same);

    public static MemoryOrder Contiguous(int rank) => new(Enumerable.Range(0, rank).ToEquatableArray());

    /// <summary>The order of what an operator gives, of a tensor with a known order; null where it is not known.</summary>
    public static MemoryOrder? Of(OperatorCall call, Shape result, MemoryOrder? own)
    {
        if (result.Rank is not { } rank)
        {
            return null;
        }

        // A product of a matrix and a batch of matrices may be computed as another one, and turned.
        if (
            _fresh.Contains(call.Name)
            && (call.Name != "matmul" || (call.Tensors.Count == 2 && call.Tensors[0].Rank == call.Tensors[1].Rank))
        )
        {
            return Contiguous(rank);
        }

        return own is null || call.Main.Rank is not { } before ? null
            : own.IsContiguous && _plain.Contains(call.Name) && call.Tensors.Count == 1 ? Contiguous(rank)
            : before != rank || own.Places.Count != rank ? null
            : OrderOf(call, rank) is { } order ? new(order.Select(o => own.Places[o]).ToEquatableArray())
            : null;
    }

    /// <summary>Why a view is impossible; null if it is possible, or that is not known.</summary>
    public string? Problem(OperatorCall call, Shape result)
    {
        if (IsContiguous || call.Main.Axes.Count != Places.Count || result.Rank is null || result.Axes.Any(a => a.Size is null))
        {
            return null;
        }

        // Where the next dimension is not the next in memory, a dimension of the result must end.
        var axes = call
            .Main.Axes.Select((a, i) => (Axis: a, Place: Places[i]))
            .Where(a => a.Axis.Size?.Constant is not { IsOne: true })
            .ToArray();
        var ranks = axes.Select(a => a.Place).OrderBy(p => p).ToList();
        var ends = Products(result.Axes.Select(a => a.Size!)).ToArray();
        var product = Dim.One;
        for (var i = 0; i < axes.Length - 1; i++)
        {
            if (axes[i].Axis.Size is not { } size)
            {
                return null;
            }

            product *= size;
            var isNeighbour = ranks.IndexOf(axes[i + 1].Place) == ranks.IndexOf(axes[i].Place) + 1;
            if (!isNeighbour && ends.All(e => Dim.AreEqual(e, product) == Truth.Refuted))
            {
                return $"view of {call.Main} cannot be: its dimensions were exchanged and do not stand one behind the other in memory; use reshape, or contiguous() first";
            }
        }

        return null;
    }

    private static IEnumerable<Dim> Products(IEnumerable<Dim> sizes)
    {
        var product = Dim.One;
        foreach (var size in sizes)
        {
            product *= size;
            yield return product;
        }
    }

    /// <summary>Which dimension of the tensor each of the result is.</summary>
    private static IEnumerable<int>? OrderOf(OperatorCall call, int rank)
    {
        switch (call.Name)
        {
            case "T":
                return Enumerable.Range(0, rank).Reverse();
            case "permute" when call.Integers("permutation") is { } order && order.Length == rank:
                return order.Select(o => Dimensions.Place(o, rank) ?? 0);
            case "transpose"
            or "swapaxes"
            or "swapdims" when call.Integer("dim0", "axis0") is { } a && call.Integer("dim1", "axis1") is { } b:
                return Swapped(rank, a, b);
            case "t" when rank == 2:
                return Swapped(rank, 0, 1);
            case "mT" when rank >= 2:
                return Swapped(rank, -2, -1);
            case "detach" or "alias" or "requires_grad_":
                return Enumerable.Range(0, rank);
            default:
                return null;
        }
    }

    private static int[]? Swapped(int rank, int first, int second)
    {
        if (Dimensions.Place(first, rank) is not { } a || Dimensions.Place(second, rank) is not { } b)
        {
            return null;
        }

        var order = Enumerable.Range(0, rank).ToArray();
        (order[a], order[b]) = (order[b], order[a]);
        return order;
    }
}
