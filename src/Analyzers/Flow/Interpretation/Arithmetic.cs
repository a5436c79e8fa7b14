using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>C#'s arithmetic and comparisons on numbers that may be expressions.</summary>
internal static class Arithmetic
{
    public static Value Of(BinaryOperatorKind kind, Dim left, Dim right)
    {
        if (!IsSmall(left) || !IsSmall(right))
        {
            return Value.Unknown;
        }

        var dim = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => Divide(left, right),
            BinaryOperatorKind.Remainder => Divide(left, right) is { } quotient ? left - quotient * right : null,
            BinaryOperatorKind.LeftShift when right.Constant is { } by && by >= 0 && by < 63 => left * (Dim)(1L << (int)by),
            BinaryOperatorKind.RightShift when left.IsAtLeast(0) == Truth.Proved && right.Constant is { } by && by >= 0 && by < 63 =>
                Divide(left, 1L << (int)by),
            _ => null,
        };
        return dim is not null ? new Value.Size(dim) : Compare(kind, left - right);
    }

    public static Value Of(BinaryOperatorKind kind, double left, double right) =>
        kind switch
        {
            BinaryOperatorKind.Add => new Value.Number(left + right),
            BinaryOperatorKind.Subtract => new Value.Number(left - right),
            BinaryOperatorKind.Multiply => new Value.Number(left * right),
            BinaryOperatorKind.Divide when right != 0 => new Value.Number(left / right),
            BinaryOperatorKind.LessThan => new Value.Flag(left < right),
            BinaryOperatorKind.LessThanOrEqual => new Value.Flag(left <= right),
            BinaryOperatorKind.GreaterThan => new Value.Flag(left > right),
            BinaryOperatorKind.GreaterThanOrEqual => new Value.Flag(left >= right),
            BinaryOperatorKind.Equals => new Value.Flag(left.Equals(right)),
            BinaryOperatorKind.NotEquals => new Value.Flag(!left.Equals(right)),
            _ => Value.Unknown,
        };

    /// <summary>The value as a number that is no integer by its type; null for one that is not known, or not one.</summary>
    public static double? NumberOf(Value value) =>
        value switch
        {
            Value.Number number => number.Amount,
            Value.Size { Constant: { } size } => size,
            _ => null,
        };

    public static string SignOf(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Add => "+",
            BinaryOperatorKind.Subtract => "-",
            BinaryOperatorKind.Multiply => "*",
            BinaryOperatorKind.Divide => "/",
            BinaryOperatorKind.Remainder => "%",
            BinaryOperatorKind.And => "&",
            BinaryOperatorKind.Or => "|",
            BinaryOperatorKind.ExclusiveOr => "^",
            BinaryOperatorKind.LessThan => "<",
            BinaryOperatorKind.LessThanOrEqual => "<=",
            BinaryOperatorKind.GreaterThan => ">",
            BinaryOperatorKind.GreaterThanOrEqual => ">=",
            BinaryOperatorKind.Equals => "==",
            BinaryOperatorKind.NotEquals => "!=",
            _ => string.Format(CultureInfo.InvariantCulture, "{0}", kind),
        };

    public static string SignOf(UnaryOperatorKind kind) =>
        kind switch
        {
            UnaryOperatorKind.Minus => "-",
            UnaryOperatorKind.Plus => "+",
            UnaryOperatorKind.BitwiseNegation => "~",
            _ => "!",
        };

    /// <summary>Whether an expression is one that a size may be: others grow without end where a loop squares them.</summary>
    public static bool IsSmall(Dim dim) =>
        dim.TermCount <= 16
        && (dim.Constant is not { } value || System.Numerics.BigInteger.Abs(value) < (System.Numerics.BigInteger)long.MaxValue * 4);

    // C# rounds to zero; of sizes, which are not negative, that is the floor.
    private static Dim? Divide(Dim left, Dim right) =>
        left.Constant is { } a && right.Constant is { IsZero: false } b ? a / b
        : left.IsAtLeast(0) == Truth.Proved && right.IsAtLeast(1) == Truth.Proved ? Dim.FloorDivide(left, right)
        : null;

    /// <summary>Only a difference that does not depend on anything decides: a number that is not a size may be 0 or less.</summary>
    private static Value Compare(BinaryOperatorKind kind, Dim difference) =>
        difference.Constant is not { } d
            ? Value.Unknown
            : kind switch
            {
                BinaryOperatorKind.LessThan => new Value.Flag(d < 0),
                BinaryOperatorKind.LessThanOrEqual => new Value.Flag(d <= 0),
                BinaryOperatorKind.GreaterThan => new Value.Flag(d > 0),
                BinaryOperatorKind.GreaterThanOrEqual => new Value.Flag(d >= 0),
                BinaryOperatorKind.Equals => new Value.Flag(d.IsZero),
                BinaryOperatorKind.NotEquals => new Value.Flag(!d.IsZero),
                _ => Value.Unknown,
            };
}
