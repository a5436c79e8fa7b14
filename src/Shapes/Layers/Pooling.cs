using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// MaxPool1d to 3d and AvgPool1d to 3d: (…, C, spatial) → (…, C, spatial'), each spatial axis by <see cref="Window"/>. The stride is
/// the kernel size unless it is given; the padding may be half of the kernel, integer division, at most.
/// </summary>
internal sealed class Pooling : LayerDefinition
{
    private readonly WindowParameters _window;

    // AvgPool3d of libtorch also asks that the kernel fits the image without its padding; with Same, too.
    private readonly bool _needsUnpaddedFit;

    private Pooling(string name, WindowParameters window, bool needsUnpaddedFit, params Parameter[] own)
        : base(name, [window.KernelSize, window.Stride, window.Padding, .. own, window.CeilMode])
    {
        _window = window;
        _needsUnpaddedFit = needsUnpaddedFit;
    }

    public static Pooling Max(int axes)
    {
        var window = new WindowParameters(axes);
        return new($"MaxPool{axes}d", window, needsUnpaddedFit: false, window.Dilation);
    }

    public static Pooling Average(int axes)
    {
        var countIncludePad = new FlagParameter("CountIncludePad", true);
        Parameter[] own = axes == 1 ? [countIncludePad] : [countIncludePad, new SizeParameter("DivisorOverride")];
        return new($"AvgPool{axes}d", new(axes), needsUnpaddedFit: axes == 3, own);
    }

    public override WindowKind Window => WindowKind.Pooling;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_window.Read(arguments, strideIsKernel: true) is not { } windows || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (windows.FirstOrDefault(w => w.Padding is { } p && (w.Kernel - 2 * p).IsAtLeast(0) == Truth.Refuted) is { } wide)
        {
            return BadArgument(_window.Padding, $"must be at most half of the kernel size {wide.Kernel}, but is {wide.Padding}");
        }

        var leading = rank - _window.Axes;
        if (leading is not (1 or 2) || (leading == 1 && input.Axes[0].Role == AxisRole.Batch))
        {
            return WrongRank(Samples.OfImages(_window.Axes), input);
        }

        var image = input.Axes.Skip(leading).ToArray();
        var (spatial, places, error) = _window.Slide(Name, windows, image);
        error ??= _needsUnpaddedFit ? CheckUnpadded(windows, image) : null;
        return error is not null
            ? Outcome.Fails(error)
            : new Outcome(Shape.Of(input.Axes.Take(leading).Select(Samples.AsImage).Concat(spatial)))
            {
                Windows = places.ToEquatableArray(),
            };
    }

    private Mismatch? CheckUnpadded(Window[] windows, Axis[] image)
    {
        var unpadded = windows.Select(w => w with { Padding = 0, CeilMode = false }).ToArray();
        return _window.Slide(Name, unpadded, image).Error;
    }
}

/// <summary>AdaptiveAvgPool1d to 3d: (…, C, spatial) → (…, C, output size), up or down.</summary>
internal sealed class AdaptivePooling : LayerDefinition
{
    private readonly SizesParameter _outputSize;

    private AdaptivePooling(string name, SizesParameter outputSize)
        : base(name, outputSize) => _outputSize = outputSize;

    public static AdaptivePooling Average(int axes) => new($"AdaptiveAvgPool{axes}d", new SizesParameter("OutputSize", axes));

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_outputSize.Read(arguments) is not { } sizes || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        // To a single value in two or three axes libtorch takes the mean, of a tensor of any rank.
        var leading = rank - _outputSize.Axes;
        var isMean = _outputSize.Axes > 1 && leading >= 0 && sizes.All(s => s.Constant is { IsOne: true });
        if ((leading is not (1 or 2) && !isMean) || (leading < 2 && rank > 0 && input.Axes[0].Role == AxisRole.Batch))
        {
            return WrongRank(Samples.OfImages(_outputSize.Axes), input);
        }

        return new(Shape.Of(input.Axes.Take(leading).Select(Samples.AsImage).Concat(sizes.Select(s => new Axis(s, AxisRole.Spatial)))));
    }
}

/// <summary>GlobalAvgPool2d: the mean of each channel, (N, C, H, W) → (N, C): AdaptiveAvgPool2d(1) and Flatten in one.</summary>
internal sealed class GlobalPooling() : LayerDefinition("GlobalAvgPool2d")
{
    protected override Outcome Apply(Arguments arguments, Shape input) =>
        input.Rank switch
        {
            null => Outcome.Unknown,
            4 => new(Shape.Of(input.Axes[0], input.Axes[1] with { Role = AxisRole.Plain })),
            _ => WrongRank(Samples.OfImages(2), input),
        };
}
