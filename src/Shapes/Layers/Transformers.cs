using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Networks;

namespace ShapeGen.Layers;

/// <summary>
/// TransformerEncoderLayer, TransformerEncoder, TransformerDecoderLayer, TransformerDecoder and Transformer: (N, T, E) → (N, T, E).
/// Decoders attend to a second sequence, (N, S, E), too.
/// </summary>
internal sealed class TransformerStack : LayerDefinition
{
    private static readonly SizeParameter _dModel = new("DModel");
    private static readonly SizeParameter _nHead = new("NHead");
    private static readonly SizeParameter _dimFeedforward = new("DimFeedforward", Default: 2048);
    private static readonly NumberParameter _dropout = new("Dropout", 0.1, 0, 1);
    private static readonly ChoiceParameter _activation = ChoiceParameter.Of<TransformerActivation>("Activation");
    private static readonly FlagParameter _isCausal = new("IsCausal", false);

    private readonly OperandParameter? _other;
    private readonly SizeParameter? _encoders;
    private readonly SizeParameter? _decoders;

    private TransformerStack(
        string name,
        OperandParameter? other,
        SizeParameter? encoders,
        SizeParameter? decoders,
        params Parameter[] counts
    )
        : base(
            name,
            Own(other).Concat([_dModel, _nHead]).Concat(counts).Concat([_dimFeedforward, _dropout, _activation, _isCausal]).ToArray()
        ) => (_other, _encoders, _decoders) = (other, encoders, decoders);

    public static TransformerStack EncoderLayer() =>
        new("TransformerEncoderLayer", null, _one, null) { IsModule = true, Layout = Layout.StepsFirst };

    public static TransformerStack Encoder()
    {
        var count = Count("NumLayers");
        return new("TransformerEncoder", null, count, null, count) { IsModule = true, Layout = Layout.StepsFirst };
    }

    public static TransformerStack DecoderLayer() =>
        new("TransformerDecoderLayer", new("Memory"), null, _one) { IsModule = true, Layout = Layout.StepsFirst };

    public static TransformerStack Decoder()
    {
        var count = Count("NumLayers");
        return new("TransformerDecoder", new("Memory"), null, count, count) { IsModule = true, Layout = Layout.StepsFirst };
    }

    public static TransformerStack Full()
    {
        var (encoders, decoders) = (Count("NumEncoderLayers", 6), Count("NumDecoderLayers", 6));
        return new("Transformer", new("Src"), encoders, decoders, encoders, decoders) { IsModule = true, Layout = Layout.StepsFirst };
    }

    // What a layer stands for that has no number of layers: never written, so it has its default.
    private static readonly SizeParameter _one = new("", Default: 1);

    private static SizeParameter Count(string name, long? standard = null) => new(name, Default: standard, Maximum: Limits.Layers);

    private static IEnumerable<Parameter> Own(OperandParameter? other) => other is null ? [] : [other];

    protected override Parameter? StatedSize => _dModel;

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var input = operands.Input;
        if (_nHead.Read(arguments) is not { } heads || input.Rank is null)
        {
            return new(input);
        }

        var declared = _dModel.Read(arguments);
        if (Sequences.Check(this, _dModel, declared, _nHead, heads, input) is { } error)
        {
            return Outcome.Fails(error, input);
        }

        var other = _other is null ? null : (operands[_other] ?? Operand.Unknown).Shape;
        if (other?.Rank is { } rank && (rank != 3 || Samples.AreDifferent(other.Axes[2], input.Axes[2])))
        {
            return Outcome.Fails(OperandsDiffer(_other!, arguments, "sequences of one width", input, other), input);
        }

        // Only the whole of encoder and decoder compares its two batches.
        if (_encoders is not null && other?.Rank == 3 && Samples.AreDifferent(other.Axes[0], input.Axes[0]))
        {
            return Outcome.Fails(OperandsDiffer(_other!, arguments, "batches of one size", input, other), input);
        }

        if ((declared ?? input.Axes[2].Size) is not { } width)
        {
            return new(input);
        }

        var weights = new TransformerWeights(width, _dimFeedforward.Read(arguments)!);
        return new(Sequences.Of(input))
        {
            Doubt = Sequences.BatchElsewhere(this, input),
            Arguments = arguments.With(_dModel, ArgumentValue.Of(width)),
            Weights = WeightsOf(weights, CountOf(_encoders, arguments), CountOf(_decoders, arguments)).ToEquatableArray(),
            MultiplyAdds = weights.MultiplyAdds(
                CountOf(_encoders, arguments),
                CountOf(_decoders, arguments),
                _encoders is not null && other is not null ? SizeOf(other) : input.Axes[1].Size,
                input.Axes[1].Size,
                other is null ? null : SizeOf(other)
            ),
        };
    }

    private static int CountOf(SizeParameter? count, Arguments arguments) => (int)(count?.Read(arguments)?.Constant ?? 0);

    private static Dim? SizeOf(Shape sequences) => sequences.Rank == 3 ? sequences.Axes[1].Size : null;

    private IEnumerable<Weight> WeightsOf(TransformerWeights weights, int encoders, int decoders)
    {
        var isWhole = _encoders is not null && _decoders is not null;
        var isSingle = ReferenceEquals(_encoders ?? _decoders, _one);
        IEnumerable<Weight> Prefixed(string prefix, IEnumerable<Weight> layer) => layer.Select(w => w with { Name = prefix + w.Name });

        string Prefix(string half, int layer) => isSingle ? "" : $"{(isWhole ? half + "." : "")}layers.{layer}.";

        var all = Enumerable
            .Range(0, encoders)
            .SelectMany(i => Prefixed(Prefix("encoder", i), weights.OfEncoder()))
            .Concat(isWhole ? Prefixed("encoder.", weights.Norm("norm")) : [])
            .Concat(Enumerable.Range(0, decoders).SelectMany(i => Prefixed(Prefix("decoder", i), weights.OfDecoder())));
        return isWhole ? all.Concat(Prefixed("decoder.", weights.Norm("norm"))) : all;
    }
}

/// <summary>The weights of the layers of a transformer, named as in PyTorch, and what they cost.</summary>
internal sealed class TransformerWeights(Dim width, Dim feedforward)
{
    public IEnumerable<Weight> OfEncoder() => [.. Attention("self_attn"), .. Feedforward(), .. Norm("norm1"), .. Norm("norm2")];

    public IEnumerable<Weight> OfDecoder() =>
        [.. Attention("self_attn"), .. Attention("multihead_attn"), .. Feedforward(), .. Norm("norm1"), .. Norm("norm2"), .. Norm("norm3")];

    public IEnumerable<Weight> Norm(string name) => Weight.PerChannel(width, $"{name}.weight", $"{name}.bias");

    /// <param name="encoders">The number of encoder layers.</param>
    /// <param name="decoders">The number of decoder layers.</param>
    /// <param name="source">The length of what the encoder layers see.</param>
    /// <param name="target">The length of what the decoder layers see.</param>
    /// <param name="memory">The length of what they attend to besides.</param>
    public Dim MultiplyAdds(int encoders, int decoders, Dim? source, Dim? target, Dim? memory)
    {
        var (s, t) = (source ?? Dim.One, target ?? Dim.One);
        var encoder = Sequences.AttentionMultiplyAdds(width, s, s) + Dense(s) + 4 * width * s;
        var decoder =
            Sequences.AttentionMultiplyAdds(width, t, t) + Sequences.AttentionMultiplyAdds(width, t, memory) + Dense(t) + 6 * width * t;
        var norms = encoders > 0 && decoders > 0 ? 2 * width * (s + t) : Dim.Zero;
        return encoders * encoder + decoders * decoder + norms;
    }

    private Dim Dense(Dim places) => places * (2 * width * feedforward + width + feedforward);

    private static IEnumerable<Weight> Prefixed(string prefix, IEnumerable<Weight> weights) =>
        weights.Select(w => w with { Name = $"{prefix}.{w.Name}" });

    private IEnumerable<Weight> Attention(string name) => Prefixed(name, Sequences.AttentionWeights(width, bias: true));

    private IEnumerable<Weight> Feedforward() =>
        [
            new("linear1.weight", EquatableArray.Of(feedforward, width)),
            new("linear1.bias", EquatableArray.Of(feedforward)),
            new("linear2.weight", EquatableArray.Of(width, feedforward)),
            new("linear2.bias", EquatableArray.Of(width)),
        ];
}
