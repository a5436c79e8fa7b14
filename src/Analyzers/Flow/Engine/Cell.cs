using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>Which object of a run it is: two names of one object are equal, two objects are not.</summary>
internal sealed class ObjectId;

/// <summary>What is known of an object that can change.</summary>
internal abstract record Cell
{
    /// <summary>What is true of both; null for nothing.</summary>
    public static Cell? Join(Cell left, Cell right) => left == right ? left : left.JoinWith(right);

    protected virtual Cell? JoinWith(Cell other) => null;

    /// <summary>An object of a class of the user's.</summary>
    internal sealed record Instance(INamedTypeSymbol Type, ValueMap Fields) : Cell
    {
        public bool Equals(Instance? other) =>
            other is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type) && Fields.Equals(other.Fields);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);

        protected override Cell? JoinWith(Cell other) =>
            other is Instance instance && SymbolEqualityComparer.Default.Equals(Type, instance.Type)
                ? new Instance(Type, ValueMap.Join(Fields, instance.Fields))
                : null;
    }

    /// <summary>What an object keeps by a name that is no field.</summary>
    internal sealed record Named(string Name);

    /// <summary>An array, a list, a dictionary, or modules in an order.</summary>
    /// <param name="Items">The elements, in their order.</param>
    /// <param name="Keys">The keys of a dictionary, or the names of modules; empty where there are none.</param>
    /// <param name="IsPipeline">Whether it can be called: its elements run one after the other.</param>
    internal sealed record Elements(EquatableArray<Value> Items, EquatableArray<Value> Keys = default, bool IsPipeline = false) : Cell
    {
        /// <summary>The list that it is worked out from each time that it is walked through: LINQ does nothing before.</summary>
        public ObjectId? Source { get; init; }

        /// <summary>Whether it is asked by keys, and not by places.</summary>
        public bool IsKeyed { get; init; }

        protected override Cell? JoinWith(Cell other) =>
            other is Elements elements
            && elements.Items.Count == Items.Count
            && elements.Keys == Keys
            && elements.IsPipeline == IsPipeline
            && elements.IsKeyed == IsKeyed
                ? this with
                {
                    Items = Items.Zip(elements.Items, Value.Join).ToEquatableArray(),
                }
                : null;
    }

    /// <summary>A list of any number of elements, none included.</summary>
    /// <param name="Each">What each of them is like.</param>
    /// <param name="IsPipeline">Whether it can be called: its elements run one after the other.</param>
    internal sealed record Many(Value Each, bool IsPipeline = false) : Cell;

    /// <summary>A walk through such a list.</summary>
    internal sealed record Stroll(Value Each) : Cell;

    /// <summary>A walk through a list.</summary>
    internal sealed record Cursor(EquatableArray<Value> Items, int Position) : Cell;
}
