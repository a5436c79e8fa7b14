using System;

namespace ShapeGen;

/// <summary>
/// Makes a partial class a neural network: a <c>torch.nn.Module&lt;Tensor, Tensor&gt;</c> made of the layers that its attributes
/// list. Sizes are worked out from <see cref="InputAttribute"/>, and checked while you type. Layers on partial methods of the class make
/// stages, which a <c>forward</c> that is written by hand calls.
/// </summary>
/// <example>
/// <code>
/// [Network, Input(1, 28, 28)]
/// [Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
/// [Flatten, Linear(10)]
/// public partial class ConvNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NetworkAttribute : Attribute;

/// <summary>
/// The shape of one sample, without the batch: <c>Input(1, 28, 28)</c> is an image of one channel, 28 high and 28 wide, and the
/// network takes (N, 1, 28, 28). On a partial method, it is the shape of the parameter at its place. Of several inputs, each in the order of the parameters of <c>forward</c>, the first one flows into the
/// first layer, and layers name the others.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Describes one sample.</summary>
    /// <param name="shape">The sizes of one sample, channels first; <see cref="Dim.Any"/> for one that only a call knows.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>The sizes of one sample.</summary>
    public int[] Shape { get; }

    /// <summary>The type of the elements: that of the weights by default, integers for indices into an embedding.</summary>
    public DType DType { get; set; }

    /// <summary>
    /// The name of the input: of the parameter of <c>forward</c>, and for layers that take it. An only input, or the first, is "input" by
    /// default.
    /// </summary>
    public string? Name { get; set; }
}

/// <summary>The type of the elements of a network's input.</summary>
public enum DType
{
    /// <summary>The floating-point type of the weights.</summary>
    Floating,

    /// <summary>Integers of 32 bits.</summary>
    Int32,

    /// <summary>Integers of 64 bits.</summary>
    Int64,
}
