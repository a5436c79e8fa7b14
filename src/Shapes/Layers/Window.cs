using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What a window makes of one axis.</summary>
/// <param name="Output">The number of places of the window; null where it is not known.</param>
/// <param name="PadBefore">The padding before the axis; null where it is not known.</param>
/// <param name="PadAfter">The padding behind the axis; null where it is not known.</param>
internal sealed record WindowOutcome(Dim? Output, Dim? PadBefore, Dim? PadAfter)
{
    public static readonly WindowOutcome Unknown = new(null, null, null);

    /// <summary>Whether the window has at least one place.</summary>
    public Truth Fits => Output?.IsAtLeast(1) ?? Truth.Unknown;
}

/// <summary>
/// A window that moves along one axis: the arithmetic of every convolution and every pooling layer.
/// </summary>
/// <param name="Kernel">The number of values under the window.</param>
/// <param name="Stride">The step of the window.</param>
/// <param name="Padding">The padding on each side; null for <see cref="Pad.Same"/>.</param>
/// <param name="Dilation">The distance between the values under the window.</param>
/// <param name="CeilMode">Whether a last place that is only partly filled counts.</param>
internal sealed record Window(Dim Kernel, Dim Stride, Dim? Padding, Dim Dilation, bool CeilMode = false)
{
    /// <summary>How much of the axis the window spans: dilation·(kernel − 1) + 1.</summary>
    public Dim Extent => Dilation * (Kernel - 1) + 1;

    public WindowOutcome Apply(Dim? input) =>
        input is null ? new(null, Padding, Padding)
        : Padding is null ? ApplySame(input)
        : ApplyExplicit(input, Padding);

    /// <summary>
    /// TensorFlow's SAME: out = ceil(in / stride); the padding is what the last place of the window lacks, the smaller half before.
    /// Source: "Notes on padding", tensorflow.org/api_docs/python/tf/nn.
    /// </summary>
    private WindowOutcome ApplySame(Dim input)
    {
        if (Dim.CeilDivide(input, Stride) is not { } output)
        {
            return WindowOutcome.Unknown;
        }

        var missing = (output - 1) * Stride + Extent - input;
        if (missing.IsAtLeast(1) == Truth.Refuted)
        {
            return new(output, Dim.Zero, Dim.Zero);
        }

        if (missing.IsAtLeast(0) != Truth.Proved)
        {
            return new(output, null, null);
        }

        var before = Dim.FloorDivide(missing, 2)!;
        return new(output, before, missing - before);
    }

    /// <summary>
    /// PyTorch's formula: out = floor((in + 2·padding − extent) / stride) + 1; in ceil mode the ceiling, less a place that would
    /// start in the padding behind. Source: pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html.
    /// </summary>
    private WindowOutcome ApplyExplicit(Dim input, Dim padding)
    {
        var room = input + 2 * padding - Extent;
        if ((CeilMode ? Dim.CeilDivide(room, Stride) : Dim.FloorDivide(room, Stride)) is not { } steps)
        {
            return new(null, padding, padding);
        }

        Dim? output = steps + 1;
        if (CeilMode)
        {
            output = (input + padding - 1 - steps * Stride).IsAtLeast(0) switch
            {
                Truth.Proved => output,
                Truth.Refuted => steps,
                _ => null,
            };
        }

        return new(output, padding, padding);
    }

    /// <summary>
    /// The inverse, of a transposed convolution: out = (in − 1)·stride − 2·padding + extent + output padding. With
    /// <see cref="Pad.Same"/> it is TensorFlow's, out = in·stride: what a SAME convolution of that stride would make the input of.
    /// Source: pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html.
    /// </summary>
    public TransposedOutcome Transpose(Dim? input, Dim outputPadding)
    {
        if (Padding is not null)
        {
            return new(input is null ? null : (input - 1) * Stride - 2 * Padding + Extent + outputPadding, Padding, outputPadding, 0);
        }

        // What is too much goes, the smaller half before; what is missing comes behind.
        var excess = Extent - Stride;
        var output = input is null ? null : input * Stride;
        return excess.IsAtLeast(0) == Truth.Proved
            ? new(output, Dim.FloorDivide(excess, 2)!, Dim.Zero, excess - 2 * Dim.FloorDivide(excess, 2)!)
            : new(output, Dim.Zero, -excess, 0);
    }
}

/// <summary>What a transposed window makes of one axis, and how libtorch computes it.</summary>
/// <param name="Output">The size; null where it is not known.</param>
/// <param name="Padding">What libtorch takes away on both sides.</param>
/// <param name="OutputPadding">What libtorch adds behind.</param>
/// <param name="Excess">What is to be cut off behind, beyond what libtorch can do.</param>
internal sealed record TransposedOutcome(Dim? Output, Dim Padding, Dim OutputPadding, Dim Excess);
