namespace ShapeGen;

/// <summary>
/// Names the tensor at this place, for layers that take more than one: <c>As("skip")</c>. Layers can also be named by their own names,
/// and the input is "input".
/// </summary>
public sealed class AsAttribute : LayerAttribute
{
    /// <summary>Names the tensor.</summary>
    /// <param name="name">The name.</param>
    public AsAttribute(string name) => Name = name;
}

/// <summary>
/// What comes out of the network, at the end of the layers: <c>Output("mean", "variance")</c> makes <c>forward</c> give a tuple. Without it,
/// what flows behind the last layer comes out.
/// </summary>
public sealed class OutputAttribute : LayerAttribute
{
    /// <summary>Names what comes out.</summary>
    /// <param name="names">The names of layers, in the order of the tuple.</param>
    public OutputAttribute(params string[] names) { }
}

/// <summary>Goes on with the result of an earlier layer: <c>From("trunk")</c>.</summary>
public sealed class FromAttribute : LayerAttribute
{
    /// <summary>Goes on elsewhere.</summary>
    /// <param name="source">The name of the layer.</param>
    public FromAttribute(string source) { }
}

/// <summary>
/// The sum with the results of earlier layers, value by value: <c>Add("skip")</c>. The shapes are the same; a size of 1 is taken as often
/// as the other tensor needs.
/// </summary>
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>Adds.</summary>
    /// <param name="others">The names of the layers.</param>
    public AddAttribute(params string[] others) { }
}

/// <summary>
/// The product with the results of earlier layers, value by value: <c>Mul("gate")</c>. The shapes are the same; a size of 1 is taken as
/// often as the other tensor needs.
/// </summary>
public sealed class MulAttribute : LayerAttribute
{
    /// <summary>Multiplies.</summary>
    /// <param name="others">The names of the layers.</param>
    public MulAttribute(params string[] others) { }
}

/// <summary>
/// Puts together the results of earlier layers, in the order of their names, and then the flowing tensor: (N, C₁, …) and (N, C₂, …) →
/// <c>Concat("skip")</c> → (N, C₁ + C₂, …).
/// </summary>
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Puts tensors together along their channels.</summary>
    /// <param name="others">The names of the layers.</param>
    public ConcatAttribute(params string[] others) { }

    /// <summary>The dimension along which, the batch being 0; 1, the channels, by default.</summary>
    public int Dim { get; set; } = 1;
}
