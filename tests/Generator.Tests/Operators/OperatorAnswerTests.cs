using System.Reflection;
using CsCheck;
using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Operators;
using Testing;
using static TorchSharp.torch;
using TensorIndex = ShapeGen.Operators.TensorIndex;

namespace Generator.Tests.Operators;

/// <summary>Whatever an operator is given, letters, numbers out of all proportion, nothing known at all: its rule answers.</summary>
public sealed class OperatorAnswerTests
{
    private static readonly Dim[] _sizes =
    [
        .. new[] { "N", "C" }.Select(name => Dim.Symbol(name)),
        .. new[] { 0, 1, 2, 3, 8, -1, -5, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue }.Select(value => (Dim)value),
        Dim.Symbol("n", int.MinValue) * 2 + 1,
    ];

    private static readonly Gen<Dim?> _size = Gen.Int[0, _sizes.Length].Select(i => i < _sizes.Length ? _sizes[i] : null);
    private static readonly Gen<Shape> _known = _size.Select(s => new Axis(s)).Array[0, 5].Select(Shape.Of);

    private static readonly Gen<Shape> _shape = Gen.Frequency(
        (6, _known),
        (1, Gen.Select(_known, _known, Shape.Join)),
        (1, Gen.Bool.Select(_ => Shape.Unknown))
    );

    private static readonly Gen<OperatorArgument.Tensor> _tensor = Gen.Select(_shape, Gen.Enum<ElementType>())
        .Select((s, t) => new OperatorArgument.Tensor(s, t));

    private static readonly string[] _words =
    [
        "Constant",
        "Reflect",
        "ij,jk->ik",
        "...i,i...->",
        "same",
        "sum",
        "nearest",
        "",
        "None",
        "Mean",
    ];
    private static readonly double[] _numbers = [0, 0.5, 2, -3, 1e300, double.NaN, double.PositiveInfinity];

    private static readonly Gen<TensorIndex> _index = Gen.OneOf(
        _size.Select(s => (TensorIndex)new TensorIndex.Single(s)),
        Gen.Select(
            _size.Array[3],
            a => (TensorIndex)new TensorIndex.Slice(new Axis(a[0]), a[1] is null ? null : new Axis(a[1]), new Axis(a[2]))
        ),
        _shape.Select(s => (TensorIndex)new TensorIndex.Tensor(s)),
        _shape.Select(s => (TensorIndex)new TensorIndex.Mask(s)),
        Gen.Int[0, 3].Select(i => new[] { TensorIndex.Unknown, TensorIndex.Ellipsis, TensorIndex.None, TensorIndex.Colon }[i])
    );

    private static readonly Gen<OperatorArgument> _any = Gen.OneOf(
        _tensor.Select(t => (OperatorArgument)t),
        _size.Select(s => OperatorArgument.Of(s)),
        _size.Array[0, 4].Select(s => OperatorArgument.Of(s)),
        Gen.Bool.Select(b => (OperatorArgument)new OperatorArgument.Flag(b)),
        Gen.Int[0, _words.Length - 1].Select(i => (OperatorArgument)new OperatorArgument.Word(_words[i])),
        _tensor.Array[0, 3].Select(t => (OperatorArgument)new OperatorArgument.Tensors(t.ToEquatableArray())),
        Gen.Int[0, _numbers.Length - 1].Select(i => (OperatorArgument)new OperatorArgument.Numbers(EquatableArray.Of(_numbers[i]), false)),
        _index.Array[0, 4].Select(i => (OperatorArgument)new OperatorArgument.Indices(i.ToEquatableArray())),
        Gen.Bool.Select(b => b ? OperatorArgument.Unknown : OperatorArgument.Null)
    );

    private static readonly ILookup<string, string[]> _parameters = OperatorSurface
        .WithRule.Concat(
            typeof(nn)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(m => OperatorCatalog.Has(m.Name))
                .Select(m => (m.Name, Method: m))
        )
        .ToLookup(
            o => o.Name,
            o =>
                o.Method.GetParameters()
                    .Select(p => p.Name!)
                    .Concat(o.Method.DeclaringType == typeof(nn) ? ["input", "target", "tgt", "key", "value", "h0"] : Array.Empty<string>())
                    .ToArray()
        );

    public static TheoryData<string> Initials =>
        [.. _parameters.Select(p => p.Key.Substring(0, 1)).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Initials))]
    public void Every_rule_answers(string initial)
    {
        foreach (var name in _parameters.Where(p => p.Key.StartsWith(initial, StringComparison.Ordinal)).Select(p => p.Key))
        {
            var overloads = _parameters[name].ToArray();
            var draws = Gen.Select(Gen.Int[0, overloads.Length - 1], _tensor, _any.Array[20], Gen.Bool.Array[20]).Draw(200);
            foreach (var (overload, main, values, given) in draws)
            {
                var arguments = overloads[overload].Zip(values, (n, v) => (n, v)).Where((_, i) => given[i]).ToArray();
                var call = new OperatorCall(name, [("this", main), .. arguments]);
                var thrown = Record.Exception(() => OperatorCatalog.Apply(call));
                Assert.True(thrown is null, $"{name} of {main} and {string.Join(", ", arguments.AsEnumerable())}: {thrown}");
            }
        }
    }
}
