using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Matrices as products of others, and numbers of them: (…, m, n) with k = min(m, n).</summary>
internal static class Decompositions
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("linalg.svd", Of(Singular)),
            ("linalg.qr", Of(Orthogonal)),
            (
                "linalg.lu",
                Of(
                    (c, a) =>
                        c.Flag("pivot") == true ? [a.With(a.Rows, a.Rows), a.With(a.Rows, a.Smaller), a.With(a.Smaller, a.Columns)] : null
                )
            ),
            ("linalg.lu_factor", Of((c, a) => c.Flag("pivot", otherwise: true) == true ? [a.Shape, a.With(a.Smaller)] : null)),
            ("geqrf", Of((_, a) => [a.Shape, a.With(a.Smaller)])),
            ("linalg.eig", OfSquare(a => [a.With(a.Rows), a.Shape])),
            ("linalg.eigh", OfSquare(a => [a.With(a.Rows), a.Shape])),
            ("linalg.ldl_factor", OfSquare(a => [a.Shape, a.With(a.Rows)])),
            ("linalg.ldl_factor_ex", OfSquare(a => [a.Shape, a.With(a.Rows), a.Batch])),
            ("linalg.cholesky_ex", OfSquare(a => [a.Shape, a.Batch])),
            ("linalg.inv_ex", OfSquare(a => [a.Shape, a.Batch])),
            ("linalg.slogdet", OfSquare(a => [a.Batch, a.Batch])),
            ("slogdet", OfSquare(a => [a.Batch, a.Batch])),
            ("cholesky_inverse", OfSquare(a => [a.Shape])),
            ("linalg.cond", Of((c, a) => c.Has("p") ? null : [a.Batch])),
            ("linalg.tensorinv", Inverse),
        ];

    private static OperatorRule Of(Func<OperatorCall, Matrix, Shape[]?> results) =>
        call =>
            call.Main.Rank is not { } rank ? OperatorOutcome.Unknown
            : rank < 2 ? OperatorOutcome.Fails($"{call.Name} is of matrices, but gets {call.Main}")
            : results(call, new Matrix(call.Main)) is { } shapes ? OperatorOutcome.Of(shapes)
            : OperatorOutcome.Unknown;

    /// <summary>What is made of square matrices.</summary>
    public static OperatorRule OfSquare(Func<Matrix, Shape[]> results) =>
        call =>
            call.Main.Rank is not { } rank ? OperatorOutcome.Unknown
            : rank < 2 || new Matrix(call.Main).IsSquare == false
                ? OperatorOutcome.Fails($"{call.Name} is of square matrices, but gets {call.Main}")
            : OperatorOutcome.Of(results(new Matrix(call.Main)));

    private static Shape[]? Singular(OperatorCall call, Matrix a) =>
        call.Flag("fullMatrices", otherwise: true) switch
        {
            true => [a.With(a.Rows, a.Rows), a.With(a.Smaller), a.With(a.Columns, a.Columns)],
            false => [a.With(a.Rows, a.Smaller), a.With(a.Smaller), a.With(a.Smaller, a.Columns)],
            null => null,
        };

    private static Shape[]? Orthogonal(OperatorCall call, Matrix a) =>
        (call["mode"] as OperatorArgument.Word)?.Value switch
        {
            "Complete" => [a.With(a.Rows, a.Rows), a.Shape],
            "Reduced" => [a.With(a.Rows, a.Smaller), a.With(a.Smaller, a.Columns)],
            _ => null,
        };

    /// <summary>The inverse of a tensor as a map: what it takes and what it gives change places.</summary>
    private static OperatorOutcome Inverse(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.Integer("ind") is not { } first || first < 1 || first >= rank)
        {
            return OperatorOutcome.Unknown;
        }

        var (given, taken) = (Shape.Of(call.Main.Axes.Take(first)), Shape.Of(call.Main.Axes.Skip(first)));
        return given.ElementCount is { } rows && taken.ElementCount is { } columns && Dim.AreEqual(rows, columns) == Truth.Refuted
            ? OperatorOutcome.Fails($"{call.Name} takes as many values before dimension {first} as from it on, but gets {call.Main}")
            : OperatorOutcome.Of(Shape.Of(taken.Axes.Concat(given.Axes)));
    }
}
