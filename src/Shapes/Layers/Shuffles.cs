using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>PixelShuffle: channels become pixels, (…, C·r², H, W) → (…, C, H·r, W·r). PixelUnshuffle is the inverse.</summary>
internal sealed class PixelShuffle : UnaryLayer
{
    private readonly SizeParameter _factor;
    private readonly bool _isInverse;

    private PixelShuffle(string name, SizeParameter factor, bool isInverse)
        : base(name, factor) => (_factor, _isInverse) = (factor, isInverse);

    public static PixelShuffle Up() => new("PixelShuffle", new("UpscaleFactor"), isInverse: false) { Elements = Elements.Any };

    public static PixelShuffle Down() => new("PixelUnshuffle", new("DownscaleFactor"), isInverse: true) { Elements = Elements.Any };

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_factor.Read(arguments) is not { } factor || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank < 3 || input.Axes.Skip(rank - 3).Any(a => a.Role == AxisRole.Batch))
        {
            return WrongRank("(…, C, H, W)", input);
        }

        var image = input.Axes.Slice(rank - 3, 3).ToArray();
        var square = factor * factor;
        var error = _isInverse
            ? Undivided(factor, factor, image[1].Size, "rows") ?? Undivided(factor, factor, image[2].Size, "columns")
            : Undivided(factor, square, image[0].Size, "channels by its square");
        if (error is not null)
        {
            return Outcome.Fails(error);
        }

        return new(
            input.Replace(
                rank - 3,
                3,
                Scaled(image[0], square, !_isInverse, AxisRole.Channels),
                Scaled(image[1], factor, _isInverse, AxisRole.Spatial),
                Scaled(image[2], factor, _isInverse, AxisRole.Spatial)
            )
        );
    }

    private static Axis Scaled(Axis axis, Dim factor, bool isDivided, AxisRole role) =>
        new(
            axis.Size is not { } size ? null
                : isDivided ? Dim.FloorDivide(size, factor)
                : size * factor,
            role
        );

    private Mismatch? Undivided(Dim factor, Dim divisor, Dim? size, string what) =>
        size is not null && Dim.IsDivisible(size, divisor) == Truth.Refuted
            ? new(ProblemKind.DoesNotDivide, new(_factor.Name), $"{_factor.Name} = {factor}", Name, $"{size} {what}")
            : null;
}

/// <summary>ChannelShuffle: the channels, which groups divide, in another order; the shape, (N, C, …), stays.</summary>
internal sealed class ChannelShuffle() : UnaryLayer("ChannelShuffle", _groups)
{
    private static readonly SizeParameter _groups = new("Groups");

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_groups.Read(arguments) is not { } groups || input.Rank is not { } rank)
        {
            return new(input);
        }

        if (rank < 3)
        {
            return WrongRank("(N, C, …) of at least three dimensions", input) with { Output = input };
        }

        var channels = input.Axes[1].Size;
        return channels is not null && Dim.IsDivisible(channels, groups) == Truth.Refuted
            ? Outcome.Fails(
                new(ProblemKind.DoesNotDivide, new(_groups.Name), $"{_groups.Name} = {groups}", Name, $"{channels} channels"),
                input
            )
            : new(input);
    }
}
