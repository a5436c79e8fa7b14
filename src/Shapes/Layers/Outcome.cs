using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A tensor that a layer learns or keeps: its name in the layer's state, and its sizes.</summary>
internal sealed record Weight(string Name, EquatableArray<Dim> Sizes)
{
    public Dim Count => Dim.Product(Sizes);

    /// <summary>Whether training changes it.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>Tensors with a number for each channel.</summary>
    public static EquatableArray<Weight> PerChannel(Dim? channels, params string[] names) =>
        channels is null ? default : names.Select(n => new Weight(n, EquatableArray.Of(channels))).ToEquatableArray();
}

/// <summary>
/// What does not fit, as facts. <paramref name="Words"/> fill the message of the kind in order; <see cref="Source"/> and
/// <see cref="Cause"/> stand for words that only the surroundings know.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">The argument that is wrong; null for the layer itself.</param>
/// <param name="Words">The words of the message.</param>
internal sealed record Mismatch(ProblemKind Kind, ArgumentRef? At, EquatableArray<string> Words)
{
    /// <summary>Stands for what gives the layer its input: "Flatten gives it", "the input has".</summary>
    public const string Source = "\u0001source";

    /// <summary>The same before a whole shape: "Linear gives it", "the input is".</summary>
    public const string SourceOfShape = "\u0001source of shape";

    /// <summary>The same before a type: "Linear gives it", "the input has".</summary>
    public const string SourceOfType = Source;

    /// <summary>Stands for the likeliest cause, or for nothing.</summary>
    public const string Cause = "\u0001cause";

    /// <summary>The size that was written, where a size is what differs.</summary>
    public Dim? Declared { get; init; }

    /// <summary>The size that should have been written.</summary>
    public Dim? Expected { get; init; }

    /// <summary>What <see cref="Expected"/> is the product of: 64, 7, 7.</summary>
    public EquatableArray<Dim> Factors { get; init; }

    public Mismatch(ProblemKind kind, ArgumentRef? at, params string[] words)
        : this(kind, at, words.ToEquatableArray()) { }
}

/// <summary>What a layer makes of an input: a shape, what it costs, and what is wrong with it.</summary>
internal sealed record Outcome(Shape Output)
{
    public static readonly Outcome Unknown = new(Shape.Unknown);

    /// <summary>It would throw, or corrupt the data. <see cref="Output"/> is then what was probably meant, or unknown.</summary>
    public Mismatch? Error { get; init; }

    /// <summary>It runs, and is certainly not meant.</summary>
    public Mismatch? Doubt { get; init; }

    /// <summary>The type of the elements; null for that of the operand.</summary>
    public ElementType? Type { get; init; }

    /// <summary>The arguments with the inferred ones filled in.</summary>
    public Arguments Arguments { get; init; }

    /// <summary>What the window made of each spatial axis, of a layer that has a window: the padding is resolved there.</summary>
    public EquatableArray<WindowOutcome> Windows { get; init; }

    /// <summary>The tensors that the layer learns, in the order of its state.</summary>
    public EquatableArray<Weight> Weights { get; init; }

    /// <summary>Tensors that are saved with the weights and not learned, such as running means.</summary>
    public EquatableArray<Weight> Buffers { get; init; }

    /// <summary>
    /// Multiplications with following addition for one sample: the weights, bias included, times the positions of the output where
    /// they are applied. For convolutions and dense layers that is how torchinfo counts.
    /// </summary>
    public Dim MultiplyAdds { get; init; } = Dim.Zero;

    public Dim ParameterCount => Weights.Aggregate(Dim.Zero, (sum, w) => sum + w.Count);

    public Dim TrainableCount => Weights.Where(w => w.IsTrainable).Aggregate(Dim.Zero, (sum, w) => sum + w.Count);

    public static Outcome Fails(Mismatch error, Shape? output = null) => new(output ?? Shape.Unknown) { Error = error };
}
