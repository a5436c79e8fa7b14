using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What changes arrays, lists and dictionaries.</summary>
internal sealed partial class Interpreter
{
    // They change a list; of one that is not known, any may be meant.
    private static readonly HashSet<string> _changing =
    [
        .. "Add AddRange Insert Remove RemoveAt Clear Reverse Sort Enqueue Push TryAdd append extend insert add_module register_module".Split(
            ' '
        ),
    ];

    /// <summary>A method that changes the list.</summary>
    private Value? Change(Call call, Value list, EquatableArray<Value> items)
    {
        if (_state[list] is not Cell.Elements elements)
        {
            return null;
        }

        if (Taken(call, items) is { } taken)
        {
            Update(list, elements with { Items = items.Where((_, i) => i != taken.Removed).ToEquatableArray() });
            return taken.Value;
        }

        if (Changed(call, elements, items) is { } changed)
        {
            Update(list, changed.Items.Count > LongestList ? null : changed);
            ForgetViews(list);
            return call.Method.ReturnsVoid ? Value.Unknown : list;
        }

        // What else a list does is not known, and may change it; a pipeline is asked much that does not.
        if (elements.IsPipeline && !_changing.Contains(call.Method.Name))
        {
            return null;
        }

        Update(list, null);
        Forget(call.Values);
        return Value.Unknown;
    }

    private Cell.Elements? Changed(Call call, Cell.Elements elements, EquatableArray<Value> items)
    {
        var (first, second) = (call.Argument(0), call.Argument(1));
        switch (call.Method.Name)
        {
            // A module may come with its name.
            case "Add" or "append" when semantics.IsHarmless(call.Method) && first is Value.Items { Values: { Count: 2 } pair }:
                return elements with
                {
                    Items = items.Append(pair[1]).ToEquatableArray(),
                    Keys = elements.Keys.Append(pair[0]).ToEquatableArray(),
                };
            case "Add" or "Enqueue" or "Push" or "append" when call.Arguments.Count == 1:
                return elements with { Items = items.Append(first).ToEquatableArray() };
            case "Add" or "append" when call.Arguments.Count == 2:
                return elements with
                {
                    Items = items.Append(second).ToEquatableArray(),
                    Keys = elements.Keys.Append(first).ToEquatableArray(),
                };
            case "AddRange" or "extend" when ElementsOf(first) is { } others:
                return elements with { Items = items.Concat(others).ToEquatableArray() };
            case "Insert" when first is Value.Size { Constant: { } at and >= 0 } && at <= items.Count:
                return elements with { Items = items.Take(at).Append(second).Concat(items.Skip(at)).ToEquatableArray() };
            case "Reverse" when call.Arguments.Count == 0:
                return elements with { Items = items.Reverse().ToEquatableArray() };
            case "Clear":
                return elements with { Items = default, Keys = default };
            default:
                return null;
        }
    }

    /// <summary>What is taken off a stack or a queue, or only looked at; and which place goes.</summary>
    private static (Value Value, int Removed)? Taken(Call call, EquatableArray<Value> items) =>
        (call.Method.Name, call.Method.ContainingType.Name) switch
        {
            _ when items.Count == 0 => null,
            ("Pop", _) => (items[items.Count - 1], items.Count - 1),
            ("Dequeue", _) => (items[0], 0),
            ("Peek", "Stack") => (items[items.Count - 1], -1),
            ("Peek", "Queue") => (items[0], -1),
            ("RemoveAt", _) when call.Argument(0) is Value.Size { Constant: { } at and >= 0 } && at < items.Count => (Value.Unknown, at),
            _ => null,
        };

    private void ForgetViews(Value list)
    {
        foreach (var entry in _state.Heap)
        {
            if (entry.Value is Cell.Elements { Source: { } source } && list is Value.Reference { Object: var id } && source == id)
            {
                _state = _state.With(entry.Key, null);
            }
        }
    }

    /// <summary>Forgets all lists but those of modules that run one after the other.</summary>
    private void ForgetLists()
    {
        foreach (var entry in _state.Heap)
        {
            if (entry.Value is Cell.Elements { IsPipeline: false })
            {
                _state = _state.With(entry.Key, null);
            }
        }
    }

    private Value AssignItem(Value list, Value index, Value value)
    {
        if (_state[list] is not Cell.Elements elements)
        {
            if (list == Value.Unknown)
            {
                ForgetLists();
            }

            return value;
        }

        var isKeyed = elements.IsKeyed || index is Value.Text;
        var place =
            isKeyed ? elements.Keys.ToList().IndexOf(index)
            : index is Value.Size { Constant: { } at and >= 0 } && at < elements.Items.Count ? at
            : -1;
        var isNew =
            isKeyed && index != Value.Unknown && elements.Keys.Count == elements.Items.Count && !elements.Keys.Contains(Value.Unknown);
        Update(
            list,
            place >= 0 ? elements with { Items = elements.Items.Select((v, i) => i == place ? value : v).ToEquatableArray() }
                : isNew
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
