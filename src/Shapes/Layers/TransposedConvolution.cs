using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// ConvTranspose1d, ConvTranspose2d, ConvTranspose3d: (N, C, …) → (N, C', …), each spatial axis by <see cref="Window.Transpose"/>;
/// (C, …) is taken as one sample.
/// </summary>
internal sealed class TransposedConvolution : UnaryLayer, IWindowLayer
{
    private static readonly ChannelParameters _channels = new();

    private readonly WindowParameters _window;
    private readonly SizesParameter _outputPadding;

    private TransposedConvolution(int axes, WindowParameters window, SizesParameter outputPadding)
        : base(
            $"ConvTranspose{axes}d",
            _channels.In,
            _channels.Out,
            window.KernelSize,
            window.Stride,
            window.Padding,
            outputPadding,
            window.Dilation,
            _channels.Groups,
            _channels.Bias
        ) => (_window, _outputPadding) = (window, outputPadding);

    public TransposedConvolution(int axes)
        : this(axes, new WindowParameters(axes), new SizesParameter("OutputPadding", axes, 0, 0)) { }

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
        var places = Places(arguments, image);
        var spatial = places.Select(p => new Axis(p.Output, AxisRole.Spatial)).ToArray();
        var error =
            _channels.Check(this, arguments, input.Axes[channelAxis])
            ?? CheckOutputPadding(arguments, windows)
            ?? CheckSizes(image, spatial);
        var leading = input.Axes.Take(channelAxis).Append(new Axis(outChannels, AxisRole.Channels));
        if (error is not null)
        {
            return Outcome.Fails(error, error.At?.Name == _window.Padding.Name ? Shape.Unknown : Shape.Of(leading.Concat(spatial)));
        }

        var (inChannels, completed) = _channels.Infer(arguments, input.Axes[channelAxis]);
        var outcome = new Outcome(Shape.Of(leading.Concat(spatial)))
        {
            Arguments = completed,
            Weights = _channels.Weights(arguments, inChannels, outChannels, windows),
        };
        if (outcome.Weights.Count == 0 || spatial.Concat(image).Any(a => a.Size is null))
        {
            return outcome;
        }

        // The kernel is laid at every place of the input, the bias added at every place of the output.
        var kernels = outcome.Weights[0].Count * Dim.Product(image.Select(a => a.Size!));
        var bias = outcome.Weights.Count > 1 ? outChannels * Dim.Product(spatial.Select(a => a.Size!)) : Dim.Zero;
        return outcome with { MultiplyAdds = kernels + bias };
    }

    /// <summary>What each window makes of its axis.</summary>
    public TransposedOutcome[] Places(Arguments arguments, Axis[] image)
    {
        var windows = Windows(arguments)!;
        var outputPadding = _outputPadding.Read(arguments)!;
        return [.. windows.Select((w, i) => w.Transpose(image[i].Size, outputPadding[i]))];
    }

    private Mismatch? CheckOutputPadding(Arguments arguments, Window[] windows)
    {
        if (windows[0].Padding is null)
        {
            return arguments.Has(_outputPadding) ? Bad("must not be given beside Padding = Same, which sets the size") : null;
        }

        var given = _outputPadding.Read(arguments)!;
        var wide = given.Where((g, i) => Fits(g, windows[i].Stride) == Truth.Refuted && Fits(g, windows[i].Dilation) == Truth.Refuted);
        return wide.FirstOrDefault() is { } bad ? Bad($"must be less than the stride or the dilation, but is {bad}") : null;

        Mismatch Bad(string problem) => new(ProblemKind.BadArgument, new(_outputPadding.Name), _outputPadding.Name, Name, problem);
        static Truth Fits(Dim padding, Dim step) => (step - padding).IsAtLeast(1);
    }

    private Mismatch? CheckSizes(Axis[] image, Axis[] output) =>
        output.All(a => a.Size is null || a.Size.IsAtLeast(1) != Truth.Refuted)
            ? null
            : new(
                ProblemKind.BadArgument,
                new(_window.Padding.Name),
                _window.Padding.Name,
                Name,
                $"must leave something of the image {Shown(image)}, but that would be {Shown(output)}"
            );

    private static string Shown(Axis[] axes) => string.Join("×", axes.Select(a => a.ToString()));
}
