using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>A tensor to draw: of ones and other small numbers, or of integers below a bound.</summary>
internal sealed record TensorSpec(long[] Shape, long? Below = null)
{
    public Operand Operand =>
        new(
            ShapeGen.Algebra.Shape.OfSizes([.. Shape.Select(s => (ShapeGen.Dim)s)]),
            Below is null ? ElementType.Floating : ElementType.Int64
        );

    public Tensor Create() => Below is { } bound ? randint(0, bound, Shape, dtype: ScalarType.Int64) : randn(Shape);

    public override string ToString() => $"({string.Join(", ", Shape)}){(Below is null ? "" : " integers")}";
}

/// <summary>Arguments of a layer and the tensors that it takes: the flowing one, then its operands in the order of its parameters.</summary>
internal sealed record Drawn(Arguments Arguments, params TensorSpec[] Inputs)
{
    public Drawn(Arguments arguments, long[] input)
        : this(arguments, new TensorSpec(input)) { }

    /// <summary>The operands as the layer's rule takes them.</summary>
    public Operands OperandsOf(LayerDefinition layer)
    {
        var named = layer.Parameters.OfType<OperandParameter>().SelectMany(p => p.Read(Arguments).Select(_ => p));
        return new(Inputs[0].Operand, [.. named.Zip(Inputs.Skip(1), (p, i) => (p.Name, i.Operand))]);
    }

    /// <summary>The same of one tensor: every operand is the input of the network.</summary>
    public Drawn OfInput() =>
        new(
            new Arguments(Arguments.Items.Select(a => a with { Value = NamingTheInput(a.Value) }).ToEquatableArray()),
            [.. Inputs.Select(_ => Inputs[0])]
        );

    /// <summary>A network of this layer alone.</summary>
    public NetworkSpec NetworkOf(string layer) =>
        new(
            "Net",
            EquatableArray.Of(
                new InputSpec(Inputs[0].Shape.Skip(1).Select(s => (ShapeGen.Dim)s).ToEquatableArray(), Inputs[0].Operand.Type)
            ),
            EquatableArray.Of(new LayerSpec(layer, null, Arguments))
        );

    private static ArgumentValue NamingTheInput(ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Text => ArgumentValue.OfLayer(Scope.InputName),
            ArgumentValue.Texts texts => ArgumentValue.OfLayers([.. texts.Items.Select(_ => Scope.InputName)]),
            _ => value,
        };

    public override string ToString() => $"{string.Join(" and ", (object[])Inputs)} {Arguments}";
}

/// <summary>The same layer made by hand: a module if it has weights, and what runs it.</summary>
internal sealed record HandMade(nn.Module? Module, Func<Tensor[], Tensor> Run);

/// <summary>One layer against libtorch: random arguments and inputs, legal and illegal, and the same layer made by hand of TorchSharp.</summary>
/// <param name="Layer">The kind of layer.</param>
/// <param name="Draw">Draws arguments and inputs.</param>
/// <param name="Make">Makes it; what it throws then, or when it runs, is an error.</param>
internal sealed record LayerCase(string Layer, Func<Random, Drawn> Draw, Func<Read, HandMade> Make)
{
    /// <summary>
    /// What libtorch does not throw for, but ends the process or makes something else than was written: such configurations are not run,
    /// and count as errors.
    /// </summary>
    public Func<Drawn, bool> IsRefused { get; init; } = _ => false;

    /// <summary>A layer that is a function of one tensor.</summary>
    public static LayerCase Of(string layer, Func<Random, Drawn> draw, Func<Read, Tensor, Tensor> run) =>
        new(layer, draw, a => new(null, x => run(a, x[0])));

    /// <summary>A layer that is a function of two tensors.</summary>
    public static LayerCase OfTwo(string layer, Func<Random, Drawn> draw, Func<Read, Tensor, Tensor, Tensor> run) =>
        new(layer, draw, a => new(null, x => run(a, x[0], x[1])));

    /// <summary>A layer that is a module of one tensor.</summary>
    public static LayerCase OfModule(string layer, Func<Random, Drawn> draw, Func<Read, nn.Module<Tensor, Tensor>> make) =>
        OfModule(layer, draw, make, (_, m, x) => m.call(x[0]));

    /// <summary>A layer that is a module.</summary>
    public static LayerCase OfModule<T>(string layer, Func<Random, Drawn> draw, Func<Read, T> make, Func<Read, T, Tensor[], Tensor> run)
        where T : nn.Module =>
        new(
            layer,
            draw,
            a =>
            {
                var module = make(a);
                return new(module, x => run(a, module, x));
            }
        );
}
