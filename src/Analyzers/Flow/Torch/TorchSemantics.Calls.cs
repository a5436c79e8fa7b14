using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Analyzers.Flow.Torch.Written;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Calls of TorchSharp's methods.</summary>
internal sealed partial class TorchSemantics
{
    // They give a tensor, and those that share its memory, another shape in place.
    private static readonly HashSet<string> _reshaping =
    [
        "unsqueeze_",
        "squeeze_",
        "transpose_",
        "t_",
        "resize_",
        "resize_as_",
        "set_",
        "swapaxes_",
        "swapdims_",
    ];

    // They give the module back that they are called on.
    private static readonly HashSet<string> _fluent =
    [
        .. "to cuda cpu mps half bfloat16 float double to_type train eval requires_grad_ apply".Split(' '),
    ];

    /// <inheritdoc/>
    public Value? Call(Call call, Interpreter interpreter)
    {
        if (call.Method.Name == "Dispose" && call.Receiver is TensorValue tensor)
        {
            return Disposal.Dispose(call, tensor, interpreter);
        }

        if (_reshaping.Contains(call.Method.Name) && symbols.IsOperation(call.Method))
        {
            interpreter.ForgetAll(v => v is not TensorValue);
            return Value.Unknown;
        }

        if (
            call.Method is { Name: "parameters" or "named_parameters", ContainingType.Name: "Module" }
            && symbols.IsOfTorch(call.Method.ContainingType)
        )
        {
            return Gradients.Parameters(call.Method.Name == "named_parameters", interpreter);
        }

        if (call.Method.Name == "is_grad_enabled" && symbols.IsOfTorch(call.Method.ContainingType))
        {
            return GradientMode.IsOn(call.At, interpreter) ? new Value.Flag(true) : Value.Unknown;
        }

        if (symbols.IsOfTorch(call.Method.ContainingType) && call.Method.Name.Contains("_hook"))
        {
            // It may give the module another input or result.
            interpreter.ForgetAll(v => v != call.Receiver);
            interpreter.Update(call.Receiver, null);
            return Value.Unknown;
        }

        if (_fluent.Contains(call.Method.Name) && symbols.IsOfTorch(call.Method.ContainingType) && Moved(call) is { } moved)
        {
            return moved;
        }

        if (call.Method.Name is "register_buffer" or "get_buffer" && symbols.IsOfTorch(call.Method.ContainingType))
        {
            return Buffer(call, interpreter);
        }

        if (symbols.IsOfTorch(call.Method.ContainingType) && call.Method.ContainingType.Name == "DisposeScope" && call.Arguments.Count == 1)
        {
            // MoveToOuter(x) and the like give x back.
            return call.Argument(0);
        }

        if (
            ModuleCalls.Target(call, interpreter) is { } target
            && ShapeContract.Of(target) is { } contract
            && Promised(call, contract, interpreter) is { } promised
        )
        {
            return promised;
        }

        if (ModuleCalls.IsCall(call.Method))
        {
            return _modules.Apply(call, interpreter);
        }

        if (TorchSymbols.IsFactory(call.Method))
        {
            return LayerFactories.Make(call, new OperatorArguments(symbols, interpreter), interpreter);
        }

        return symbols.IsTensorIndex(call.Method.ContainingType) ? TensorIndices.Named(call.Method.Name, call.Arguments)
            : symbols.IsOperation(call.Method) ? Operation(call, interpreter)
            : null;
    }

    /// <summary>A tensor that a module keeps by a name.</summary>
    private static Value Buffer(Call call, Interpreter interpreter)
    {
        if (interpreter.State[call.Receiver] is not Cell.Instance instance || call.Argument(0) is not Value.Text { Content: var name })
        {
            return TensorValue.OfAny;
        }

        var kept = new Cell.Named(name);
        if (call.Method.Name == "get_buffer")
        {
            return instance.Fields[kept] is TensorValue value ? value : TensorValue.OfAny;
        }

        interpreter.Update(call.Receiver, instance with { Fields = instance.Fields.With(kept, call.Argument(1)) });
        return Value.Unknown;
    }

    private static Value? Moved(Call call)
    {
        var module = call.Method.IsStatic ? call.Argument(0) : call.Receiver;
        return module is LayerValue or Value.Reference ? module : null;
    }

    private Value Operation(Call call, Interpreter interpreter)
    {
        var runner = new OperatorRunner(symbols, interpreter);
        var receiver = call.Method.IsStatic ? null : call.Receiver;
        Value[] operands = [.. receiver is null ? call.Values : call.Values.Prepend(receiver)];
        if (runner.IsDisposed(operands, call.At, call.Method.Name))
        {
            return symbols.Unknown(call.At);
        }

        if (receiver is TensorValue { Shape: var shape } && Asked(call, shape, interpreter) is { } answer)
        {
            return answer;
        }

        if (receiver is TensorValue read && Accessors.Problem(call, read) is { } problem)
        {
            return runner.Report(problem.Outcome, call.At, call.Method.Name, [receiver]);
        }

        var name = TorchSymbols.NameOf(call.Method);
        if (name is "index" or "index_put_" && receiver is not null)
        {
            var indices = TensorIndices.Of(call.Arguments.Where(a => a.Name != "value").ToArray(), interpreter);
            var own = TensorValue.ArgumentOf(receiver);
            return runner.Run(new(name, [("this", own), ("indices", indices)]), call.At, [receiver]);
        }

        var operation = new OperatorArguments(symbols, interpreter).CallOf(name, receiver, call.Arguments);
        return runner.Run(operation, call.At, operands);
    }

    /// <summary>What is asked of a tensor about its shape.</summary>
    private static Value? Asked(Call call, Shape shape, Interpreter interpreter)
    {
        switch (call.Method.Name)
        {
            case "size" when call.Arguments.Count == 0:
                return shape.Rank is null ? Value.Unknown : interpreter.ListOf(shape.Axes.Select(SizeOf));
            case "size" when shape.Rank is { } rank && call.Argument(0) is Value.Size { Constant: { } dim }:
                return rank > 0 && Dimensions.Place(dim, rank) is { } place ? SizeOf(shape.Axes[place]) : Value.Unknown;
            case "dim" when call.Arguments.Count == 0:
                return shape.Rank is { } count ? new Value.Size(count) : Value.Unknown;
            case "numel":
                return shape.ElementCount is { } elements ? new Value.Size(elements) : Value.Unknown;
            default:
                return null;
        }
    }
}
