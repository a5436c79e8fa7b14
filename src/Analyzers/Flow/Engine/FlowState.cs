using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>What is known at a place in the code: of the variables of the method that runs, and of all objects that it can reach.</summary>
internal sealed record FlowState(ValueMap Variables, ImmutableDictionary<ObjectId, Cell> Heap)
{
    public static readonly FlowState Empty = new(ValueMap.Empty, ImmutableDictionary<ObjectId, Cell>.Empty);

    /// <summary>What is known of an object; null for nothing.</summary>
    public Cell? this[Value value] => value is Value.Reference { Object: var id } && Heap.TryGetValue(id, out var cell) ? cell : null;

    public FlowState With(object variable, Value value) => this with { Variables = Variables.With(variable, value) };

    public FlowState With(ObjectId id, Cell? cell) => this with { Heap = cell is null ? Heap.Remove(id) : Heap.SetItem(id, cell) };

    /// <summary>What is true on both ways.</summary>
    public static FlowState Join(FlowState left, FlowState right) =>
        WithMany(new(ValueMap.Join(left.Variables, right.Variables), Merge(left.Heap, right.Heap, Cell.Join)), left, right);

    /// <summary>Lists that have become different in length, but not in what they hold.</summary>
    private static FlowState WithMany(FlowState joined, FlowState left, FlowState right)
    {
        if (ReferenceEquals(left.Heap, right.Heap))
        {
            return joined;
        }

        foreach (var entry in left.Heap.Where(e => e.Value is Cell.Elements or Cell.Many && !joined.Heap.ContainsKey(e.Key)))
        {
            if (!right.Heap.TryGetValue(entry.Key, out var other) || Likeness.ManyOf(entry.Value, left, other, right) is not { } many)
            {
                continue;
            }

            // What the element is made of may have been made on one way only; what both ways have must not differ.
            var side = right[many.Each] is not null || many.Each is not Value.Reference ? right : left;
            var parts = Likeness.ObjectsOf(many.Each, side);
            var isWhole = parts.All(p =>
                side.Heap.ContainsKey(p) && (joined.Heap.ContainsKey(p) || !(left.Heap.ContainsKey(p) && right.Heap.ContainsKey(p)))
            );
            if (isWhole)
            {
                joined = parts
                    .Where(p => !joined.Heap.ContainsKey(p))
                    .Aggregate(joined, (state, part) => state.With(part, side.Heap[part]));
                joined = joined.With(entry.Key, many);
            }
        }

        return joined;
    }

    /// <summary>What is the same in both: what a loop changes is unknown.</summary>
    public static FlowState Common(FlowState left, FlowState right) =>
        new(ValueMap.Common(left.Variables, right.Variables), Merge(left.Heap, right.Heap, (a, b) => a == b ? a : null));

    public bool IsSame(FlowState other) =>
        Variables.Equals(other.Variables)
        && (
            ReferenceEquals(Heap, other.Heap)
            || (Heap.Count == other.Heap.Count && Heap.All(c => other.Heap.TryGetValue(c.Key, out var cell) && cell == c.Value))
        );

    /// <summary>Whether nothing else is different from an earlier state than some variables, and objects that are new since then.</summary>
    public bool IsSameBut(FlowState earlier, IReadOnlyCollection<object> variables) =>
        Variables.Where((v, _) => !variables.Contains(v)).Equals(earlier.Variables.Where((v, _) => !variables.Contains(v)))
        && earlier.Heap.All(c => Heap.TryGetValue(c.Key, out var cell) && (ReferenceEquals(cell, c.Value) || cell == c.Value));

    private static ImmutableDictionary<ObjectId, Cell> Merge(
        ImmutableDictionary<ObjectId, Cell> left,
        ImmutableDictionary<ObjectId, Cell> right,
        Func<Cell, Cell, Cell?> merge
    )
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        var merged = left.ToBuilder();
        foreach (var entry in left)
        {
            if (right.TryGetValue(entry.Key, out var other) && merge(entry.Value, other) is { } cell)
            {
                merged[entry.Key] = cell;
            }
            else
            {
                merged.Remove(entry.Key);
            }
        }

        return merged.ToImmutable();
    }
}
