using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>BatchNorm1d to 3d: the shape stays; axis 1 are the channels. There is no form without a batch.</summary>
internal sealed class BatchNormalization : UnaryLayer
{
    private static readonly SizeParameter _numFeatures = new("NumFeatures");
    private static readonly NumberParameter _eps = new("Eps", 1e-5, 0);
    private static readonly NumberParameter _momentum = new("Momentum", 0.1, 0, 1);
    private static readonly FlagParameter _affine = new("Affine", true);
    private static readonly FlagParameter _trackRunningStats = new("TrackRunningStats", true);

    private readonly int _axes;

    public BatchNormalization(int axes)
        : base($"BatchNorm{axes}d", _numFeatures, _eps, _momentum, _affine, _trackRunningStats) => _axes = axes;

    protected override Parameter? StatedSize => _numFeatures;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank)
        {
            return new(input);
        }

        if (rank != _axes + 2 && !(_axes == 1 && rank == 2))
        {
            return WrongRank(_axes == 1 ? "(N, C) or (N, C, L)" : Samples.OfImages(_axes), input) with { Output = input };
        }

        var channels = input.Axes[1];
        var (affine, tracked) = (_affine.Read(arguments), _trackRunningStats.Read(arguments));
        var declared = _numFeatures.Read(arguments);
        var mismatch = Samples.CheckChannels(this, _numFeatures, declared, channels);

        // Without weights and running statistics libtorch never looks at the declared number.
        var isUsed = affine || tracked;
        if (mismatch is not null && isUsed)
        {
            return Outcome.Fails(mismatch, input);
        }

        var count = declared ?? channels.Size;
        return new Outcome(input)
        {
            Doubt = mismatch,
            Arguments = count is null ? arguments : arguments.With(_numFeatures, ArgumentValue.Of(count)),
            Weights = affine ? Weight.PerChannel(count, "weight", "bias") : default,
            Buffers = tracked ? Weight.PerChannel(count, "running_mean", "running_var") : default,
            MultiplyAdds = affine && input.SampleSize is { } values ? 2 * values : Dim.Zero,
        };
    }
}
