using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What stands at a place of a list, and walks from place to place.</summary>
internal sealed partial class Interpreter
{
    private Value Walk(Call call, Cell.Cursor cursor)
    {
        if (call.Method.Name != "MoveNext")
        {
            return Value.Unknown;
        }

        var next = cursor.Position + 1;
        Update(call.Receiver, cursor with { Position = next });
        return new Value.Flag(next < cursor.Items.Count);
    }

    private Value? ListProperty(Value instance, IPropertySymbol property, IReadOnlyList<Given> arguments, IOperation at)
    {
        if (_state[instance] is Cell.Stroll stroll)
        {
            return property.Name == "Current" ? AnyOf(stroll.Each) : Value.Unknown;
        }

        if (_state[instance] is Cell.Many many)
        {
            return property.IsIndexer ? AnyOf(many.Each) : Value.Unknown;
        }

        if (_state[instance] is Cell.Cursor cursor)
        {
            return property.Name == "Current" && cursor.Position >= 0 && cursor.Position < cursor.Items.Count
                ? cursor.Items[cursor.Position]
                : Value.Unknown;
        }

        return _state[instance] is not Cell.Elements elements ? null
            : property.IsIndexer && arguments.Count == 1 ? ItemAt(instance, arguments[0].Value, arguments[0].At ?? at)
            : property.Name is "Length" or "Count" or "LongLength" ? new Value.Size(elements.Items.Count)
            : property.Name is "Values" ? ListOf(elements.Items)
            : property.Name is "Keys" ? ListOf(elements.Keys)
            : null;
    }

    private Value ItemAt(Value list, Value index, IOperation at)
    {
        if (_state[list] is Cell.Many { Each: var each })
        {
            return index is Value.Items ? Value.Unknown : AnyOf(each);
        }

        if (ElementsOf(list) is not { } items)
        {
            return Value.Unknown;
        }

        if (index is Value.Items { Values: { Count: 2 } ends })
        {
            return Slice(items, ends, at);
        }

        if (_state[list] is Cell.Elements { Keys: var keys } elements && (elements.IsKeyed || index is Value.Text))
        {
            var found =
                keys.Count == items.Count && index != Value.Unknown && !keys.Contains(Value.Unknown)
                    ? keys.ToList().LastIndexOf(index)
                    : -1;
            return found >= 0 ? items[found] : Value.Unknown;
        }

        if (PlaceIn(items.Count, index, at) is { } place)
        {
            return items[place];
        }

        if (index is Value.Size { Constant: { } wanted } && wanted >= items.Count)
        {
            // A list may have more than is known to have been added; the sizes of a tensor are as many as they are.
            var isShape =
                at.Parent is IArrayElementReferenceOperation { ArrayReference: IPropertyReferenceOperation { Property.Name: "shape" } };
            var problem = $"the tensor has {items.Count} dimensions, so that there is no shape[{wanted}]";
            Report(new(isShape ? FindingKind.Operation : FindingKind.Unlikely, at, problem));
        }

        return Value.Unknown;
    }

    /// <summary>A part of an array, [1..^1].</summary>
    private Value Slice(EquatableArray<Value> items, EquatableArray<Value> ends, IOperation at)
    {
        var range = at.DescendantsAndSelf().OfType<IRangeOperation>().FirstOrDefault();
        var start = ends[0] == Value.Null ? 0 : End(ends[0], range?.LeftOperand);
        var stop = ends[1] == Value.Null ? items.Count : End(ends[1], range?.RightOperand);
        return range is not null && start is { } first && stop is { } last && first <= last && last <= items.Count
            ? ListOf(items.Skip(first).Take(last - first))
            : Value.Unknown;

        int? End(Value value, IOperation? written) =>
            value is Value.Size { Constant: { } constant } && written is not null
                ? (IsFromEnd(written) ? items.Count + constant : constant)
                : null;
    }

    /// <summary>Whether an index is written as one from the end, ^1.</summary>
    public static bool IsFromEnd(IOperation index) =>
        index.DescendantsAndSelf().Any(o => o is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat });

    /// <summary>The place that an index means; ^1 is the last one.</summary>
    private static int? PlaceIn(int count, Value index, IOperation at)
    {
        if (index is not Value.Size { Constant: { } constant })
        {
            return null;
        }

        var isFromEnd = IsFromEnd(at);
        var place = isFromEnd ? count + constant : constant;
        return place >= 0 && place < count ? place : null;
    }
}
