using System;

namespace ShapeGen;

/// <summary>
/// Makes a class a block: layers that networks and other blocks use as one, with arguments. It is worked out anew for each shape that it is
/// used with, and becomes a class within the network.
/// </summary>
/// <example>
/// <code>
/// [Block]
/// [Conv2d(Channels, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm2d, ReLU]
/// [Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d]
/// [Shortcut(Project = true), ReLU]
/// public class BasicBlock
/// {
///     [Arg]
///     const int Channels = 64, Stride = 1;
/// }
///
/// [Network, Input(3, 32, 32), Block&lt;BasicBlock&gt;(64, Repeat = 2), Block&lt;BasicBlock&gt;(128, Repeat = 2, Stride = 2)]
/// public partial class Net;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BlockAttribute : Attribute
{
    /// <summary>Makes a block.</summary>
    /// <param name="inputs">
    /// The names of what it takes, for its layers: the first one flows into the first layer, and a use gives the others by <c>With</c>.
    /// One, "input", by default.
    /// </param>
    public BlockAttribute(params string[] inputs) => Inputs = inputs;

    /// <summary>The names of what it takes.</summary>
    public string[] Inputs { get; }
}

/// <summary>
/// The layers of a block, as one: <c>Block&lt;BasicBlock&gt;(128, Stride = 2, Repeat = 2)</c>.
/// </summary>
/// <typeparam name="TBlock">A class that is marked as a <see cref="BlockAttribute">Block</see>, in the same project.</typeparam>
public sealed class BlockAttribute<TBlock> : LayerAttribute
{
    /// <summary>Uses a block.</summary>
    /// <param name="arguments">The values of its arguments, in their order; the others have their defaults.</param>
    public BlockAttribute(params object[] arguments) { }

    /// <summary>
    /// How often the block stands there, one after the other; 1 by default. A name counts: "layer1" makes layer1.0, layer1.1, …, and
    /// "features.{2}" makes features.2, features.3, ….
    /// </summary>
    public int Repeat { get; set; } = 1;

    /// <summary>The argument Stride of the block. Where the block is repeated, that of the first copy; the others have 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The names of what the block takes beside the tensor that flows.</summary>
    public string[]? With { get; set; }
}

/// <summary>
/// Makes a constant of a block an argument of it. Its value is the default; each use can give another one. Layers of the block take it in
/// arithmetic: <c>Conv2d(Channels * 2, 1)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ArgAttribute : Attribute;

/// <summary>
/// Makes a constant of a block the channels that flow into it: of an image or a signal (N, C, …) its channels, of anything else its last
/// size. The value that is written stands for nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class InChannelsAttribute : Attribute;

/// <summary>
/// The sum with the input of the block: x → Shortcut → x + input. (N, …) → (N, …)
/// </summary>
/// <remarks>He et al. 2015, "Deep Residual Learning for Image Recognition".</remarks>
public sealed class ShortcutAttribute : LayerAttribute
{
    /// <summary>
    /// Whether the input is brought to the shape where the block changes it: of images, signals and volumes by a convolution with a window
    /// of 1, without a bias, and a batch normalisation; otherwise by a Linear without a bias. Their names are that of the layer with .0 and .1
    /// behind it.
    /// </summary>
    public bool Project { get; set; }

    /// <summary>Whether nothing is added where the block changes the shape.</summary>
    public bool OnlyIfSameShape { get; set; }
}
