using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Modules;

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

        var target = Target(invocation);
        if (target is not null && ShapeContract.Of(target) is { } contract)
        {
            var (result, error) = contract.Check([.. arguments.Select(a => ShapeOf(a.Value))]);
            if (error is { } wrong)
            {
                Report?.Invoke(new(FlowFindingKind.Contract, arguments[wrong.Argument].Argument.Value, wrong.Problem));
            }

            return result is null ? Value.Unknown : new Value.Tensor(result);
        }

        if (
            method.Name is "call" or "forward"
            && receiver is not Value.Tensor
            && arguments.Length == 1
            && ShapeOf(arguments[0].Value) is { } input
        )
        {
            if (Through(receiver, input, invocation) is { } output)
            {
                return output;
            }
        }

        if (TorchSymbols.IsFactory(method))
        {
            var written = arguments.Where(a => a.Argument.ArgumentKind != ArgumentKind.DefaultValue);
            return method.Name == "Sequential" ? Sequential(arguments.Select(a => a.Value))
                : method.Name == "Parameter" && arguments.Length > 0 ? arguments[0].Value
                : LayerFactories.Make(method.Name, written.Select(a => (a.Argument.Parameter!.Name, a.Value))) is { } layer
                    ? layer with
                    {
                        Made = invocation,
                    }
                : Value.Unknown;
        }

        if (UserMethod(invocation, receiver) is { } user)
        {
            return runner.Call(user, receiver as Value.Instance, arguments.Select(a => a.Value).ToImmutableArray());
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

        if (arguments.Length > 0 && LayerFactories.Function(method.Name, WrittenOf(invocation, receiver, arguments)) is { } function)
        {
            var main = invocation.Instance is null ? arguments[0].Value : receiver;
            return ShapeOf(main) is { } image ? Known(invocation, TensorOperations.Through(function, image)) : Value.Unknown;
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

    /// <summary>What modules make of a tensor; null where that is not known from what they are.</summary>
    private Value? Through(Value module, Shape input, IOperation at)
    {
        switch (module)
        {
            case Value.Layer layer:
                // What is wrong whatever comes is wrong where the layer is made.
                var isWrongItself = TensorOperations.IsWrong(layer);
                return Known(isWrongItself ? layer.Made ?? at : at, TensorOperations.Through(layer, input));
            case Value.Sequence sequence:
                Value flowing = new Value.Tensor(input);
                foreach (var item in sequence.Modules)
                {
                    // Of several layers in one call, the place of the one that does not fit says more than that of the call.
                    var place = (item as Value.Layer)?.Made ?? at;
                    flowing = ShapeOf(flowing) is { } shape ? Through(item, shape, place) ?? Value.Unknown : Value.Unknown;
                }

                return flowing;
            case Value.Instance { Type: var type } instance when ForwardOf(type, 1) is { } forward:
                return runner.Call(forward, instance, ImmutableArray.Create<Value>(new Value.Tensor(input)));
            default:
                return null;
        }
    }

    private static Value.Sequence Sequential(IEnumerable<Value> arguments)
    {
        // Modules, one by one or in an array; what has names is not known.
        var modules = arguments.SelectMany(a => a is Value.Items items ? items.Values : EquatableArray.Of(a)).ToEquatableArray();
        return new Value.Sequence(modules);
    }

    /// <summary>A method of the user's that certainly is the one that runs.</summary>
    private static IMethodSymbol? UserMethod(IInvocationOperation invocation, Value receiver)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "call" && receiver is Value.Instance { Type: var made })
        {
            return ForwardOf(made, method.Parameters.Length);
        }

        return method.DeclaringSyntaxReferences.IsEmpty || method.MethodKind != MethodKind.Ordinary ? null
            : method.IsStatic ? method
            : receiver is Value.Instance { Type: var type } && SymbolEqualityComparer.Default.Equals(type, method.ContainingType) ? method
            : null;
    }

    private static IMethodSymbol? ForwardOf(INamedTypeSymbol type, int parameters) =>
        type.GetMembers("forward").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == parameters);

    private Value Create(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(Argument).ToArray();
        if (creation.Initializer is { } initializer)
        {
            Evaluate(initializer);
            return Value.Unknown;
        }

        return creation.Constructor is { } constructor ? runner.Create(constructor, arguments.ToImmutableArray()) : Value.Unknown;
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

    private IEnumerable<(string Parameter, Value Value)> WrittenOf(
        IInvocationOperation invocation,
        Value receiver,
        (IArgumentOperation Argument, Value Value)[] arguments
    ) =>
        CallOf(invocation, receiver, [.. arguments.Where(a => a.Argument.ArgumentKind != ArgumentKind.DefaultValue)])
            .Given.Select(g => (g.Parameter, g.Value));

    private TensorCall CallOf(IInvocationOperation invocation, Value receiver, (IArgumentOperation Argument, Value Value)[] arguments)
    {
        var given = arguments.Select(a => (a.Argument.Parameter?.Name ?? "", a.Value, symbols.IsTensor(a.Argument.Parameter?.Type)));
        return new(invocation.TargetMethod.Name, [.. invocation.Instance is null ? given : given.Prepend(("this", receiver, true))]);
    }
}
