using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>Losses: one number, or, with Reduction.None, one for each value.</summary>
internal static class Losses
{
    // Prediction and target are brought to one shape silently.
    private static readonly string[] _broadcasting =
    [
        "mse_loss",
        "l1_loss",
        "smooth_l1_loss",
        "huber_loss",
        "poisson_nll_loss",
        "kl_div",
        "soft_margin_loss",
        "hinge_embedding_loss",
    ];

    private static readonly string[] _exact = ["binary_cross_entropy", "binary_cross_entropy_with_logits"];

    private static readonly string[] _classes = ["cross_entropy", "nll_loss"];

    private static readonly string[] _others =
    [
        "cosine_embedding_loss",
        "multi_margin_loss",
        "multi_label_margin_loss",
        "multilabel_soft_margin_loss",
        "gaussian_nll_loss",
        "ctc_loss",
    ];

    // All tensors are brought to one shape.
    private static readonly string[] _compared = ["triplet_margin_loss", "margin_ranking_loss"];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _broadcasting.Select(n => (n, (OperatorRule)Broadcast)),
            .. _exact.Select(n => (n, (OperatorRule)Exact)),
            .. _classes.Select(n => (n, (OperatorRule)OfClasses)),
            .. _compared.Select(n => (n, (OperatorRule)Compared)),
            .. _others.Select(n =>
                (n, (OperatorRule)(c => IsReduced(c) == true ? OperatorOutcome.Of(Shape.Of()) : OperatorOutcome.Unknown))
            ),
        ];

    private static OperatorOutcome Compared(OperatorCall call)
    {
        var common = ValueByValue.Broadcast(call.Tensors, call.Name);
        return common.Throws ? OperatorOutcome.Fails(common.Error!)
            : IsReduced(call) == true ? OperatorOutcome.Of(Shape.Of())
            : OperatorOutcome.Unknown;
    }

    private static bool? IsReduced(OperatorCall call) =>
        call["reduction"] switch
        {
            null => true,
            OperatorArgument.Word { Value: var value } => value != "None",
            _ => null,
        };

    private static OperatorOutcome Reduced(OperatorCall call, Shape each) =>
        IsReduced(call) switch
        {
            true => OperatorOutcome.Of(Shape.Of()),
            false => OperatorOutcome.Of(each),
            _ => OperatorOutcome.Unknown,
        };

    private static OperatorOutcome Broadcast(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: not null } input, { Rank: not null } target, ..])
        {
            return OperatorOutcome.Unknown;
        }

        var common = ValueByValue.Broadcast([input, target], call.Name);
        return common.Throws
            ? common
            : Reduced(call, common.Result) with
            {
                Doubt = BatchFaults.OfLoss(input, target, common.Result, call.Name, IsReduced(call) == true),
            };
    }

    private static OperatorOutcome Exact(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: not null } input, { Rank: not null } target, ..])
        {
            return OperatorOutcome.Unknown;
        }

        return Samples.AreDifferent(input, target)
            ? OperatorOutcome.Fails($"{call.Name} takes a target of the shape of the prediction, {input}, but gets {target}")
            : Reduced(call, input);
    }

    /// <summary>(N, C, …) against classes (N, …), or probabilities of the same shape; (C) against one class.</summary>
    private static OperatorOutcome OfClasses(OperatorCall call)
    {
        if (call.Tensors is not [{ Rank: > 0 and { } rank } input, { Rank: { } other } target, ..])
        {
            return OperatorOutcome.Unknown;
        }

        var classAxis = rank == 1 ? 0 : 1;
        var wanted = input.Replace(classAxis, 1);
        if (
            call["weight"] is OperatorArgument.Tensor { Shape: { Rank: not null } weight }
            && Samples.AreDifferent(weight, Shape.Of(input.Axes[classAxis]))
        )
        {
            return OperatorOutcome.Fails(
                $"{call.Name} of {input} takes a weight for each of {input.Axes[classAxis]} classes, but gets {weight}"
            );
        }

        if (other == rank && call.Name == "cross_entropy" && !Samples.AreDifferent(input, target))
        {
            return IsReduced(call) == true ? OperatorOutcome.Of(Shape.Of()) : OperatorOutcome.Unknown;
        }

        return other == rank && call.Name == "cross_entropy" && Samples.AreDifferent(input, target)
                ? OperatorOutcome.Fails($"{call.Name} of {input} takes classes {wanted}, or probabilities of that shape, but gets {target}")
            : Samples.AreDifferent(wanted, target)
                ? OperatorOutcome.Fails($"{call.Name} of {input} takes classes {wanted}, but gets {target}")
            : Reduced(call, wanted);
    }
}
