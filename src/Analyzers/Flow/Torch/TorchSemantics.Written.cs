using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Analyzers.Flow.Torch.Written;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>What people write about shapes: attributes and comments.</summary>
internal sealed partial class TorchSemantics
{
    /// <inheritdoc/>
    public Value? Declared(ISymbol member) => ShapeContract.Read(member) is { } pattern ? new TensorValue(pattern.With([])) : null;

    /// <inheritdoc/>
    public void Assigned(ISymbol member, Value value, IOperation at, Interpreter interpreter)
    {
        if (
            value is TensorValue { Shape: { Rank: not null } shape }
            && ShapeContract.Read(member) is { } pattern
            && pattern.Difference(shape, []) is { } difference
        )
        {
            var text = $"{member.ContainingType.Name}.{member.Name} takes {pattern.Shape}, but gets {shape}: {difference}";
            interpreter.Report(new(FindingKind.Contract, at, text));
        }
    }

    /// <inheritdoc/>
    public void Returned(IMethodSymbol method, Value value, IOperation at, Interpreter interpreter)
    {
        if (
            interpreter.IsOutermost
            && value is TensorValue { Shape: var shape }
            && ShapeContract.Of(method)?.CheckResult(shape) is { } problem
        )
        {
            interpreter.Report(new(FindingKind.Contract, at, problem));
        }

        if (Disposal.ProblemOfResult(value, at, method, interpreter) is { } lost)
        {
            interpreter.Report(new(FindingKind.Disposed, at, lost));
        }

        if (ShapeDocs.OfResult(method) is { } comment)
        {
            Compare(new(comment, IsMain: true), value, at, interpreter);
        }
    }

    /// <inheritdoc/>
    public void Entered(IMethodSymbol method, System.Func<IParameterSymbol, Value> values, IOperation at, Interpreter interpreter)
    {
        foreach (var parameter in method.Parameters.Where(p => symbols.IsTensor(p.Type)))
        {
            if (ShapeDocs.Of(parameter) is { } comment)
            {
                Compare(new(comment, IsMain: true), values(parameter), at, interpreter);
            }
        }
    }

    /// <inheritdoc/>
    public void Observed(IOperation operation, Value value, Interpreter interpreter)
    {
        foreach (var subject in ShapeComments.Of(operation.Syntax))
        {
            Compare(subject, value, operation, interpreter);
        }
    }

    private static void Compare(CommentSubject subject, Value value, IOperation at, Interpreter interpreter)
    {
        var ((text, place), isMain) = subject;
        if (value is not TensorValue { Shape: var shape })
        {
            return;
        }

        var difference = shape.Rank is null ? null : Contradictions.Of(text, shape, interpreter.SizeNamed, !interpreter.IsOutermost);
        if (difference is null)
        {
            interpreter.Pass(place);
        }
        else if (isMain)
        {
            var said = $"The comment says ({string.Join(", ", text.Items)}), but the tensor is {shape}: {difference}";
            var names = Contradictions.SizesIn(text, interpreter.SizeNamed);
            var replacement = $"({string.Join(", ", shape.Axes.Select(a => NameOf(a.Size, names)))})";
            interpreter.Report(new(FindingKind.Comment, at, said) { Text = (place, replacement) });
        }
    }

    private static string NameOf(Dim? size, Dictionary<string, Dim> names) =>
        size is null ? "_"
        : size.IsConstant ? size.ToString()
        : names.FirstOrDefault(n => n.Value.Equals(size)).Key ?? (size.SymbolName is { } name && !name.Contains('.') ? name : "_");

    /// <summary>What an integer is called that any caller gives; null where a contract has given its name to a size.</summary>
    private static string? NameOf(IParameterSymbol parameter)
    {
        var method = parameter.ContainingSymbol as IMethodSymbol;
        var isTaken = method?.Parameters.Any(p => ShapeContract.Names(p, parameter.Name)) == true;
        return isTaken ? null : TorchSymbols.NameOf(parameter);
    }

    /// <summary>A call of a method that says what it takes and gives; null where it does not say what it gives, which its code tells.</summary>
    private static Value? Promised(Call call, ShapeContract contract, Interpreter interpreter)
    {
        var (result, error) = contract.Check([.. call.Arguments.Select(a => (a.Value as TensorValue)?.Shape)]);
        if (error is { } wrong)
        {
            interpreter.Report(new(FindingKind.Contract, call.Arguments[wrong.Argument].At ?? call.At, wrong.Problem));
            return Value.Unknown;
        }

        foreach (var argument in call.Arguments)
        {
            interpreter.Pass(argument.At ?? call.At);
        }

        return result is null ? null : new TensorValue(result);
    }
}
