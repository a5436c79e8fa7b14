using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Modules;

/// <summary>
/// Makes objects of the user's classes, and runs their methods, on what is known: constructors give fields their layers, and forward is worked
/// out for the shapes of a call. Past a budget nothing is known.
/// </summary>
internal sealed class ModuleRunner(TorchSymbols symbols, MethodBodies bodies, CancellationToken cancellation)
{
    private const int DeepestCall = 8;
    private const int MostCalls = 400;

    private readonly Stack<IMethodSymbol> _active = new();
    private int _calls;

    // Takes what is certainly wrong; null while it is not certain yet.
    private Action<FlowFinding>? _report;

    /// <summary>The object that a constructor makes; unknown where its source is not here.</summary>
    public Value Create(IMethodSymbol constructor, ImmutableArray<Value> arguments)
    {
        var type = constructor.ContainingType;
        if (!IsPlain(type) || bodies.Of(constructor, cancellation) is not { } body || !TryEnter(constructor))
        {
            return Value.Unknown;
        }

        // Silent: a network that is wrong in itself is reported once, where it is analysed.
        var state = FlowState.Empty;
        foreach (var graph in bodies.InitializersOf(type, cancellation))
        {
            state = Run(graph, state, report: null).Final;
        }

        state = Run(body, Bind(state, constructor, arguments), report: null).Final;
        _active.Pop();
        var fields = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(f => state[f] != Value.Unknown && bodies.IsStable(f, cancellation))
            .Select(f => new Value.Field(f.Name, state[f]));
        return new Value.Instance(type, fields.ToEquatableArray());
    }

    /// <summary>What a method of an object gives.</summary>
    public Value Call(IMethodSymbol method, Value.Instance? instance, ImmutableArray<Value> arguments)
    {
        if (method.IsAsync || method.IsGenericMethod || bodies.Of(method, cancellation) is not { } body || !TryEnter(method))
        {
            return Value.Unknown;
        }

        var state = FlowState.Empty;
        foreach (var field in instance?.Fields ?? default)
        {
            foreach (var symbol in instance!.Type.GetMembers(field.Name).OfType<IFieldSymbol>())
            {
                state = state.With(symbol, field.Value);
            }
        }

        var result = Run(body, Bind(state, method, arguments), _report, instance).Returned;
        _active.Pop();
        return result;
    }

    private static FlowState Bind(FlowState state, IMethodSymbol method, ImmutableArray<Value> arguments)
    {
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            state = state.With(method.Parameters[i], i < arguments.Length ? arguments[i] : Value.Unknown);
        }

        return state;
    }

    /// <summary>A class of the user's right above TorchSharp's modules, or above nothing: what its base would do is not known.</summary>
    private bool IsPlain(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty
        && !type.IsGenericType
        && (type.BaseType is null or { SpecialType: SpecialType.System_Object } || symbols.IsModule(type.BaseType));

    private bool TryEnter(IMethodSymbol method)
    {
        if (_active.Count >= DeepestCall || ++_calls > MostCalls || _active.Contains(method, SymbolEqualityComparer.Default))
        {
            return false;
        }

        _active.Push(method);
        return true;
    }

    /// <summary>Works out a body: what is known at its end, and what it gives. What is certainly wrong in it is reported.</summary>
    public (FlowState Final, Value Returned) Run(
        ControlFlowGraph graph,
        FlowState entry,
        Action<FlowFinding>? report,
        Value? instance = null
    )
    {
        var interpreter = new FlowInterpreter(symbols, UnstableVariables.In(graph.OriginalOperation), this) { Instance = instance };
        var outer = _report;
        _report = null;
        var before = ForwardAnalysis.Run(graph, entry, interpreter, cancellation);
        _report = outer;

        // The same once more, now that it is certain; the last block joins all ways out.
        interpreter.Begin(report);
        var certain = report is null ? [] : FlowRegions.Certain(graph);
        foreach (var block in graph.Blocks)
        {
            if (before[block.Ordinal] is { } state)
            {
                interpreter.Report = _report = certain.Contains(block.Ordinal) ? report : null;
                interpreter.Through(block, state);
            }
        }

        _report = outer;
        return (before[graph.Blocks.Length - 1] ?? FlowState.Empty, interpreter.Returned ?? Value.Unknown);
    }
}
