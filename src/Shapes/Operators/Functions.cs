using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>The functions of torch.nn.functional that a layer has the rule of, and what layers make of tensors.</summary>
internal static class Functions
{
    // By the name of the layer; the arguments have the layer's names in another spelling, but for these.
    private static readonly (string Name, string Layer)[] _layers =
    [
        ("max_pool1d", "MaxPool1d"),
        ("max_pool2d", "MaxPool2d"),
        ("max_pool3d", "MaxPool3d"),
        ("avg_pool1d", "AvgPool1d"),
        ("avg_pool2d", "AvgPool2d"),
        ("avg_pool3d", "AvgPool3d"),
        ("lp_pool1d", "LPPool1d"),
        ("lp_pool2d", "LPPool2d"),
        ("adaptive_avg_pool1d", "AdaptiveAvgPool1d"),
        ("adaptive_avg_pool2d", "AdaptiveAvgPool2d"),
        ("adaptive_avg_pool3d", "AdaptiveAvgPool3d"),
        ("adaptive_max_pool1d", "AdaptiveMaxPool1d"),
        ("adaptive_max_pool2d", "AdaptiveMaxPool2d"),
        ("fractional_max_pool2d", "FractionalMaxPool2d"),
        ("fractional_max_pool3d", "FractionalMaxPool3d"),
        ("pixel_shuffle", "PixelShuffle"),
        ("pixel_unshuffle", "PixelUnshuffle"),
        ("channel_shuffle", "ChannelShuffle"),
        ("fold", "Fold"),
        ("softmax2d", "Softmax2d"),
        ("glu", "GLU"),
        ("layer_norm", "LayerNorm"),
        ("local_response_norm", "LocalResponseNorm"),
        ("interpolate", "Upsample"),
        ("upsample", "Upsample"),
        ("upsample_nearest", "Upsample"),
        ("upsample_nearest1d", "Upsample"),
        ("upsample_nearest2d", "Upsample"),
        ("upsample_nearest3d", "Upsample"),
    ];

    private static readonly (string Name, string Layer)[] _withIndices =
    [
        ("max_pool1d_with_indices", "MaxPool1d"),
        ("max_pool2d_with_indices", "MaxPool2d"),
        ("max_pool3d_with_indices", "MaxPool3d"),
        ("adaptive_max_pool1d_with_indices", "AdaptiveMaxPool1d"),
        ("adaptive_max_pool2d_with_indices", "AdaptiveMaxPool2d"),
        ("fractional_max_pool2d_with_indices", "FractionalMaxPool2d"),
        ("fractional_max_pool3d_with_indices", "FractionalMaxPool3d"),
    ];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _layers.Select(l => (l.Name, (OperatorRule)(c => Layer(c, l.Layer)))),
            .. _withIndices.Select(l => (l.Name, (OperatorRule)(c => Twice(Layer(c, l.Layer))))),
            .. Enumerable.Range(1, 3).SelectMany(ConvolutionsOf),
            ("batch_norm", c => PerChannel(c, 1)),
            ("instance_norm", c => PerChannel(c, 1)),
            (
                "prelu",
                c =>
                    c.Tensors.Count == 2
                    && c.Tensors[1].ElementCount is { IsConstant: true } count
                    && Dim.AreEqual(count, 1) == Truth.Proved
                        ? OperatorOutcome.Of(c.Main)
                        : PerChannel(c, 1)
            ),
            ("group_norm", GroupNorm),
            ("bilinear", Bilinear),
        ];

    /// <summary>What a layer makes of the first tensor, with the arguments of the call.</summary>
    public static OperatorOutcome Layer(OperatorCall call, string kind)
    {
        if (call.Main.Rank is not { } rank)
        {
            return OperatorOutcome.Unknown;
        }

        // Of so many dimensions only, where the name says it.
        var axes =
            call.Name.Length > 16 && call.Name.StartsWith("upsample_nearest", System.StringComparison.Ordinal) ? call.Name[16] - '0' : 0;
        if (axes > 0 && rank != axes + 2)
        {
            return OperatorOutcome.Fails($"{call.Name} takes {Samples.OfImages(axes)}, but gets {call.Main}");
        }

        var layer = LayerCatalog.Find(kind)!;
        return LayerArguments.Of(layer, call.Arguments) is { } arguments
            ? Infer(layer, arguments, new Operand(call.Main, ElementType.Unknown))
            : OperatorOutcome.Unknown;
    }

    /// <summary>What a layer makes of a tensor, of which nothing need be known.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="arguments">What it is made with.</param>
    /// <param name="operand">The tensor.</param>
    /// <param name="weights">The type of the elements of its weights.</param>
    public static OperatorOutcome Infer(
        LayerDefinition layer,
        Arguments arguments,
        Operand operand,
        ElementType weights = ElementType.Unknown
    )
    {
        var (input, type) = operand;
        if (LayerArguments.Problem(layer.Name, arguments) is { } problem)
        {
            return OperatorOutcome.Fails(problem);
        }

        var outcome = Plainly(layer, arguments, operand with { Shape = Roles.AsBatch(layer.Name, input) });
        if (outcome.Error is null && ElementDemands.OfWeights(layer, outcome, type, weights) is { } wrong)
        {
            return wrong.Outcome;
        }

        var result =
            outcome.Error is { } error
                ? OperatorOutcome.Unknown with
                {
                    Mismatch = error,
                    IsAboutRank = error.Kind == ProblemKind.WrongRank,
                    IsAboutElements = error.Kind == ProblemKind.WrongType,
                }
            : input.Rank is null ? OpenRank.Apply(input, closed => Infer(layer, arguments, new(closed, ElementType.Unknown)))
            : OperatorOutcome.Of(outcome.Output);
        return result.Throws ? result : result with { Types = [Exactly(outcome.Type ?? ElementType.Unknown, type, weights)] };
    }

    /// <summary>A layer gives the floating-point type that it gets, or, of integers, that of its weights.</summary>
    private static ElementType Exactly(ElementType result, ElementType input, ElementType weights) =>
        result != ElementType.Floating ? result
        : input.Kind() == ElementKind.Floating ? input
        : !input.IsIntegral() ? ElementType.Floating
        : weights == ElementType.Unknown ? ElementType.Float32
        : weights;

    /// <summary>
    /// What a network of attributes refuses, a dimension that is the batch for another one, code that is written by hand may mean: the pooling
    /// of (N, H, W), a weight for each of the frames.
    /// </summary>
    private static Outcome Plainly(LayerDefinition layer, Arguments arguments, Operand operand)
    {
        var (input, outcome) = (operand.Shape, layer.Infer(arguments, new Operands(operand)));
        return outcome.Error is null || input.BatchAxis is not { } batch
            ? outcome
            : layer.Infer(
                arguments,
                new Operands(operand with { Shape = input.Replace(batch, 1, input.Axes[batch] with { Role = AxisRole.Plain }) })
            );
    }

    private static OperatorOutcome Twice(OperatorOutcome outcome) =>
        outcome.Results.Count == 1 ? outcome with { Results = EquatableArray.Of(outcome.Result, outcome.Result) } : outcome;

    private static IEnumerable<(string Name, OperatorRule Rule)> ConvolutionsOf(int axes) =>
        [
            ($"conv{axes}d", c => Convolve(c, $"Conv{axes}d", axes, isTransposed: false)),
            ($"conv{axes}d_padding", c => Convolve(c, $"Conv{axes}d", axes, isTransposed: false)),
            ($"conv_transpose{axes}d", c => Convolve(c, $"ConvTranspose{axes}d", axes, isTransposed: true)),
        ];

    /// <summary>The weight (out, in / groups, kernel), transposed (in, out / groups, kernel), says what the layer's sizes are.</summary>
    private static OperatorOutcome Convolve(OperatorCall call, string kind, int axes, bool isTransposed)
    {
        if (call.Tensors.Count < 2 || call.Main.Rank is null || call.Tensors[1].Rank is not { } rank)
        {
            return OperatorOutcome.Unknown;
        }

        var weight = call.Tensors[1];
        if (rank != axes + 2)
        {
            return OperatorOutcome.Fails($"{call.Name} takes a weight of {axes + 2} dimensions, but gets {weight}");
        }

        if (call.IntegerOr(1, "groups") is not { } groups || weight.Axes.Any(a => a.Size is not { IsConstant: true }))
        {
            return OperatorOutcome.Unknown;
        }

        var (first, second) = (weight.Axes[0].Size!, weight.Axes[1].Size! * groups);
        var outChannels = isTransposed ? second : first;
        if (
            call["bias"] is OperatorArgument.Tensor { Shape: { Rank: not null } bias }
            && Samples.AreDifferent(bias, Shape.OfSizes(outChannels))
        )
        {
            return OperatorOutcome.Fails($"{call.Name} takes a bias for each of {outChannels} channels, but gets {bias}");
        }

        var layer = LayerCatalog.Find(kind)!;
        var others = call.Arguments.Where(a => a.Name is not ("input" or "weight" or "bias" or "this"));
        return LayerArguments.Of(layer, others) is not { } given
            ? OperatorOutcome.Unknown
            : Infer(
                layer,
                given
                    .With("InChannels", ArgumentValue.Of(isTransposed ? first : second))
                    .With("OutChannels", ArgumentValue.Of(isTransposed ? second : first))
                    .With("KernelSize", ArgumentValue.Of([.. weight.Axes.Skip(2).Select(a => a.Size!)])),
                new Operand(call.Main, ElementType.Unknown)
            );
    }

    /// <summary>The function takes (N, C) too, which the module does not.</summary>
    private static OperatorOutcome GroupNorm(OperatorCall call) =>
        call.Main.Rank is not >= 2 || call.Size("num_groups")?.Size is not { } groups ? OperatorOutcome.Unknown
        : call.Main.Axes[1].Size is { } channels && Dim.IsDivisible(channels, groups) == Truth.Refuted
            ? OperatorOutcome.Fails($"group_norm of {call.Main} cannot split {channels} channels into {groups} groups")
        : OperatorOutcome.Of(call.Main);

    /// <summary>The other tensors have a value for each channel.</summary>
    private static OperatorOutcome PerChannel(OperatorCall call, int place)
    {
        if (call.Main.Rank is not { } rank)
        {
            return OperatorOutcome.Unknown;
        }

        if (rank <= place)
        {
            return OperatorOutcome.Fails($"{call.Name} takes (N, C, …), but gets {call.Main}");
        }

        var wrong = call.Tensors.Skip(1).FirstOrDefault(t => t.Rank > 0 && Samples.AreDifferent(t, Shape.Of(call.Main.Axes[place])));
        return wrong is null
            ? OperatorOutcome.Of(call.Main)
            : OperatorOutcome.Fails(
                $"{call.Name} of {call.Main} takes a value for each of {call.Main.Axes[place]} channels, but gets {wrong}"
            );
    }

    /// <summary>(…, n), (…, m) and (out, n, m) → (…, out).</summary>
    private static OperatorOutcome Bilinear(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: > 0 } left, { Rank: > 0 } right, { Rank: 3 } weight, ..])
        {
            return OperatorOutcome.Unknown;
        }

        var fits =
            left.Rank == right.Rank
            && !Samples.AreDifferent(left.Axes[left.Axes.Count - 1], weight.Axes[1])
            && !Samples.AreDifferent(right.Axes[right.Axes.Count - 1], weight.Axes[2])
            && !(call.Tensors.Count > 3 && Samples.AreDifferent(call.Tensors[3], Shape.Of(weight.Axes[0])))
            && Broadcasting.FirstDifference(Shape.Of(left.Axes.Take(left.Axes.Count - 1)), Shape.Of(right.Axes.Take(right.Axes.Count - 1)))
                is null;
        return fits
            ? OperatorOutcome.Of(left.Replace(left.Axes.Count - 1, 1, weight.Axes[0]))
            : OperatorOutcome.Fails($"bilinear of {left} and {right} does not fit the weight {weight}");
    }
}
