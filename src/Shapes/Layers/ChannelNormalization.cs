using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>InstanceNorm1d to 3d: each channel of each sample; the shape stays. (N, C, …), or (C, …) for one sample.</summary>
internal sealed class InstanceNormalization(int axes)
    : UnaryLayer($"InstanceNorm{axes}d", _numFeatures, _eps, _momentum, _affine, _trackRunningStats)
{
    private static readonly SizeParameter _numFeatures = new("NumFeatures");
    private static readonly NumberParameter _eps = new("Eps", 1e-5, 0);
    private static readonly NumberParameter _momentum = new("Momentum", 0.1, 0, 1);
    private static readonly FlagParameter _affine = new("Affine", false);
    private static readonly FlagParameter _trackRunningStats = new("TrackRunningStats", false);

    protected override Parameter? StatedSize => _numFeatures;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is null)
        {
            return new(input);
        }

        if (Samples.ChannelAxisOf(input, axes) is not { } channelAxis)
        {
            return WrongRank(Samples.OfImages(axes), input) with { Output = input };
        }

        var channels = input.Axes[channelAxis];
        var declared = _numFeatures.Read(arguments);
        if (Samples.CheckChannels(this, _numFeatures, declared, channels) is { } error)
        {
            return Outcome.Fails(error, input);
        }

        var count = declared ?? channels.Size;
        var affine = _affine.Read(arguments);
        return new(input)
        {
            Arguments = count is null ? arguments : arguments.With(_numFeatures, ArgumentValue.Of(count)),
            Weights = affine ? Weight.PerChannel(count, "weight", "bias") : default,
            Buffers = _trackRunningStats.Read(arguments) ? Weight.PerChannel(count, "running_mean", "running_var") : default,
            MultiplyAdds = affine && input.SampleSize is { } values ? 2 * values : Dim.Zero,
        };
    }
}

/// <summary>GroupNorm: groups of adjacent channels of each sample; the shape, (N, C, …), stays.</summary>
internal sealed class GroupNormalization() : UnaryLayer("GroupNorm", _numGroups, _numChannels, _eps, _affine)
{
    private static readonly SizeParameter _numGroups = new("NumGroups");
    private static readonly SizeParameter _numChannels = new("NumChannels");
    private static readonly NumberParameter _eps = new("Eps", 1e-5, 0);
    private static readonly FlagParameter _affine = new("Affine", true);

    protected override Parameter? StatedSize => _numChannels;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_numGroups.Read(arguments) is not { } groups)
        {
            return new(input);
        }

        if (input.Rank is not { } rank)
        {
            // What is stated must be divided whatever comes.
            return Undivided(_numChannels.Read(arguments), groups) is { } undivided ? Outcome.Fails(undivided, input) : new(input);
        }

        if (rank < 3)
        {
            return WrongRank("(N, C, …) of at least three dimensions", input) with { Output = input };
        }

        var channels = input.Axes[1];
        var declared = _numChannels.Read(arguments);
        var affine = _affine.Read(arguments);
        var mismatch = Samples.CheckChannels(this, _numChannels, declared, channels);
        var error = (affine ? mismatch : null) ?? Undivided(channels.Size, groups) ?? (affine ? Undivided(declared, groups) : null);
        if (error is not null)
        {
            return Outcome.Fails(error, input);
        }

        var count = declared ?? channels.Size;
        return new(input)
        {
            Doubt = mismatch,
            Arguments = count is null ? arguments : arguments.With(_numChannels, ArgumentValue.Of(count)),
            Weights = affine ? Weight.PerChannel(count, "weight", "bias") : default,
            MultiplyAdds = affine && input.SampleSize is { } values ? 2 * values : Dim.Zero,
        };
    }

    private Mismatch? Undivided(Dim? channels, Dim groups) =>
        channels is not null && Dim.IsDivisible(channels, groups) == Truth.Refuted
            ? new(ProblemKind.DoesNotDivide, new(_numGroups.Name), $"{_numGroups.Name} = {groups}", Name, $"{channels} channels")
            : null;
}
