using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What the code is found to be wrong in, and what it asks of values from outside.</summary>
internal sealed partial class Interpreter
{
    // What has worked once: what fails there another time does not fail on every run that comes there.
    private readonly HashSet<object> _passed = [];

    /// <summary>Says that something is wrong.</summary>
    public void Report(Finding finding)
    {
        if (_isDead || _frame is { IsSilent: true })
        {
            return;
        }

        if (IsCertain(finding.At))
        {
            report(finding with { Caller = CallerOf(finding) });
        }
        else if (!IsInFunction())
        {
            report(finding with { Caller = CallerOf(finding), Certainty = Certainty.OnOnePath });
        }
    }

    /// <summary>Says that nothing is wrong.</summary>
    /// <param name="at">The code, or where the text stands that is not wrong.</param>
    public void Pass(object at) => _passed.Add(at);

    public bool HasPassed(object at) => _passed.Contains(at);

    /// <summary>What the code asks of values that it gets from outside, on every run: each may be one of some values, the likeliest first.</summary>
    public Dictionary<object, IReadOnlyList<Value>> Demands { get; } = [];

    /// <summary>Notes that the code asks something of a value that it got.</summary>
    public void Demand(object source, Func<IReadOnlyList<Value>> alternatives)
    {
        if (IsOnEveryRun && !_isDead && _frame is not { IsSilent: true } && !Demands.ContainsKey(source))
        {
            Demands.Add(source, alternatives());
        }
    }

    /// <summary>An integer from outside that is used as a size, or that something is divided by, is at least 1; what is divided is not negative.</summary>
    public void DemandSize(Value.Size size, int minimum = 1)
    {
        if (
            size.Dim.OnlySymbol is not { } symbol
            || symbol.SymbolName is not { } name
            || name[0] == Anonymous
            || symbol.IsAtLeast(minimum) == Truth.Proved
        )
        {
            return;
        }

        var (key, demanded) = (new Value.Size(symbol), new Value.Size(Dim.Symbol(name, minimum)));
        if (
            IsOnEveryRun
            && Demands.TryGetValue(key, out var before)
            && before is [Value.Size { Dim: var lower }]
            && lower.IsAtLeast(minimum) != Truth.Proved
        )
        {
            Demands.Remove(key);
        }

        Demand(key, () => [demanded]);
    }

    private bool IsCertain(IOperation operation) => _frame is null || (_frame.IsCertain && _frame.Execution.IsCertain(operation));

    // Who hands code on to be run under a condition may want it to fail: Assert.Throws(() => …).
    private bool IsInFunction()
    {
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            if (frame.CalledAt is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An operation, the call of the method that it stands in, and so on to the method under analysis.</summary>
    /// <param name="at">The operation.</param>
    /// <returns>Each with the number of calls that led there.</returns>
    public IEnumerable<(IOperation At, int Depth)> RouteTo(IOperation at)
    {
        var step = at;
        for (var frame = _frame; frame is not null && step is not null; frame = frame.Caller)
        {
            yield return (step, frame.Depth);
            step = frame.CalledAt;
        }
    }

    /// <summary>The method under analysis.</summary>
    public IMethodSymbol? Outermost
    {
        get
        {
            var frame = _frame;
            while (frame?.Caller is { } caller)
            {
                frame = caller;
            }

            return frame?.Method;
        }
    }

    /// <summary>The call in the method under analysis through which it came to a place in another one.</summary>
    private IOperation? CallerOf(Finding finding)
    {
        IOperation? call = null;
        for (var frame = _frame; frame?.Caller is { } caller; frame = caller)
        {
            call = frame.CalledAt;
        }

        return ReferenceEquals(call, finding.At) ? null : call;
    }
}
