using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

internal enum GradientKind
{
    /// <summary>Nothing that it is computed from requires a gradient.</summary>
    None,

    /// <summary>It requires a gradient, and is not computed: a parameter.</summary>
    Leaf,

    /// <summary>It shows values of a leaf.</summary>
    ViewOfLeaf,
}

/// <summary>What autograd does with a tensor.</summary>
internal sealed record Gradient(GradientKind Kind) : Mark;

/// <summary>A loss of numbers of two types, which works, but has no gradient.</summary>
/// <param name="Message">What is wrong with its gradient.</param>
/// <param name="IsAboutWidth">Whether it is how wide floating-point numbers are.</param>
internal sealed record MixedLoss(string Message, bool IsAboutWidth) : Mark
{
    public override bool IsOfValues => true;
}

/// <summary>What requires a gradient, and what autograd refuses of it, as libtorch does.</summary>
internal static class Gradients
{
    private static readonly HashSet<string> _views =
    [
        .. "view t T mT H mH transpose swapaxes swapdims permute movedim moveaxis squeeze unsqueeze narrow select slice".Split(' '),
        .. "expand expand_as as_strided diagonal this[]".Split(' '),
    ];

    // Where the values stand one after the other, they are views, too.
    private static readonly HashSet<string> _viewsIfContiguous = ["reshape", "flatten", "ravel", "contiguous", "alias"];

    // Those of functional that do so whatever else they get; others make a copy, or nothing in evaluation.
    private static readonly HashSet<string> _inPlace =
    [
        .. "relu relu6 selu silu gelu mish leaky_relu celu threshold hardtanh hardswish hardsigmoid".Split(' '),
    ];

    // Their gradients do not convert, as others do.
    private static readonly HashSet<string> _strict = ["mse_loss", "MSELoss", "huber_loss", "HuberLoss"];

    private static readonly HashSet<string> _setting = ["requires_grad_", "with_requires_grad"];

    /// <summary>What is known of a result; null for nothing.</summary>
    /// <param name="call">The operator.</param>
    /// <param name="type">The type of what it gives.</param>
    /// <param name="operands">What it gets, the tensors of lists one by one.</param>
    /// <param name="at">Where it is called.</param>
    /// <param name="interpreter">What runs it.</param>
    public static Gradient? Of(OperatorCall call, ElementType type, IReadOnlyList<Value> operands, IOperation at, Interpreter interpreter)
    {
        var own = KindOfFirst(operands);
        if (_setting.Contains(call.Name))
        {
            return call.Flag("requires_grad") == true && own is GradientKind.None or GradientKind.Leaf ? new(GradientKind.Leaf) : null;
        }

        return call.Flag("requires_grad") == true ? new(GradientKind.Leaf)
            : call.Name is "detach" or "detach_" || type.IsIntegral() ? new(GradientKind.None)
            : call.Flag("requires_grad") == false && call.Has("requires_grad") ? new(GradientKind.None)
            : own is GradientKind.Leaf or GradientKind.ViewOfLeaf && !GradientMode.IsOff(at, interpreter) && IsView(call, operands[0])
                ? new(GradientKind.ViewOfLeaf)
            : operands.All(o => RequiresNone(o, interpreter)) ? new(GradientKind.None)
            : OfMode(at, interpreter);
    }

    /// <summary>What is known of a result by the mode that autograd is in; null for nothing.</summary>
    public static Gradient? OfMode(IOperation at, Interpreter interpreter) =>
        GradientMode.IsOff(at, interpreter) ? new(GradientKind.None) : null;

    /// <summary>The parameters of a module, each with its name or not.</summary>
    public static Value Parameters(bool haveNames, Interpreter interpreter)
    {
        var each = Parameter(TensorValue.OfAny, requiresGradient: true);
        return interpreter.Allocate(new Cell.Many(haveNames ? new Value.Items(EquatableArray.Of(Value.Unknown, each)) : each));
    }

    // By tensors an indexer copies.
    private static bool IsView(OperatorCall call, Value operand) =>
        (_views.Contains(call.Name) && !HasTensors(call["indices"]))
        || (_viewsIfContiguous.Contains(call.Name) && operand is TensorValue { Order.IsContiguous: true });

    private static bool HasTensors(OperatorArgument? indices) =>
        indices is OperatorArgument.Indices { Items: var items }
        && items.Any(i => i is TensorIndex.Tensor or TensorIndex.Mask || i == TensorIndex.Unknown);

    /// <summary>Whether a tensor requires a gradient, or is a leaf.</summary>
    public static Value Asked(string property, Value tensor, Interpreter interpreter) =>
        KindOf(tensor) switch
        {
            GradientKind.Leaf when !interpreter.Holds(GradientMode.Freezes) => new Value.Flag(true),
            GradientKind.None when RequiresNone(tensor, interpreter) && !interpreter.Holds(GradientMode.RequiresLater) => new Value.Flag(
                property == "is_leaf"
            ),
            _ => Value.Unknown,
        };

    /// <summary>What a parameter is.</summary>
    /// <param name="value">The tensor that it is made of.</param>
    /// <param name="requiresGradient">Whether it requires a gradient; null where that is not known.</param>
    public static Value Parameter(Value value, bool? requiresGradient) =>
        value is not TensorValue tensor ? value
        : requiresGradient == true ? tensor.With(new Gradient(GradientKind.Leaf))
        : tensor.Without<Gradient>();

    /// <summary>What autograd refuses; null for nothing.</summary>
    public static string? Problem(OperatorCall call, IReadOnlyList<Value> operands, IOperation at, Interpreter interpreter)
    {
        if (IsInPlace(call))
        {
            if (!operands.Skip(1).All(o => RequiresNone(o, interpreter)))
            {
                // What it changes may have other names.
                interpreter.HandOnAll();
            }

            return KindOfFirst(operands) is GradientKind.Leaf or GradientKind.ViewOfLeaf && GradientMode.IsOn(at, interpreter)
                ? $"{NameOf(call)} changes in place a leaf that requires a gradient, such as a parameter: put it in using (torch.no_grad())"
                : null;
        }

        return call.Name == "backward" && operands is [TensorValue loss, ..] ? ProblemOfLoss(call, loss, interpreter) : null;
    }

    private static string? ProblemOfLoss(OperatorCall call, TensorValue loss, Interpreter interpreter) =>
        !call.Has("grad_tensors") && loss.Shape.ElementCount is { } count && Dim.AreEqual(count, 1) == Truth.Refuted
            ? $"backward() is of one value, but the tensor is {loss.Shape}: take its mean() or sum()"
        : loss.Marked<MixedLoss>() is { } mixed && !(mixed.IsAboutWidth && interpreter.Holds(OperatorRunner.ChangesElements))
            ? mixed.Message
        : RequiresNone(loss, interpreter) && !interpreter.Holds(GradientMode.RequiresLater)
            ? "backward() is of a tensor that no gradient leads from: nothing that it is computed from requires one"
        : null;

    /// <summary>What is known of a loss; null for nothing.</summary>
    public static MixedLoss? OfLoss(OperatorCall call) =>
        _strict.Contains(call.Name)
        && call.Operands is [{ Shape.Rank: > 0, Type: var input }, { Shape.Rank: > 0, Type: var target }, ..]
        && input.Kind() == ElementKind.Floating
        && input is not ElementType.Floating
        && target is not (ElementType.Unknown or ElementType.Floating)
        && input != target
            ? new(
                $"backward() of {call.Name} fails, since its input has {input} and its target {target}: bring the target to {input}",
                target.Kind() == ElementKind.Floating
            )
            : null;

    /// <summary>Whether an operator changes its first operand, and gives it back.</summary>
    public static bool IsInPlace(OperatorCall call) =>
        call.Name == "this[]="
        || (call.Flag("inplace") == true && _inPlace.Contains(call.Name))
        || (call.Name.EndsWith("_", StringComparison.Ordinal) && call.Name is not ("requires_grad_" or "detach_" or "rename_"));

    private static string NameOf(OperatorCall call) => call.Name == "this[]=" ? "The assignment" : call.Name;

    private static GradientKind? KindOf(Value value) => (value as TensorValue)?.Marked<Gradient>()?.Kind;

    private static GradientKind? KindOfFirst(IReadOnlyList<Value> operands) => operands.Count > 0 ? KindOf(operands[0]) : null;

    // Unknown code that got it may have changed that.
    private static bool RequiresNone(Value value, Interpreter interpreter) =>
        value is TensorValue ? KindOf(value) == GradientKind.None && !interpreter.IsHandedOn(value)
        : value is Value.Items { Values: var items } ? items.All(i => RequiresNone(i, interpreter))
        : value != Value.Unknown && value is not (Value.Reference or Value.Function);
}
