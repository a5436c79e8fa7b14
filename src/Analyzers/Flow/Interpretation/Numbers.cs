using System;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>The types of C#'s numbers: what fits into them, and what is left of it.</summary>
internal static class Numbers
{
    /// <summary>A number as one of a type. What would wrap around or be rounded is unknown.</summary>
    public static Value As(Value value, ITypeSymbol? type) =>
        (value, Plain(type)?.SpecialType) switch
        {
            (Value.Size { Constant: { } integer }, SpecialType.System_Double) => new Value.Number(integer),
            (Value.Size or Value.Number, SpecialType.System_Single) => IsWhole(value) is { } whole
                ? new Value.Number(whole)
                : Value.Unknown,
            (Value.Size, SpecialType.System_Double or SpecialType.System_Decimal) => Value.Unknown,
            (Value.Number, SpecialType.System_Decimal) => Value.Unknown,
            (Value.Number { Amount: var amount }, SpecialType.System_Int32 or SpecialType.System_Int64) => Math.Abs(amount) < int.MaxValue
                ? new Value.Size((long)Math.Truncate(amount))
                : Value.Unknown,
            (Value.Size size, { } special and >= SpecialType.System_SByte and <= SpecialType.System_UInt64) => Fits(size, special)
                ? size
                : Value.Unknown,
            _ => value,
        };

    // A number that may be missing is converted as one that is there.
    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var number] }
            ? number
            : type;

    // A small whole number is the same in all types of numbers.
    private static double? IsWhole(Value value) =>
        Arithmetic.NumberOf(value) is { } number && Math.Abs(number) < 1 << 20 && Math.Floor(number).Equals(number) ? number : null;

    private static bool Fits(Value.Size size, SpecialType type)
    {
        if (!Arithmetic.IsSmall(size.Dim))
        {
            return false;
        }

        var isWide = type is SpecialType.System_Int32 or SpecialType.System_Int64;
        return size.Dim.Constant is not { } value
            ? isWide
            : type switch
            {
                SpecialType.System_Byte => value >= 0 && value <= byte.MaxValue,
                SpecialType.System_SByte => value >= sbyte.MinValue && value <= sbyte.MaxValue,
                SpecialType.System_Int16 => value >= short.MinValue && value <= short.MaxValue,
                SpecialType.System_UInt16 => value >= 0 && value <= ushort.MaxValue,
                SpecialType.System_Int32 => value >= int.MinValue && value <= int.MaxValue,
                SpecialType.System_UInt32 => value >= 0 && value <= uint.MaxValue,
                SpecialType.System_UInt64 => value >= 0 && value <= long.MaxValue,
                _ => value >= long.MinValue && value <= long.MaxValue,
            };
    }
}
