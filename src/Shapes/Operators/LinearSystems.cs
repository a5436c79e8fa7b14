using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Solutions X of A X = B: A is (…, n, n), B is (…, n, k) or a vector (…, n).</summary>
internal static class LinearSystems
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("linalg.solve", c => Solve(c, mayBeVector: true)),
            ("linalg.solve_ex", WithInfo),
            ("linalg.solve_triangular", c => Solve(c, mayBeVector: false)),
            ("cholesky_solve", c => c.Tensors.Count == 2 ? Of(c, c.Tensors[1], c.Tensors[0], isLeft: true) : OperatorOutcome.Unknown),
            ("linalg.tensorsolve", OfTensors),
        ];

    private static OperatorOutcome Solve(OperatorCall call, bool mayBeVector)
    {
        if (call.Tensors is not [{ Rank: { } rank } a, { Rank: { } given } b] || call.Flag("left", otherwise: true) is not { } isLeft)
        {
            return OperatorOutcome.Unknown;
        }

        var isVector =
            !mayBeVector || rank < 2 ? false
            : given == 1 ? true
            : given == rank - 1 ? IsRowsOf(a, b)
            : false;
        return isVector switch
        {
            null => OperatorOutcome.Unknown,
            false => Of(call, a, b, isLeft),
            true when isLeft => OfVector(call, a, b),
            true => OperatorOutcome.Fails($"{call.Name} with left: false takes a matrix, but gets {b}"),
        };
    }

    private static OperatorOutcome Of(OperatorCall call, Shape a, Shape b, bool isLeft)
    {
        if (a.Rank is not { } rank || b.Rank is not { } given)
        {
            return OperatorOutcome.Unknown;
        }

        if (rank < 2 || given < 2 || new Matrix(a).IsSquare == false)
        {
            return OperatorOutcome.Fails($"{call.Name} takes square matrices and matrices, but gets {a} and {b}");
        }

        var right = new Matrix(b);
        if (Samples.AreDifferent(new Matrix(a).Rows, isLeft ? right.Rows : right.Columns))
        {
            return OperatorOutcome.Fails($"{call.Name} of {a} takes as many {(isLeft ? "rows" : "columns")}, but gets {b}");
        }

        return Broadcasting.Of(new Matrix(a).Batch, right.Batch) is { } batch
            ? OperatorOutcome.Of(Shape.Of(batch.Axes.Append(right.Rows).Append(right.Columns)))
            : OperatorOutcome.Fails($"the batches of {a} and {b} do not go together in {call.Name}");
    }

    // A batch of vectors has the batch of the matrices; one vector is there for all of them.
    private static OperatorOutcome OfVector(OperatorCall call, Shape a, Shape b) =>
        new Matrix(a).IsSquare == false || Samples.AreDifferent(new Matrix(a).Rows, b.Axes[b.Axes.Count - 1])
            ? OperatorOutcome.Fails($"{call.Name} of {a} takes as many values, but gets {b}")
            : OperatorOutcome.Of(new Matrix(a).With(new Matrix(a).Columns));

    private static bool? IsRowsOf(Shape a, Shape b)
    {
        var pairs = a.Axes.Zip(b.Axes, (x, y) => (x, y)).ToArray();
        return pairs.Any(p => Samples.AreDifferent(p.x, p.y)) ? false
            : pairs.All(p => p.x.Size is { } m && p.y.Size is { } n && Dim.AreEqual(m, n) == Truth.Proved) ? true
            : null;
    }

    private static OperatorOutcome WithInfo(OperatorCall call) =>
        Solve(call, mayBeVector: true) is { Results.Count: 1 } outcome
            ? OperatorOutcome.Of([outcome.Result, new Matrix(call.Tensors[0]).Batch])
            : Solve(call, mayBeVector: true);

    /// <summary>The solution has the dimensions of A that B has not.</summary>
    private static OperatorOutcome OfTensors(OperatorCall call) =>
        call.Tensors is [{ Rank: { } rank } a, { Rank: { } given }] && rank >= given && !call.Has("dims")
            ? OperatorOutcome.Of(Shape.Of(a.Axes.Skip(given)))
            : OperatorOutcome.Unknown;
}
