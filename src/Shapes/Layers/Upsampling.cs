using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Upsample: (N, C, spatial) → (N, C, size), or floor(in · scale factor) along each spatial axis.</summary>
internal sealed class Upsampling() : UnaryLayer("Upsample", _size, _scaleFactor, _mode, _alignCorners)
{
    private static readonly LengthsParameter _size = new("Size");
    private static readonly FactorsParameter _scaleFactor = new("ScaleFactor");
    private static readonly ChoiceParameter _mode = ChoiceParameter.Of<Interpolation>("Mode");
    private static readonly FlagParameter _alignCorners = new("AlignCorners", false);

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (arguments.Has(_size) == arguments.Has(_scaleFactor))
        {
            return BadArgument(
                _size,
                arguments.Has(_size) ? $"must not be given beside {_scaleFactor.Name}" : $"must be given, or {_scaleFactor.Name}"
            );
        }

        var mode = _mode.Read(arguments);
        if (_alignCorners.Read(arguments) && !Interpolates(mode))
        {
            return BadArgument(_alignCorners, $"is for modes that interpolate, and Mode is {mode}");
        }

        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        var axes = rank - 2;
        var (fewest, most) = AxesOf(mode);
        if (axes < fewest || axes > most)
        {
            return WrongRank(
                fewest == most ? $"{Samples.OfImages(fewest)} with Mode = {mode}" : "(N, C, …) with one to three spatial axes",
                input
            );
        }

        var given = _size.Read(arguments)?.Length ?? _scaleFactor.Read(arguments)!.Length;
        if (given != 1 && given != axes)
        {
            var at = arguments.Has(_size) ? (Parameter)_size : _scaleFactor;
            return BadArgument(
                at,
                $"takes {(axes == 1 ? "1 number for 1 spatial axis" : $"1 or {axes} numbers for {axes} spatial axes")}, but has {given}"
            );
        }

        var image = input.Axes.Skip(2).ToArray();
        var sizes = image
            .Select((a, i) => _size.Read(arguments)?[given == 1 ? 0 : i] ?? _scaleFactor.Scale(arguments, a.Size, i))
            .ToArray();
        return sizes.FirstOrDefault(s => s?.IsAtLeast(1) == Truth.Refuted) is { } empty
            ? BadArgument(
                _scaleFactor,
                $"must leave something of the image {string.Join("×", image.Select(a => a.ToString()))}, but would leave {empty}"
            )
            : new(Shape.Of(input.Axes.Take(2).Select(Samples.AsImage).Concat(sizes.Select(s => new Axis(s, AxisRole.Spatial)))));
    }

    /// <summary>Whether values between those of the image are computed.</summary>
    public static bool Interpolates(string mode) => mode is not (nameof(Interpolation.Nearest) or nameof(Interpolation.Area));

    private static (int Fewest, int Most) AxesOf(string mode) =>
        mode switch
        {
            nameof(Interpolation.Linear) => (1, 1),
            nameof(Interpolation.Bilinear) or nameof(Interpolation.Bicubic) => (2, 2),
            nameof(Interpolation.Trilinear) => (3, 3),
            _ => (1, 3),
        };
}

/// <summary>One size for every axis, or one for each; the input decides how many there are.</summary>
internal sealed record LengthsParameter(string Name) : Parameter(Name)
{
    public override string? Constraint => "≥ 1";

    public override string? Check(ArgumentValue value) =>
        value is not ArgumentValue.Sizes { Items: { Count: > 0 } items } ? Expected("an integer or a list of them", value)
        : items.FirstOrDefault(s => s.IsAtLeast(1) == Truth.Refuted) is { } bad ? Expected("at least 1", bad)
        : null;

    public Dim[]? Read(Arguments arguments) => (arguments[Name] as ArgumentValue.Sizes)?.Items.ToArray();
}
