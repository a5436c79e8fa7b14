using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What is known about the type of a tensor's elements, as far as layers care.</summary>
internal enum ElementType
{
    /// <summary>Nothing is known. It never causes a report.</summary>
    Unknown,

    /// <summary>A floating-point type.</summary>
    Floating,

    /// <summary>int32.</summary>
    Int32,

    /// <summary>int64.</summary>
    Int64,
}

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
}

/// <summary>The name of an earlier layer, whose result is another operand.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="TakesIndices">Whether the operand is not the result of that layer, but the places of the maxima that it found.</param>
internal sealed record OperandParameter(string Name, bool TakesIndices = false) : Parameter(Name)
{
    public override string? Constraint => TakesIndices ? "the name of an earlier max pooling" : "the name of an earlier layer";

    public override string? Check(ArgumentValue value) => value is ArgumentValue.Text ? null : Expected("the name of a layer", value);

    public string? Read(Arguments arguments) => (arguments[Name] as ArgumentValue.Text)?.Value;
}
