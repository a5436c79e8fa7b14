using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>Random arguments for an overload, right ones and wrong ones, by the types and names of its parameters.</summary>
internal sealed class OperatorDraws(Random random)
{
    private static readonly string[] _dims =
    [
        "dim",
        "dims",
        "dim0",
        "dim1",
        "dim2",
        "axis0",
        "axis1",
        "dimension",
        "dimensions",
        "start_dim",
        "end_dim",
        "axis",
        "source",
        "destination",
        "dims1",
        "dims2",
    ];

    private long[] _shape = [];
    private ScalarType _type;
    private ScalarType? _others;

    /// <summary>One value for each parameter, what stands before the dot first; null where it cannot be drawn.</summary>
    /// <param name="name">The name of the operator.</param>
    /// <param name="method">The overload.</param>
    /// <param name="type">The type of the elements of the first tensor.</param>
    /// <param name="others">That of all others; null for one that suits their names.</param>
    public object?[]? Draw(string name, MethodInfo method, ScalarType type, ScalarType? others = null)
    {
        (_shape, _type, _others) = (ShapeFor(name), type, others);
        var parameters = method.GetParameters();
        var values = new List<object?>();
        var tensors = 0;
        if (!method.IsStatic)
        {
            values.Add(Create(_shape));
            tensors++;
        }

        foreach (var parameter in parameters)
        {
            if (parameter.HasDefaultValue && (random.Next(2) == 0 || !IsDrawn(parameter)))
            {
                values.Add(parameter.DefaultValue is DBNull ? null : parameter.DefaultValue);
                continue;
            }

            if (!IsDrawn(parameter))
            {
                return null;
            }

            values.Add(Of(name, parameter, ref tensors));
        }

        return [.. values];
    }

    private static bool IsDrawn(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.Name != "out"
            && !type.IsByRefLike
            && (
                type == typeof(Tensor)
                || type == typeof(long)
                || type == typeof(int)
                || type == typeof(bool)
                || type == typeof(double)
                || type == typeof(float)
                || type == typeof(Scalar)
                || type == typeof(string)
                || type == typeof(long[])
                || type == typeof(int[])
                || type == typeof(double[])
                || type == typeof((long, long))
                || type == typeof((long, long, long))
                || type == typeof(Tensor[])
                || type == typeof(Size)
                || type == typeof(IEnumerable<long>)
                || type == typeof(IList<Tensor>)
                || type == typeof(IEnumerable<Tensor>)
                || type == typeof(ScalarType)
                || type.IsEnum
                || type == typeof((long, long, long, long))
            );
    }

    private object? Of(string name, ParameterInfo parameter, ref int tensors)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var label = parameter.Name!;
        if (type == typeof(Tensor))
        {
            return Tensor(name, label, tensors++);
        }

        if (type == typeof(Tensor[]) || type == typeof(IList<Tensor>) || type == typeof(IEnumerable<Tensor>))
        {
            return List(name);
        }

        return type == typeof(long) ? Integer(name, label)
            : type == typeof(int) ? (int)Integer(name, label)
            : type == typeof(bool) ? label != "requires_grad" && random.Next(2) == 0
            : type == typeof(double)
                ? (
                    label is "p" or "label_smoothing" && name is not ("normalize" or "cdist" or "pairwise_distance")
                        ? 0.5
                        : (double)random.Next(1, 3)
                )
            : type == typeof(float) ? (float)random.Next(1, 3)
            : type == typeof(Scalar) ? (Scalar)(long)random.Next(1, 5)
            : type == typeof(string) ? Word(name)
            : type == typeof(long[]) || type == typeof(IEnumerable<long>) ? Integers(name, label)
            : type == typeof(int[]) ? Integers(name, label).Select(i => (int)i).ToArray()
            : type == typeof(Size) ? new Size(Integers(name, label))
            : type == typeof(double[])
                ? Enumerable
                    .Range(
                        0,
                        name.Contains("2d", StringComparison.Ordinal) ? 2
                            : name.Contains("3d", StringComparison.Ordinal) ? 3
                            : Math.Max(1, _shape.Length - 2)
                    )
                    .Select(_ => random.Next(1, 4) / 2.0)
                    .ToArray()
            : type == typeof((long, long)) ? (Integer(name, label), Integer(name, label))
            : type == typeof((long, long, long)) ? (Integer(name, label), Integer(name, label), Integer(name, label))
            : type == typeof((long, long, long, long))
                ? (Integer(name, label), Integer(name, label), Integer(name, label), Integer(name, label))
            : type == typeof(ScalarType) ? (name.EndsWith("_indices", StringComparison.Ordinal) ? ScalarType.Int64 : ScalarType.Float32)
            : Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
    }

    private long[] ShapeFor(string name)
    {
        var rank =
            name.Contains("3d", StringComparison.Ordinal) ? random.Next(3, 6)
            : name.Contains("2d", StringComparison.Ordinal)
            || name is "grid_sample" or "fold" or "unfold" or "pixel_shuffle" or "pixel_unshuffle" or "channel_shuffle"
                ? random.Next(2, 5)
            : name.Contains("1d", StringComparison.Ordinal)
            || name.Contains("interpolate", StringComparison.Ordinal)
            || name.Contains("upsample", StringComparison.Ordinal)
                ? random.Next(2, 5)
            : random.Next(0, 5);
        var largest =
            name.Contains("pool", StringComparison.Ordinal)
            || name.Contains("conv", StringComparison.Ordinal)
            || name.Contains("norm", StringComparison.Ordinal)
                ? 7
                : 4;
        return [.. Enumerable.Range(0, rank).Select(_ => (long)random.Next(1, largest + 1))];
    }

    private Tensor Tensor(string name, string label, int number)
    {
        if (number == 0)
        {
            return Create(_shape, label);
        }

        label =
            label == "target" && (name.Contains("loss", StringComparison.Ordinal) || name.Contains("entropy", StringComparison.Ordinal))
                ? "classes"
                : label;

        var shape = name.StartsWith("conv", StringComparison.Ordinal) && label == "weight" ? Weight(name) : Related(label);
        return _others is not { } type ? Create(shape, label)
            : label is "index" or "indices" or "mask" or "condition" or "classes" ? zeros(shape, type)
            : label is "q" ? full(shape, 0.5).to_type(type)
            : Filled(shape, type);
    }

    private Tensor Create(long[] shape, string label = "") =>
        label is "index" or "indices" ? zeros(shape, ScalarType.Int64)
        : label is "mask" or "condition" ? zeros(shape, ScalarType.Bool)
        : label is "q" ? full(shape, 0.5)
        : label is "classes" && random.Next(2) == 0 ? zeros(shape, ScalarType.Int64)
        : Filled(shape, _type);

    private static Tensor Filled(long[] shape, ScalarType type) =>
        type is ScalarType.Int64 or ScalarType.Int32 or ScalarType.Byte
            ? ones(shape, type)
            : rand(shape, type is ScalarType.Bool ? ScalarType.Float32 : type).to_type(type);

    /// <summary>(out, in / groups, kernel) for a convolution of the tensor, mostly.</summary>
    private long[] Weight(string name)
    {
        var axes = name.First(char.IsDigit) - '0';
        var channels = _shape.Length > axes ? _shape[^(axes + 1)] : 1;
        var isTransposed = name.Contains("transpose", StringComparison.Ordinal);
        var outer = (long)random.Next(1, 5);
        var kernel = Enumerable.Range(0, axes).Select(_ => (long)random.Next(1, 4));
        long[] weight = isTransposed ? [channels, outer, .. kernel] : [outer, random.Next(5) == 0 ? 1 : channels, .. kernel];
        return random.Next(10) == 0 ? [.. weight.Skip(1)] : weight;
    }

    private long[] Related(string label)
    {
        var last = _shape.Length == 0 ? 1 : _shape[^1];
        long[] matrix = [.. _shape.SkipLast(2), last, random.Next(1, 4)];
        return random.Next(label is "q" ? 9 : 10) switch
        {
            0 => _shape,
            1 => [.. _shape.Skip(random.Next(_shape.Length + 1)).Select(s => random.Next(4) == 0 ? 1 : s)],
            2 => matrix,
            3 => [random.Next(1, 4), last],
            4 => [last],
            5 => [.. _shape.Take(_shape.Length - 1)],
            6 => [.. _shape.Where((_, i) => i != 1)],
            7 => [.. _shape.Select(s => random.Next(5) == 0 ? (long)random.Next(1, 5) : s)],
            8 => [],
            _ => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (long)random.Next(1, 4))],
        };
    }

    private Tensor[] List(string name)
    {
        if (name == "einsum")
        {
            return [Create(_shape), Create(Related(""))];
        }

        var first = name is "linalg.multi_dot" or "chain_matmul" ? _shape.Take(2).ToArray() : _shape;
        var others = Enumerable
            .Range(0, random.Next(1, 3))
            .Select(_ =>
            {
                var other = first.ToArray();
                if (other.Length > 0 && random.Next(2) == 0)
                {
                    other[random.Next(other.Length)] = random.Next(1, 5);
                }

                return name is "linalg.multi_dot" or "chain_matmul" && other.Length == 2 ? [first[1], first[1]]
                    : random.Next(8) == 0 ? [.. other.Skip(1)]
                    : other;
            });
        return [Create(first), .. others.Select(o => Create(o))];
    }

    private long Integer(string name, string label)
    {
        var rank = _shape.Length;
        return _dims.Contains(label) && !(name is "repeat" or "tile") ? random.Next(-rank - 1, rank + 2)
            : label is "offset" or "diagonal" ? random.Next(-2, 3)
            : label is "padding" or "output_padding" ? random.Next(0, 2)
            : label is "start" or "finish" or "index" or "i1" or "i2" or "i3" ? random.Next(-3, 4)
            : label is "num_classes" ? random.Next(1, 4)
            : label is "n" or "len" or "steps" or "rows" or "columns" or "k" or "repeats" ? random.Next(1, 5)
            : random.Next(1, 4);
    }

    private long[] Integers(string name, string label)
    {
        var rank = _shape.Length;
        if (label is "shape" or "size" or "sizes" && name is "reshape" or "view" or "unflatten")
        {
            return Sizes(name == "unflatten" && rank > 0 ? [_shape[random.Next(rank)]] : _shape);
        }

        if (label is "permutation")
        {
            var order = Enumerable.Range(0, rank).Select(i => (long)i).OrderBy(_ => random.Next()).ToArray();
            return random.Next(4) > 0 ? order : [.. order.Select(i => random.Next(3) == 0 ? random.Next(-4, 5) : i)];
        }

        if (name is "expand" or "broadcast_to")
        {
            var own = _shape.Select(s =>
                s == 1 ? random.Next(1, 4)
                : random.Next(4) == 0 ? -1
                : s
            );
            return
            [
                .. Enumerable.Range(0, random.Next(2)).Select(_ => (long)random.Next(1, 3)),
                .. random.Next(5) == 0 ? own.Skip(1) : own,
            ];
        }

        var count =
            name is "repeat" or "tile" ? random.Next(Math.Max(0, rank - 1), rank + 2)
            : name == "layer_norm" ? random.Next(1, rank + 1)
            : _dims.Contains(label) ? random.Next(1, Math.Max(2, rank + 1))
            : name.Contains("2d", StringComparison.Ordinal) ? 2
            : name.Contains("3d", StringComparison.Ordinal) ? 3
            : label is "pad" ? 2 * random.Next(1, rank + 2)
            : name is "interpolate" or "upsample" or "upsample_nearest" ? Math.Max(1, rank - 2)
            : random.Next(1, 4);
        return name == "layer_norm" && random.Next(3) > 0 ? [.. _shape.TakeLast(count)]
            : label is "sizes" or "split_size_or_sections" && name is "split" ? [.. Parts(rank == 0 ? 1 : _shape[random.Next(rank)])]
            : [.. Enumerable.Range(0, count).Select(_ => Integer(name, label is "pad" ? "padding" : label))];
    }

    private IEnumerable<long> Parts(long size)
    {
        for (var rest = size; rest > 0; )
        {
            var part = random.NextInt64(1, rest + 1);
            yield return part;
            rest -= part;
        }
    }

    private long[] Sizes(long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        long[] sizes = random.Next(4) switch
        {
            0 => [count],
            1 when shape.Length > 0 => [shape[0], count / shape[0]],
            2 => [.. Parts(3).Select(_ => 1L), count],
            _ => [1, count],
        };
        if (random.Next(3) == 0)
        {
            sizes[random.Next(sizes.Length)] = -1;
        }

        if (random.Next(4) == 0)
        {
            sizes[random.Next(sizes.Length)] = random.Next(1, 6);
        }

        return sizes;
    }

    private string Word(string name)
    {
        if (name != "einsum")
        {
            return random.Next(2) == 0 ? "ij" : "fro";
        }

        string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(4))));
        var own = string.Concat(Enumerable.Range(0, _shape.Length).Select(i => (char)('a' + i)));
        return $"{own},{Letters(random.Next(0, 4))}" + (random.Next(3) == 0 ? "" : $"->{Letters(random.Next(0, 3))}");
    }
}
