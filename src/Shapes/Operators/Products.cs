using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Products of vectors and matrices. In TorchSharp a matmul that does not fit ends the process.</summary>
internal static class Products
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            ("matmul", c => Of(c, (a, b) => MatMul(c.Name, a, b))),
            ("mm", c => Of(c, (a, b) => Ranks(c.Name, a, 2, b, 2) ?? Matrices(c.Name, a, b))),
            ("bmm", c => Of(c, (a, b) => Ranks(c.Name, a, 3, b, 3) ?? SameBatch(c.Name, a, b) ?? Matrices(c.Name, a, b))),
            ("mv", c => Of(c, (a, b) => Ranks(c.Name, a, 2, b, 1) ?? MatMul(c.Name, a, b))),
            ("dot", c => Of(c, (a, b) => Ranks(c.Name, a, 1, b, 1) ?? SameLength(c.Name, a, b) ?? MatMul(c.Name, a, b))),
            ("vdot", c => Of(c, (a, b) => Ranks(c.Name, a, 1, b, 1) ?? SameLength(c.Name, a, b) ?? MatMul(c.Name, a, b))),
            ("outer", c => Of(c, (a, b) => Ranks(c.Name, a, 1, b, 1) ?? OperatorOutcome.Of(Shape.Of(a.Axes[0], b.Axes[0])))),
            ("ger", c => Of(c, (a, b) => Ranks(c.Name, a, 1, b, 1) ?? OperatorOutcome.Of(Shape.Of(a.Axes[0], b.Axes[0])))),
            ("inner", c => Of(c, Inner)),
            ("kron", c => Of(c, Kronecker)),
            ("addmm", c => Added(c, 2, 2)),
            ("addmm_", c => Added(c, 2, 2)),
            ("addmv", c => Added(c, 2, 1)),
            ("addmv_", c => Added(c, 2, 1)),
            ("addbmm", c => Added(c, 3, 3)),
            ("addbmm_", c => Added(c, 3, 3)),
            ("addr", c => Added(c, 1, 1)),
            ("addr_", c => Added(c, 1, 1)),
            ("chain_matmul", Chain),
            ("linalg.multi_dot", Chain),
            ("cdist", c => Of(c, Distances)),
            (
                "dist",
                c =>
                    Of(
                        c,
                        (a, b) => ValueByValue.Broadcast([a, b], c.Name) is { Throws: true } wrong ? wrong : OperatorOutcome.Of(Shape.Of())
                    )
            ),
            ("einsum", Einsum.Apply),
            ("tensordot", TensorDot),
            ("linear", Linear),
            ("scaled_dot_product_attention", Attention),
            ("cosine_similarity", c => Of(c, (a, b) => AlongOne(c, a, b, c.IntegerOr(1, "dim")))),
            ("pairwise_distance", c => c.Flag("keepdim") == false ? Of(c, (a, b) => AlongOne(c, a, b, -1)) : OperatorOutcome.Unknown),
            ("linalg.vecdot", c => c.IntegerOr(-1, "dim") == -1 ? Of(c, (a, b) => AlongOne(c, a, b, -1)) : OperatorOutcome.Unknown),
        ];

    private static OperatorOutcome Of(OperatorCall call, System.Func<Shape, Shape, OperatorOutcome> rule) =>
        call.Tensors is [{ Rank: not null } left, { Rank: not null } right, ..] ? rule(left, right) : OperatorOutcome.Unknown;

    private static OperatorOutcome? Ranks(string name, Shape left, int first, Shape right, int second) =>
        left.Rank == first && right.Rank == second
            ? null
            : OperatorOutcome.Fails($"{name} takes {Word(first)} and {Word(second)}, but gets {left} and {right}");

    private static string Word(int rank) =>
        rank switch
        {
            1 => "a vector",
            2 => "a matrix",
            _ => "a batch of matrices",
        };

    private static OperatorOutcome? SameLength(string name, Shape left, Shape right) =>
        Samples.AreDifferent(left, right) ? OperatorOutcome.Fails($"{name} of {left} and {right} takes vectors of one length") : null;

    private static OperatorOutcome MatMul(string name, Shape left, Shape right)
    {
        if (left.Rank == 0 || right.Rank == 0)
        {
            return OperatorOutcome.Fails($"{name} takes tensors of one dimension or more, but gets {left} and {right}");
        }

        // A vector is a row on the left and a column on the right; the dimension that it gets goes again.
        var (isRow, isColumn) = (left.Rank == 1, right.Rank == 1);
        var product = Matrices(
            name,
            isRow ? left.Replace(0, 0, new Axis(1)) : left,
            isColumn ? right.Replace(1, 0, new Axis(1)) : right,
            left,
            right
        );
        if (product.Throws)
        {
            return product;
        }

        var axes = product.Result.Axes.ToList();
        axes.RemoveRange(isColumn ? axes.Count - 1 : 0, isColumn ? 1 : 0);
        axes.RemoveRange(isRow ? axes.Count - (isColumn ? 1 : 2) : 0, isRow ? 1 : 0);
        return OperatorOutcome.Of(Shape.Of(axes));
    }

    private static OperatorOutcome Matrices(string name, Shape left, Shape right, Shape? first = null, Shape? second = null)
    {
        var (product, problem) = MatrixProduct.Of(left, right);
        return product is null
            ? OperatorOutcome.Fails($"{name} of {first ?? left} and {second ?? right}{problem}")
            : OperatorOutcome.Of(product);
    }

    private static OperatorOutcome? SameBatch(string name, Shape left, Shape right) =>
        Samples.AreDifferent(left.Axes[0], right.Axes[0])
            ? OperatorOutcome.Fails($"{name} of {left} and {right} takes as many matrices of one as of the other")
            : null;

    private static OperatorOutcome Inner(Shape left, Shape right) =>
        left.Rank == 0 || right.Rank == 0 ? ValueByValue.Broadcast([left, right], "inner")
        : Samples.AreDifferent(left.Axes[left.Axes.Count - 1], right.Axes[right.Axes.Count - 1])
            ? OperatorOutcome.Fails($"inner of {left} and {right}: the last sizes must be one")
        : OperatorOutcome.Of(Shape.Of(left.Axes.Take(left.Axes.Count - 1).Concat(right.Axes.Take(right.Axes.Count - 1))));

    private static OperatorOutcome Kronecker(Shape left, Shape right)
    {
        var rank = System.Math.Max(left.Axes.Count, right.Axes.Count);
        return OperatorOutcome.Of(Shape.Of(Enumerable.Range(0, rank).Select(i => Times(At(left, i), At(right, i)))));

        Axis At(Shape shape, int i) => i < rank - shape.Axes.Count ? new Axis(1) : shape.Axes[i - (rank - shape.Axes.Count)];

        static Axis Times(Axis a, Axis b) => new(a.Size is null || b.Size is null ? null : a.Size * b.Size);
    }

    /// <summary>input + the product of the other two, summed over the batch where there is one.</summary>
    private static OperatorOutcome Added(OperatorCall call, int first, int second)
    {
        if (call.Tensors is not [{ Rank: not null } input, { Rank: not null } left, { Rank: not null } right])
        {
            return OperatorOutcome.Unknown;
        }

        var product =
            Ranks(call.Name, left, first, right, second)
            ?? (
                first == 1
                    ? OperatorOutcome.Of(Shape.Of(left.Axes[0], right.Axes[0]))
                    : (first == 3 ? SameBatch(call.Name, left, right) : null) ?? MatMul(call.Name, left, right)
            );
        if (product.Throws)
        {
            return product;
        }

        var result = first == 3 ? Shape.Of(product.Result.Axes.Skip(1)) : product.Result;
        var isInPlace = call.Name.EndsWith("_", System.StringComparison.Ordinal);
        return
            Broadcasting.Of(input, result) is { } common
            && !Samples.AreDifferent(common, result)
            && !(isInPlace && Samples.AreDifferent(input, result))
            ? OperatorOutcome.Of(result)
            : OperatorOutcome.Fails($"{call.Name} adds {result} to {input}, which cannot be brought to its shape");
    }

    private static OperatorOutcome Chain(OperatorCall call)
    {
        if (
            call["matrices", "tensors"] is not OperatorArgument.Tensors { Shapes: { Count: > 1 } shapes }
            || shapes.Any(s => s.Rank is not 2)
        )
        {
            return OperatorOutcome.Unknown;
        }

        var product = OperatorOutcome.Of(shapes[0]);
        foreach (var next in shapes.Skip(1))
        {
            if (product.Throws || product.Result.Rank is null or 0 || next.Rank is 0)
            {
                break;
            }

            product = MatMul(call.Name, product.Result, next);
        }

        return product;
    }

    private static OperatorOutcome Distances(Shape left, Shape right)
    {
        if (left.Rank < 2 || right.Rank < 2)
        {
            return OperatorOutcome.Fails($"cdist takes points in rows, but gets {left} and {right}");
        }

        var (rows, columns) = (left.Axes.Count, right.Axes.Count);
        return Samples.AreDifferent(left.Axes[rows - 1], right.Axes[columns - 1])
            ? OperatorOutcome.Fails(
                $"cdist of {left} and {right}: points have {left.Axes[rows - 1]} and {right.Axes[columns - 1]} coordinates"
            )
            : Matrices("cdist", left, right.Replace(columns - 2, 2, right.Axes[columns - 1], right.Axes[columns - 2]), left, right);
    }

    private static OperatorOutcome TensorDot(OperatorCall call)
    {
        if (call.Integers("dims1") is not { } first || call.Integers("dims2") is not { } second)
        {
            return OperatorOutcome.Unknown;
        }

        return Of(
            call,
            (left, right) =>
            {
                if (
                    left.Rank == 0
                    || right.Rank == 0
                    || first.Length != second.Length
                    || first.Any(d => Dimensions.Place(d, left.Axes.Count) is null)
                    || second.Any(d => Dimensions.Place(d, right.Axes.Count) is null)
                )
                {
                    return OperatorOutcome.Fails(
                        $"tensordot of {left} and {right} has no dimensions [{string.Join(", ", first)}] and [{string.Join(", ", second)}]"
                    );
                }

                var (own, other) = (
                    first.Select(d => Dimensions.Place(d, left.Axes.Count)!.Value).ToArray(),
                    second.Select(d => Dimensions.Place(d, right.Axes.Count)!.Value).ToArray()
                );
                var differs = own.Zip(other, (a, b) => Cannot(left.Axes[a], right.Axes[b])).Any(d => d);
                return own.Distinct().Count() < own.Length || other.Distinct().Count() < other.Length ? OperatorOutcome.Unknown
                    : differs
                        ? OperatorOutcome.Fails(
                            $"tensordot of {left} and {right} over [{string.Join(", ", first)}] and [{string.Join(", ", second)}]: sizes differ"
                        )
                    : OperatorOutcome.Of(
                        Shape.Of(left.Axes.Where((_, i) => !own.Contains(i)).Concat(right.Axes.Where((_, i) => !other.Contains(i))))
                    );
            }
        );
    }

    private static bool Cannot(Axis left, Axis right) => Broadcasting.Of(Shape.Of(left), Shape.Of(right)) is null;

    /// <summary>(…, in) by (out, in) → (…, out); by (in) → (…).</summary>
    private static OperatorOutcome Linear(OperatorCall call) =>
        Of(
            call,
            (input, weight) =>
                input.Rank == 0 || weight.Rank is not (1 or 2) ? OperatorOutcome.Unknown
                : Samples.AreDifferent(input.Axes[input.Axes.Count - 1], weight.Axes[weight.Axes.Count - 1])
                    ? OperatorOutcome.Fails(
                        $"linear of {input} by {weight}: the last size of the tensor, {Samples.WithFactors(input.Axes[input.Axes.Count - 1])}, must be the last of the weight, {weight.Axes[weight.Axes.Count - 1]}"
                    )
                : OperatorOutcome.Of(Shape.Of(input.Axes.Take(input.Axes.Count - 1).Concat(weight.Axes.Take(weight.Axes.Count - 1))))
        );

    /// <summary>(…, L, E) over (…, S, E) and (…, S, F) → (…, L, F).</summary>
    private static OperatorOutcome Attention(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: >= 2 } query, { Rank: >= 2 } key, { Rank: >= 2 } value, ..])
        {
            return OperatorOutcome.Unknown;
        }

        var turned = key.Replace(key.Axes.Count - 2, 2, key.Axes[key.Axes.Count - 1], key.Axes[key.Axes.Count - 2]);
        var (scores, problem) = MatrixProduct.Of(query, turned);
        if (scores is null)
        {
            return OperatorOutcome.Fails($"{call.Name} of queries {query} and keys {key}{problem}");
        }

        if (call.Tensors.Count > 3 && (Broadcasting.Of(call.Tensors[3], scores) is not { } masked || Samples.AreDifferent(masked, scores)))
        {
            return OperatorOutcome.Fails($"{call.Name} takes a mask that can be brought to {scores}, but gets {call.Tensors[3]}");
        }

        var (result, other) = MatrixProduct.Of(scores, value);
        return result is null ? OperatorOutcome.Fails($"{call.Name} of keys {key} and values {value}{other}") : OperatorOutcome.Of(result);
    }

    private static OperatorOutcome AlongOne(OperatorCall call, Shape left, Shape right, int? dim)
    {
        var common = ValueByValue.Broadcast([left, right], call.Name);
        return common.Throws ? common
            : dim is not { } at || common.Result.Rank is not > 0 ? OperatorOutcome.Unknown
            : Dimensions.Place(at, common.Result.Axes.Count) is { } place ? OperatorOutcome.Of(common.Result.Replace(place, 1))
            : OperatorOutcome.Fails($"{call.Name} of {common.Result} has no dimension {at}");
    }
}
