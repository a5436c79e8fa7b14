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

    private static readonly HashSet<string> _lists = ["List", "Dictionary", "Queue", "Stack", "Collection"];

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
        var isEmpty = call.Arguments.Count == 0 || first is Value.Size;
        return isEmpty ? Allocate(new Cell.Elements(default) { IsKeyed = type.Name == "Dictionary" })
            : type.Name is "List" && _state[first] is Cell.Many many ? Allocate(many)
            : type.Name is "List" or "Queue" && ElementsOf(first) is { } items ? ListOf(items)
            : Value.Unknown;
    }

    /// <summary>What a method of a list gives; null where it is none.</summary>
    private Value? Lists(Call call)
    {
        if (_state[call.Receiver] is Cell.Cursor cursor)
        {
            return Walk(call, cursor);
        }

        if (_state[call.Receiver] is Cell.Stroll)
        {
            return Value.Unknown;
        }

        var isExtension = call.Method.IsStatic && call.Method.ContainingType.Name == "Enumerable";
        var list = isExtension ? call.Argument(0) : call.Receiver;
        if (isExtension && Generated(call) is { } generated)
        {
            return generated;
        }

        if (_state[list] is Cell.Many many)
        {
            return OfMany(call, list, many, isExtension);
        }

        if (ElementsOf(list) is not { } items)
        {
            if (!isExtension && _changing.Contains(call.Method.Name) && !IsHarmless(call.Method))
            {
                // It may be any list.
                ForgetLists();
            }

            return null;
        }

        var argument = call.Argument(isExtension ? 1 : 0);
        switch (call.Method.Name)
        {
            case "GetEnumerator":
                var keys = (_state[list] as Cell.Elements)?.Keys ?? default;
                var walked =
                    keys.Count == items.Count && items.Count > 0
                        ? keys.Zip(items, (k, v) => (Value)new Value.Items(EquatableArray.Of(k, v))).ToEquatableArray()
                        : items;
                return Allocate(new Cell.Cursor(walked, -1));
            case "AsEnumerable" or "AsReadOnly":
                return list;
            case "ToArray" or "ToList" or "Cast":
                return ListOf(items);
            case "Zip" when isExtension && ElementsOf(argument) is { } partners:
                var pairs = items.Zip(partners, (a, b) => (a, b)).ToArray();
                return ListOf(
                    call.Arguments.Count == 2
                        ? pairs.Select(p => (Value)new Value.Items(EquatableArray.Of(p.a, p.b)))
                        : pairs.Select(p => Apply(call.Argument(2), [Placed(p.a, call.At), Placed(p.b, call.At)], call.At)).ToArray()
                );
            case "Aggregate" when isExtension && call.Arguments.Count is 2 or 3:
                var seeded = call.Arguments.Count == 3;
                return items
                    .Skip(seeded ? 0 : 1)
                    .Aggregate(
                        seeded ? argument
                            : items.Count > 0 ? items[0]
                            : Value.Unknown,
                        (sum, item) => Apply(call.Argument(seeded ? 2 : 1), [Placed(sum, call.At), Placed(item, call.At)], call.At)
                    );
            case "Reverse" when isExtension:
                return ViewOf(list, items.Reverse());
            case "Concat" when isExtension:
                return ElementsOf(argument) is { } others ? ViewOf(list, items.Concat(others)) : Value.Unknown;
            case "Append" when isExtension:
                return ViewOf(list, items.Append(argument));
            case "Prepend" when isExtension:
                return ViewOf(list, items.Prepend(argument));
            case "Select" when isExtension:
                return ViewOf(list, Select(items, argument, call.At));
            case "ForEach" when call.Arguments.Count == 1:
                foreach (var item in items)
                {
                    Apply(argument, [Placed(item, call.At)], call.At);
                }

                return Value.Unknown;
            case "Skip" when argument is Value.Size { Constant: { } count }:
                return ViewOf(list, items.Skip(count));
            case "Take" when argument is Value.Size { Constant: { } count }:
                return ViewOf(list, items.Take(count));
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
            ("Range", _, _) => Allocate(new Cell.Many(Value.Unknown)),
            ("Repeat", var item, _) => Allocate(new Cell.Many(item)),
            _ => null,
        };

    private Value[] Select(IEnumerable<Value> items, Value function, IOperation at) =>
        [.. items.Select((item, index) => Apply(function, [Placed(item, at), Placed(new Value.Size(index), at)], at))];

    /// <summary>An argument by its place.</summary>
    private static Given Placed(Value value, IOperation at) => new("", null, value, at);

    private Value ViewOf(Value list, IEnumerable<Value> items) =>
        Allocate(new Cell.Elements(items.ToEquatableArray()) { Source = (list as Value.Reference)?.Object });
}
