using System.Reflection;
using ShapeGen.Layers;
using ShapeGen.Operators;
using Testing;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>
/// What the catalogue says of the types of elements is what libtorch does, in every overload: with tensors of all types it gives that type,
/// and throws where the catalogue refuses one.
/// </summary>
public sealed class OperatorElementTests(ITestOutputHelper output)
{
    private const int Draws = 60;

    // A call that throws takes libtorch milliseconds.
    private const int MostThrows = 12;

    private static readonly ScalarType[] _types =
    [
        ScalarType.Bool,
        ScalarType.Byte,
        ScalarType.Int32,
        ScalarType.Int64,
        ScalarType.Float16,
        ScalarType.Float32,
        ScalarType.Float64,
        ScalarType.ComplexFloat32,
    ];

    public static IEnumerable<TheoryDataRow<string>> Names =>
        OperatorSurface
            .WithRule.Select(o => o.Name)
            .Distinct()
            .Except(OperatorLimits.NotRun)
            .Except(OperatorConformanceTests.Aborting)
            .Order(StringComparer.Ordinal)
            .Select(n => new TheoryDataRow<string>(n));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_that_type(string name)
    {
        var (types, errors, unknown) = (0, 0, 0);
        foreach (var (_, method) in OperatorSurface.WithRule.Where(o => o.Name == name))
        {
            var random = new Random(Setting.Seed);
            var thrown = 0;
            for (var i = 0; i < Draws * Setting.Times && thrown < MostThrows; i++)
            {
                using var scope = NewDisposeScope();
                var (seed, main) = (random.Next(), _types[random.Next(_types.Length)]);
                ScalarType? others = random.Next(3) == 0 ? null : _types[random.Next(_types.Length)];
                if (new OperatorDraws(new Random(seed)).Draw(name, method, main, others) is not { } values)
                {
                    break;
                }

                var plain = OperatorCatalog.Apply(OperatorConformanceTests.CallOf(name, method, values));
                var predicted = OperatorCatalog.Apply(OperatorConformanceTests.CallOf(name, method, values, isTyped: true));
                if (plain.Throws || (!predicted.Throws && predicted.Types.All(t => t is ElementType.Unknown or ElementType.Floating)))
                {
                    unknown++;
                    continue;
                }

                var what =
                    $"{name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))}) of "
                    + $"{string.Join(", ", values.Select(Show))}: {predicted.Error ?? string.Join(", ", predicted.Types)}";
                var actual = Run(method, values);
                thrown += actual is null ? 1 : 0;
                (types, errors) =
                    predicted.Throws ? (types, errors + 1)
                    : actual is null ? (types, errors)
                    : (types + 1, errors);
                Assert.True(
                    actual is null
                        || (
                            !predicted.Throws
                            && actual.Zip(predicted.Types).All(p => p.Second == ElementType.Unknown || p.First == p.Second)
                        ),
                    $"{what}, but libtorch gives {string.Join(", ", actual ?? [])}"
                );
            }
        }

        output.WriteLine($"{name}: {types} types, {errors} errors, {unknown} unknown, seed {Setting.Seed}");
    }

    private static ElementType[]? Run(MethodInfo method, object?[] values)
    {
        try
        {
            var result = method.Invoke(method.IsStatic ? null : values[0], method.IsStatic ? values : values[1..]);
            return [.. OperatorConformanceTests.Tensors(result).Select(t => OperatorConformanceTests.TypeOf(t.dtype))];
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Show(object? value) =>
        value is Tensor tensor ? $"{tensor.dtype}{OperatorConformanceTests.Show(value)}" : OperatorConformanceTests.Show(value);
}
