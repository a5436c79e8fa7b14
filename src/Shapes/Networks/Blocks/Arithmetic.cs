using System;
using System.Numerics;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>The operators of C# that constants of a block can stand in.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Choose,
    ToInteger,
    ToNumber,
}

/// <summary>What C# computes of constants; of sizes that only a call knows, as far as that is known.</summary>
internal static class Arithmetic
{
    private const string DividesByZero = "divides by zero";
    private const string NotKnown = "compares a size that only a call knows";

    private const string Impossible = "takes values that do not go together";

    /// <summary>The value, or why there is none.</summary>
    public static (ArgumentValue? Value, string? Problem) Apply(Operator @operator, ArgumentValue[] operands)
    {
        var (value, problem) = Compute(@operator, operands);
        return (value, value is null ? problem ?? Impossible : null);
    }

    private static (ArgumentValue? Value, string? Problem) Compute(Operator @operator, ArgumentValue[] operands) =>
        operands switch
        {
            [var only] => (Unary(@operator, only), null),
            [ArgumentValue.Flag left, ArgumentValue.Flag right] => (Logical(@operator, left.Value, right.Value), null),
            [ArgumentValue.Sizes { IsList: false } left, ArgumentValue.Sizes { IsList: false } right] => OfSizes(
                @operator,
                left.Items[0],
                right.Items[0]
            ),
            [{ AsNumber: { } left }, { AsNumber: { } right }] => (OfNumbers(@operator, left, right), null),
            [ArgumentValue.Text left, ArgumentValue.Text right] when @operator == Operator.Add => (
                ArgumentValue.OfLayer(left.Value + right.Value),
                null
            ),
            [{ AsNumber: null } left, { AsNumber: null } right] when left.GetType() == right.GetType() => @operator switch
            {
                Operator.Equal => (ArgumentValue.Of(left == right), null),
                Operator.NotEqual => (ArgumentValue.Of(left != right), null),
                _ => (null, null),
            },
            _ => (null, null),
        };

    private static ArgumentValue? Unary(Operator @operator, ArgumentValue operand) =>
        (@operator, operand) switch
        {
            (Operator.Negate, ArgumentValue.Sizes { IsList: false } size) => ArgumentValue.Of(-size.Items[0]),
            (Operator.Negate, ArgumentValue.Number number) => ArgumentValue.OfNumber(-number.Value),
            (Operator.Not, ArgumentValue.Flag flag) => ArgumentValue.Of(!flag.Value),
            (Operator.ToInteger, ArgumentValue.Sizes size) => size,
            (Operator.ToInteger, ArgumentValue.Number number) when Math.Abs(number.Value) <= int.MaxValue => ArgumentValue.Of(
                (Dim)(int)number.Value
            ),
            (Operator.ToNumber, { AsNumber: { } number }) => ArgumentValue.OfNumber(number),
            _ => null,
        };

    private static ArgumentValue? Logical(Operator @operator, bool left, bool right) =>
        @operator switch
        {
            Operator.And => ArgumentValue.Of(left && right),
            Operator.Or => ArgumentValue.Of(left || right),
            Operator.Equal => ArgumentValue.Of(left == right),
            Operator.NotEqual => ArgumentValue.Of(left != right),
            _ => null,
        };

    private static (ArgumentValue? Value, string? Problem) OfSizes(Operator @operator, Dim left, Dim right) =>
        @operator switch
        {
            Operator.Add => (ArgumentValue.Of(left + right), null),
            Operator.Subtract => (ArgumentValue.Of(left - right), null),
            Operator.Multiply => (ArgumentValue.Of(left * right), null),
            Operator.Divide or Operator.Remainder when right.Equals(Dim.Zero) => (null, DividesByZero),
            Operator.Divide => Sized(Quotient(left, right)),
            Operator.Remainder => Sized(Quotient(left, right) is { } quotient ? left - quotient * right : null),
            Operator.Equal => Known(Dim.AreEqual(left, right), isNegated: false),
            Operator.NotEqual => Known(Dim.AreEqual(left, right), isNegated: true),
            Operator.Less => Known((right - left).IsAtLeast(1), isNegated: false),
            Operator.GreaterOrEqual => Known((right - left).IsAtLeast(1), isNegated: true),
            Operator.Greater => Known((left - right).IsAtLeast(1), isNegated: false),
            Operator.LessOrEqual => Known((left - right).IsAtLeast(1), isNegated: true),
            _ => (null, null),
        };

    /// <summary>C# rounds to zero.</summary>
    private static Dim? Quotient(Dim left, Dim right) =>
        left.Constant is { } dividend && right.Constant is { } divisor
            ? BigInteger.Divide(dividend, divisor)
            : Dim.FloorDivide(left, right);

    private static (ArgumentValue? Value, string? Problem) Sized(Dim? size) => (size is null ? null : ArgumentValue.Of(size), null);

    private static (ArgumentValue? Value, string? Problem) Known(Truth truth, bool isNegated) =>
        truth == Truth.Unknown ? (null, NotKnown) : (ArgumentValue.Of(truth == Truth.Proved != isNegated), null);

    private static ArgumentValue? OfNumbers(Operator @operator, double left, double right) =>
        @operator switch
        {
            Operator.Add => ArgumentValue.OfNumber(left + right),
            Operator.Subtract => ArgumentValue.OfNumber(left - right),
            Operator.Multiply => ArgumentValue.OfNumber(left * right),
            Operator.Divide => ArgumentValue.OfNumber(left / right),
            Operator.Remainder => ArgumentValue.OfNumber(left % right),
            Operator.Equal => ArgumentValue.Of(left == right),
            Operator.NotEqual => ArgumentValue.Of(left != right),
            Operator.Less => ArgumentValue.Of(left < right),
            Operator.LessOrEqual => ArgumentValue.Of(left <= right),
            Operator.Greater => ArgumentValue.Of(left > right),
            Operator.GreaterOrEqual => ArgumentValue.Of(left >= right),
            _ => null,
        };
}
