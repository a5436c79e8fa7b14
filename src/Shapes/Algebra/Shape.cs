using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace ShapeGen.Algebra;

/// <summary>
/// What is known about the shape of a tensor: its axes; or, where the rank is not known, the first and the last ones; or nothing.
/// Shapes are a lattice under <see cref="Join(Shape, Shape)"/>, with <see cref="Unknown"/> on top.
/// </summary>
/// <param name="Leading">All axes of a shape of known rank; otherwise the first ones, as far as they are known.</param>
/// <param name="Trailing">The last axes of a shape of unknown rank, as far as they are known; otherwise empty.</param>
/// <param name="HasKnownRank">Whether <paramref name="Leading"/> is the whole shape.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record Shape(EquatableArray<Axis> Leading, EquatableArray<Axis> Trailing, bool HasKnownRank)
{
    /// <summary>Nothing is known. It never causes a report.</summary>
    public static readonly Shape Unknown = new(default, default, false);

    public static Shape Of(params Axis[] axes) => Of((IEnumerable<Axis>)axes);

    public static Shape Of(IEnumerable<Axis> axes) => new(axes.ToEquatableArray(), default, true);

    /// <summary>A shape of which all sizes are known and the roles of the axes are not.</summary>
    public static Shape OfSizes(params Dim[] sizes) => Of(sizes.Select(s => new Axis(s)));

    /// <summary>A shape of which the last axes are known.</summary>
    public static Shape Ending(IEnumerable<Axis> axes) => new(default, axes.SkipWhile(a => a.Size is null).ToEquatableArray(), false);

    public int? Rank => HasKnownRank ? Leading.Count : null;

    /// <summary>The axes of a shape of known rank.</summary>
    public EquatableArray<Axis> Axes => HasKnownRank ? Leading : default;

    /// <summary>The place of the batch; null where no axis is one.</summary>
    public int? BatchAxis => Axes.ToList().FindIndex(a => a.Role == AxisRole.Batch) is >= 0 and var at ? at : null;

    /// <summary>The number of elements, or null where a size is not known.</summary>
    public Dim? ElementCount => CountFrom(0);

    /// <summary>The number of elements of one sample: of all axes but the first.</summary>
    public Dim? SampleSize => CountFrom(1);

    /// <summary>What is true of a value that has one shape or the other.</summary>
    public static Shape Join(Shape left, Shape right)
    {
        if (left.Rank is { } rank && left.Rank == right.Rank)
        {
            return Of(Enumerable.Range(0, rank).Select(i => Join(left.Axes[i], right.Axes[i])));
        }

        var leading = CommonPrefix(left.Leading, right.Leading);
        var trailing = CommonPrefix(left.LastFirst(), right.LastFirst()).Reverse().ToEquatableArray();
        return new(leading, trailing, false);
    }

    /// <summary>The shape with each known axis made into another one.</summary>
    public Shape Select(System.Func<Axis, Axis> change) =>
        new(Leading.Select(change).ToEquatableArray(), Trailing.Select(change).ToEquatableArray(), HasKnownRank);

    /// <summary>The same axes with some replaced by one other run of axes.</summary>
    public Shape Replace(int start, int count, params Axis[] replacement) =>
        Of(Axes.Take(start).Concat(replacement).Concat(Axes.Skip(start + count)));

    /// <summary>The sample, without the batch: <c>64×7×7</c>.</summary>
    public string DescribeSample() => string.Join("×", Axes.Skip(1));

    public override string ToString()
    {
        var known = Leading.Select(a => a.ToString());
        var all = HasKnownRank ? known : known.Append("…").Concat(Trailing.Select(a => a.ToString()));
        return $"({string.Join(", ", all)})";
    }

    private IEnumerable<Axis> LastFirst() => (HasKnownRank ? Leading : Trailing).Reverse();

    private Dim? CountFrom(int start) =>
        HasKnownRank && Axes.All(a => a.Size is not null) ? Dim.Product(Axes.Skip(start).Select(a => a.Size!)) : null;

    /// <summary>What both begin with; what is not known of either is left out at the end, where it says nothing.</summary>
    private static EquatableArray<Axis> CommonPrefix(IEnumerable<Axis> left, IEnumerable<Axis> right) =>
        left.Zip(right, Join).Reverse().SkipWhile(a => a.Size is null).Reverse().ToEquatableArray();

    private static Axis Join(Axis left, Axis right) =>
        left == right
            ? left
            : new Axis(
                left.Size is not null && left.Size.Equals(right.Size) ? left.Size : null,
                left.Role == right.Role ? left.Role : AxisRole.Plain
            );
}
