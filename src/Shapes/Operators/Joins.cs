using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Operators that make one tensor of several, or several of one.</summary>
internal static class Joins
{
    // More parts nobody takes apart one by one.
    private const int MostParts = 65_536;

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("cat", c => Concatenate(c, AllOf(c), c.IntegerOr(0, "dim"))),
            ("concat", c => Concatenate(c, AllOf(c), c.IntegerOr(0, "dim"))),
            ("concatenate", c => Concatenate(c, AllOf(c), c.IntegerOr(0, "axis"))),
            ("stack", Stack),
            ("hstack", c => Concatenate(c, AtLeast(c, 1), AllOf(c) is [{ Rank: <= 1 }, ..] ? 0 : 1)),
            ("vstack", c => Concatenate(c, AtLeast(c, 2), 0)),
            ("row_stack", c => Concatenate(c, AtLeast(c, 2), 0)),
            ("dstack", c => Concatenate(c, AtLeast(c, 3), 2)),
            ("column_stack", c => Concatenate(c, AllOf(c)?.Select(AsColumn).ToArray(), 1)),
            ("broadcast_tensors", BroadcastAll),
            (
                "meshgrid",
                c =>
                    AllOf(c) is { } all && all.All(s => s.Rank == 1) && c["indexing"] is null or OperatorArgument.Word { Value: "ij" }
                        ? Grid(AllOf(c))
                        : OperatorOutcome.Unknown
            ),
            ("split", c => Split(c, "dim")),
            ("chunk", c => Cut(c, c.IntegerOr(0, "dim"), (size, _) => ChunksOf(size, c.Integer("chunks")))),
            ("tensor_split", c => Cut(c, c.IntegerOr(0, "dim"), (size, _) => Even(size, c))),
            ("vsplit", c => c.Main.Rank < 2 ? OperatorOutcome.Unknown : Cut(c, 0, (size, _) => Even(size, c))),
            ("hsplit", c => c.Main.Rank == 1 ? OperatorOutcome.Unknown : Cut(c, 1, (size, _) => Even(size, c))),
            ("dsplit", c => c.Main.Rank < 3 ? OperatorOutcome.Unknown : Cut(c, 2, (size, _) => Even(size, c))),
            ("unbind", Unbind),
        ];

    private static Shape[]? AllOf(OperatorCall call) =>
        call["tensors", "input"] is OperatorArgument.Tensors { Shapes: { Count: > 0 } shapes } && shapes.All(s => s.Rank is not null)
            ? [.. shapes]
            : null;

    private static Shape[]? AtLeast(OperatorCall call, int rank) =>
        AllOf(call)
            ?.Select(s => OperatorCatalog.Apply(new($"atleast_{rank}d", [("this", new OperatorArgument.Tensor(s))])).Result)
            .ToArray();

    private static Shape AsColumn(Shape shape) =>
        shape.Rank switch
        {
            0 => Shape.OfSizes(1, 1),
            1 => Shape.Of(shape.Axes[0], new Axis(1)),
            _ => shape,
        };

    private static OperatorOutcome Concatenate(OperatorCall call, Shape[]? shapes, int? dim)
    {
        if (shapes is null || dim is not { } at)
        {
            return OperatorOutcome.Unknown;
        }

        // An empty tensor of one dimension is left out.
        var joined = shapes.Where(s => s.Rank != 1 || s.Axes[0].Size?.Constant is not { IsZero: true }).ToArray();
        if (joined.Length == 0)
        {
            return OperatorOutcome.Of(shapes[0]);
        }

        var first = joined[0];
        if (joined.FirstOrDefault(s => s.Rank == 0) is { } scalar)
        {
            return OperatorOutcome.Fails($"{call.Name} takes tensors of one dimension or more, but gets {scalar}");
        }

        if (Dimensions.Place(at, first.Axes.Count) is not { } place)
        {
            return OperatorOutcome.Fails($"{call.Name} of {first} has no dimension {at}");
        }

        foreach (var other in joined.Skip(1))
        {
            if (Joining.Difference(first, other, place) is { } differs)
            {
                return OperatorOutcome.Fails(
                    $"{call.Name} of {first} and {other} takes tensors that differ in dimension {place} only{differs}"
                );
            }
        }

        return OperatorOutcome.Of(Joining.Of(first, joined, place));
    }

    private static OperatorOutcome Stack(OperatorCall call)
    {
        if (AllOf(call) is not { } shapes || call.IntegerOr(0, "dim") is not { } dim)
        {
            return OperatorOutcome.Unknown;
        }

        var first = shapes[0];
        foreach (var other in shapes.Skip(1))
        {
            if (Samples.AreDifferent(first, other))
            {
                return OperatorOutcome.Fails($"stack takes tensors of one shape, but gets {first} and {other}");
            }
        }

        var rank = first.Axes.Count;
        return dim < -rank - 1 || dim > rank
            ? OperatorOutcome.Fails($"stack of {first} has no place {dim}")
            : OperatorOutcome.Of(first.Replace(dim < 0 ? dim + rank + 1 : dim, 0, new Axis(shapes.Length)));
    }

    private static OperatorOutcome BroadcastAll(OperatorCall call)
    {
        if (AllOf(call) is not { } shapes)
        {
            return OperatorOutcome.Unknown;
        }

        var common = ValueByValue.Broadcast(shapes, call.Name);
        return common.Throws ? common : OperatorOutcome.Of(shapes.Select(_ => common.Result));
    }

    private static OperatorOutcome Grid(Shape[]? shapes) =>
        shapes is null ? OperatorOutcome.Unknown : OperatorOutcome.Of(shapes.Select(_ => Shape.Of(shapes.Select(s => s.Axes[0]))));

    // By one size, or by a list of sizes, which the overloads tell apart by the name.
    private static OperatorOutcome Split(OperatorCall call, string dim)
    {
        var at = call.IntegerOr(0, dim);
        if (call.Sizes("size") is not null)
        {
            return Cut(call, at, (size, _) => call.Integer("size") is { } each && each > 0 ? Pieces(size, each) : null);
        }

        var sizes = call.Integers("sizes", "split_size_or_sections");
        return Cut(
            call,
            at,
            (_, _) => sizes,
            whole => sizes?.Sum(s => (long)s) is { } sum && whole != sum ? $"asks for {sum} values ({string.Join(" + ", sizes)})" : null
        );
    }

    private static OperatorOutcome Cut(OperatorCall call, int? dim, Func<int, int, IEnumerable<int>?> cut, Func<int, string?>? check = null)
    {
        if (call.Main.Rank is not > 0 || dim is not { } at)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [at]);
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        var axis = call.Main.Axes[places![0]];
        if (Dimensions.Constant(axis) is not { } size || size > MostParts)
        {
            return OperatorOutcome.Unknown;
        }

        if (check?.Invoke(size) is { } problem)
        {
            return OperatorOutcome.Fails($"{call.Name} of {call.Main} {problem} along dimension {places[0]}, which has {size}");
        }

        return cut(size, places[0]) is { } parts
            ? OperatorOutcome.Of(parts.Select(p => call.Main.Replace(places[0], 1, axis with { Size = p, Parts = default })))
            : OperatorOutcome.Unknown;
    }

    private static IEnumerable<int> Pieces(int size, int each) =>
        Enumerable.Range(0, Math.Max(1, Dimensions.Ceiling(size, each))).Select(i => Math.Min(each, size - i * each));

    private static IEnumerable<int>? ChunksOf(int size, int? count) =>
        count is { } chunks && chunks > 0 && size > 0 ? Pieces(size, Dimensions.Ceiling(size, chunks)) : null;

    /// <summary>So many parts that differ by one at most, or the parts between some places.</summary>
    private static IEnumerable<int>? Even(int size, OperatorCall call)
    {
        string[] names = ["size", "sizes", "indices_or_sections"];
        var given = call.Sizes(names);
        if (given is null || call.Integers(names) is not { } numbers)
        {
            return null;
        }

        if (given.IsList)
        {
            var ends = numbers.Select(n => Math.Min(Math.Max(n < 0 ? n + size : n, 0), size)).Append(size).ToArray();
            return ends.Select((e, i) => Math.Max(0, e - (i == 0 ? 0 : ends[i - 1])));
        }

        var parts = numbers[0];
        var mustDivide = call.Name != "tensor_split";
        return parts is <= 0 or > MostParts || (mustDivide && size % parts != 0)
            ? null
            : Enumerable.Range(0, parts).Select(i => size / parts + (i < size % parts ? 1 : 0));
    }

    private static OperatorOutcome Unbind(OperatorCall call)
    {
        if (call.IntegerOr(0, "dim", "dimension") is not { } dim || call.Main.Rank == 0)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [dim]);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null || Dimensions.Constant(call.Main.Axes[places[0]]) is not { } count || count is < 0 or > MostParts
                ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(Enumerable.Repeat(call.Main.Replace(places[0], 1), count));
    }
}
