using CsCheck;
using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Operators;
using Testing;

namespace Shapes.Tests.Layers;

/// <summary>Sizes that are letters, numbers out of all proportion, or not known at all: a rule may know nothing, but it answers.</summary>
public sealed class UnknownSizeTests
{
    private static readonly Dim[] _sizes =
    [
        .. new[] { "N", "C", "H" }.Select(name => Dim.Symbol(name)),
        .. new[] { 0, 1, 2, 8, 7, -1, int.MaxValue, int.MinValue, long.MaxValue }.Select(value => (Dim)value),
        .. new[] { "n", "k" }.Select(name => Dim.Symbol(name, int.MinValue) * 2 + 1),
    ];

    private static readonly Gen<Dim> _size = Gen.Int[0, _sizes.Length - 1].Select(i => _sizes[i]);

    private static readonly Gen<Shape> _shape = _size.Null(0.2).Select(size => new Axis(size)).Array[0, 6].Select(Shape.Of);

    public static TheoryData<string> Layers => [.. LayerCatalog.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Every_layer_answers(string name)
    {
        var layer = LayerCatalog.Find(name)!;
        foreach (var (given, shape) in Gen.Select(Given(layer), _shape).Draw(300))
        {
            var open = Shape.Join(shape, Shape.Of([new Axis(2), .. shape.Axes]));
            foreach (var input in new[] { shape, Shape.Unknown, open })
            {
                var thrown = Record.Exception(() => Functions.Infer(layer, given, new Operand(input)));
                Assert.True(thrown is null, $"{name} of {input} with {string.Join(", ", given.Items)}: {thrown}");
            }
        }
    }

    private static Gen<ArgumentValue>? ValueOf(Parameter parameter) =>
        parameter switch
        {
            SizeParameter => _size.Select(s => ArgumentValue.Of(s)),
            SizesParameter or PaddingParameter => Gen.OneOf(
                _size.Select(s => ArgumentValue.Of(s)),
                _size.Array[0, 3].Select(s => ArgumentValue.Of(s))
            ),
            _ => null,
        };

    private static Gen<Arguments> Given(LayerDefinition layer) =>
        layer.Parameters.Aggregate(
            Gen.Bool.Select(_ => Arguments.Of()),
            (all, parameter) =>
                ValueOf(parameter) is { } value
                    ? Gen.Select(all, value, Gen.Int[0, 2], (a, v, leave) => leave == 0 ? a : a.With(parameter.Name, v))
                    : all
        );
}
