using ShapeGen;
using ShapeGen.Layers;
using ShapeGen.Networks;
using Testing.Layers;

namespace Analyzers.Tests;

/// <summary>Every bound of every argument of every layer: a value beyond it is reported, at that argument, and says both.</summary>
public sealed class EveryArgumentTests
{
    private static readonly (string Layer, Parameter Parameter, ArgumentValue Bad)[] _bounds =
    [
        // What a block takes beside its input, and what a Shortcut adds, have tests of their own.
        .. from layer in LayerCatalog.All.Where(l => l.Name is not (LayerCatalog.Block or LayerCatalog.Shortcut))
        from parameter in layer.Parameters
        from bad in Beyond(parameter)
        select (layer.Name, parameter, bad),
    ];

    public static IEnumerable<TheoryDataRow<string, string, int>> Bounds =>
        _bounds.Select((b, i) => new TheoryDataRow<string, string, int>(b.Layer, $"{b.Parameter.Name} = {b.Bad}", i));

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task It_is_reported_at_the_argument(string layer, string argument, int index)
    {
        var (_, parameter, bad) = _bounds[index];
        var drawn = Sound(layer, parameter);
        Assert.True(drawn is not null, $"no network has {argument}");
        var text = AttributeText.Of(layer, drawn.Arguments.With(parameter, bad));
        var sizes = string.Join(", ", drawn.Inputs[0].Shape.Skip(1));
        var type = drawn.Inputs[0].Below is null ? "" : ", DType = DType.Int64";
        var pool = layer.StartsWith("MaxUnpool", StringComparison.Ordinal) ? $"MaxPool{layer[^2..]}(2, Name = \"pool\"), " : "";
        var finding = await Finding.OnlyIn($"[Network, Input({sizes}{type}), {pool}{text}]");

        Assert.Equal("SHG0010", finding.Id);
        Assert.StartsWith($"{parameter.Name} of {layer} ", finding.Message, StringComparison.Ordinal);
        var expected = bad is ArgumentValue.Choice choice ? choice.Value : AttributeText.Literal(bad);
        Assert.Equal(expected, finding.At);
    }

    /// <summary>A random configuration that makes a network, in which the parameter has a value.</summary>
    private static Drawn? Sound(string layer, Parameter parameter)
    {
        if (layer.StartsWith("MaxUnpool", StringComparison.Ordinal))
        {
            var unpooling = Arguments.Of(("Indices", ArgumentValue.OfLayer("pool")), ("KernelSize", ArgumentValue.Of((Dim)2)));
            return new(unpooling, [3, 2, .. Enumerable.Repeat(8L, layer[^2] - '0')]);
        }

        var row = LayerCases.All.Single(c => c.Layer == layer);
        var random = new Random(1);
        return Enumerable
            .Range(0, 2000)
            .Select(_ => row.Draw(random).OfInput())
            .FirstOrDefault(d =>
                d.Inputs[0].Shape.Length > 1
                && NetworkInference.Infer(d.NetworkOf(layer)) is { IsSound: true, Problems.Count: 0 }
                && AttributeText.Of(layer, d.Arguments.With(parameter, Beyond(parameter).First())) is not null
            );
    }

    /// <summary>A value on the wrong side of each bound.</summary>
    private static IEnumerable<ArgumentValue> Beyond(Parameter parameter) =>
        parameter switch
        {
            SizeParameter { Minimum: long.MinValue } => [],
            SizeParameter { Maximum: { } most } size => [ArgumentValue.Of((Dim)(size.Minimum - 1)), ArgumentValue.Of((Dim)(most + 1))],
            SizeParameter size => [ArgumentValue.Of((Dim)(size.Minimum - 1))],
            SizesParameter { Minimum: long.MinValue } => [],
            SizesParameter sizes => [ArgumentValue.Of((Dim)(sizes.Minimum - 1))],
            PaddingParameter => [ArgumentValue.Of((Dim)(-2))],
            LengthsParameter => [ArgumentValue.Of((Dim)0)],
            FactorsParameter => [ArgumentValue.OfNumber(0), ArgumentValue.OfNumber(double.NaN)],
            NumberParameter { Except: { } not } => [ArgumentValue.OfNumber(not)],
            NumberParameter number => new[] { (number.Minimum, -1), (number.Maximum, 1) }
                .Where(b => !double.IsInfinity(b.Item1))
                .Select(b => ArgumentValue.OfNumber(b.Item1 + b.Item2 * 0.5)),
            DimParameter => [ArgumentValue.Of((Dim)9), ArgumentValue.Of((Dim)(-9))],
            IndexParameter => [ArgumentValue.Of((Dim)99), ArgumentValue.Of((Dim)(-99))],
            OperandParameter { IsList: true } => [ArgumentValue.OfLayers("nobody")],
            OperandParameter => [ArgumentValue.OfLayer("nobody")],
            _ => [],
        };
}
