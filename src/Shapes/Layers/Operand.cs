using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A tensor that a layer takes: its shape and the type of its elements.</summary>
internal sealed record Operand(Shape Shape, ElementType Type = ElementType.Floating)
{
    public static readonly Operand Unknown = new(Shape.Unknown, ElementType.Unknown);

    /// <summary>What the values point into, of the indices of a max pooling: the shape of what was pooled.</summary>
    public Shape? PointsInto { get; init; }
}

/// <summary>The tensors that a layer takes: the one that flows through the network, and others that it names.</summary>
internal sealed class Operands(Operand main, params (string Parameter, Operand Operand)[] others)
{
    public Operand Main { get; } = main;

    /// <summary>The shape of <see cref="Main"/>.</summary>
    public Shape Input => Main.Shape;

    /// <summary>The operand that a parameter names; null where the parameter was not written.</summary>
    public Operand? this[OperandParameter parameter] => others.FirstOrDefault(o => o.Parameter == parameter.Name).Operand;

    /// <summary>All operands that a parameter names, in their order.</summary>
    public Operand[] All(OperandParameter parameter) => [.. others.Where(o => o.Parameter == parameter.Name).Select(o => o.Operand)];
}

/// <summary>The name of an earlier layer, or of several, whose result is another operand.</summary>
/// <param name="Name">The name of the parameter.</param>
internal sealed record OperandParameter(string Name) : Parameter(Name)
{
    /// <summary>Whether the operand is not the result of that layer, but the places of the maxima that it found.</summary>
    public bool TakesIndices { get; init; }

    /// <summary>Whether it takes several names.</summary>
    public bool IsList { get; init; }

    public override string? Constraint =>
        TakesIndices ? "the name of an earlier max pooling"
        : IsList ? "names of earlier layers"
        : "the name of an earlier layer";

    public override string? Check(ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Text when !IsList => null,
            ArgumentValue.Texts { Items.Count: > 0 } when IsList => null,
            _ => Expected(IsList ? "names of layers, at least one" : "the name of a layer", value),
        };

    /// <summary>The names; none where the parameter was not written.</summary>
    public string[] Read(Arguments arguments) =>
        arguments[Name] switch
        {
            ArgumentValue.Text text => [text.Value],
            ArgumentValue.Texts texts => [.. texts.Items],
            _ => [],
        };

    /// <summary>What generated code calls one of the operands.</summary>
    public string NameOf(int item) => IsList ? $"{Name}{item + 1}" : Name;
}
