using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Calls: of the library, of lists, of functions that are values, and of methods of the project.</summary>
internal sealed partial class Interpreter
{
    private Value Invoke(IInvocationOperation invocation)
    {
        var receiver = Evaluate(invocation.Instance);
        var call = new Call(invocation.TargetMethod, receiver, ArgumentsOf(invocation.Arguments), invocation);
        if (invocation.TargetMethod.MethodKind == MethodKind.Constructor)
        {
            // : base(…) or : this(…)
            Construct(invocation.TargetMethod, receiver, call.Arguments, invocation);
            return Value.Unknown;
        }

        return Invoke(call);
    }

    /// <summary>What a call gives.</summary>
    public Value Invoke(Call call)
    {
        if (call.Method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Apply(call.Receiver, call.Arguments, call.At);
        }

        return semantics.Call(call, this) ?? Lists(call) ?? Known(call) ?? Follow(call);
    }

    /// <summary>What a function gives that is a value.</summary>
    public Value Apply(Value function, IReadOnlyList<Given> arguments, IOperation at)
    {
        if (function is not Value.Function { Method: var method } known)
        {
            Forget(arguments.Select(a => a.Value));
            return Value.Unknown;
        }

        if (method.MethodKind is MethodKind.LambdaMethod or MethodKind.LocalFunction)
        {
            // In the method that it stands in, it sees the variables as they are.
            var variables =
                known.Home is { } home && ReferenceEquals(home, _frame?.Body) ? known.Captured.Over(_state.Variables) : known.Captured;
            return Enter(method, variables, known.Receiver, arguments, at);
        }

        // The names are those of the delegate, whose parameters stand for the method's.
        var given = arguments.Zip(method.Parameters, (a, p) => a with { Name = p.Name, Type = p.Type }).ToArray();
        return Invoke(new Call(method, known.Receiver, given, at));
    }

    private IReadOnlyList<Given> ArgumentsOf(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(GivenOf)];

    private Given GivenOf(IArgumentOperation argument)
    {
        var value = Evaluate(argument.Value);
        if (argument.Parameter is { RefKind: not (RefKind.None or RefKind.In) })
        {
            Assign(argument.Value, Value.Unknown);
            value = Value.Unknown;
        }

        var at = argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        return new(argument.Parameter?.Name ?? "", argument.Parameter?.Type, value, at);
    }

    /// <summary>The functions of C# on numbers that sizes are computed with.</summary>
    private static Value? Known(Call call) =>
        call.Method.ContainingType is { Name: "Math" or "MathF", ContainingNamespace.Name: "System" }
            ? (call.Method.Name, call.Argument(0), call.Argument(1)) switch
            {
                ("Max", Value.Size a, Value.Size b) => Larger(a, b, 1),
                ("Min", Value.Size a, Value.Size b) => Larger(a, b, -1),
                (var name, var a, var b) when Arithmetic.NumberOf(a) is { } x => NumberOf(name, x, Arithmetic.NumberOf(b)),
                _ => Value.Unknown,
            }
            : null;

    private static Value Larger(Value.Size left, Value.Size right, int sign) =>
        (left.Dim - right.Dim).Constant is { } difference ? (difference.Sign * sign >= 0 ? left : right) : Value.Unknown;

    private static Value NumberOf(string name, double x, double? y) =>
        (name, y) switch
        {
            ("Sqrt", _) => new Value.Number(Math.Sqrt(x)),
            ("Ceiling", _) => new Value.Number(Math.Ceiling(x)),
            ("Floor", _) => new Value.Number(Math.Floor(x)),
            ("Round", null) => new Value.Number(Math.Round(x)),
            ("Truncate", _) => new Value.Number(Math.Truncate(x)),
            ("Log2", _) => new Value.Number(Math.Log(x, 2)),
            ("Log", null) => new Value.Number(Math.Log(x)),
            ("Abs", _) => new Value.Number(Math.Abs(x)),
            ("Max", { } other) => new Value.Number(Math.Max(x, other)),
            ("Min", { } other) => new Value.Number(Math.Min(x, other)),
            ("Pow", { } power) => new Value.Number(Math.Pow(x, power)),
            _ => Value.Unknown,
        };

    /// <summary>Follows the call into a method of the project, where it is certain which one runs.</summary>
    private Value Follow(Call call)
    {
        var method = TargetOf(call);
        if (method is not null && CanEnter(method))
        {
            if (method.MethodKind == MethodKind.LocalFunction)
            {
                // It sees the variables of the method around it as they are.
                return Enter(method, _state.Variables, _frame?.Receiver ?? Value.Unknown, call.Arguments, call.At);
            }

            if (bodies.Of(method, budget.Cancellation) is not null)
            {
                return Enter(method, ValueMap.Empty, call.Receiver, call.Arguments, call.At);
            }
        }

        if (!IsHarmless(call.Method))
        {
            Forget(call.Values.Append(call.Receiver));
        }

        return Value.Unknown;
    }

    /// <summary>Runs a method of the project.</summary>
    public Value Enter(IMethodSymbol method, ValueMap captured, Value receiver, IReadOnlyList<Given> arguments, IOperation at)
    {
        if (BodyOf(method) is not { } body || !MayEnter(method))
        {
            Forget(arguments.Select(a => a.Value).Append(receiver));
            return Value.Unknown;
        }

        return Run(body, method, Bind(captured, method, arguments), receiver, at).Returned;
    }

    private bool MayEnter(IMethodSymbol method)
    {
        var active = 0;
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            active += SymbolEqualityComparer.Default.Equals(frame.Method, method) ? 1 : 0;
        }

        return (_frame?.Depth ?? 0) < Budget.DeepestCall && active < Budget.DeepestRecursion;
    }

    private Body? BodyOf(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction)
        {
            return bodies.Of(method, budget.Cancellation);
        }

        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            if (frame.Body.Graph.LocalFunctions.Contains(method))
            {
                var graph = frame.Body.Graph;
                return bodies.OfNested(method, () => graph.GetLocalFunctionControlFlowGraph(method, budget.Cancellation));
            }
        }

        return null;
    }

    /// <summary>The variables of a method where it begins.</summary>
    public static ValueMap Bind(ValueMap variables, IMethodSymbol? method, IReadOnlyList<Given> arguments)
    {
        for (var i = 0; i < method?.Parameters.Length; i++)
        {
            variables = variables.With(method.Parameters[i], i < arguments.Count ? arguments[i].Value : Value.Unknown);
        }

        return variables;
    }

    /// <summary>Runs a body: what it gives, and what its variables are at its end.</summary>
    public (Value Returned, ValueMap Variables) Run(
        Body body,
        IMethodSymbol? method,
        ValueMap variables,
        Value receiver,
        IOperation? at,
        bool isSilent = false
    )
    {
        var (outer, state) = (_frame, _state);
        var frame = new Frame(body, method, receiver, outer, at)
        {
            IsCertain = outer is null || at is null || IsCertain(at),
            IsSilent = isSilent || outer is { IsSilent: true },
        };
        frame.Execution = new Execution(body, this, budget);
        _frame = frame;
        try
        {
            if (method is not null)
            {
                semantics.Entered(method, p => variables[p], body.Graph.OriginalOperation, this);
            }

            var (final, returned) = frame.Execution.Run(state with { Variables = variables });
            _state = final is null ? state : state with { Heap = final.Heap };
            _isDead = final is null;
            foreach (var keep in frame.Kept)
            {
                _state = _state with { Variables = _state.Variables.Where((_, v) => keep(v)) };
            }
            return (returned, final?.Variables ?? ValueMap.Empty);
        }
        finally
        {
            _frame = outer;
        }
    }

    private Value.Function FunctionOf(IMethodReferenceOperation reference) =>
        new Value.Function(reference.Method, reference.Instance is null ? Value.Unknown : Evaluate(reference.Instance), Captured());

    private Value.Function Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        var graph = _frame!.Body.Graph;
        bodies.OfNested(lambda.Symbol, () => graph.GetAnonymousFunctionControlFlowGraph(lambda, budget.Cancellation));
        return new Value.Function(lambda.Symbol, _frame.Receiver, Captured()) { Home = _frame.Body };
    }

    /// <summary>The variables that a lambda finds as they are now, whenever it runs.</summary>
    private ValueMap Captured()
    {
        var changing = _frame!.Body.Changing;
        return _state.Variables.Where((v, _) => v is ISymbol symbol && !changing.Contains(symbol));
    }
}
