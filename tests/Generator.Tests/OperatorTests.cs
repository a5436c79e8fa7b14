using System.Reflection;
using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Flow.Engine;
using Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>
/// What the analysis of hand-written code says of an operation is what libtorch does: on random shapes it gives that shape, and throws
/// exactly where something is reported.
/// </summary>
public sealed class OperatorTests(ITestOutputHelper output)
{
    private const int Configurations = 400;

    public static IEnumerable<TheoryDataRow<string>> SameShape => OperationNames.SameShape.Select(n => new TheoryDataRow<string>(n));

    public static IEnumerable<TheoryDataRow<string>> ValueByValue => OperationNames.ValueByValue.Select(n => new TheoryDataRow<string>(n));

    [Theory]
    [MemberData(nameof(SameShape))]
    public void It_has_the_shape_of_its_tensor(string name) =>
        Compare(
            name,
            random =>
            {
                var shape = Shape(random);
                var dim = shape.Length == 0 ? 0 : random.Next(shape.Length);
                return new([("this", shape)], [], () => Invoke(name, Create(shape, name), dim));
            }
        );

    [Theory]
    [MemberData(nameof(ValueByValue))]
    public void Two_tensors_are_brought_to_one_shape(string name) =>
        Compare(
            name,
            random =>
            {
                var left = Shape(random);
                var right = Related(random, left);
                return new([("this", left), ("other", right)], [], () => Invoke(name, Create(left, name), Create(right, name)));
            }
        );

    [Fact]
    public void Reshape_and_view()
    {
        foreach (var name in new[] { "reshape", "view" })
        {
            Compare(
                name,
                random =>
                {
                    var shape = Shape(random);
                    var sizes = Sizes(random, shape);
                    return new([("this", shape)], [("shape", ListOf(sizes))], () => Create(shape).reshape(sizes));
                }
            );
        }
    }

    [Fact]
    public void Views_of_dimensions()
    {
        Compare(
            "flatten",
            random =>
            {
                var (shape, start, end) = (Shape(random), random.Next(-4, 4), random.Next(-4, 4));
                return new([("this", shape)], [("start_dim", Of(start)), ("end_dim", Of(end))], () => Create(shape).flatten(start, end));
            }
        );
        Compare(
            "unsqueeze",
            random =>
            {
                var (shape, dim) = (Shape(random), random.Next(-6, 6));
                return new([("this", shape)], [("dim", Of(dim))], () => Create(shape).unsqueeze(dim));
            }
        );
        Compare(
            "select",
            random =>
            {
                var (shape, dim, index) = (Shape(random), random.Next(-4, 4), random.Next(-5, 5));
                return new([("this", shape)], [("dim", Of(dim)), ("index", Of(index))], () => Create(shape).select(dim, index));
            }
        );
        Compare(
            "permute",
            random =>
            {
                var shape = Shape(random);
                var dims = Enumerable.Range(0, shape.Length).Select(i => (long)i).OrderBy(_ => random.Next()).ToArray();
                if (dims.Length > 0 && random.Next(4) == 0)
                {
                    dims[random.Next(dims.Length)] = random.Next(-4, 5);
                }

                return new([("this", shape)], [("permutation", ListOf(dims))], () => Create(shape).permute(dims));
            }
        );
    }

    [Fact]
    public void Cat() =>
        Compare(
            "cat",
            random =>
            {
                var first = Shape(random);
                var dim = random.Next(-3, 3);
                var second = first.ToArray();
                if (second.Length > 0)
                {
                    second[random.Next(second.Length)] = random.Next(1, 4);
                }

                Value tensors = new Value.Items(EquatableArray.Of<Value>(Known(first), Known(second)));
                return new([], [("tensors", tensors), ("dim", Of(dim))], () => cat([Create(first), Create(second)], dim));
            }
        );

    [Fact]
    public void Factories()
    {
        Compare(
            "zeros",
            random =>
            {
                var shape = Shape(random);
                return new([], [("size", ListOf(shape))], () => zeros(shape));
            },
            isUnknown: shape => shape.Length == 0
        );
    }

    /// <summary>Of products that do not fit none is run: they end the process.</summary>
    [Fact]
    public void Products_of_matrices()
    {
        foreach (var name in new[] { "matmul", "mm", "bmm" })
        {
            Compare(
                name,
                random =>
                {
                    var rank =
                        name == "mm" ? 2
                        : name == "bmm" ? 3
                        : random.Next(2, 5);
                    var left = Enumerable.Range(0, rank).Select(_ => (long)random.Next(1, 4)).ToArray();
                    var right = left.ToArray();
                    (right[^2], right[^1]) = (random.Next(5) == 0 ? random.Next(1, 4) : left[^1], random.Next(1, 4));
                    return new(
                        [("this", left), ("other", right)],
                        [],
                        () =>
                            right[^2] != left[^1]
                                ? throw new InvalidOperationException("it would end the process")
                                : Invoke(name, Create(left), Create(right))
                    );
                }
            );
        }
    }

    private void Compare(string name, Func<Random, Case> draw, Func<long[], bool>? isUnknown = null)
    {
        var random = new Random(Setting.Seed);
        var (errors, known) = (0, 0);
        for (var i = 0; i < Configurations * Setting.Times; i++)
        {
            var drawn = draw(random);
            var given = drawn
                .Tensors.Select(t => (t.Name, (Value)Known(t.Shape), true))
                .Concat(drawn.Others.Select(o => (o.Name, o.Value, false)));
            var predicted = TensorOperations.Apply(new(name, [.. given]));
            var actual = Run(drawn.Run);
            var what =
                $"{name} of {string.Join(" and ", drawn.Tensors.Select(t => $"({string.Join(", ", t.Shape)})"))} {string.Join(", ", drawn.Others)}";
            if (predicted.Problem is not null)
            {
                errors++;
                Assert.True(
                    actual is null,
                    $"{what}: reported ({predicted.Problem}), but libtorch gives ({string.Join(", ", actual ?? [])})"
                );
            }
            else if (predicted.Value is Value.Tensor { Shape: { Rank: not null } shape })
            {
                known++;
                Assert.True(
                    actual is not null
                        && shape
                            .Axes.Select(a => (long?)(a.Size?.Constant is { } c ? (long)c : null))
                            .SequenceEqual(actual.Select(s => (long?)s)),
                    $"{what}: {shape}, but libtorch {(actual is null ? "throws" : $"gives ({string.Join(", ", actual)})")}"
                );
            }
            else
            {
                Assert.True(isUnknown is not null && actual is not null && isUnknown(actual), $"{what}: nothing is known");
            }
        }

        output.WriteLine($"{name}: {known} shapes and {errors} errors, seed {Setting.Seed}");
    }

    private static long[]? Run(Func<Tensor> run)
    {
        using var scope = NewDisposeScope();
        try
        {
            return run().shape;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return null;
        }
    }

    /// <summary>The method of Tensor, torch or nn.functional of that name that takes these, with defaults for the rest.</summary>
    private static Tensor Invoke(string name, params object[] given)
    {
        var methods = new[] { typeof(Tensor), typeof(torch), typeof(nn.functional), typeof(TensorExtensionMethods) }
            .SelectMany(t => t.GetMethods())
            .Where(m => m.Name == name && !m.IsGenericMethod && m.ReturnType == typeof(Tensor));
        foreach (var method in methods)
        {
            var parameters = method.GetParameters();
            var own = method.IsStatic ? given : given[1..];
            var arguments = new List<object?>();
            var rest = new Queue<object>(own);
            foreach (var parameter in parameters)
            {
                if (rest.Count > 0 && Takes(parameter.ParameterType, rest.Peek()))
                {
                    var next = rest.Dequeue();
                    arguments.Add(next is int number ? (long)number : next);
                }
                else if (parameter.ParameterType == typeof(Scalar))
                {
                    arguments.Add((Scalar)1);
                }
                else if (parameter.HasDefaultValue)
                {
                    arguments.Add(parameter.DefaultValue);
                }
                else
                {
                    break;
                }
            }

            if (arguments.Count == parameters.Length && rest.All(r => r is int))
            {
                try
                {
                    return (Tensor)method.Invoke(method.IsStatic ? null : given[0], [.. arguments])!;
                }
                catch (TargetInvocationException e)
                {
                    throw e.InnerException!;
                }
            }
        }

        throw new MissingMethodException(name);
    }

    private static bool Takes(Type parameter, object argument) =>
        argument is int ? parameter == typeof(long) : parameter.IsAssignableFrom(typeof(Tensor)) && parameter != typeof(object);

    private static long[] Shape(Random random) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (long)random.Next(1, 4))];

    private static long[] Related(Random random, long[] shape)
    {
        var other = shape.Skip(random.Next(shape.Length)).Select(s => random.Next(4) == 0 ? 1 : s).ToArray();
        if (random.Next(5) == 0)
        {
            other[random.Next(other.Length)] = random.Next(1, 5);
        }

        return other;
    }

    private static long[] Sizes(Random random, long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        long[] sizes = random.Next(3) switch
        {
            0 => [count],
            1 => [shape[0], count / shape[0]],
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

    private static Tensor Create(long[] shape, string name = "") =>
        name.StartsWith("logical", StringComparison.Ordinal) ? ones(shape, dtype: ScalarType.Bool) : rand(shape);

    private static Value.Tensor Known(long[] shape) => new(ShapeGen.Algebra.Shape.OfSizes([.. shape.Select(s => (Dim)s)]));

    private static Value.Size Of(long number) => new Value.Size(number);

    private static Value.Items ListOf(long[] numbers) => new Value.Items(numbers.Select(n => (Value)Of(n)).ToEquatableArray());

    private sealed record Case((string Name, long[] Shape)[] Tensors, (string Name, Value Value)[] Others, Func<Tensor> Run);
}
