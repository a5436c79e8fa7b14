using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>A tensor that was disposed under the name that it has.</summary>
internal sealed record Disposed : Mark;

/// <summary>A tensor that is disposed with the scope that it is made in, since nothing there moves any tensor out of it.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record InScope(UsingScope Scope) : Mark;

/// <summary>When tensors are disposed: by Dispose, and with the dispose scope that they were made in.</summary>
internal static class Disposal
{
    private static readonly HashSet<string> _opening = ["NewDisposeScope"];

    // What brings tensors out of a scope.
    private static readonly HashSet<string> _moving =
    [
        .. "MoveToOuterDisposeScope MoveToOtherDisposeScope DetachFromDisposeScope MoveToOuter MoveToOther Detach Attach Include".Split(
            ' '
        ),
    ];

    /// <summary>The scope with which a tensor ends that an operation makes; null where none is certain.</summary>
    public static InScope? ScopeOf(IOperation made, Interpreter interpreter)
    {
        foreach (var step in interpreter.RouteTo(made))
        {
            if (UsingScope.Around(step.Syntax, _opening) is { } scope)
            {
                return scope.Mentions(_moving) ? null : new(scope);
            }

            if (Names.Of(step.Syntax.SyntaxTree).Overlaps(_moving))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What is wrong with using a tensor; null for nothing.</summary>
    public static string? Problem(Value value, IOperation use, Interpreter interpreter) =>
        value is not TensorValue tensor ? null
        : tensor.Marked<Disposed>() is not null ? "the tensor is disposed before"
        : tensor.Marked<InScope>() is { Scope: var scope } && HasLeft(scope, use, interpreter)
            ? "the tensor was made in a dispose scope that has ended, and is disposed with it: MoveToOuterDisposeScope() keeps it"
        : null;

    /// <summary>What is wrong with giving a tensor to the caller; null for nothing.</summary>
    public static string? ProblemOfResult(Value value, IMethodSymbol method) =>
        value is Value.Items { Values: var items } ? items.Select(i => ProblemOfResult(i, method)).FirstOrDefault(p => p is not null)
        : (value as TensorValue)?.Marked<InScope>() is { Scope: var scope }
        && method.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() == scope.Function
            ? $"{method.Name} gives a tensor that is disposed with the dispose scope that it was made in: MoveToOuterDisposeScope() keeps it"
        : null;

    /// <summary>What a variable names is gone; other names that it may have are not followed.</summary>
    public static Value Dispose(Call call, TensorValue tensor, Interpreter interpreter)
    {
        if (call.At is IInvocationOperation { Instance: (ILocalReferenceOperation or IParameterReferenceOperation) and var variable })
        {
            interpreter.Assign(variable, tensor.With(new Disposed()));
        }

        return Value.Unknown;
    }

    private static bool HasLeft(UsingScope scope, IOperation use, Interpreter interpreter) =>
        interpreter.RouteTo(use).FirstOrDefault(s => UsingScope.FunctionOf(s.Syntax) == scope.Function) is { } step
        && !scope.Contains(step.Syntax);
}
