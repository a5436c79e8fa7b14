using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
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
        var value = Report(outcome, at, call.Name, operands);
        if (value is TensorValue given && given.Shape == Shape.Unknown && OperatorNames.KeepsShape(call.Name))
        {
            // It has still the shape that comes from outside.
            return operands.OfType<TensorValue>().FirstOrDefault() is { Shape.Rank: null } same ? same with { Type = given.Type } : value;
        }

        return value is TensorValue tensor
            ? tensor with
            {
                Order = MemoryOrder.Of(call, tensor.Shape, own),
                Suspicion = Suspicions.Of(call, outcome, at, operands) ?? tensor.Suspicion,
            }
            : value;
    }

    /// <summary>Reports what made an operand that is taken for what it is not.</summary>
    public void Note(OperatorCall call, OperatorOutcome outcome, IReadOnlyList<Value> operands)
    {
        var taken = operands.OfType<TensorValue>().Select(t => t.Suspicion).FirstOrDefault(s => s?.IsTakenBy(call) == true);
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
            var cause = operands.OfType<TensorValue>().Select(t => t.Suspicion).FirstOrDefault(s => s is { Kind: SuspicionKind.Misfit });
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

        // A value by value of a suspect tensor is suspect.
        var suspect = Suspicions.Moves(name)
            ? null
            : operands
                .OfType<TensorValue>()
                .FirstOrDefault(t => (t.Suspicion is not null || t.Sequences is not null) && t.Shape == outcome.Result);
        var value = ValueOf(outcome, at);
        return value is TensorValue tensor && suspect is not null
            ? tensor with
            {
                Suspicion = suspect.Suspicion,
                Sequences = suspect.Sequences,
            }
            : value;
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
