using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// Conv1d, Conv2d, Conv3d: (N, C, …) → (N, C', …), each spatial axis by <see cref="Window"/>; (C, …) is taken as one sample.
/// </summary>
internal sealed class Convolution : UnaryLayer, IWindowLayer
{
    private static readonly ChannelParameters _channels = new();
    private static readonly ChoiceParameter _mode = ChoiceParameter.Of<PadMode>("PaddingMode");

    private readonly WindowParameters _window;

    private Convolution(int axes, WindowParameters window)
        : base(
            $"Conv{axes}d",
            _channels.In,
            _channels.Out,
            window.KernelSize,
            window.Stride,
            window.Padding,
            window.Dilation,
            _channels.Groups,
            _channels.Bias,
            _mode
        ) => _window = window;

    public Convolution(int axes)
        : this(axes, new WindowParameters(axes)) { }

    public override WindowKind Window => WindowKind.Convolution;

    public Window[]? Windows(Arguments arguments) => _window.Read(arguments, strideIsKernel: false);

    protected override Parameter? StatedSize => _channels.In;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_channels.Out.Read(arguments) is not { } outChannels || Windows(arguments) is not { } windows)
        {
            return Outcome.Unknown;
        }

        if (input.Rank is null)
        {
            return new(Samples.OfUnknownSize(outChannels, _window.Axes));
        }

        if (Samples.ChannelAxisOf(input, _window.Axes) is not { } channelAxis)
        {
            return WrongRank(Samples.OfImages(_window.Axes), input) with { Output = Samples.OfUnknownSize(outChannels, _window.Axes) };
        }

        var image = input.Axes.Skip(channelAxis + 1).ToArray();
        var (spatial, places, error) = _window.Slide(Name, windows, image);
        var leading = input.Axes.Take(channelAxis).Append(new Axis(outChannels, AxisRole.Channels));
        var output = error is null ? Shape.Of(leading.Concat(spatial)) : Shape.Unknown;

        error = _channels.Check(this, arguments, input.Axes[channelAxis]) ?? CheckMode(arguments, places, image) ?? error;
        if (error is not null)
        {
            return Outcome.Fails(error, output);
        }

        var (inChannels, completed) = _channels.Infer(arguments, input.Axes[channelAxis]);
        var outcome = new Outcome(output)
        {
            Arguments = completed,
            Windows = places.ToEquatableArray(),
            Weights = _channels.Weights(arguments, outChannels, inChannels, windows),
        };
        return outcome.Weights.Count == 0 || spatial.Any(a => a.Size is null)
            ? outcome
            : outcome with
            {
                MultiplyAdds = outcome.ParameterCount * Dim.Product(spatial.Select(a => a.Size!)),
            };
    }

    /// <summary>A reflection shows each value but the outermost once; a circle goes round once.</summary>
    private Mismatch? CheckMode(Arguments arguments, WindowOutcome[] places, Axis[] image)
    {
        var mode = _mode.Read(arguments);
        if (mode is not (nameof(PadMode.Reflect) or nameof(PadMode.Circular)))
        {
            return null;
        }

        var limit = mode == nameof(PadMode.Reflect) ? 1 : 0;
        var wide = places.Select((p, i) => (p.PadAfter, image[i].Size)).FirstOrDefault(p => TooWide(p.PadAfter, p.Size, limit));
        return wide.Size is null
            ? null
            : new(
                ProblemKind.BadArgument,
                new(_window.Padding.Name),
                _window.Padding.Name,
                Name,
                $"must be {(limit == 1 ? "less than" : "at most")} the size {wide.Size} with PaddingMode = {mode}, but is {wide.PadAfter}"
            );
    }

    private static bool TooWide(Dim? padding, Dim? size, int limit) =>
        padding is not null && size is not null && (size - limit - padding).IsAtLeast(0) == Truth.Refuted;
}
