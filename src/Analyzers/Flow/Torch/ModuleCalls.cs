using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Analyzers.Flow.Torch.Written;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Calls of modules: of layers, of what runs one after the other, and of classes of the user's.</summary>
internal sealed class ModuleCalls(TorchSymbols symbols)
{
    public static bool IsCall(IMethodSymbol method) => method.Name is "call" or "forward" && !method.IsStatic;

    /// <summary>The method that a call of a module runs: forward, which TorchSharp's call leads to.</summary>
    public static IMethodSymbol? Target(Call call, Interpreter interpreter)
    {
        if (!IsCall(call.Method))
        {
            return call.Method;
        }

        if (interpreter.State[call.Receiver] is Cell.Instance { Type: var made })
        {
            return ForwardOf(made, call.Method.Parameters.Length);
        }

        var type = (call.At as Microsoft.CodeAnalysis.Operations.IInvocationOperation)?.Instance?.Type as INamedTypeSymbol;
        return type is null ? null : ForwardOf(type, call.Method.Parameters.Length);
    }

    /// <summary>What a call of a module gives; null where it is a method like others.</summary>
    public Value? Apply(Call call, Interpreter interpreter)
    {
        var receiver = call.Receiver;
        if (receiver is LayerValue or Value.Reference)
        {
            return Through(receiver, call.Arguments, call.At, interpreter, isPart: false);
        }

        return symbols.IsOfTorch(call.Method.ContainingType) ? symbols.Unknown(call.At) : null;
    }

    private Value Through(Value module, IReadOnlyList<Given> arguments, IOperation at, Interpreter interpreter, bool isPart)
    {
        switch (module)
        {
            case LayerValue layer:
                return Layer(layer, arguments, at, interpreter, isPart);
            case Value.Reference when interpreter.State[module] is Cell.Elements { IsPipeline: true, Items: var items }:
                var flowing = arguments;
                foreach (var item in items)
                {
                    // Of several layers in one call, the place of the one that does not fit says more than that of the call.
                    var result = Through(item, flowing, at, interpreter, isPart: true);
                    flowing = [new("input", at.Type, result, at)];
                }

                return flowing.Count > 0 ? flowing[0].Value : Value.Unknown;
            case Value.Reference when interpreter.State[module] is Cell.Many { IsPipeline: true, Each: var each } && arguments.Count > 0:
                // None of them, or one after the other: what stays the same is known.
                interpreter.Forget([each]);
                return Value.Join(arguments[0].Value, Through(each, arguments, at, interpreter, isPart: true));
            case Value.Reference
                when interpreter.State[module] is Cell.Instance { Type: var type }
                    && ForwardOf(type, arguments.Count) is { } forward
                    && !interpreter.IsOpen(module, forward):
                return interpreter.Enter(forward, ValueMap.Empty, module, Batched(arguments), at);
            default:
                return symbols.Unknown(at);
        }
    }

    private Value Layer(LayerValue layer, IReadOnlyList<Given> arguments, IOperation at, Interpreter interpreter, bool isPart)
    {
        var runner = new OperatorRunner(symbols, interpreter);
        var place = isPart ? layer.Made ?? at : at;
        Value[] operands = [.. arguments.Select(a => a.Value)];
        if (runner.IsDisposed(operands, at))
        {
            return symbols.Unknown(at);
        }

        if (
            layer.Kind == "Linear"
            && operands is [TensorValue { Shape: var rows }, ..]
            && BatchFaults.HasChannelsForSamples(rows)
            && !LayerFactories.SizesOf(layer).Contains(rows.Axes[1].Size)
        )
        {
            interpreter.Report(new(FindingKind.Unlikely, at, ""));
        }

        if (OperatorCatalog.Has(layer.Kind))
        {
            var call = new OperatorArguments(symbols, interpreter).CallOf(layer.Kind, null, Named(layer.Kind, arguments));
            var whole = new OperatorCall(layer.Kind, [.. call.Arguments, .. LayerFactories.CallOf(layer).Arguments]);
            Demand(layer, operands, s => OperatorCatalog.Apply(whole.OfMainAlone(s)), interpreter);
            var several = OperatorCatalog.Apply(whole);
            Suspect(layer, operands, several, interpreter);
            runner.Note(whole, several, operands);
            var result = runner.Report(several, several.IsAboutElements ? at : place, layer.Kind, operands);
            if (result is TensorValue made && !several.Throws)
            {
                result = runner.Made(made.With(Gradients.OfLoss(whole)), at);
            }

            return Typed(Modules.IsBatchFirst(whole) is { } isFirst ? OfSequences(result, new(at, layer.Kind, isFirst)) : result, at);
        }

        if (
            LayerCatalog.Find(layer.Kind) is not { } definition
            || operands is not [TensorValue { Shape: var input } tensor, ..]
            || operands.Length > 1 && operands.Skip(1).Any(o => o != Value.Null)
            || LayerFactories.ArgumentsOf(layer, definition) is not { } given
        )
        {
            return symbols.Unknown(at);
        }

        Demand(layer, operands, s => Functions.Infer(definition, given, new Operand(s, ElementType.Unknown)), interpreter);
        var outcome = Functions.Infer(definition, given, new Operand(input, tensor.Type), LayerFactories.TypeOf(layer));
        Suspect(layer, operands, outcome, interpreter);
        if (outcome.Throws)
        {
            // What is wrong whatever comes is wrong where the layer is made.
            var isWrongItself = definition.Infer(given, new Operands(new Operand(Shape.Unknown, ElementType.Unknown))).Error is not null;
            // What kind of numbers comes, a layer in a pipeline is not to blame for.
            return runner.Report(
                outcome,
                isWrongItself ? layer.Made ?? place
                    : outcome.IsAboutElements ? at
                    : place,
                layer.Kind,
                operands,
                WrittenNumbers.Of(layer, definition, outcome.Mismatch)
            );
        }

        interpreter.Pass(place);
        interpreter.Pass(at);
        var isDense = layer.Kind == "Linear";
        var isFresh = isDense || operands[0] is TensorValue { Order.IsContiguous: true };
        var computed = new TensorValue(isDense ? Roles.WithFeatures(outcome.Result) : outcome.Result, outcome.TypeAt(0))
        {
            Order = isFresh && outcome.Result.Rank is { } rank ? MemoryOrder.Contiguous(rank) : null,
        };
        return runner.Made(computed, at);
    }

    /// <summary>What a layer of sequences gives, of which the first are the sequences.</summary>
    private static Value OfSequences(Value value, SequenceLayer layer) =>
        value switch
        {
            TensorValue tensor => tensor.With(layer),
            Value.Items { Values: { Count: > 0 } items } when items[0] is TensorValue first => new Value.Items(
                items.Select((v, i) => i == 0 ? first.With(layer) : v).ToEquatableArray()
            ),
            _ => value,
        };

    /// <summary>Who made rows of something else than samples made them for this layer, if it takes them.</summary>
    private static void Suspect(LayerValue layer, Value[] operands, OperatorOutcome outcome, Interpreter interpreter)
    {
        if (
            !outcome.Throws
            && (operands.FirstOrDefault() as TensorValue)?.Marked<Suspicion>() is { Kind: SuspicionKind.Samples } suspicion
            && TakesSamples(layer.Kind)
            && (suspicion.Sample is null || LayerFactories.SizesOf(layer).Contains(suspicion.Sample))
        )
        {
            interpreter.Report(new(FindingKind.Samples, suspicion.At, suspicion.Message));
        }
    }

    /// <summary>A tensor from outside is known to have a shape that its first layer takes.</summary>
    private static void Demand(LayerValue layer, Value[] operands, Func<Shape, OperatorOutcome> rule, Interpreter interpreter)
    {
        if (operands is [TensorValue { Shape: { Rank: null, Trailing.Count: 0 }, Source: { } source }, ..])
        {
            interpreter.Demand(
                source,
                () => [.. Demands.Of(rule, LayerFactories.SizesOf(layer), l => ShapeContract.FreeName(l, source)).Select(Assumed)]
            );
        }

        // The first one is the one with a batch.
        static TensorValue Assumed(Shape shape, int index) => new(index == 0 && shape.Rank >= 4 ? Roles.WithBatch(shape) : shape);
    }

    // Their call has the names of Module, which are none.
    private static readonly Dictionary<string, string[]> _parameters = new()
    {
        ["TransformerEncoder"] = ["src", "src_mask", "src_key_padding_mask"],
        ["TransformerEncoderLayer"] = ["src", "src_mask", "src_key_padding_mask"],
    };

    private static IEnumerable<Given> Named(string kind, IReadOnlyList<Given> arguments) =>
        _parameters.TryGetValue(kind, out var names)
            ? arguments.Select((a, i) => i < names.Length ? a with { Name = names[i] } : a)
            : arguments;

    // A layer with weights learns what it sees of each sample.
    private static bool TakesSamples(string kind) =>
        kind is "Linear" or "LSTM" or "GRU" or "RNN" or "LayerNorm" or "MultiheadAttention"
        || kind.Contains("Conv")
        || kind.Contains("BatchNorm");

    // A part of a pipeline is reported where it is made, whose type is that of a module.
    private Value Typed(Value value, IOperation at) => value == Value.Unknown ? symbols.Unknown(at) : value;

    /// <summary>What comes into a network from outside with four dimensions or more has the samples first.</summary>
    private static IReadOnlyList<Given> Batched(IReadOnlyList<Given> arguments) =>
        [
            .. arguments.Select(a =>
                a.Value is TensorValue { Shape: { Rank: >= 4 } shape } tensor
                && shape.BatchAxis is null
                && shape.Axes[0].Role == AxisRole.Plain
                && shape.Axes[0].Parts.Count == 0
                    ? a with
                    {
                        Value = tensor with { Shape = Roles.WithBatch(shape) },
                    }
                    : a
            ),
        ];

    private static IMethodSymbol? ForwardOf(INamedTypeSymbol type, int parameters)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var forward = current
                .GetMembers("forward")
                .OfType<IMethodSymbol>()
                .Where(m => !m.IsAbstract && m.Parameters.Length == parameters)
                .ToArray();
            if (forward.Length > 0)
            {
                // One that hides that of the base is not what call leads to.
                var isLed = forward.Length == 1 && (forward[0].IsOverride || current.BaseType?.DeclaringSyntaxReferences.IsEmpty != false);
                return isLed ? forward[0].OriginalDefinition : null;
            }
        }

        return null;
    }
}
