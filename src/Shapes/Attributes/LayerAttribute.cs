using System;

namespace ShapeGen;

/// <summary>
/// A layer of the network that a class describes, of a block, or of a stage, which is a partial method of a network. The layers take effect
/// in the order in which they stand in the source text.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute() { }

    /// <summary>
    /// The name of the layer: of its weights in the state_dict, and of its field. By default the kind of layer and a number: <c>conv1</c>,
    /// <c>conv2</c>, <c>linear1</c>. With dots it stands in another module: <c>features.0</c> is the field <c>features._0</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Whether the layer is there; for blocks, whose arguments decide: <c>If = Stride > 1</c>.</summary>
    public bool If { get; set; } = true;
}
