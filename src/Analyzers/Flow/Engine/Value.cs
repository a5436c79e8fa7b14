using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;

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

    /// <summary>True or false.</summary>
    internal sealed record Flag(bool IsTrue) : Value;

    /// <summary>A layer of TorchSharp, with what it was made of.</summary>
    internal sealed record Layer(string Kind, Arguments Arguments) : Value
    {
        /// <summary>Where it is made.</summary>
        public IOperation? Made { get; init; }
    }

    /// <summary>Layers one after the other.</summary>
    internal sealed record Sequence(EquatableArray<Value> Modules) : Value;

    /// <summary>An object of a class of the user's, with the fields of which something is known.</summary>
    internal sealed record Instance(INamedTypeSymbol Type, EquatableArray<Field> Fields) : Value;

    /// <summary>A field of an object.</summary>
    internal sealed record Field(string Name, Value Value);

    public static Value Join(Value left, Value right) =>
        (left, right) switch
        {
            _ when left == right => left,
            (Tensor a, Tensor b) => new Tensor(Shape.Join(a.Shape, b.Shape)),
            (Items a, Items b) when a.Values.Count == b.Values.Count => new Items(a.Values.Zip(b.Values, Join).ToEquatableArray()),
            _ => Unknown,
        };
}
