using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// Conv1d, Conv2d, Conv3d: (N, C, …) → (N, C', …), each spatial axis by <see cref="Window"/>; (C, …) is taken as one sample.
/// </summary>
internal sealed class Convolution : LayerDefinition
{
    private static readonly SizeParameter _inChannels = new("InChannels");
    private static readonly SizeParameter _outChannels = new("OutChannels");
    private static readonly SizeParameter _groups = new("Groups", Default: 1);
    private static readonly FlagParameter _bias = new("Bias", true);

    private readonly WindowParameters _window;

    private Convolution(int axes, WindowParameters window)
        : base(
            $"Conv{axes}d",
            _inChannels,
            _outChannels,
            window.KernelSize,
            window.Stride,
            window.Padding,
            window.Dilation,
            _groups,
            _bias
        ) => _window = window;

    public Convolution(int axes)
        : this(axes, new WindowParameters(axes)) { }

    public override WindowKind Window => WindowKind.Convolution;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_outChannels.Read(arguments) is not { } outChannels || _window.Read(arguments, strideIsKernel: false) is not { } windows)
        {
            return Outcome.Unknown;
        }

        var groups = _groups.Read(arguments)!;
        if (input.Rank is not { } rank)
        {
            return OutputOfUnknown(outChannels);
        }

        var channelAxis = rank - _window.Axes - 1;
        if (channelAxis is not (0 or 1) || (channelAxis == 0 && input.Axes[0].Role == AxisRole.Batch))
        {
            return WrongRank(Samples.OfImages(_window.Axes), input) with { Output = OutputOfUnknown(outChannels).Output };
        }

        var channels = input.Axes[channelAxis];
        var inChannels = _inChannels.Read(arguments) ?? channels.Size;
        var (spatial, places, error) = _window.Slide(Name, windows, input.Axes.Skip(channelAxis + 1).ToArray());
        var leading = input.Axes.Take(channelAxis).Append(new Axis(outChannels, AxisRole.Channels));
        var output = error is null ? Shape.Of(leading.Concat(spatial)) : Shape.Unknown;

        error = Samples.CheckChannels(this, _inChannels, inChannels, channels) ?? CheckGroups(groups, inChannels, outChannels) ?? error;
        if (error is not null)
        {
            return Outcome.Fails(error, output);
        }

        var outcome = new Outcome(output)
        {
            Arguments = inChannels is null ? arguments : arguments.With(_inChannels, ArgumentValue.Of(inChannels)),
            Windows = places.ToEquatableArray(),
            Weights = inChannels is null ? default : WeightsOf(inChannels, outChannels, windows, groups, _bias.Read(arguments)),
        };
        return spatial.Any(a => a.Size is null)
            ? outcome
            : outcome with
            {
                MultiplyAdds = outcome.ParameterCount * Dim.Product(spatial.Select(a => a.Size!)),
            };
    }

    private static EquatableArray<Weight> WeightsOf(Dim inChannels, Dim outChannels, Window[] windows, Dim groups, bool bias)
    {
        Dim[] sizes = [outChannels, Dim.FloorDivide(inChannels, groups)!, .. windows.Select(w => w.Kernel)];
        var weight = new Weight("weight", sizes.ToEquatableArray());
        return bias ? EquatableArray.Of(weight, new("bias", EquatableArray.Of(outChannels))) : EquatableArray.Of(weight);
    }

    /// <summary>TorchSharp checks this in <c>forward</c> only; its constructor truncates the weight.</summary>
    private Mismatch? CheckGroups(Dim groups, Dim? inChannels, Dim outChannels)
    {
        Mismatch Undivided(Dim channels, string which) =>
            new(ProblemKind.GroupsDoNotDivide, new(_groups.Name), groups.ToString(), Name, $"{channels} {which} channels");

        return inChannels is not null && Dim.IsDivisible(inChannels, groups) == Truth.Refuted ? Undivided(inChannels, "input")
            : Dim.IsDivisible(outChannels, groups) == Truth.Refuted ? Undivided(outChannels, "output")
            : null;
    }

    private Outcome OutputOfUnknown(Dim outChannels)
    {
        var trailing = Enumerable.Repeat(new Axis(null, AxisRole.Spatial), _window.Axes).Prepend(new Axis(outChannels, AxisRole.Channels));
        return new(new Shape(default, trailing.ToEquatableArray(), false));
    }
}
