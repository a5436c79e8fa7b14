using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// MaxUnpool1d to 3d: puts each value where a max pooling found it, with zeros elsewhere. (…, C, spatial) → (…, C, spatial'), each
/// axis (in − 1)·stride − 2·padding + kernel.
/// </summary>
internal sealed class Unpooling : LayerDefinition
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

        var (stride, padding) = (_stride.Read(arguments) ?? kernel, _padding.Read(arguments)!);
        var windows = kernel.Select((k, i) => new Window(k, stride[i], padding[i], 1)).ToArray();
        var image = input.Axes.Skip(channelAxis + 1).ToArray();
        var spatial = windows.Select((w, i) => new Axis(w.Transpose(image[i].Size, Dim.Zero).Output, AxisRole.Spatial)).ToArray();
        var output = Shape.Of(input.Axes.Take(channelAxis + 1).Select(Samples.AsImage).Concat(spatial));
        return CheckSizes(spatial) is { } error ? Outcome.Fails(error)
            : CheckPlaces(arguments, indices, output) is { } misplaced ? Outcome.Fails(misplaced, output)
            : new(output);
    }

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
    private Mismatch? CheckPlaces(Arguments arguments, Operand indices, Shape output) =>
        indices.PointsInto is { } pooled && Samples.AreDifferent(output, pooled)
            ? new(
                ProblemKind.OperandsDiffer,
                new(_kernelSize.Name),
                Name,
                "indices into what it gives",
                "that",
                $"would be {output}",
                $"what '{_indices.Read(arguments)[0]}' pooled",
                pooled.ToString(),
                ""
            )
            : null;
}
