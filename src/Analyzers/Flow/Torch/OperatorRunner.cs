using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Layers;
using ShapeGen.Operators;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Applies operators, says what is wrong, and makes values of what they give.</summary>
internal sealed class OperatorRunner(TorchSymbols symbols, Interpreter interpreter)
{
    /// <summary>Whether the program changes how wide the numbers of layers are.</summary>
    public static readonly Func<Compilation, CancellationToken, bool> ChangesElements = ElementChanges.In;

    /// <summary>What an operator gives.</summary>
    public Value Run(OperatorCall call, IOperation at, IReadOnlyList<Value> operands)
    {
        if (IsRefused(call, operands, at))
        {
            return symbols.Unknown(at);
        }

        var outcome = OperatorCatalog.Apply(call);
        var own = operands.OfType<TensorValue>().FirstOrDefault()?.Order;
        if (call.Name is "view" && outcome.Results.Count > 0 && own?.Problem(call, outcome.Result) is { } problem)
        {
            outcome = OperatorOutcome.Fails(problem);
        }

        if (BatchFaults.TakesHeightForChannels(call))
        {
            interpreter.Report(new(FindingKind.Unlikely, at, ""));
        }

        Note(call, outcome, operands);
        return Complete(outcome, call, call.Name, at, operands);
    }

    /// <summary>The value of what an operator was found to give, with all that is known of it.</summary>
    public Value Complete(OperatorOutcome outcome, OperatorCall call, string name, IOperation at, IReadOnlyList<Value> operands)
    {
        var value = Report(outcome, at, name, operands);
        if (value is not TensorValue made)
        {
            return value;
        }

        if (outcome.Throws)
        {
            return made;
        }

        // It has still the shape that comes from outside.
        var first = operands.OfType<TensorValue>().FirstOrDefault();
        var keeps = made.Shape == Shape.Unknown && OperatorNames.KeepsShape(call.Name) && first is { Shape.Rank: null };
        var result = keeps
            ? first! with
            {
                Type = made.Type,
                Marks = default,
            }
            : made with
            {
                Order = MemoryOrder.Of(call, made.Shape, first?.Order),
            };
        return Marked(result, call, outcome, at, operands);
    }

    /// <summary>Reports a tensor that is disposed.</summary>
    public bool IsDisposed(IReadOnlyList<Value> operands, IOperation at, string name = "") =>
        operands.SelectMany(PartsOf).Select(o => Disposal.Problem(o, name, at, interpreter)).FirstOrDefault(p => p is not null)
            is { } problem
        && Refuse(FindingKind.Disposed, at, problem);

    /// <summary>Reports what cannot be done with operands, whatever their shapes.</summary>
    public bool IsRefused(OperatorCall call, IReadOnlyList<Value> operands, IOperation at) =>
        IsDisposed(operands, at, call.Name)
        || Gradients.Problem(call, operands, at, interpreter) is { } problem && Refuse(FindingKind.Gradient, at, problem);

    private bool Refuse(FindingKind kind, IOperation at, string problem)
    {
        interpreter.Report(new(kind, at, problem));
        return true;
    }

    /// <summary>A value itself, or the tensors of a list.</summary>
    private IEnumerable<Value> PartsOf(Value value) => interpreter.ElementsOf(value) is { } items ? items : [value];

    /// <summary>What is known of the result besides its shape.</summary>
    private TensorValue Marked(TensorValue result, OperatorCall call, OperatorOutcome outcome, IOperation at, IReadOnlyList<Value> operands)
    {
        var gradient = Gradients.Of(call, result.Type, [.. operands.SelectMany(PartsOf)], at, interpreter);
        if (
            call.Name.EndsWith("_", StringComparison.Ordinal)
            || call.Flag("inplace") == true
            || call.Name is "as_tensor" or "with_requires_grad"
        )
        {
            // It is its first operand.
            var marks = operands.OfType<TensorValue>().FirstOrDefault()?.Marks ?? default;
            var same = result with { Marks = marks };
            return Gradients.IsInPlace(call) ? same : same.Without<Gradient>().With(gradient);
        }

        // A value by value of a suspect tensor is suspect.
        var likes = Suspicions.Moves(call.Name) ? [] : operands.OfType<TensorValue>().Where(t => t.Shape == outcome.Result);
        var inherited = likes.SelectMany(t => t.Marks).Where(m => m.IsOfValues);
        return inherited
            .Aggregate(result, (r, m) => r.With(m))
            .With(Suspicions.Of(call, outcome, at, operands))
            .With(gradient)
            .With(Gradients.OfLoss(call))
            .With(Disposal.ScopeOf(at, interpreter));
    }

    /// <summary>What a layer gives, with what is known of it by where it is called.</summary>
    public TensorValue Made(TensorValue result, IOperation at) =>
        result.With(Gradients.OfMode(at, interpreter)).With(Disposal.ScopeOf(at, interpreter));

    /// <summary>Reports what made an operand that is taken for what it is not.</summary>
    public void Note(OperatorCall call, OperatorOutcome outcome, IReadOnlyList<Value> operands)
    {
        var taken = operands.OfType<TensorValue>().Select(t => t.Marked<Suspicion>()).FirstOrDefault(s => s?.IsTakenBy(call) == true);
        if (taken is not null && !outcome.Throws)
        {
            interpreter.Report(new(FindingKind.Samples, taken.At, taken.Message));
        }
    }

    /// <summary>The value of an outcome; what is wrong is reported.</summary>
    public Value Report(OperatorOutcome outcome, IOperation at, string name, IReadOnlyList<Value> operands, WrongNumber? number = null)
    {
        if (outcome.IsAboutWidth && interpreter.Holds(ChangesElements))
        {
            return symbols.Unknown(at);
        }

        if ((outcome.Error ?? (outcome.Mismatch is { } mismatch ? TextOf(mismatch, name) : null)) is { } error)
        {
            var cause = operands
                .OfType<TensorValue>()
                .Select(t => t.Marked<Suspicion>())
                .FirstOrDefault(s => s is { Kind: SuspicionKind.Misfit });
            interpreter.Report(
                cause is null
                    ? new(FindingKind.Operation, at, error) { Number = number }
                    : new(FindingKind.Operation, cause.At, $"{cause.Message}: {error}")
            );
            return symbols.Unknown(at);
        }

        interpreter.Pass(at);
        if (outcome.Doubt is { } doubt && !Suspicions.MakesRows(name))
        {
            interpreter.Report(new(FindingKind.Samples, at, doubt));
        }

        return ValueOf(outcome, at);
    }

    private Value ValueOf(OperatorOutcome outcome, IOperation at) =>
        symbols.IsTensor(at.Type) ? new TensorValue(outcome.Result, outcome.TypeAt(0))
        : outcome.Results.Count == 0 ? Value.Unknown
        : at.Type is INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { Name: "Tuple" } ? new Value.Items(Tensors(outcome))
        : at.Type is IArrayTypeSymbol or INamedTypeSymbol { TypeArguments.Length: 1 } ? interpreter.ListOf(Tensors(outcome))
        : outcome.Results.Count == 1 ? new TensorValue(outcome.Result, outcome.TypeAt(0))
        : Value.Unknown;

    private static EquatableArray<Value> Tensors(OperatorOutcome outcome) =>
        outcome.Results.Select((r, i) => (Value)new TensorValue(r, outcome.TypeAt(i))).ToEquatableArray();

    /// <summary>The message that a layer has for it, with the name of the operation.</summary>
    private static string TextOf(Mismatch mismatch, string name)
    {
        var words = mismatch.Words.Select(w =>
            w switch
            {
                Mismatch.Source => "the tensor has",
                Mismatch.SourceOfShape => "the tensor is",
                Mismatch.Cause => "",
                _ => w,
            }
        );
        var format = Descriptors.Of(mismatch.Kind).MessageFormat.ToString(CultureInfo.InvariantCulture);
        var text = string.Format(CultureInfo.InvariantCulture, format, [.. words, ""]);
        var isNamed = text.IndexOf(name.Replace("_", ""), StringComparison.OrdinalIgnoreCase) >= 0;
        return isNamed ? text : $"{name}: {text}";
    }
}
