using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow;

/// <summary>Calls and properties.</summary>
internal sealed partial class FlowInterpreter
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

    private Value Property(IPropertyReferenceOperation property)
    {
        var instance = Evaluate(property.Instance);
        foreach (var argument in property.Arguments)
        {
            Evaluate(argument.Value);
        }

        return (property.Property.Name, instance) switch
        {
            ("shape", Value.Tensor { Shape: { Rank: not null } shape }) => new Value.Items(shape.Axes.Select(SizeOf).ToEquatableArray()),
            ("ndim", Value.Tensor { Shape.Rank: { } rank }) => new Value.Size(rank),
            ("Length", Value.Items items) => new Value.Size(items.Values.Count),
            ("T" or "mT", Value.Tensor { Shape: { Rank: 2 } shape }) => new Value.Tensor(Shape.Of(shape.Axes.Reverse())),
            _ => Value.Unknown,
        };
    }

    private static Value SizeOf(Axis axis) => axis.Size is { } size ? new Value.Size(size) : Value.Unknown;

    private Value Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var receiver = Evaluate(invocation.Instance);
        var arguments = invocation
            .Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0)
            .Select(a => (Argument: a, Value: Argument(a)))
            .ToArray();
        if (_reshaping.Contains(method.Name))
        {
            _state = FlowState.Empty;
            return Value.Unknown;
        }

        if (Target(invocation) is { } target && ShapeContract.Of(target) is { } contract)
        {
            var (result, error) = contract.Check([.. arguments.Select(a => ShapeOf(a.Value))]);
            if (error is { } wrong)
            {
                Report?.Invoke(new(FlowFindingKind.Contract, arguments[wrong.Argument].Argument.Value, wrong.Problem));
            }

            return result is null ? Value.Unknown : new Value.Tensor(result);
        }

        if (!symbols.IsOperation(method))
        {
            return Value.Unknown;
        }

        if (
            method.Name == "size"
            && receiver is Value.Tensor { Shape: { Rank: { } rank } shape }
            && arguments is [{ Value: Value.Size { Dim.Constant: { } at } }]
        )
        {
            var index = (int)(at < 0 ? at + rank : at);
            return index >= 0 && index < rank ? SizeOf(shape.Axes[index]) : Value.Unknown;
        }

        return symbols.IsTensor(invocation.Type)
            ? Known(invocation, TensorOperations.Apply(CallOf(invocation, receiver, arguments)))
            : Value.Unknown;
    }

    private Value Argument(IArgumentOperation argument)
    {
        var value = Evaluate(argument.Value);
        if (argument.Parameter is { RefKind: not (RefKind.None or RefKind.In) })
        {
            Assign(argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value, Value.Unknown);
            return Value.Unknown;
        }

        return value;
    }

    /// <summary>The method that runs: forward for call, which TorchSharp's modules have in between.</summary>
    private static IMethodSymbol? Target(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name != "call")
        {
            return method;
        }

        for (var type = invocation.Instance?.Type; type is not null; type = type.BaseType)
        {
            var forward = type.GetMembers("forward").OfType<IMethodSymbol>().Where(m => m.Parameters.Length == method.Parameters.Length);
            if (forward.FirstOrDefault(m => !m.IsAbstract) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private TensorCall CallOf(IInvocationOperation invocation, Value receiver, (IArgumentOperation Argument, Value Value)[] arguments)
    {
        var given = arguments.Select(a => (a.Argument.Parameter?.Name ?? "", a.Value, symbols.IsTensor(a.Argument.Parameter?.Type)));
        return new(invocation.TargetMethod.Name, [.. invocation.Instance is null ? given : given.Prepend(("this", receiver, true))]);
    }
}
