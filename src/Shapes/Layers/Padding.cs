using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// The padding layers: the last axes grow by what is padded on both sides, given as in TorchSharp from the last axis on: left, right,
/// top, bottom, front, back. A negative number crops; of CircularPad, which TorchSharp lacks, there is none.
/// </summary>
internal sealed class Padding : UnaryLayer
{
    private readonly SizesParameter _padding;
    private readonly int _axes;
    private readonly PadMode? _mode;

    /// <param name="name">The name of the layer without its rank.</param>
    /// <param name="axes">The number of axes.</param>
    /// <param name="mode">What stands in the padding; null for a number, with any number of axes before those that are padded.</param>
    /// <param name="own">Further parameters.</param>
    public Padding(string name, int axes, PadMode? mode, params Parameter[] own)
        : this(name, new SizesParameter("Padding", 2 * axes, mode == PadMode.Circular ? 0 : long.MinValue), axes, mode, own) { }

    private Padding(string name, SizesParameter padding, int axes, PadMode? mode, Parameter[] own)
        : base($"{name}{axes}d", [padding, .. own]) => (_padding, _axes, _mode) = (padding, axes, mode);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_padding.Read(arguments) is not { } sides || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var leading = rank - _axes;
        if (_mode is null ? leading < 0 : leading is not (1 or 2))
        {
            return WrongRank(Samples.OfImages(_axes), input);
        }

        if (input.Axes.Skip(leading).Any(a => a.Role == AxisRole.Batch))
        {
            return WrongRank(Samples.OfImages(_axes), input);
        }

        var axes = input.Axes.Take(leading).ToList();
        for (var i = 0; i < _axes; i++)
        {
            var axis = input.Axes[leading + i];
            var (before, after) = SidesOf(sides, i);
            if (Problem(axis.Size, before, after) is { } problem)
            {
                return BadArgument(_padding, problem);
            }

            axes.Add(axis with { Size = axis.Size is null ? null : axis.Size + before + after, Parts = default });
        }

        return new(Shape.Of(axes));
    }

    /// <summary>What is padded before and behind an axis.</summary>
    public static (Dim Before, Dim After) SidesOf(Dim[] sides, int axis)
    {
        var first = sides.Length - 2 * (axis + 1);
        return (sides[first], sides[first + 1]);
    }

    private string? Problem(Dim? size, Dim before, Dim after)
    {
        if (size is null)
        {
            return null;
        }

        var limit = _mode switch
        {
            PadMode.Reflect => size - 1,
            PadMode.Circular => size,
            _ => null,
        };
        var wide = limit is null ? null : new[] { before, after }.FirstOrDefault(s => (limit - s).IsAtLeast(0) == Truth.Refuted);
        return wide is not null ? $"must be at most {limit} where the size is {size}, but is {wide}"
            : (size + Cropped(before) + Cropped(after)).IsAtLeast(0) == Truth.Refuted && _mode is null
                ? $"must not crop more than the size {size}, but is {before} and {after}"
            : (size + before + after).IsAtLeast(1) == Truth.Refuted
                ? $"must leave something of the size {size}, but {before} and {after} leave {size + before + after}"
            : null;
    }

    /// <summary>What a side takes away.</summary>
    private static Dim Cropped(Dim side) => side.IsAtLeast(0) == Truth.Refuted ? side : Dim.Zero;
}
