using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// MaxPool1d to 3d and AvgPool1d to 3d: (…, C, spatial) → (…, C, spatial'), each spatial axis by <see cref="Window"/>. The stride is
/// the kernel size unless it is given; the padding may be half of the kernel, integer division, at most.
/// </summary>
internal sealed class Pooling : UnaryLayer, IWindowLayer
{
    private readonly WindowParameters _window;

    // AvgPool3d of libtorch also asks that the kernel fits the image without its padding; with Same, too.
    private readonly bool _needsUnpaddedFit;

    private Pooling(string name, WindowParameters window, bool needsUnpaddedFit, Parameter[] own)
        : base(name, [window.KernelSize, window.Stride, .. own, window.CeilMode])
    {
        _window = window;
        _needsUnpaddedFit = needsUnpaddedFit;
    }

    public static Pooling Max(int axes)
    {
        var window = new WindowParameters(axes);
        return new($"MaxPool{axes}d", window, needsUnpaddedFit: false, [window.Padding, window.Dilation])
        {
            GivesIndices = true,
            Elements = axes == 1 ? Elements.Floating : Elements.Any,
            Layout = Layout.ChannelsFirst,
        };
    }

    public static Pooling Average(int axes)
    {
        var countIncludePad = new FlagParameter("CountIncludePad", true);
        var window = new WindowParameters(axes);
        Parameter[] own = axes == 1 ? [countIncludePad] : [countIncludePad, new SizeParameter("DivisorOverride")];
        return new($"AvgPool{axes}d", window, needsUnpaddedFit: axes == 3, [window.Padding, .. own])
        {
            Elements = Elements.Any,
            Layout = Layout.ChannelsFirst,
        };
    }

    /// <summary>LPPool1d, LPPool2d: the root of the sum of the powers under the window, which is not padded.</summary>
    public static Pooling OfPowers(int axes) =>
        new($"LPPool{axes}d", new(axes), needsUnpaddedFit: false, [new NumberParameter("NormType", 2, Except: 0)])
        {
            Elements = Elements.Uncertain,
            Layout = Layout.ChannelsFirst,
        };

    public override WindowKind Window => Parameters.Contains(_window.Padding) ? WindowKind.Pooling : WindowKind.None;

    public Window[]? Windows(Arguments arguments) => _window.Read(arguments, strideIsKernel: true);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (Windows(arguments) is not { } windows || input.Rank is not { } rank)
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
