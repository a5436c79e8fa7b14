using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>
/// What is known of a value at a place in the code. <see cref="Join"/> is the least that is true of both: it is associative, commutative and
/// idempotent, <see cref="Unknown"/> absorbs all, and chains are short, so that a loop comes to rest.
/// </summary>
internal abstract record Value
{
    /// <summary>Nothing is known. It never causes a report.</summary>
    public static readonly Value Unknown = new Nothing();

    private sealed record Nothing : Value;

    /// <summary>A tensor.</summary>
    internal sealed record Tensor(Shape Shape) : Value;

    /// <summary>An integer.</summary>
    internal sealed record Size(Dim Dim) : Value;

    /// <summary>A tuple or an array, item by item.</summary>
    internal sealed record Items(EquatableArray<Value> Values) : Value;

    public static Value Join(Value left, Value right) =>
        (left, right) switch
        {
            _ when left == right => left,
            (Tensor a, Tensor b) => new Tensor(Shape.Join(a.Shape, b.Shape)),
            (Items a, Items b) when a.Values.Count == b.Values.Count => new Items(a.Values.Zip(b.Values, Join).ToEquatableArray()),
            _ => Unknown,
        };
}
