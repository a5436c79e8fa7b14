using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// FractionalMaxPool2d, FractionalMaxPool3d: (…, C, spatial) → (…, C, output size), windows of the kernel size at random places. The
/// output size is given, or is floor(in · output ratio).
/// </summary>
internal sealed class FractionalPooling : UnaryLayer
{
    private readonly SizesParameter _kernelSize;
    private readonly SizesParameter _outputSize;
    private readonly FactorsParameter _outputRatio;

    private FractionalPooling(int axes, SizesParameter kernelSize, SizesParameter outputSize, FactorsParameter outputRatio)
        : base($"FractionalMaxPool{axes}d", kernelSize, outputSize, outputRatio) =>
        (_kernelSize, _outputSize, _outputRatio) = (kernelSize, outputSize, outputRatio);

    public FractionalPooling(int axes)
        : this(axes, new("KernelSize", axes), new("OutputSize", axes), new("OutputRatio", axes)) { }

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_kernelSize.Read(arguments) is not { } kernel || input.Rank is null)
        {
            return Outcome.Unknown;
        }

        if (arguments.Has(_outputSize) == arguments.Has(_outputRatio))
        {
            return BadArgument(
                _outputSize,
                arguments.Has(_outputSize) ? $"must not be given beside {_outputRatio.Name}" : $"must be given, or {_outputRatio.Name}"
            );
        }

        // TorchSharp reads the sizes of three axes off a batch.
        var channels = Samples.ChannelAxisOf(input, kernel.Length);
        if (channels is not { } channelAxis || (channelAxis == 0 && kernel.Length == 3 && arguments.Has(_outputRatio)))
        {
            return WrongRank(Samples.OfImages(kernel.Length), input);
        }

        var image = input.Axes.Skip(channelAxis + 1).ToArray();
        var given = _outputSize.Read(arguments);
        var sizes = image.Select((a, i) => given?[i] ?? _outputRatio.Scale(arguments, a.Size, i)).ToArray();
        var wide = sizes.Select((s, i) => (Size: s, Room: Room(image[i], kernel[i]))).FirstOrDefault(s => IsTooWide(s.Size, s.Room));
        if (wide.Size is not null || sizes.Any(s => s?.IsAtLeast(1) == Truth.Refuted))
        {
            var at = arguments.Has(_outputSize) ? (Parameter)_outputSize : _outputRatio;
            return BadArgument(
                at,
                wide.Size is null
                    ? $"must leave something of the image {string.Join("×", image.Select(a => a.ToString()))}"
                    : $"must leave room for the kernel: at most {wide.Room} places, but asks for {wide.Size}"
            );
        }

        return new(
            Shape.Of(input.Axes.Take(channelAxis + 1).Select(Samples.AsImage).Concat(sizes.Select(s => new Axis(s, AxisRole.Spatial))))
        );
    }

    /// <summary>How many places there can be; one less in three axes, where libtorch compares otherwise.</summary>
    private Dim? Room(Axis image, Dim kernel) => image.Size is null ? null : image.Size - kernel + (_kernelSize.Axes == 3 ? 0 : 1);

    private static bool IsTooWide(Dim? size, Dim? room) =>
        size is not null && room is not null && (room - size).IsAtLeast(0) == Truth.Refuted;
}
