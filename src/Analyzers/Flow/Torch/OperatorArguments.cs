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

/// <summary>Values of C# as the arguments of operators.</summary>
internal sealed class OperatorArguments(TorchSymbols symbols, Interpreter interpreter)
{
    /// <summary>An operator with what it gets, a tensor before the dot as "this".</summary>
    public OperatorCall CallOf(string name, Value? receiver, IEnumerable<Given> arguments)
    {
        var given = arguments.Select(a => (a.Name, Of(a.Value, a.Type)));
        var own = receiver is null ? null : TensorValue.ArgumentOf(receiver);
        var data = TypeOf(WrittenType(arguments.FirstOrDefault()));
        return new(name, [.. own is null ? given : given.Prepend(("this", own))]) { Data = data };
    }

    public OperatorArgument Of(Value value, ITypeSymbol? type) =>
        value switch
        {
            TensorValue tensor => TensorValue.ArgumentOf(tensor),
            Value.Size size => OperatorArgument.Of(size.Dim),
            Value.Number number => new OperatorArgument.Numbers(EquatableArray.Of(number.Amount), IsList: false),
            Value.Flag flag => new OperatorArgument.Flag(flag.IsTrue),
            Value.Text text => new OperatorArgument.Word(text.Content),
            Value.Choice choice => new OperatorArgument.Word(choice.Member),
            IndexValue index => new OperatorArgument.Indices(EquatableArray.Of(index.Index)),
            _ when value == Value.Null => OperatorArgument.Null,
            _ when interpreter.ElementsOf(value) is { } items => OfList(items, type),
            _ when symbols.IsTensor(type) => new OperatorArgument.Tensor(Shape.Unknown),
            _ when IsInteger(type) => OperatorArgument.Of((Dim?)null),
            _ => OperatorArgument.Unknown,
        };

    private OperatorArgument OfList(EquatableArray<Value> items, ITypeSymbol? type)
    {
        var element = ElementOf(type);
        if (symbols.IsTensor(element) || (items.Count > 0 && items.All(i => i is TensorValue)))
        {
            return new OperatorArgument.Tensors(items.Select(TensorValue.ArgumentOf).ToEquatableArray());
        }

        if (items.Count > 0 && items.All(i => i is IndexValue))
        {
            return new OperatorArgument.Indices(items.Select(i => ((IndexValue)i).Index).ToEquatableArray());
        }

        // The rows of an array of more dimensions.
        if (type is IArrayTypeSymbol { Rank: > 1 } && ShapeOf(items) is { } sizes)
        {
            return new OperatorArgument.Tensor(Shape.OfSizes([.. sizes]));
        }

        if (items.Any(i => i is Value.Number) && items.Select(Arithmetic.NumberOf).ToArray() is var numbers)
        {
            return numbers.All(n => n is not null)
                ? new OperatorArgument.Numbers(numbers.Select(n => n!.Value).ToEquatableArray(), IsList: true)
                : OperatorArgument.Unknown;
        }

        return items.All(i => i is Value.Size or Value.Flag || i == Value.Unknown)
            ? new OperatorArgument.Sizes(items.Select(i => new Axis((i as Value.Size)?.Dim)).ToEquatableArray(), IsList: true)
            : OperatorArgument.Unknown;
    }

    private IReadOnlyList<Dim>? ShapeOf(EquatableArray<Value> rows) =>
        rows.Count > 0 && interpreter.ElementsOf(rows[0]) is { } first
            ? ShapeOf(first) is { } inner
                ? [rows.Count, .. inner]
                : null
            : [rows.Count];

    // The parameter may be any array, or memory of any numbers.
    private static ITypeSymbol? WrittenType(Given? given)
    {
        var at = given?.At is IArgumentOperation argument ? argument.Value : given?.At;
        while (at is IConversionOperation { IsImplicit: true } conversion)
        {
            at = conversion.Operand;
        }

        return at?.Type ?? given?.Type;
    }

    /// <summary>The type of elements that C#'s numbers become: of an array, those in it.</summary>
    public static ElementType TypeOf(ITypeSymbol? type) =>
        (ElementOf(type) ?? type)?.SpecialType switch
        {
            SpecialType.System_Boolean => ElementType.Bool,
            SpecialType.System_Byte => ElementType.Byte,
            SpecialType.System_SByte => ElementType.Int8,
            SpecialType.System_Int16 => ElementType.Int16,
            SpecialType.System_Int32 => ElementType.Int32,
            SpecialType.System_Int64 => ElementType.Int64,
            SpecialType.System_Single => ElementType.Float32,
            SpecialType.System_Double => ElementType.Float64,
            _ => ElementType.Unknown,
        };

    private static bool IsInteger(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }
        || (
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }
            && IsInteger(inner)
        );

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } => element,
            _ => null,
        };
}
