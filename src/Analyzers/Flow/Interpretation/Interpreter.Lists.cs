using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Arrays, lists, dictionaries and walks through them.</summary>
internal sealed partial class Interpreter
{
    // A list that is longer is unknown: nobody writes such a network out.
    private const int LongestList = 4096;

    private static readonly HashSet<string> _lists =
    [
        "List",
        "Dictionary",
        "Queue",
        "Stack",
        "LinkedList",
        "Collection",
        "SortedDictionary",
    ];

    /// <summary>The elements of a list, a tuple or an array; null where they are not known.</summary>
    public EquatableArray<Value>? ElementsOf(Value value) =>
        value is Value.Items items ? items.Values : (_state[value] as Cell.Elements)?.Items;

    /// <summary>A list of its own.</summary>
    public Value ListOf(IEnumerable<Value> values) => Allocate(new Cell.Elements(values.ToEquatableArray()));

    private Value CreateArray(IArrayCreationOperation array)
    {
        if (array.Initializer is { } initializer)
        {
            return ListOf(initializer);
        }

        var empty = array.Type is IArrayTypeSymbol { ElementType.IsReferenceType: true } ? Value.Null : Value.Unknown;
        return
            array.DimensionSizes.Length == 1
            && Evaluate(array.DimensionSizes[0]) is Value.Size { Constant: { } length and >= 0 and <= LongestList }
            ? ListOf(Enumerable.Repeat(empty, length))
            : Value.Unknown;
    }

    // The rows of an array of more dimensions are lists of their own.
    private Value ListOf(IArrayInitializerOperation initializer) =>
        ListOf(initializer.ElementValues.Select(e => e is IArrayInitializerOperation row ? ListOf(row) : Evaluate(e)).ToArray());

    /// <summary>[a, b, .. c]: as an operation it is known from Roslyn 4.10 on, its parts in all versions.</summary>
    private Value Collection(IOperation operation, CollectionExpressionSyntax syntax)
    {
        var children = operation.ChildOperations.ToArray();
        var values = new List<Value>();
        var isKnown = children.Length == syntax.Elements.Count;
        foreach (var (child, index) in children.Select((c, i) => (c, i)))
        {
            if (!isKnown || syntax.Elements[index] is not SpreadElementSyntax)
            {
                values.Add(Evaluate(child));
                continue;
            }

            var spread = child.ChildOperations.Select(Evaluate).ToArray();
            isKnown = spread.Length > 0 && ElementsOf(spread[0]) is { };
            values.AddRange(isKnown ? ElementsOf(spread[0])!.Value : []);
        }

        return isKnown ? ListOf(values) : Value.Unknown;
    }

    private Value? CreateList(Call call)
    {
        var type = call.Method.ContainingType;
        if (
            !_lists.Contains(type.Name)
            || type.ContainingNamespace?.ToDisplayString().StartsWith("System", System.StringComparison.Ordinal) != true
        )
        {
            return null;
        }

        var first = call.Argument(0);
        return call.Arguments.Count == 0 || first is Value.Size ? ListOf([])
            : ElementsOf(first) is { } items ? ListOf(items)
            : Value.Unknown;
    }

    /// <summary>What a method of a list gives; null where it is none.</summary>
    private Value? Lists(Call call)
    {
        if (_state[call.Receiver] is Cell.Cursor cursor)
        {
            return Walk(call, cursor);
        }

        var isExtension = call.Method.IsStatic && call.Method.ContainingType.Name == "Enumerable";
        var list = isExtension ? call.Argument(0) : call.Receiver;
        if (isExtension && Generated(call) is { } generated)
        {
            return generated;
        }

        if (ElementsOf(list) is not { } items)
        {
            return null;
        }

        var argument = call.Argument(isExtension ? 1 : 0);
        switch (call.Method.Name)
        {
            case "GetEnumerator":
                return Allocate(new Cell.Cursor(items, -1));
            case "ToArray" or "ToList" or "AsEnumerable" or "Cast" or "OfType" or "AsReadOnly" or "Clone" or "AsSpan":
                return ListOf(items);
            case "Reverse" when isExtension:
                return ListOf(items.Reverse());
            case "Concat" when isExtension:
                return ElementsOf(argument) is { } others ? ListOf(items.Concat(others)) : Value.Unknown;
            case "Append" when isExtension:
                return ListOf(items.Append(argument));
            case "Prepend" when isExtension:
                return ListOf(items.Prepend(argument));
            case "Select" when isExtension:
                return Select(items, argument, call.At);
            case "Skip" when argument is Value.Size { Constant: { } count }:
                return ListOf(items.Skip(count));
            case "Take" when argument is Value.Size { Constant: { } count }:
                return ListOf(items.Take(count));
            case "First" when call.Arguments.Count == 1 && items.Count > 0:
                return items[0];
            case "Last" when call.Arguments.Count == 1 && items.Count > 0:
                return items[items.Count - 1];
            case "Count" or "LongCount" when call.Arguments.Count == 1:
                return new Value.Size(items.Count);
            case "Sum" when call.Arguments.Count == 1 && items.All(i => i is Value.Size):
                return new Value.Size(items.Aggregate(Dim.Zero, (sum, i) => sum + ((Value.Size)i).Dim));
            default:
                return isExtension ? Value.Unknown : Change(call, list, items);
        }
    }

    private Value? Generated(Call call) =>
        (call.Method.Name, call.Argument(0), call.Argument(1)) switch
        {
            ("Range", Value.Size start, Value.Size { Constant: { } count and >= 0 and <= LongestList }) => ListOf(
                Enumerable.Range(0, count).Select(i => (Value)new Value.Size(start.Dim + i))
            ),
            ("Repeat", var item, Value.Size { Constant: { } count and >= 0 and <= LongestList }) => ListOf(Enumerable.Repeat(item, count)),
            ("Range" or "Repeat", _, _) => Value.Unknown,
            _ => null,
        };

    private Value Select(IEnumerable<Value> items, Value function, IOperation at) =>
        ListOf(
            items
                .Select((item, index) => Apply(function, [new("", null, item, at), new("", null, new Value.Size(index), at)], at))
                .ToArray()
        );

    /// <summary>A method that changes the list.</summary>
    private Value? Change(Call call, Value list, EquatableArray<Value> items)
    {
        var elements = _state[list] as Cell.Elements ?? new Cell.Elements(items);
        var (first, second) = (call.Argument(0), call.Argument(1));
        var changed = call.Method.Name switch
        {
            "Add"
            or "Enqueue"
            or "append"
            or "Append" when call.Arguments.Count == 1 && first is Value.Items { Values: { Count: 2 } pair } => elements with
            {
                Items = items.Append(pair[1]).ToEquatableArray(),
            },
            "Add" or "Enqueue" or "append" or "AddLast" when call.Arguments.Count == 1 => elements with
            {
                Items = items.Append(first).ToEquatableArray(),
            },
            "Add" or "append" or "add_module" when call.Arguments.Count == 2 => elements with
            {
                Items = items.Append(second).ToEquatableArray(),
                Keys = elements.Keys.Append(first).ToEquatableArray(),
            },
            "AddRange" or "extend" when ElementsOf(first) is { } others => elements with
            {
                Items = items.Concat(others).ToEquatableArray(),
            },
            "Insert" when first is Value.Size { Constant: { } at and >= 0 } && at <= items.Count => elements with
            {
                Items = items.Take(at).Append(second).Concat(items.Skip(at)).ToEquatableArray(),
            },
            "Clear" => elements with { Items = default, Keys = default },
            _ => null,
        };
        if (changed is not null)
        {
            Update(list, changed.Items.Count > LongestList ? null : changed);
            return call.Method.ReturnsVoid ? Value.Unknown : list;
        }

        // What else a list does is not known, and may change it; a pipeline is asked much that does not.
        if (!elements.IsPipeline)
        {
            Update(list, null);
            return Value.Unknown;
        }

        return null;
    }

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
        if (ElementsOf(list) is not { } items)
        {
            return Value.Unknown;
        }

        if (_state[list] is Cell.Elements { Keys: { Count: > 0 } keys } && index is Value.Text)
        {
            var found = keys.ToList().LastIndexOf(index);
            return found >= 0 ? items[found] : Value.Unknown;
        }

        return PlaceIn(items.Count, index, at) is { } place ? items[place] : Value.Unknown;
    }

    /// <summary>The place that an index means; ^1 is the last one.</summary>
    private static int? PlaceIn(int count, Value index, IOperation at)
    {
        if (index is not Value.Size { Constant: { } constant })
        {
            return null;
        }

        var isFromEnd = at.DescendantsAndSelf().Any(o => o is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat });
        var place = isFromEnd ? count + constant : constant;
        return place >= 0 && place < count ? place : null;
    }

    private Value AssignItem(Value list, Value index, Value value)
    {
        if (_state[list] is not Cell.Elements elements)
        {
            return value;
        }

        var place =
            elements.Keys.Count > 0 || index is Value.Text ? elements.Keys.ToList().IndexOf(index)
            : index is Value.Size { Constant: { } at } && at < elements.Items.Count ? at
            : -1;
        Update(
            list,
            place >= 0 ? elements with { Items = elements.Items.Select((v, i) => i == place ? value : v).ToEquatableArray() }
                : index is Value.Text && elements.Keys.Count == elements.Items.Count
                    ? elements with
                    {
                        Items = elements.Items.Append(value).ToEquatableArray(),
                        Keys = elements.Keys.Append(index).ToEquatableArray(),
                    }
                : null
        );
        return value;
    }
}
