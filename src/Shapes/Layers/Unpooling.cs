using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// MaxUnpool1d to 3d: puts each value where a max pooling found it, with zeros elsewhere. (…, C, spatial) → (…, C, spatial'), each
/// axis (in − 1)·stride − 2·padding + kernel.
/// </summary>
internal sealed class Unpooling : LayerDefinition, IWindowLayer
{
    private static readonly OperandParameter _indices = new("Indices") { TakesIndices = true };

    private readonly SizesParameter _kernelSize;
    private readonly SizesParameter _stride;
    private readonly SizesParameter _padding;

    private Unpooling(int axes, SizesParameter kernelSize, SizesParameter stride, SizesParameter padding)
        : base($"MaxUnpool{axes}d", _indices, kernelSize, stride, padding) =>
        (_kernelSize, _stride, _padding) = (kernelSize, stride, padding);

    public Unpooling(int axes)
        : this(axes, new("KernelSize", axes), new("Stride", axes), new("Padding", axes, 0, 0)) { }

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var input = operands.Input;
        if (_kernelSize.Read(arguments) is not { } kernel || input.Rank is null)
        {
            return Outcome.Unknown;
        }

        if (Samples.ChannelAxisOf(input, kernel.Length) is not { } channelAxis)
        {
            return WrongRank(Samples.OfImages(kernel.Length), input);
        }

        var indices = operands[_indices] ?? Operand.Unknown;
        if (Samples.AreDifferent(input, indices.Shape))
        {
            return Outcome.Fails(
                new(
                    ProblemKind.OperandsDiffer,
                    new(_indices.Name),
                    Name,
                    "a value for each place",
                    Mismatch.SourceOfShape,
                    input.ToString(),
                    $"what '{_indices.Read(arguments)[0]}' found",
                    indices.Shape.ToString(),
                    ""
                )
            );
        }

        var windows = Windows(arguments)!;
        var image = input.Axes.Skip(channelAxis + 1).ToArray();
        var spatial = windows.Select((w, i) => new Axis(w.Transpose(image[i].Size, Dim.Zero).Output, AxisRole.Spatial)).ToArray();
        var leading = input.Axes.Take(channelAxis + 1).Select(Samples.AsImage).ToArray();
        var output = Shape.Of(leading.Concat(spatial));
        if (CheckSizes(spatial) is { } error)
        {
            return Outcome.Fails(error);
        }

        if (indices.PointsInto is not { Rank: { } rank } pooled || rank != output.Rank)
        {
            return new(output);
        }

        // The image that was pooled may be larger than the windows that fitted into it: by less than a step.
        var original = pooled.Axes.Skip(channelAxis + 1).ToArray();
        return windows.Where((w, i) => IsBeyond(original[i].Size, spatial[i].Size, w.Stride)).Any()
            ? Outcome.Fails(CheckPlaces(arguments, output, pooled), output)
            : new(Shape.Of(leading.Concat(original.Select(a => new Axis(a.Size, AxisRole.Spatial)))));
    }

    public Window[]? Windows(Arguments arguments)
    {
        if (_kernelSize.Read(arguments) is not { } kernel)
        {
            return null;
        }

        var (stride, padding) = (_stride.Read(arguments) ?? kernel, _padding.Read(arguments)!);
        return [.. kernel.Select((k, i) => new Window(k, stride[i], padding[i], 1))];
    }

    private static bool IsBeyond(Dim? original, Dim? size, Dim step) =>
        original is not null
        && size is not null
        && ((original - size - step).IsAtLeast(0) == Truth.Proved || (size - original - step).IsAtLeast(0) == Truth.Proved);

    private Mismatch? CheckSizes(Axis[] output) =>
        output.All(a => a.Size is null || a.Size.IsAtLeast(1) != Truth.Refuted)
            ? null
            : new(
                ProblemKind.BadArgument,
                new(_padding.Name),
                _padding.Name,
                Name,
                $"must leave something of the image, but that would be {string.Join("×", output.Select(a => a.ToString()))}"
            );

    /// <summary>The indices count the values of what was pooled, row by row: in an image of another size they point elsewhere.</summary>
    private Mismatch CheckPlaces(Arguments arguments, Shape output, Shape pooled) =>
        new(
            ProblemKind.OperandsDiffer,
            new(_kernelSize.Name),
            Name,
            "indices into what it gives",
            "that",
            $"would be {output}",
            $"what '{_indices.Read(arguments)[0]}' pooled",
            pooled.ToString(),
            "; write the kernel size and the stride of that pooling"
        );
}
