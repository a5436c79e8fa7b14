using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Linear algebra: matrices are the last two dimensions, the others are a batch.</summary>
internal static class Matrices
{
    private static readonly string[] _square =
    [
        "inverse",
        "cholesky",
        "matrix_exp",
        "matrix_power",
        "linalg.cholesky",
        "linalg.inv",
        "linalg.matrix_exp",
        "linalg.matrix_power",
    ];

    private static readonly string[] _triangles = ["tril", "triu", "tril_", "triu_"];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _square.Select(n => (n, Decompositions.OfSquare(a => [a.Shape]))),
            .. _triangles.Select(n => (n, (OperatorRule)(c => AtLeast(c, 2)))),
            ("fliplr", c => AtLeast(c, 2)),
            ("flipud", c => AtLeast(c, 1)),
            ("det", Decompositions.OfSquare(a => [a.Batch])),
            ("logdet", Decompositions.OfSquare(a => [a.Batch])),
            ("linalg.det", Decompositions.OfSquare(a => [a.Batch])),
            ("linalg.eigvals", Decompositions.OfSquare(a => [a.With(a.Rows)])),
            ("linalg.eigvalsh", Decompositions.OfSquare(a => [a.With(a.Rows)])),
            (
                "linalg.svdvals",
                c => c.Main.Rank >= 2 ? OperatorOutcome.Of(new Matrix(c.Main).With(new Matrix(c.Main).Smaller)) : OperatorOutcome.Unknown
            ),
            (
                "linalg.matrix_rank",
                c =>
                    c.Tensors.Count == 1 && c.Main.Rank >= 2 && c.Flag("hermitian") == false
                        ? OperatorOutcome.Of(new Matrix(c.Main).Batch)
                        : OperatorOutcome.Unknown
            ),
            ("linalg.pinv", Transposed),
            ("pinverse", Transposed),
            ("diag", Diagonal),
            (
                "diagflat",
                c =>
                    c.Main.ElementCount is { } count && c.IntegerOr(0, "offset") is { } by
                        ? OperatorOutcome.Of(Shape.OfSizes(count + Magnitude(by), count + Magnitude(by)))
                        : OperatorOutcome.Unknown
            ),
            ("diagonal", c => DiagonalOf(c, 0, 1)),
            ("linalg.diagonal", c => DiagonalOf(c, -2, -1)),
            ("diag_embed", Embed),
            ("cov", c => c.Tensors.Count == 1 ? Features(c) : OperatorOutcome.Unknown),
            ("corrcoef", c => c.Tensors.Count == 1 ? Features(c) : OperatorOutcome.Unknown),
            (
                "vander",
                c =>
                    c.Main.Rank == 1
                        ? OperatorOutcome.Of(Shape.Of(c.Main.Axes[0], c.Integer("N") is > 0 and { } n ? new Axis(n) : c.Main.Axes[0]))
                        : OperatorOutcome.Unknown
            ),
            ("linalg.cross", Cross),
        ];

    private static OperatorOutcome AtLeast(OperatorCall call, int rank) =>
        call.Main.Rank < rank
            ? OperatorOutcome.Fails($"{call.Name} is of {rank} dimensions or more, but gets {call.Main}")
            : OperatorOutcome.Of(call.Main);

    private static OperatorOutcome Transposed(OperatorCall call) =>
        call.Main.Rank is >= 2 and { } r && call.Tensors.Count == 1 && call.Flag("hermitian") == false
            ? OperatorOutcome.Of(call.Main.Replace(r - 2, 2, call.Main.Axes[r - 1], call.Main.Axes[r - 2]))
            : OperatorOutcome.Unknown;

    /// <summary>Of a vector the matrix with it in the diagonal, of a matrix its diagonal.</summary>
    private static OperatorOutcome Diagonal(OperatorCall call)
    {
        if (call.Main.Rank is not { } rank || call.IntegerOr(0, "diagonal") is not { } by)
        {
            return OperatorOutcome.Unknown;
        }

        return rank switch
        {
            1 when call.Main.Axes[0].Size is { } size => OperatorOutcome.Of(Shape.OfSizes(size + Magnitude(by), size + Magnitude(by))),
            1 => OperatorOutcome.Unknown,
            2 => Length(call.Main.Axes[0], call.Main.Axes[1], by) is { } length
                ? OperatorOutcome.Of(Shape.OfSizes(length))
                : OperatorOutcome.Unknown,
            _ => OperatorOutcome.Fails($"diag is of a vector or a matrix, but gets {call.Main}"),
        };
    }

    private static Dim Magnitude(int by) => System.Math.Abs((long)by);

    private static int? Length(Axis rows, Axis columns, int by) =>
        Dimensions.Constant(rows) is { } n && Dimensions.Constant(columns) is { } m
            ? (int)System.Math.Max(0, by >= 0 ? System.Math.Min(n, (long)m - by) : System.Math.Min((long)n + by, m))
            : null;

    private static OperatorOutcome DiagonalOf(OperatorCall call, int first, int second)
    {
        if (
            call.IntegerOr(0, "offset") is not { } by
            || call.IntegerOr(first, "dim1") is not { } a
            || call.IntegerOr(second, "dim2") is not { } b
        )
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, [a, b]);
        return error is not null ? OperatorOutcome.Fails(error)
            : places is null || call.Main.Rank < 2 ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(
                Shape.Of(
                    call.Main.Axes.Where((_, i) => !places.Contains(i))
                        .Append(
                            new Axis(Length(call.Main.Axes[places[0]], call.Main.Axes[places[1]], by) is { } length ? (Dim)length : null)
                        )
                )
            );
    }

    private static OperatorOutcome Embed(OperatorCall call) =>
        call.Main.Rank is > 0 and { } r
        && call.IntegerOr(0, "offset") is { } by
        && call.IntegerOr(-2, "dim1") == -2
        && call.IntegerOr(-1, "dim2") == -1
        && call.Main.Axes[r - 1].Size is { } size
            ? OperatorOutcome.Of(call.Main.Replace(r - 1, 1, new Axis(size + Magnitude(by)), new Axis(size + Magnitude(by))))
            : OperatorOutcome.Unknown;

    private static OperatorOutcome Features(OperatorCall call) =>
        call.Main.Rank switch
        {
            2 when Dimensions.Constant(call.Main.Axes[0]) is not > 1 => OperatorOutcome.Unknown,
            2 => OperatorOutcome.Of(Shape.Of(call.Main.Axes[0], call.Main.Axes[0])),
            0 or 1 => OperatorOutcome.Of(Shape.Of()),
            null => OperatorOutcome.Unknown,
            _ => OperatorOutcome.Fails($"{call.Name} is of two dimensions at most, but gets {call.Main}"),
        };

    private static OperatorOutcome Cross(OperatorCall call)
    {
        var common = ValueByValue.Broadcast([.. call.Tensors], call.Name);
        if (
            common.Throws
            || common.Result.Rank is not > 0
            || call.IntegerOr(-1, "dim") is not { } dim
            || Dimensions.Place(dim, common.Result.Axes.Count) is not { } place
        )
        {
            return common.Throws ? common : OperatorOutcome.Unknown;
        }

        return
            call.Tensors.All(t => t.Rank == common.Result.Rank) && call.Tensors.Any(t => Samples.AreDifferent(t.Axes[place], new Axis(3)))
            ? OperatorOutcome.Fails($"{call.Name} takes 3 values along dimension {dim}, but gets {string.Join(" and ", call.Tensors)}")
            : OperatorOutcome.Unknown;
    }
}
