using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>What shows that an operation was not meant as it is.</summary>
internal enum SuspicionKind
{
    /// <summary>Something behind it does not fit.</summary>
    Misfit,

    /// <summary>Something takes for samples what are none.</summary>
    Samples,

    /// <summary>Something takes for the probabilities of classes what are none.</summary>
    Classes,
}

/// <summary>An operation that is right by itself, and wrong once its result is taken for something else.</summary>
internal sealed record Suspicion(SuspicionKind Kind, IOperation At, string Message) : Mark
{
    public override bool IsOfValues => true;

    // They compute something of each sample: a layer with weights is asked for itself.
    private static readonly HashSet<string> _ofSamples =
    [
        .. "matmul bmm scaled_dot_product_attention cross_entropy nll_loss CrossEntropyLoss NLLLoss".Split(' '),
    ];

    private static readonly HashSet<string> _ofClasses = [.. "cross_entropy nll_loss CrossEntropyLoss NLLLoss".Split(' ')];

    /// <summary>The values of one sample, where only a layer that takes so many takes samples; null where any does.</summary>
    public Dim? Sample { get; init; }

    /// <summary>Whether an operator takes the result for what it is not.</summary>
    public bool IsTakenBy(OperatorCall call) =>
        Kind == SuspicionKind.Samples
            ? Sample is null && _ofSamples.Contains(call.Name)
            : Kind == SuspicionKind.Classes && _ofClasses.Contains(call.Name);
}

/// <summary>A layer of sequences.</summary>
/// <param name="At">Where it is called.</param>
/// <param name="Name">What it is.</param>
/// <param name="IsBatchFirst">Whether the samples come first, and not the steps.</param>
internal sealed record SequenceLayer(IOperation At, string Name, bool IsBatchFirst) : Mark
{
    public override bool IsOfValues => true;
}

/// <summary>Operations that are hardly meant as they are. A new one is one arm.</summary>
internal static class Suspicions
{
    private static readonly HashSet<string> _moving =
    [
        .. "transpose t T mT H mH permute swapaxes swapdims movedim moveaxis flip roll matmul mm bmm".Split(' '),
    ];

    /// <summary>Whether an operator brings values elsewhere, even where the shape stays.</summary>
    public static bool Moves(string name) => _moving.Contains(name);

    /// <summary>Whether what it makes is wrong only once something takes it for samples.</summary>
    public static bool MakesRows(string name) => name is "reshape" or "view" or "squeeze" or "flatten" or "ravel";

    /// <summary>What is hardly meant of a call; null for nothing.</summary>
    public static Suspicion? Of(OperatorCall call, OperatorOutcome outcome, IOperation at, IReadOnlyList<Value> operands) =>
        // Who computes something of blocks of values may mean it; a layer takes them for samples.
        MakesRows(call.Name) && outcome.Doubt is { } doubt
            ? new(SuspicionKind.Samples, at, doubt) { Sample = call.Name is "flatten" or "ravel" ? call.Main.SampleSize : null }
        : call.Name == "squeeze" && DropsBatch(call)
            ? new(SuspicionKind.Misfit, at, $"squeeze() of {call.Main} also drops the batch of one sample")
        : call.Name is "softmax" or "log_softmax" && BatchFaults.OfSoftmax(call) is { } mixed ? new(SuspicionKind.Classes, at, mixed)
        : operands is [TensorValue first, ..]
        && first.Marked<SequenceLayer>() is { } layer
        && SequenceFaults.TakesLastSample(call, layer.IsBatchFirst)
            ? LastSample(call, layer, at)
        : null;

    private static bool DropsBatch(OperatorCall call) =>
        !call.Has("dim") && call.Main.Axes.Count > 1 && call.Main.Axes[0] is { Role: AxisRole.Batch, Size.Constant.IsOne: true };

    private static Suspicion LastSample(OperatorCall call, SequenceLayer layer, IOperation at) =>
        layer.IsBatchFirst
            ? new(
                SuspicionKind.Samples,
                at,
                $"{layer.Name} with batchFirst gives (N, T, features), {call.Main}: this takes its last sample, not the last step"
            )
            : new(
                SuspicionKind.Samples,
                layer.At,
                $"{layer.Name} takes (T, N, features), so that the last of dimension 1 of {call.Main} is a sample, not a step: "
                    + "batchFirst: true takes (N, T, features)"
            );
}
