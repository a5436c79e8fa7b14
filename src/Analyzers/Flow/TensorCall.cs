using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Layers;

namespace ShapeGen.Analyzers.Flow;

/// <summary>A call of an operation on tensors: what is known of what it gets, by the names of TorchSharp's parameters.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Given">The arguments that were written or have defaults, the receiver first, as "this".</param>
internal sealed record TensorCall(string Name, IReadOnlyList<(string Parameter, Value Value, bool IsTensor)> Given)
{
    /// <summary>The first tensor: what the operation works on.</summary>
    public Shape? Main => Given.Select(g => (g.Value as Value.Tensor)?.Shape).FirstOrDefault();

    public Value this[string parameter] => Given.FirstOrDefault(g => g.Parameter == parameter).Value ?? Value.Unknown;

    public bool Has(string parameter) => Given.Any(g => g.Parameter == parameter);

    /// <summary>An integer, or a list of them, as a layer's argument; null where a size is not known.</summary>
    public ArgumentValue? Argument(string parameter) =>
        this[parameter] switch
        {
            Value.Size size => ArgumentValue.Of(size.Dim),
            Value.Items items when items.Values.All(v => v is Value.Size) => ArgumentValue.Of([
                .. items.Values.Select(v => ((Value.Size)v).Dim),
            ]),
            _ => null,
        };
}

/// <summary>What an operation gives, and what is certainly wrong with it.</summary>
internal sealed record TensorResult(Value Value, string? Problem = null)
{
    public static readonly TensorResult Unknown = new(Value.Unknown);

    public static TensorResult Of(Shape? shape) => shape is null ? Unknown : new(new Value.Tensor(shape));
}
