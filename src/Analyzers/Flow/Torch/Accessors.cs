using System.Collections.Generic;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Methods that read the values of a tensor: of one value only, or as numbers of the type that they have.</summary>
internal static class Accessors
{
    /// <summary>They read one value. A test calls each with two.</summary>
    public static readonly HashSet<string> OfOneValue =
    [
        .. "item ToScalar ToBoolean ToByte ToSByte ToInt16 ToInt32 ToInt64 ToHalf ToSingle ToDouble".Split(' '),
    ];

    /// <summary>They take the type of the numbers, which must be that of the tensor.</summary>
    private static readonly HashSet<string> _ofType = ["item", "data"];

    /// <summary>What is wrong; null for nothing.</summary>
    public static ElementProblem? Problem(Call call, TensorValue tensor)
    {
        var name = call.Method.Name;
        if (OfOneValue.Contains(name) && tensor.Shape.ElementCount is { } count && Dim.AreEqual(count, 1) == Truth.Refuted)
        {
            return new($"{name}() is of a tensor of one value, but this one is {tensor.Shape}", false);
        }

        return
            _ofType.Contains(name)
            && call.Method.TypeArguments is [var written]
            && OperatorArguments.TypeOf(written) is var asked and not ElementType.Unknown
            && tensor.Type is not (ElementType.Unknown or ElementType.Floating)
            && asked != tensor.Type
            ? new(
                $"{name}<{written.ToDisplayString()}>() takes {asked}, but the tensor has {tensor.Type}",
                asked.Kind() == ElementKind.Floating && tensor.Type.Kind() == ElementKind.Floating
            )
            : null;
    }
}
