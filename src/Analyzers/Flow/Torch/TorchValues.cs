using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>A tensor.</summary>
internal sealed record TensorValue(Shape Shape, ElementType Type = ElementType.Unknown) : Value, Value.IChangeable
{
    /// <summary>A tensor of which nothing else is known.</summary>
    public static readonly TensorValue OfAny = new(Shape.Unknown);

    /// <summary>The shape of a value that is a tensor by its type.</summary>
    public static Shape ShapeOf(Value value) => (value as TensorValue)?.Shape ?? Shape.Unknown;

    /// <summary>The same as an argument of an operator.</summary>
    public static OperatorArgument.Tensor ArgumentOf(Value value) =>
        value is TensorValue tensor ? new(tensor.Shape, tensor.Type) : new(Shape.Unknown);

    /// <summary>In which order its dimensions stand in memory; null where that is not known.</summary>
    public MemoryOrder? Order { get; init; }

    /// <summary>The parameter that it came through into the method under analysis; null for what is made there.</summary>
    public IParameterSymbol? Source { get; init; }

    /// <summary>What else is known of it, one mark of a kind.</summary>
    public EquatableArray<Mark> Marks { get; init; }

    /// <summary>The mark of a kind; null for none.</summary>
    public T? Marked<T>()
        where T : Mark => Marks.OfType<T>().FirstOrDefault();

    /// <summary>The same tensor with a mark, which replaces one of its kind; null leaves it as it is.</summary>
    public TensorValue With(Mark? mark) =>
        mark is null ? this : this with { Marks = Marks.Where(m => m.GetType() != mark.GetType()).Append(mark).ToEquatableArray() };

    /// <inheritdoc/>
    public Value Shared => Marked<Gradient>() is { Kind: GradientKind.None } ? Without<Gradient>() : this;

    /// <summary>The same tensor without a mark of a kind.</summary>
    public TensorValue Without<T>()
        where T : Mark => this with { Marks = Marks.Where(m => m is not T).ToEquatableArray() };

    protected override Value JoinWith(Value other) =>
        other is TensorValue tensor
            ? new TensorValue(Shape.Join(Shape, tensor.Shape), Type == tensor.Type ? Type : ElementType.Unknown)
            {
                Source = ReferenceEquals(Source, tensor.Source) ? Source : null,
                Marks = Marks.Intersect(tensor.Marks).ToEquatableArray(),
            }
            : Value.Unknown;
}

/// <summary>A layer of TorchSharp, with what it was made of.</summary>
/// <param name="Kind">The name of the factory.</param>
/// <param name="Arguments">By the names of its parameters.</param>
internal sealed record LayerValue(string Kind, EquatableArray<LayerArgument> Arguments) : Value, Value.IModule
{
    /// <summary>Where it is made.</summary>
    public IOperation? Made { get; init; }

    // Layers that are made alike do the same, wherever that is.
    public bool Equals(LayerValue? other) => other is not null && Kind == other.Kind && Arguments == other.Arguments;

    public override int GetHashCode() => Kind.GetHashCode();
}

/// <summary>An argument of a factory.</summary>
internal sealed record LayerArgument(string Name, OperatorArgument Value);

/// <summary>What stands between the brackets of an indexer.</summary>
internal sealed record IndexValue(TensorIndex Index) : Value;
