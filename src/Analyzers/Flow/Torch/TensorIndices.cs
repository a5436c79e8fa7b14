using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>What stands between the brackets of a tensor, as C# writes it: integers, ranges, tuples, and TensorIndex.</summary>
internal static class TensorIndices
{
    /// <summary>All indices of a call; unknown if their number is.</summary>
    public static OperatorArgument Of(IReadOnlyList<Given> arguments, Interpreter interpreter)
    {
        var indices = new List<TensorIndex>();
        foreach (var argument in arguments)
        {
            if (argument.Type is IArrayTypeSymbol)
            {
                if (interpreter.ElementsOf(argument.Value) is not { } items)
                {
                    return OperatorArgument.Unknown;
                }

                indices.AddRange(items.Select(IndexOf));
            }
            else
            {
                indices.Add(IndexOf(argument.Value));
            }
        }

        return new OperatorArgument.Indices(indices.ToEquatableArray());
    }

    /// <summary>What is converted to a TensorIndex.</summary>
    public static Value Of(Value value, IOperation at) =>
        value switch
        {
            IndexValue => value,
            Value.Items { Values: { Count: 2 } ends } => new IndexValue(SliceOf(ends, at as IRangeOperation)),
            _ => new IndexValue(IndexOf(value)),
        };

    /// <summary>TensorIndex.Slice(start, stop, step), .Colon, .Ellipsis, .None, .Single(i), .Tensor(t).</summary>
    public static Value? Named(string name, IReadOnlyList<Given> arguments) =>
        name switch
        {
            "Colon" => new IndexValue(TensorIndex.Colon),
            "Ellipsis" => new IndexValue(TensorIndex.Ellipsis),
            "None" or "Null" => new IndexValue(TensorIndex.None),
            "Single" when arguments.Count > 0 => new IndexValue(IndexOf(arguments[0].Value)),
            "Tensor" when arguments.Count > 0 => new IndexValue(IndexOf(arguments[0].Value)),
            "Slice" => new IndexValue(new TensorIndex.Slice(End(arguments, 0), End(arguments, 1), End(arguments, 2))),
            _ => null,
        };

    private static Axis? End(IReadOnlyList<Given> arguments, int index) => index < arguments.Count ? EndOf(arguments[index].Value) : null;

    private static Axis? EndOf(Value value) => value == Value.Null ? null : new Axis((value as Value.Size)?.Dim);

    // The end of ..^1 counts from the end, as a negative one does; ^0 is the end itself.
    private static TensorIndex.Slice SliceOf(EquatableArray<Value> ends, IRangeOperation? range)
    {
        var stop =
            range?.RightOperand is { } right && Interpreter.IsFromEnd(right) && ends[1] is Value.Size { Constant: 0 }
                ? null
                : EndOf(ends[1]);
        return new TensorIndex.Slice(EndOf(ends[0]), stop, null);
    }

    private static TensorIndex IndexOf(Value value) =>
        value switch
        {
            TensorValue tensor => OfTensor(tensor),
            IndexValue index => index.Index,
            Value.Size size => new TensorIndex.Single(size.Dim),
            _ when value == Value.Null => TensorIndex.None,
            _ => TensorIndex.Unknown,
        };

    /// <summary>Places are int64 or int32, one without dimensions a single place; truth values stand for the places where they are true, and so do bytes.</summary>
    private static TensorIndex OfTensor(TensorValue tensor) =>
        tensor.Type switch
        {
            ElementType.Unknown => TensorIndex.Unknown,
            ElementType.Int64 or ElementType.Int32 => tensor.Shape.Rank switch
            {
                null => TensorIndex.Unknown,
                0 => new TensorIndex.Single(null),
                _ => new TensorIndex.Tensor(tensor.Shape),
            },
            ElementType.Bool or ElementType.Byte => new TensorIndex.Mask(tensor.Shape),
            _ => new TensorIndex.Wrong(tensor.Type),
        };
}
