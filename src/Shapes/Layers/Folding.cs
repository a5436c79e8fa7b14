using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>The windows of Fold and Unfold, along two axes, padded on both sides alike.</summary>
internal sealed class PatchParameters
{
    public SizesParameter KernelSize { get; } = new("KernelSize", 2);

    public SizesParameter Dilation { get; } = new("Dilation", 2, Default: 1);

    public SizesParameter Padding { get; } = new("Padding", 2, 0, 0);

    public SizesParameter Stride { get; } = new("Stride", 2, Default: 1);

    /// <summary>The places of the window along both axes; null where the kernel size is missing.</summary>
    public (Axis[] Places, Dim KernelValues, Mismatch? Error)? Slide(string layer, Arguments arguments, Axis[] image)
    {
        if (KernelSize.Read(arguments) is not { } kernel)
        {
            return null;
        }

        var (stride, padding, dilation) = (Stride.Read(arguments)!, Padding.Read(arguments)!, Dilation.Read(arguments)!);
        var windows = kernel.Select((k, i) => new Window(k, stride[i], padding[i], dilation[i])).ToArray();
        var (places, _, error) = new WindowParameters(2).Slide(layer, windows, image);
        return (places, Dim.Product(kernel), error);
    }
}

/// <summary>Unfold: the values under each window as a column, (N, C, H, W) → (N, C·kernel, places).</summary>
internal sealed class Unfolding() : UnaryLayer("Unfold", _patches.KernelSize, _patches.Dilation, _patches.Padding, _patches.Stride)
{
    private static readonly PatchParameters _patches = new();

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank != 4)
        {
            return WrongRank(Samples.OfImages(2), input);
        }

        if (_patches.Slide(Name, arguments, [input.Axes[2], input.Axes[3]]) is not var (places, kernel, error))
        {
            return Outcome.Unknown;
        }

        var values = input.Axes[1].Size is { } channels ? channels * kernel : null;
        var count = places.Any(p => p.Size is null) ? null : Dim.Product(places.Select(p => p.Size!));
        return error is not null ? Outcome.Fails(error) : new(Shape.Of(input.Axes[0], new Axis(values), new Axis(count)));
    }
}

/// <summary>Fold: the sum of columns of windows at their places, (N, C·kernel, places) → (N, C, output size); or without N.</summary>
internal sealed class Folding() : UnaryLayer("Fold", _outputSize, _patches.KernelSize, _patches.Dilation, _patches.Padding, _patches.Stride)
{
    private static readonly SizesParameter _outputSize = new("OutputSize", 2);
    private static readonly PatchParameters _patches = new();

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_outputSize.Read(arguments) is not { } sizes || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank is not (2 or 3) || (rank == 2 && input.Axes[0].Role == AxisRole.Batch))
        {
            return WrongRank("columns of windows, (N, C·kernel, places)", input);
        }

        Axis[] image = [.. sizes.Select(s => new Axis(s, AxisRole.Spatial))];
        if (_patches.Slide(Name, arguments, image) is not var (places, kernel, error))
        {
            return Outcome.Unknown;
        }

        error ??= CheckColumns(arguments, input, kernel, places);
        if (error is not null)
        {
            return Outcome.Fails(error);
        }

        var channels = input.Axes[rank - 2].Size is { } values ? Dim.FloorDivide(values, kernel) : null;
        return new(Shape.Of(input.Axes.Take(rank - 2).Append(new Axis(channels, AxisRole.Channels)).Concat(image)));
    }

    private Mismatch? CheckColumns(Arguments arguments, Shape input, Dim kernel, Axis[] places)
    {
        var (values, columns) = (input.Axes[input.Axes.Count - 2].Size, input.Axes[input.Axes.Count - 1].Size);
        if (values is not null && Dim.IsDivisible(values, kernel) == Truth.Refuted)
        {
            return new(
                ProblemKind.DoesNotDivide,
                new(_patches.KernelSize.Name),
                $"{_patches.KernelSize.Name} = {arguments[_patches.KernelSize.Name]}",
                Name,
                $"{values} values of a column"
            );
        }

        var count = places.Any(p => p.Size is null) ? null : Dim.Product(places.Select(p => p.Size!));
        return columns is not null && count is not null && Dim.AreEqual(count, columns) == Truth.Refuted
            ? BadArgument(_outputSize, $"must have a place for each of {columns} columns, but has {count} ({places[0]}×{places[1]})").Error
            : null;
    }
}
