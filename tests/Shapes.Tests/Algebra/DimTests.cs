using System.Numerics;
using CsCheck;
using ShapeGen;
using ShapeGen.Algebra;

namespace Shapes.Tests.Algebra;

/// <summary>A size is an exact integer expression: what is equal as a polynomial is equal, and no answer is ever wrong.</summary>
public sealed class DimTests
{
    private static readonly Dim _n = Dim.Symbol("N");
    private static readonly Dim _t = Dim.Symbol("T");

    // Expressions in N and T beside the function that they stand for.
    private static readonly Gen<(Dim Dim, Func<long, long, BigInteger> Value)> _leaf = Gen.OneOf(
        Gen.Int[-20, 20].Select(c => ((Dim)c, (Func<long, long, BigInteger>)((_, _) => c))),
        Gen.Const((_n, (Func<long, long, BigInteger>)((n, _) => n))),
        Gen.Const((_t, (Func<long, long, BigInteger>)((_, t) => t)))
    );

    private static readonly Gen<(Dim Dim, Func<long, long, BigInteger> Value)> _expression = Gen.Recursive<(
        Dim Dim,
        Func<long, long, BigInteger> Value
    )>(
        (depth, self) =>
            depth > 4
                ? _leaf
                : Gen.OneOf(
                    _leaf,
                    Gen.Select(
                        self,
                        self,
                        (a, b) => (a.Dim + b.Dim, (Func<long, long, BigInteger>)((n, t) => a.Value(n, t) + b.Value(n, t)))
                    ),
                    Gen.Select(
                        self,
                        self,
                        (a, b) => (a.Dim - b.Dim, (Func<long, long, BigInteger>)((n, t) => a.Value(n, t) - b.Value(n, t)))
                    ),
                    Gen.Select(
                        self,
                        self,
                        (a, b) => (a.Dim * b.Dim, (Func<long, long, BigInteger>)((n, t) => a.Value(n, t) * b.Value(n, t)))
                    ),
                    Gen.Select(
                        self,
                        Gen.Int[1, 12],
                        (a, d) =>
                            (Dim.FloorDivide(a.Dim, d)!, (Func<long, long, BigInteger>)((n, t) => Integers.FloorDivide(a.Value(n, t), d)))
                    ),
                    Gen.Select(
                        self,
                        Gen.Int[1, 6],
                        (a, d) =>
                            (
                                Dim.FloorDivide(a.Dim, d * _t)!,
                                (Func<long, long, BigInteger>)((n, t) => Integers.FloorDivide(a.Value(n, t), d * t))
                            )
                    )
                )
    );

    private static readonly (long N, long T)[] _samples =
    [
        .. from n in Enumerable.Range(1, 9) from t in new long[] { 1, 2, 3, 5, 8, 64 } select (n * (long)n, t),
    ];

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 3, 2, 2)]
    [InlineData(0, 5, 0, 0)]
    public void Constants_divide_as_integers_do(int dividend, int divisor, int floor, int ceiling)
    {
        Assert.Equal(floor, Dim.FloorDivide(dividend, divisor)!.Constant);
        Assert.Equal(ceiling, Dim.CeilDivide(dividend, divisor)!.Constant);
    }

    [Fact]
    public void Equal_polynomials_are_equal()
    {
        Assert.Equal((_n + 1) * (_n - 1), _n * _n - 1);
        Assert.Equal(_n * _t * 2, _t * 2 * _n);
        Assert.Equal(Dim.Zero, _n - _n);
        Assert.Equal("N + 2·N·T - 3", (2 * _n * _t + _n - 3).ToString());
    }

    [Fact]
    public void What_divides_leaves_the_floor()
    {
        Assert.Equal(49 * _n, Dim.FloorDivide(3136 * _n, 64));
        Assert.Equal(_n + 2, Dim.FloorDivide(4 * _n + 11, 4));
        Assert.Equal(_t, Dim.FloorDivide(6 * _n * _t, 6 * _n));
        Assert.Equal(_n, (_n * _t + _n).DivideExactly(_t + 1));
        Assert.Equal(Dim.FloorDivide(_n, 6), Dim.FloorDivide(Dim.FloorDivide(_n, 2)!, 3));
    }

    [Fact]
    public void A_divisor_that_may_be_zero_gives_nothing() => Assert.Null(Dim.FloorDivide(_n, _n - 1));

    [Fact]
    public void A_reshape_that_mixes_the_batch_is_refuted_for_every_batch()
    {
        // 64·7·7 values each, taken 1024 at a time: never N rows, though for some N the division comes out even.
        Assert.Equal(Truth.Refuted, Dim.AreEqual(Dim.FloorDivide(64 * _n * 49, 1024)!, _n));
        Assert.Equal(Truth.Unknown, Dim.IsDivisible(64 * _n * 49, 1024));
    }

    [Theory]
    [InlineData(2, 0, 4, "Unknown")]
    [InlineData(2, 1, 4, "Refuted")]
    [InlineData(8, 4, 4, "Proved")]
    public void Divisibility_of_a_N_plus_b_by_c(int a, int b, int c, string expected) =>
        Assert.Equal(expected, Dim.IsDivisible(a * _n + b, c).ToString());

    [Fact]
    public void Values_follow_the_expression() =>
        _expression.Sample(e =>
        {
            foreach (var (n, t) in _samples)
            {
                Assert.Equal(e.Value(n, t), Evaluate(e.Dim, n, t));
            }
        });

    [Fact]
    public void No_answer_is_wrong() =>
        Gen.Select(_expression, _expression)
            .Sample(
                (a, b) =>
                {
                    var values = _samples.Select(s => (A: a.Value(s.N, s.T), B: b.Value(s.N, s.T))).ToArray();
                    Check(Dim.AreEqual(a.Dim, b.Dim), values.Select(v => v.A == v.B));
                    Check(a.Dim.IsAtLeast(1), values.Select(v => v.A >= 1));
                    Check(Dim.IsDivisible(a.Dim, 6), values.Select(v => (v.A % 6).IsZero));
                    Assert.All(values, v => Assert.False(a.Dim.Bounds.Excludes(v.A)));
                }
            );

    [Fact]
    public void Addition_and_multiplication_are_those_of_a_ring() =>
        Gen.Select(_expression, _expression, _expression)
            .Sample(
                (a, b, c) =>
                {
                    Assert.Equal(a.Dim + b.Dim, b.Dim + a.Dim);
                    Assert.Equal(a.Dim * (b.Dim + c.Dim), a.Dim * b.Dim + a.Dim * c.Dim);
                    Assert.Equal(a.Dim * b.Dim * c.Dim, a.Dim * (b.Dim * c.Dim));
                },
                iter: 300
            );

    private static void Check(Truth answer, IEnumerable<bool> facts)
    {
        if (answer != Truth.Unknown)
        {
            Assert.All(facts, fact => Assert.Equal(answer == Truth.Proved, fact));
        }
    }

    private static BigInteger? Evaluate(Dim dim, long n, long t) => dim.Substitute(name => name == "N" ? n : t).Constant;
}
