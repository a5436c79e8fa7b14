using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>A tensor that was disposed under the name that it has.</summary>
internal sealed record Disposed : Mark;

/// <summary>A tensor that is disposed with the scope that it is made in, since nothing there moves any tensor out of it.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Depth">How many calls led to the method with the scope.</param>
internal sealed record InScope(UsingScope Scope, int Depth) : Mark;

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

    // What asks nothing of the memory of a tensor.
    private static readonly HashSet<string> _harmless = ["IsInvalid", "name", "GetHashCode", "GetType", "Dispose"];

    // A layer that gets a tensor as its weight takes it out of the scope.
    private static readonly HashSet<string> _weights = ["weight", "bias"];

    /// <summary>The names of methods that bring tensors out of a scope, or call others that do.</summary>
    private static readonly Func<Compilation, CancellationToken, HashSet<string>> _movers = (compilation, cancellation) =>
    {
        var movers = new HashSet<string>(_moving);
        var methods = compilation
            .SyntaxTrees.SelectMany(t => t.GetRoot(cancellation).DescendantNodes())
            .Select(n => (Name: NameOf(n), Node: n))
            .Where(m => m.Name is not null)
            .ToArray();
        while (methods.Any(m => !movers.Contains(m.Name!) && UsingScope.NamesIn(m.Node).Any(movers.Contains) && movers.Add(m.Name!))) { }

        return movers;
    };

    /// <summary>The scope with which a tensor ends that an operation makes; null where none is certain.</summary>
    public static InScope? ScopeOf(IOperation made, Interpreter interpreter)
    {
        foreach (var (at, depth) in interpreter.RouteTo(made))
        {
            if (UsingScope.Around(at.Syntax, _opening) is { } scope)
            {
                return !scope.IsOf(_opening) || scope.Mentions(_moving) ? null : new(scope, depth);
            }

            // What a lambda does may be done later.
            if (Names.Of(at.Syntax.SyntaxTree).Overlaps(_moving) || UsingScope.FunctionOf(at.Syntax) is AnonymousFunctionExpressionSyntax)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a tensor is disposed, as far as that is certain.</summary>
    public static bool IsGone(Value value, IOperation use, Interpreter interpreter) => Problem(value, "", use, interpreter) is not null;

    /// <summary>What is wrong with using a tensor; null for nothing.</summary>
    public static string? Problem(Value value, string name, IOperation use, Interpreter interpreter) =>
        value is not TensorValue tensor || _harmless.Contains(name) ? null
        : tensor.Marked<Disposed>() is not null ? "the tensor is disposed before"
        : tensor.Marked<InScope>() is { } mark && HasLeft(mark, use, interpreter) && Keeps(mark.Scope, interpreter)
            ? "the tensor was made in a dispose scope that has ended, and is disposed with it: MoveToOuterDisposeScope() keeps it"
        : null;

    /// <summary>What is wrong with giving a tensor to the caller; null for nothing.</summary>
    public static string? ProblemOfResult(Value value, IOperation at, IMethodSymbol method, Interpreter interpreter) =>
        method.MethodKind == MethodKind.LambdaMethod ? null
        : at is ILocalReferenceOperation { Local: { IsUsing: true, Name: var name } } && value is TensorValue
            ? $"{method.Name} gives {name}, which using disposes when it returns"
        : Lost(value, method) is { } scope && Keeps(scope, interpreter)
            ? $"{method.Name} gives a tensor that is disposed with the dispose scope that it was made in: MoveToOuterDisposeScope() keeps it"
        : null;

    private static UsingScope? Lost(Value value, IMethodSymbol method) =>
        value is Value.Items { Values: var items } ? items.Select(i => Lost(i, method)).FirstOrDefault(s => s is not null)
        : (value as TensorValue)?.Marked<InScope>() is { Scope: var scope }
        && method.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() == scope.Function
            ? scope
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

    private static bool HasLeft(InScope mark, IOperation use, Interpreter interpreter) =>
        interpreter.RouteTo(use).FirstOrDefault(s => s.Depth == mark.Depth) is { At.Syntax: var step }
        && UsingScope.FunctionOf(step) == mark.Scope.Function
        && !mark.Scope.Contains(step);

    /// <summary>Whether a scope keeps all that is made in it to its end.</summary>
    private static bool Keeps(UsingScope scope, Interpreter interpreter) =>
        !scope.Mentions(interpreter.Ask(_movers))
        && !scope
            .Nodes.OfType<AssignmentExpressionSyntax>()
            .Any(a => a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && _weights.Contains(name));

    private static string? NameOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax { Identifier.ValueText: var name } => name,
            LocalFunctionStatementSyntax { Identifier.ValueText: var name } => name,
            PropertyDeclarationSyntax { Identifier.ValueText: var name } => name,
            VariableDeclaratorSyntax { Identifier.ValueText: var name, Initializer.Value: AnonymousFunctionExpressionSyntax } => name,
            _ => null,
        };
}
