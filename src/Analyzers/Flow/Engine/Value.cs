using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>
/// What is known of a value at a place in the code. <see cref="Join(Value, Value)"/> is the least that is true of both: it is associative,
/// commutative and idempotent, <see cref="Unknown"/> absorbs all, and chains are short, so that a loop comes to rest. Whoever knows other
/// kinds of values than those of C# derives them from this.
/// </summary>
internal abstract record Value
{
    /// <summary>Nothing is known. It never causes a report.</summary>
    public static readonly Value Unknown = new Nothing();

    /// <summary>The null of C#.</summary>
    public static readonly Value Null = new NoObject();

    private sealed record Nothing : Value;

    private sealed record NoObject : Value;

    /// <summary>A value of a class whose objects can change in place, unseen by who has another name for them.</summary>
    internal interface IChangeable
    {
        /// <summary>What is known of it where other code may have changed it in place.</summary>
        Value Shared { get; }
    }

    /// <summary>A module of a library, which is made once and for all.</summary>
    internal interface IModule;

    /// <summary>Whether a value holds one that satisfies a condition, itself or in its parts.</summary>
    public bool Holds(System.Func<Value, bool> condition) =>
        condition(this)
        || (this is Items items && items.Values.Any(v => v.Holds(condition)))
        || (this is Function function && (function.Receiver.Holds(condition) || function.Captured.All.Any(c => c.Value.Holds(condition))));

    /// <summary>An integer.</summary>
    internal sealed record Size(Dim Dim) : Value
    {
        /// <summary>The value, if it is known and an int.</summary>
        public int? Constant => Dim.Constant is { } value && value >= int.MinValue && value <= int.MaxValue ? (int)value : null;
    }

    /// <summary>A number that is no integer by its type.</summary>
    internal sealed record Number(double Amount) : Value;

    /// <summary>True or false.</summary>
    internal sealed record Flag(bool IsTrue) : Value;

    /// <summary>A string.</summary>
    internal sealed record Text(string Content) : Value;

    /// <summary>A member of an enumeration, by its name.</summary>
    internal sealed record Choice(string Member) : Value;

    /// <summary>A tuple, item by item.</summary>
    internal sealed record Items(EquatableArray<Value> Values) : Value
    {
        protected override Value JoinWith(Value other) =>
            other is Items items && items.Values.Count == Values.Count
                ? new Items(Values.Zip(items.Values, Join).ToEquatableArray())
                : Unknown;
    }

    /// <summary>An object that can change: what is known of it stands in the state.</summary>
    internal sealed record Reference(ObjectId Object) : Value;

    /// <summary>A method, a local function or a lambda that is passed about.</summary>
    /// <param name="Method">What runs.</param>
    /// <param name="Receiver">The object that it runs on.</param>
    /// <param name="Captured">The variables of the method around it that never change.</param>
    internal sealed record Function(IMethodSymbol Method, Value Receiver, ValueMap Captured) : Value
    {
        /// <summary>The code that it stands in; while that runs, its variables are as they are there.</summary>
        public Body? Home { get; init; }
    }

    public static Value Join(Value left, Value right) => left == right ? left : left.JoinWith(right);

    /// <summary>What is true of this and of another value that is not the same.</summary>
    protected virtual Value JoinWith(Value other) => Unknown;
}
