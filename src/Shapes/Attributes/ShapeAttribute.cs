using System;

namespace ShapeGen;

/// <summary>
/// The shape of a tensor: integers for sizes that are known, names for those that are not. <c>[Shape("N", 1, 28, 28)]</c>
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property,
    Inherited = true
)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>Describes a tensor.</summary>
    /// <param name="dims">Its sizes: an <see cref="int"/> for one that is known, a <see cref="string"/> with a name for one that is not.</param>
    public ShapeAttribute(params object[] dims) => Dims = dims;

    /// <summary>The sizes.</summary>
    public object[] Dims { get; }
}
