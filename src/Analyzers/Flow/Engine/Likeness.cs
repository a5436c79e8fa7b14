using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>
/// Whether objects are alike: made of the same, part by part. Of a list that a loop fills as often as nobody knows, one element then stands for
/// each.
/// </summary>
internal static class Likeness
{
    private const int Deepest = 8;

    /// <summary>Whether two values are alike, each with the objects of its own state.</summary>
    public static bool AreAlike(Value left, FlowState leftState, Value right, FlowState rightState, int depth = 0)
    {
        if (left is not Value.Reference || right is not Value.Reference)
        {
            return left is Value.Items one && right is Value.Items other
                ? AreAlike(one.Values, leftState, other.Values, rightState, depth)
                : left == right && left != Value.Unknown;
        }

        return depth < Deepest
            && (leftState[left], rightState[right]) switch
            {
                (Cell.Instance a, Cell.Instance b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)
                    && a.Fields.All.Count() == b.Fields.All.Count()
                    && a.Fields.All.All(f =>
                        b.Fields.Has(f.Key) && AreFieldsAlike(f.Value, leftState, b.Fields[f.Key], rightState, depth + 1)
                    ),
                (Cell.Elements a, Cell.Elements b) => a with { Items = default } == b with { Items = default }
                    && AreAlike(a.Items, leftState, b.Items, rightState, depth + 1),
                (Cell.Many a, Cell.Many b) => a.IsPipeline == b.IsPipeline && AreAlike(a.Each, leftState, b.Each, rightState, depth + 1),
                _ => false,
            };
    }

    /// <summary>The list of any number of elements that two lists are; null where their elements are not alike.</summary>
    public static Cell.Many? ManyOf(Cell left, FlowState leftState, Cell right, FlowState rightState)
    {
        var (these, those) = (ItemsOf(left), ItemsOf(right));
        if (these is null || those is null || IsPipeline(left) != IsPipeline(right) || these.Length + those.Length == 0)
        {
            return null;
        }

        var (each, state) = those.Length > 0 ? (those[0], rightState) : (these[0], leftState);
        return these.All(i => AreAlike(i, leftState, each, state)) && those.All(i => AreAlike(i, rightState, each, state))
            ? new(each, IsPipeline(left))
            : null;
    }

    /// <summary>The objects that a value is made of.</summary>
    public static ImmutableHashSet<ObjectId> ObjectsOf(Value value, FlowState state)
    {
        var seen = ImmutableHashSet.CreateBuilder<ObjectId>();
        var waiting = new Stack<Value>([value]);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            var parts =
                next is Value.Items items ? items.Values
                : next is not Value.Reference { Object: var id } || !seen.Add(id) ? []
                : state[next] switch
                {
                    Cell.Instance instance => instance.Fields.All.Select(f => f.Value),
                    Cell.Elements elements => elements.Items,
                    Cell.Many many => [many.Each],
                    _ => (IEnumerable<Value>)[],
                };
            foreach (var part in parts)
            {
                waiting.Push(part);
            }
        }

        return seen.ToImmutable();
    }

    // Of a field that is not known, nothing is taken from one for the other.
    private static bool AreFieldsAlike(Value left, FlowState leftState, Value right, FlowState rightState, int depth) =>
        (left == Value.Unknown && right == Value.Unknown) || AreAlike(left, leftState, right, rightState, depth);

    private static bool AreAlike(
        EquatableArray<Value> left,
        FlowState leftState,
        EquatableArray<Value> right,
        FlowState rightState,
        int depth
    ) => left.Count == right.Count && left.Zip(right, (a, b) => AreAlike(a, leftState, b, rightState, depth)).All(isAlike => isAlike);

    private static Value[]? ItemsOf(Cell cell) =>
        cell switch
        {
            Cell.Elements { IsKeyed: false, Keys.Count: 0, Source: null } elements => [.. elements.Items],
            Cell.Many many => [many.Each],
            _ => null,
        };

    private static bool IsPipeline(Cell cell) => cell is Cell.Elements { IsPipeline: true } or Cell.Many { IsPipeline: true };
}
