using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>AdaptiveAvgPool and AdaptiveMaxPool, 1d to 3d: (…, C, spatial) → (…, C, output size), up or down.</summary>
internal sealed class AdaptivePooling : UnaryLayer
{
    private readonly SizesParameter _outputSize;

    // To a single value in two or three axes libtorch takes the mean, of a tensor of any rank.
    private readonly bool _canBeMean;

    private AdaptivePooling(string name, SizesParameter outputSize, bool canBeMean)
        : base(name, outputSize) => (_outputSize, _canBeMean) = (outputSize, canBeMean);

    public static AdaptivePooling Average(int axes) =>
        new($"AdaptiveAvgPool{axes}d", OutputSize(axes), canBeMean: axes > 1) { Layout = Layout.ChannelsFirst };

    /// <summary>TorchSharp 0.107's AdaptiveMaxPool3d always throws; the generator makes it of two poolings in two axes.</summary>
    public static AdaptivePooling Max(int axes) =>
        new($"AdaptiveMaxPool{axes}d", OutputSize(axes), canBeMean: false) { GivesIndices = axes < 3, Layout = Layout.ChannelsFirst };

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_outputSize.Read(arguments) is not { } sizes || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var leading = rank - _outputSize.Axes;
        var isMean = _canBeMean && leading >= 0 && sizes.All(s => s.Constant is { IsOne: true });
        if ((leading is not (1 or 2) && !isMean) || (leading < 2 && rank > 0 && input.Axes[0].Role == AxisRole.Batch))
        {
            return WrongRank(Samples.OfImages(_outputSize.Axes), input);
        }

        return new(Shape.Of(input.Axes.Take(leading).Select(Samples.AsImage).Concat(sizes.Select(s => new Axis(s, AxisRole.Spatial)))));
    }

    private static SizesParameter OutputSize(int axes) => new("OutputSize", axes);
}

/// <summary>GlobalAvgPool1d to 3d: the mean of each channel, (N, C, …) → (N, C): AdaptiveAvgPool(1) and Flatten in one.</summary>
internal sealed class GlobalPooling(int axes) : UnaryLayer($"GlobalAvgPool{axes}d")
{
    protected override Outcome Apply(Arguments arguments, Shape input) =>
        input.Rank is not { } rank ? Outcome.Unknown
        : rank == axes + 2 ? new(Shape.Of(input.Axes[0], input.Axes[1] with { Role = AxisRole.Plain }))
        : WrongRank(Samples.OfImages(axes), input);
}
