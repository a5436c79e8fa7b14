using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Operators;
using Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>
/// What the catalogue says of an operator is what libtorch does, in every overload that TorchSharp has of it: on random arguments it gives that
/// shape, and throws exactly where the catalogue says so.
/// </summary>
public sealed class OperatorConformanceTests(ITestOutputHelper output)
{
    // Enough random arguments for each overload that right and wrong ones come.
    private const int Draws = 500;

    // A call that throws takes libtorch milliseconds: of those that should, so many are run for each overload.
    private const int MostThrows = 8;

    // They end the process, or crash it, where they do not fit: what is wrong is run in a process of its own.
    internal static readonly HashSet<string> Aborting =
    [
        "matmul",
        "rand",
        "cummax",
        "cummin",
        "lp_pool2d",
        "lp_pool1d",
        "var",
        "std",
        "var_mean",
        "std_mean",
        "max_unpool1d",
        "max_unpool2d",
        "max_unpool3d",
    ];

    private static readonly ScalarType[] _types = [ScalarType.Float32, ScalarType.Int64, ScalarType.Bool, ScalarType.ComplexFloat32];

    public static IEnumerable<TheoryDataRow<string>> Names =>
        OperatorSurface
            .WithRule.Select(o => o.Name)
            .Distinct()
            .Except(OperatorLimits.NotRun)
            .Order(StringComparer.Ordinal)
            .Select(n => new TheoryDataRow<string>(n));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_that_shape(string name)
    {
        var (shapes, errors, unknown, notDrawn, missed) = (0, 0, 0, 0, 0);
        foreach (var (_, method) in OperatorSurface.WithRule.Where(o => o.Name == name))
        {
            var random = new Random(Setting.Seed);
            var (thrown, type) = (0, _types[0]);
            for (var i = 0; i < Draws * Setting.Times; i++)
            {
                using var scope = NewDisposeScope();
                var seed = random.Next();
                if (Arguments(name, method, seed, _types[0]) is not { } values)
                {
                    notDrawn++;
                    break;
                }

                var predicted = OperatorCatalog.Apply(CallOf(name, method, values));
                if (predicted.Throws)
                {
                    if (!Aborting.Contains(name) && thrown < MostThrows)
                    {
                        (thrown, errors) = (thrown + 1, errors + 1);
                        Check(name, method, seed, values, predicted, Run(name, method, seed, [type]).Shapes);
                    }
                }
                else if (
                    predicted.Results.Count > 0
                    && predicted.Results.All(r => r.Axes.All(a => a.Size is not null) && r.Rank is not null)
                )
                {
                    var (actual, with) = Run(name, method, seed, [type, .. _types]);
                    (shapes, type) = (shapes + 1, with);
                    if (actual is null && OperatorLimits.Throws.Contains(name))
                    {
                        missed++;
                        if (++thrown > MostThrows)
                        {
                            break;
                        }

                        continue;
                    }

                    Check(name, method, seed, values, predicted, actual);
                }
                else
                {
                    unknown++;
                }
            }
        }

        output.WriteLine(
            $"{name}: {shapes} shapes, {errors} errors, {unknown} unknown, {missed} missed, {notDrawn} overloads not drawn, seed {Setting.Seed}"
        );
        Assert.True(shapes + errors + unknown + notDrawn > 0, $"nothing was compared of {name}");
    }

    private static void Check(string name, MethodInfo method, int seed, object?[] values, OperatorOutcome predicted, long[][]? actual)
    {
        var what =
            $"{name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))}) of {string.Join(", ", values.Select(Show))}, seed {seed}";
        if (predicted.Throws)
        {
            Assert.True(
                actual is null,
                $"{what}: reported ({predicted.Error ?? predicted.Mismatch!.ToString()}), but libtorch gives {Show(actual)}"
            );
            return;
        }

        var sizes = predicted.Results.Select(r => r.Axes.Select(a => (long)a.Size!.Constant!.Value).ToArray()).ToArray();
        Assert.True(
            actual is not null && actual.Length == sizes.Length && actual.Zip(sizes).All(p => p.First.SequenceEqual(p.Second)),
            $"{what}: {Show(sizes)}, but libtorch {(actual is null ? "throws" : $"gives {Show(actual)}")}"
        );
    }

    /// <summary>What libtorch gives with elements of some type; null where it throws with each.</summary>
    internal static (long[][]? Shapes, ScalarType Type) Run(string name, MethodInfo method, int seed, IEnumerable<ScalarType> types)
    {
        foreach (var type in types.Distinct())
        {
            using var scope = NewDisposeScope();
            var values = Arguments(name, method, seed, type)!;
            try
            {
                var result = method.Invoke(method.IsStatic ? null : values[0], method.IsStatic ? values : values[1..]);
                return ([.. Tensors(result).Select(t => t.shape)], type);
            }
            catch (Exception e) when (e is TargetInvocationException or ArgumentException)
            {
                // Another type may be right.
            }
        }

        return (null, types.First());
    }

    internal static object?[]? Arguments(string name, MethodInfo method, int seed, ScalarType type) =>
        new OperatorDraws(new Random(seed)).Draw(name, method, type);

    internal static IEnumerable<Tensor> Tensors(object? result) =>
        result switch
        {
            Tensor tensor => [tensor],
            IEnumerable<Tensor> list => list,
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).OfType<Tensor>(),
            _ => [],
        };

    internal static OperatorCall CallOf(string name, MethodInfo method, object?[] values, bool isTyped = false)
    {
        var names = method.GetParameters().Select(p => p.Name!);
        return new(name, [.. (method.IsStatic ? names : names.Prepend("this")).Zip(values, (n, v) => (n, ArgumentOf(v, isTyped)))])
        {
            Data = values.Select(DataOf).FirstOrDefault(),
        };
    }

    private static OperatorArgument ArgumentOf(object? value, bool isTyped) =>
        value switch
        {
            null => OperatorArgument.Null,
            Tensor tensor => Known(tensor, isTyped),
            IEnumerable<Tensor> tensors => new OperatorArgument.Tensors(tensors.Select(t => Known(t, isTyped)).ToEquatableArray()),
            long or int => OperatorArgument.Of((Dim)Convert.ToInt64(value, null)),
            bool flag => new OperatorArgument.Flag(flag),
            double or float => new OperatorArgument.Numbers(EquatableArray.Of(Convert.ToDouble(value, null)), IsList: false),
            double[] numbers => new OperatorArgument.Numbers(numbers.ToEquatableArray(), IsList: true),
            string word => new OperatorArgument.Word(word),
            Enum word => new OperatorArgument.Word(word.ToString()),
            Scalar scalar => OperatorArgument.Of((Dim)scalar.ToInt64()),
            Size size => OperatorArgument.Of(size.Shape.Select(s => (Dim?)s)),
            ITuple tuple => OperatorArgument.Of(Enumerable.Range(0, tuple.Length).Select(i => (Dim?)(long)tuple[i]!)),
            IEnumerable numbers => OperatorArgument.Of(numbers.Cast<object>().Select(n => (Dim?)Convert.ToInt64(n, null))),
            _ => OperatorArgument.Unknown,
        };

    private static OperatorArgument.Tensor Known(Tensor tensor, bool isTyped) =>
        new(Shape.OfSizes([.. tensor.shape.Select(s => (Dim)s)]), isTyped ? TypeOf(tensor.dtype) : ElementType.Unknown);

    internal static ElementType TypeOf(ScalarType type) => Enum.Parse<ElementType>(type.ToString());

    private static ElementType DataOf(object? value) =>
        value switch
        {
            long or long[] => ElementType.Int64,
            int or int[] => ElementType.Int32,
            float => ElementType.Float32,
            double or double[] => ElementType.Float64,
            bool => ElementType.Bool,
            _ => ElementType.Unknown,
        };

    private static string Show(long[][]? shapes) => string.Join(", ", shapes?.Select(s => $"({string.Join(", ", s)})") ?? []);

    internal static string Show(object? value) =>
        value switch
        {
            null => "null",
            Tensor tensor => Show([tensor.shape]),
            IEnumerable<Tensor> tensors => $"[{string.Join(", ", tensors.Select(t => Show([t.shape])))}]",
            IEnumerable<long> numbers => $"[{string.Join(", ", numbers)}]",
            _ => value.ToString()!,
        };
}
