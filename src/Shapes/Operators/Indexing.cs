using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>x[…]: places, ranges, new dimensions, and tensors of indices, as numpy has them.</summary>
internal static class Indexing
{
    public static OperatorOutcome Apply(OperatorCall call, IReadOnlyList<TensorIndex> indices)
    {
        if (indices.OfType<TensorIndex.Wrong>().FirstOrDefault() is { } wrong)
        {
            return OperatorOutcome.Fails($"a tensor that is an index has int64, int32 or truth values, but this one has {wrong.Type}");
        }

        if (indices.Contains(TensorIndex.Unknown) || indices.Any(i => RankOf(i) is null))
        {
            return OperatorOutcome.Unknown;
        }

        var input = call.Main;
        var taken = indices.Sum(i => RankOf(i)!.Value);
        var rest = input.Axes.Count - taken;
        if (rest < 0)
        {
            return OperatorOutcome.Fails($"{taken} indices are too many for a tensor {input}");
        }

        var axes = new List<Axis>();
        var tensors = new List<(int Place, Shape Shape)>();
        var at = 0;
        foreach (var index in indices)
        {
            switch (index)
            {
                case TensorIndex.Single { Place: var place }:
                    if (IsOutside(input.Axes[at], new Axis(place)))
                    {
                        return OperatorOutcome.Fails($"index {place} is outside dimension {at} of {input}");
                    }

                    at++;
                    break;
                case TensorIndex.Slice slice:
                    axes.Add(slice == TensorIndex.Colon ? input.Axes[at] : Sliced(input.Axes[at], slice));
                    at++;
                    break;
                case TensorIndex.Tensor { Shape: var shape }:
                    tensors.Add((axes.Count, shape));
                    at++;
                    break;
                case TensorIndex.Mask { Shape: var mask }:
                    var places = Shape.Of(input.Axes.Slice(at, mask.Axes.Count));
                    if (Samples.AreDifferent(places, mask))
                    {
                        return OperatorOutcome.Fails($"a mask {mask} stands for dimensions {places} of {input}");
                    }

                    tensors.Add((axes.Count, Shape.Of(new Axis(null))));
                    at += mask.Axes.Count;
                    break;
                default:
                    var isNew = index == TensorIndex.None;
                    axes.AddRange(isNew ? [new Axis(1) { Origin = AxisOrigin.Added }] : input.Axes.Slice(at, rest));
                    at += isNew ? 0 : rest;
                    break;
            }
        }

        axes.AddRange(input.Axes.Skip(at));
        return tensors.Count == 0 ? OperatorOutcome.Of(Shape.Of(axes)) : Gathered(axes, tensors);
    }

    /// <summary>
    /// x[…] = value: the value is brought to the shape of the place. Ones that it has in front are dropped, but not where all indices are
    /// plain integers.
    /// </summary>
    public static OperatorOutcome Assign(OperatorCall call, IReadOnlyList<TensorIndex> indices)
    {
        var place = Apply(call, indices);
        if (place.Throws || call["value"] is not OperatorArgument.Tensor value)
        {
            return place.Throws ? place : OperatorOutcome.Of(call.Main);
        }

        // Values are written to places that a tensor names as they are; elsewhere they are converted.
        if (indices.Any(i => i is TensorIndex.Tensor) && ElementDemands.Alike(call) is { } wrong)
        {
            return wrong.Outcome;
        }

        var given = call.Flag("is plain") == true ? value.Shape : WithoutOnes(value.Shape);
        var fits =
            place.Result.Rank is not { } rank
            || given.Rank is not { } other
            || (other <= rank && Broadcasting.Of(place.Result, given) is { } common && !Samples.AreDifferent(common, place.Result));
        return fits
            ? OperatorOutcome.Of(call.Main)
            : OperatorOutcome.Fails($"the place is {place.Result} of {call.Main}, but gets {value.Shape}");
    }

    private static Shape WithoutOnes(Shape shape) =>
        shape.Rank is null ? shape : Shape.Of(shape.Axes.SkipWhile(a => a.Size?.Constant is { IsOne: true }));

    /// <summary>How many dimensions an index stands for; null where that is not known.</summary>
    private static int? RankOf(TensorIndex index) =>
        index switch
        {
            TensorIndex.Mask mask => mask.Shape.Rank,
            TensorIndex.Tensor { Shape.Rank: null } => null,
            _ => index == TensorIndex.None || index == TensorIndex.Ellipsis ? 0 : 1,
        };

    /// <summary>
    /// Tensors of indices stand for their dimensions together: in the place of the first if they are neighbours. A mask is the places where it
    /// is true, of which the number is not known.
    /// </summary>
    private static OperatorOutcome Gathered(List<Axis> axes, List<(int Place, Shape Shape)> tensors)
    {
        var areNeighbours = tensors.All(t => t.Place == tensors[0].Place);
        var common = ValueByValue.Broadcast([.. tensors.Select(t => t.Shape)], "an index");
        if (common.Throws || common.Results.Count == 0 || !areNeighbours)
        {
            return common.Throws ? common : OperatorOutcome.Unknown;
        }

        axes.InsertRange(tensors[0].Place, common.Result.Axes);
        return OperatorOutcome.Of(Shape.Of(axes));
    }

    private static Axis Sliced(Axis axis, TensorIndex.Slice slice) =>
        Slice(axis, slice.Start, slice.Stop, slice.Step) is { } size && size.Equals(axis.Size)
            ? axis
            : new Axis(Slice(axis, slice.Start, slice.Stop, slice.Step), axis.Role);

    /// <summary>How many values stand from one place up to another: the ends are brought into the dimension. Null where it is not known.</summary>
    public static Dim? Slice(Axis axis, Axis? start, Axis? stop, Axis? step)
    {
        var by = step is null ? 1 : step.Size?.Constant;
        if (by is not { Sign: > 0 } stride || (start is not null && start.Size is null) || (stop is not null && stop.Size is null))
        {
            return null;
        }

        if (axis.Size is not { } size)
        {
            return null;
        }

        var first = Bring(start?.Size ?? Dim.Zero, size);
        var last = Bring(stop?.Size ?? size, size);
        if (first is null || last is null)
        {
            return null;
        }

        var length = last - first;
        return length.IsAtLeast(0) switch
        {
            Truth.Proved => Dim.CeilDivide(length, stride),
            Truth.Refuted => Dim.Zero,
            _ => null,
        };
    }

    /// <summary>Whether a place is certainly not in a dimension.</summary>
    public static bool IsOutside(Axis axis, Axis? place) =>
        axis.Size is { } size
        && place?.Size?.Constant is { } at
        && (at.Sign < 0 ? (size + at).IsAtLeast(0) == Truth.Refuted : (size - at).IsAtLeast(1) == Truth.Refuted);

    private static Dim? Bring(Dim place, Dim size)
    {
        var from = place.Constant is { Sign: < 0 } ? place + size : place;
        return from.IsAtLeast(0) == Truth.Refuted ? Dim.Zero
            : (size - from).IsAtLeast(0) == Truth.Refuted ? size
            : from.IsAtLeast(0) == Truth.Proved && (size - from).IsAtLeast(0) == Truth.Proved ? from
            : null;
    }
}
