using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Networks;

/// <summary>A network as it was written: nothing inferred, nothing checked.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Inputs">What it takes; the first one flows into the first layer.</param>
/// <param name="Layers">The layers, in the order of the source text.</param>
internal sealed record NetworkSpec(string Name, EquatableArray<InputSpec> Inputs, EquatableArray<LayerSpec> Layers)
{
    /// <summary>The blocks that it uses, and those that they use.</summary>
    public EquatableArray<BlockSpec> Blocks { get; init; }

    /// <summary>The <see cref="BlockSpec.Id"/>, of a block within a network.</summary>
    public string? Block { get; init; }

    /// <summary>What the names of layers begin with that were given none: <c>encode_</c> in a stage Encode.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The batch: any number of samples from 1 on.</summary>
    public static readonly Dim Batch = Dim.Symbol("N");
}

/// <summary>An input of a network.</summary>
/// <param name="Sizes">The sizes of one sample; null where they are not valid.</param>
/// <param name="Type">The type of the elements.</param>
/// <param name="Name">The name that was given to it, or that of an only one.</param>
internal sealed record InputSpec(EquatableArray<Dim>? Sizes, ElementType Type = ElementType.Floating, string Name = Scope.InputName)
{
    /// <summary>What is known of it, of an input of a block.</summary>
    public Operand? Given { get; init; }

    /// <summary>What is known of the tensor.</summary>
    public Operand Operand => Given ?? new(Sizes is { } sizes ? ShapeOf(sizes) : Shape.Unknown, Type);

    private static Shape ShapeOf(EquatableArray<Dim> sizes)
    {
        // A sample of three or four dimensions is an image or a volume with its channels first; one of two may be a sequence.
        var isImage = sizes.Count is 3 or 4;
        var axes = sizes.Select(
            (s, i) =>
                new Axis(
                    s,
                    !isImage ? AxisRole.Plain
                        : i == 0 ? AxisRole.Channels
                        : AxisRole.Spatial
                )
        );
        return Shape.Of(axes.Prepend(Axis.Batch(NetworkSpec.Batch)));
    }
}

/// <summary>A layer as it was written.</summary>
/// <param name="Kind">The name of its <see cref="LayerDefinition"/>, or a name that is none: the compiler reports that.</param>
/// <param name="Name">The name that was given to it.</param>
/// <param name="Arguments">The arguments that were written.</param>
/// <param name="IsComplete">False where the compiler reports an error in it, so that nothing can be said about its result.</param>
internal sealed record LayerSpec(string Kind, string? Name, Arguments Arguments, bool IsComplete = true)
{
    /// <summary>The place of what it was made of among the layers of the network or block that it stands in.</summary>
    public int Origin { get; init; }

    /// <summary>The block that it is.</summary>
    public BlockUse? Use { get; init; }
}

/// <summary>Something wrong with a network.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Words">The words of its message, in the order that <see cref="ProblemKind"/> lists.</param>
/// <param name="Layer">The layer where it is wrong, as <see cref="LayerSpec.Origin"/>; null for the network as a whole.</param>
/// <param name="At">The argument that is wrong; null for the layer as a whole.</param>
/// <param name="Producer">The layer that made the size that does not fit; -1 for the input, null where there is none.</param>
internal sealed record Problem(
    ProblemKind Kind,
    EquatableArray<string> Words,
    int? Layer = null,
    ArgumentRef? At = null,
    int? Producer = null
)
{
    /// <summary>The facts of a size that differs, for fixes.</summary>
    public Mismatch? Mismatch { get; init; }

    /// <summary>The <see cref="BlockSpec.Id"/> of the block that the layer stands in; null for the network itself.</summary>
    public string? Block { get; init; }

    /// <summary>The uses of blocks within which the layer stands, from the network inwards.</summary>
    public EquatableArray<int> Uses { get; init; }

    /// <summary>The layers, from here inwards, that the wrong argument of a block makes wrong.</summary>
    public EquatableArray<int> Inner { get; init; }

    /// <summary>The stage that it is in, by its place; null for the network itself.</summary>
    public int? Stage { get; init; }

    /// <summary>The blocks in which it is, with their arguments, from the innermost outwards.</summary>
    public EquatableArray<string> Trail { get; init; }

    /// <summary>The input where it is wrong, of a problem with an input.</summary>
    public int? Input { get; init; }

    /// <summary>Whether the network runs in spite of it.</summary>
    public bool IsDoubt { get; init; }

    /// <summary>Whether the layer fits if its third number is the stride.</summary>
    public bool ThirdIsStride { get; init; }

    /// <summary>Whether a Flatten before the layer makes it fit.</summary>
    public bool FlattenFits { get; init; }

    public Problem(ProblemKind kind, params string[] words)
        : this(kind, words.ToEquatableArray()) { }
}
