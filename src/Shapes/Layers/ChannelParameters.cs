using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>The channels of a convolution, forth or back, and the weights that follow from them.</summary>
internal sealed class ChannelParameters
{
    public SizeParameter In { get; } = new("InChannels");

    public SizeParameter Out { get; } = new("OutChannels");

    public SizeParameter Groups { get; } = new("Groups", Default: 1);

    public FlagParameter Bias { get; } = new("Bias", true);

    /// <summary>The channels that come, against those that are declared and against the groups.</summary>
    public Mismatch? Check(LayerDefinition layer, Arguments arguments, Axis channels)
    {
        var declared = In.Read(arguments);
        return Samples.CheckChannels(layer, In, declared, channels)
            ?? Undivided(layer, arguments, declared ?? channels.Size, "input")
            ?? Undivided(layer, arguments, Out.Read(arguments), "output");
    }

    /// <summary>The input channels, and the arguments with them.</summary>
    public (Dim? InChannels, Arguments Arguments) Infer(Arguments arguments, Axis channels)
    {
        var inChannels = In.Read(arguments) ?? channels.Size;
        return (inChannels, inChannels is null ? arguments : arguments.With(In, ArgumentValue.Of(inChannels)));
    }

    /// <summary>The kernels, for which the groups share the second channels, and the bias; none where their sizes are not known.</summary>
    public EquatableArray<Weight> Weights(Arguments arguments, Dim? first, Dim? shared, Window[] windows)
    {
        if (first is null || shared is null || Dim.FloorDivide(shared, Groups.Read(arguments)!) is not { } each)
        {
            return default;
        }

        var weight = new Weight("weight", new[] { first, each }.Concat(windows.Select(w => w.Kernel)).ToEquatableArray());
        return Bias.Read(arguments)
            ? EquatableArray.Of(weight, new("bias", EquatableArray.Of(Out.Read(arguments)!)))
            : EquatableArray.Of(weight);
    }

    /// <summary>TorchSharp checks this in <c>forward</c> only; its constructor truncates the weight.</summary>
    private Mismatch? Undivided(LayerDefinition layer, Arguments arguments, Dim? channels, string which)
    {
        var groups = Groups.Read(arguments)!;
        return channels is not null && Dim.IsDivisible(channels, groups) == Truth.Refuted
            ? new(ProblemKind.DoesNotDivide, new(Groups.Name), $"{Groups.Name} = {groups}", layer.Name, $"{channels} {which} channels")
            : null;
    }
}
