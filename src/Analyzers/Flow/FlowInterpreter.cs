using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Modules;

namespace ShapeGen.Analyzers.Flow;

/// <summary>
/// Runs a block of code on what is known of values. It is called again and again until that comes to rest; only then is there something to
/// report.
/// </summary>
/// <param name="symbols">The types of TorchSharp.</param>
/// <param name="unstable">Variables that are assigned where this analysis does not see it.</param>
/// <param name="runner">Makes objects and runs methods of the user's.</param>
internal sealed partial class FlowInterpreter(TorchSymbols symbols, ISet<ISymbol> unstable, ModuleRunner runner) : ITransfer
{
    // What is assigned through a capture, which stands for the variable on the left of x = a ? b : c.
    private readonly Dictionary<CaptureId, object> _captured = [];
    private FlowState _state = FlowState.Empty;

    /// <summary>Takes what is certainly wrong; null while it is not certain yet.</summary>
    public Action<FlowFinding>? Report { get; set; }

    /// <inheritdoc/>
    public FlowState Through(BasicBlock block, FlowState state)
    {
        _state = state;
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
        }

        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                Returned = Returned is { } other ? Value.Join(other, result) : result;
            }
        }

        return _state;
    }

    /// <summary>The object that the method is called on.</summary>
    public Value? Instance { get; set; }

    /// <summary>What the method gives, on all ways on which it returns; null while there is none.</summary>
    public Value? Returned { get; private set; }

    /// <summary>Begins anew, now that values have come to rest.</summary>
    public void Begin(Action<FlowFinding>? report) => (Returned, Report) = (null, report);

    private Value Evaluate(IOperation? operation) =>
        operation switch
        {
            null => Value.Unknown,
            { ConstantValue: { HasValue: true, Value: { } constant }, Type.TypeKind: not TypeKind.Enum } => Constant(constant),
            IInstanceReferenceOperation => Instance ?? Value.Unknown,
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            IConversionOperation conversion => Evaluate(conversion.Operand),
            ILocalReferenceOperation local => _state[local.Local],
            IParameterReferenceOperation parameter => _state[parameter.Parameter],
            IFlowCaptureReferenceOperation capture => _state[capture.Id],
            IFlowCaptureOperation capture => Capture(capture),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value)),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value)),
            ICompoundAssignmentOperation compound => Assign(compound.Target, Compound(compound)),
            IBinaryOperation binary => Binary(binary, binary.OperatorKind, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => Negated(unary),
            ITupleOperation tuple => ItemsOf(tuple.Elements),
            IArrayCreationOperation { Initializer: { } initializer } => ItemsOf(initializer.ElementValues),
            IArrayElementReferenceOperation { Indices: [var index] } element => ItemAt(Evaluate(element.ArrayReference), Evaluate(index)),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => _state[field.Field],
            IObjectCreationOperation creation => Create(creation),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation invocation => Invoke(invocation),
            _ => Other(operation),
        };

    private static Value Constant(object constant) =>
        constant switch
        {
            int number => new Value.Size(number),
            long number => new Value.Size(number),
            bool flag => new Value.Flag(flag),
            _ => Value.Unknown,
        };

    private Value.Items ItemsOf(IEnumerable<IOperation> operations) => new(operations.Select(Evaluate).ToEquatableArray());

    /// <summary>Of another operation nothing is known, but its parts may assign.</summary>
    private Value Other(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child);
        }

        if (operation is IIncrementOrDecrementOperation step)
        {
            Assign(step.Target, Value.Unknown);
        }

        return Value.Unknown;
    }

    private Value Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation { Local: var local })
        {
            _captured[capture.Id] = local;
        }
        else if (capture.Value is IParameterReferenceOperation { Parameter: var parameter })
        {
            _captured[capture.Id] = parameter;
        }

        return Assign(capture.Id, Evaluate(capture.Value));
    }

    private Value Assign(object variable, Value value)
    {
        _state = _state.With(
            variable,
            variable is ISymbol symbol && (unstable.Contains(symbol) || symbol is ILocalSymbol { IsRef: true }) ? Value.Unknown : value
        );
        return value;
    }

    private Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return Assign((object)local, value);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Assign((object)parameter, value);
            case IFlowCaptureReferenceOperation capture:
                return Assign(_captured.TryGetValue(capture.Id, out var variable) ? variable : capture.Id, value);
            case IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field:
                return Assign((object)field.Field, value);
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                // What else has a name for that object changes with it.
                Evaluate(target);
                _state = FlowState.Empty;
                return value;
            default:
                Evaluate(target);
                return value;
        }
    }

    private Value Deconstruct(IOperation target, Value value)
    {
        var inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (inner is not ITupleOperation tuple)
        {
            return Assign(inner, value);
        }

        var items = value is Value.Items { Values: var known } && known.Count == tuple.Elements.Length ? known : default;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Deconstruct(tuple.Elements[i], items.Count > i ? items[i] : Value.Unknown);
        }

        return value;
    }

    private Value Compound(ICompoundAssignmentOperation compound) =>
        Binary(compound, compound.OperatorKind, Evaluate(compound.Target), Evaluate(compound.Value));

    private Value Binary(IOperation operation, BinaryOperatorKind kind, Value left, Value right)
    {
        if (left is Value.Size a && right is Value.Size b)
        {
            return Arithmetic(kind, a.Dim, b.Dim) is { } dim ? new Value.Size(dim) : Value.Unknown;
        }

        if (!symbols.IsTensor(operation.Type))
        {
            return Value.Unknown;
        }

        var (leftType, rightType) = operation switch
        {
            IBinaryOperation binary => (binary.LeftOperand.Type, binary.RightOperand.Type),
            ICompoundAssignmentOperation compound => (compound.Target.Type, compound.Value.Type),
            _ => (null, null),
        };
        return (symbols.IsTensor(leftType), symbols.IsTensor(rightType)) switch
        {
            (true, true) => Known(
                operation,
                TensorOperations.Broadcast(ShapeOf(left), ShapeOf(right), (a, b) => $"{a} {SignOf(kind)} {b}")
            ),
            (true, false) => left,
            (false, true) => right,
            _ => Value.Unknown,
        };
    }

    private Value Negated(IUnaryOperation unary) =>
        Evaluate(unary.Operand) switch
        {
            Value.Size size => new Value.Size(unary.OperatorKind == UnaryOperatorKind.Minus ? -size.Dim : size.Dim),
            Value.Tensor tensor => tensor,
            _ => Value.Unknown,
        };

    private static Dim? Arithmetic(BinaryOperatorKind kind, Dim left, Dim right) =>
        kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            // Sizes are not negative, where C# and floor agree.
            BinaryOperatorKind.Divide when left.IsAtLeast(0) == Truth.Proved && right.IsAtLeast(1) == Truth.Proved => Dim.FloorDivide(
                left,
                right
            ),
            _ => null,
        };

    private static string SignOf(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Add => "+",
            BinaryOperatorKind.Subtract => "-",
            BinaryOperatorKind.Multiply => "*",
            BinaryOperatorKind.Divide => "/",
            _ => kind.ToString(),
        };

    private static Value ItemAt(Value list, Value index) =>
        list is Value.Items { Values: var values } && index is Value.Size { Dim.Constant: { } at } && at >= 0 && at < values.Count
            ? values[(int)at]
            : Value.Unknown;

    private static Shape? ShapeOf(Value value) => (value as Value.Tensor)?.Shape;

    private Value Known(IOperation at, TensorResult result)
    {
        if (result.Problem is { } problem)
        {
            Report?.Invoke(new(FlowFindingKind.Operation, at, problem));
        }

        return result.Value;
    }
}

internal enum FlowFindingKind
{
    /// <summary>A tensor does not have the shape that a method takes.</summary>
    Contract,

    /// <summary>An operation cannot work on what it gets.</summary>
    Operation,
}

/// <summary>What is certainly wrong, and where.</summary>
internal sealed record FlowFinding(FlowFindingKind Kind, IOperation At, string Message);
