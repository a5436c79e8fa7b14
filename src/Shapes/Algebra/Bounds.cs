using System.Numerics;

namespace ShapeGen.Algebra;

/// <summary>The least and the greatest value that an expression can take; null where there is no such value.</summary>
internal readonly record struct Bounds(BigInteger? Low, BigInteger? High)
{
    public static Bounds Exactly(BigInteger value) => new(value, value);

    private static Bounds Anything => new(null, null);

    public bool Excludes(BigInteger value) => Low > value || High < value;

    public Bounds Add(Bounds other) => new(Low + other.Low, High + other.High);

    public Bounds Scale(BigInteger factor) => factor.Sign < 0 ? new(High * factor, Low * factor) : new(Low * factor, High * factor);

    /// <summary>The product of two values that are not negative; anything where one may be.</summary>
    public Bounds Multiply(Bounds other) => Low >= 0 && other.Low >= 0 ? new(Low * other.Low, High * other.High) : Anything;

    /// <summary>floor(this / other), where the divisor is at least 1.</summary>
    public Bounds FloorDivide(Bounds divisor)
    {
        if (divisor.Low is not { Sign: > 0 } least)
        {
            return Anything;
        }

        // A negative value grows towards zero as the divisor grows, a positive one shrinks.
        var low =
            Low is not { } l ? null
            : l.Sign < 0 ? Integers.FloorDivide(l, least)
            : Quotient(l, divisor.High);
        var high =
            High is not { } h ? null
            : h.Sign < 0 ? Quotient(h, divisor.High, -1)
            : Integers.FloorDivide(h, least);
        return new(low, high);
    }

    private static BigInteger? Quotient(BigInteger value, BigInteger? divisor, int atInfinity = 0) =>
        divisor is { } d ? Integers.FloorDivide(value, d) : atInfinity;
}

internal static class Integers
{
    public static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.Sign != 0 && remainder.Sign != divisor.Sign ? quotient - 1 : quotient;
    }
}
