using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Runs C# on what is known of values. What a library means it asks <paramref name="semantics"/>.</summary>
/// <param name="semantics">The library.</param>
/// <param name="bodies">The code of the project.</param>
/// <param name="budget">How much work it may be.</param>
/// <param name="report">Takes what is certainly wrong.</param>
/// <param name="observe">Is told what each call, operator and property gave.</param>
internal sealed partial class Interpreter(
    ISemantics semantics,
    Bodies bodies,
    Budget budget,
    Action<Finding> report,
    Action<IOperation, Value>? observe = null
) : IEvaluator
{
    private FlowState _state = FlowState.Empty;
    private Frame? _frame;

    // Set once something has run that always throws: what stands behind it does not run.
    private bool _isDead;

    /// <summary>Whether something holds of all code of the project.</summary>
    public bool Holds(Func<Compilation, CancellationToken, bool> question) => Ask(question);

    /// <summary>What is true of all code of the project.</summary>
    public T Ask<T>(Func<Compilation, CancellationToken, T> question)
        where T : notnull => bodies.Ask(question, budget.Cancellation);

    /// <summary>Whether the method under analysis runs, and not one that it calls.</summary>
    public bool IsOutermost => _frame is { Caller: null };

    /// <summary>What is known of objects that can change.</summary>
    public FlowState State => _state;

    /// <inheritdoc/>
    public bool IsOnEveryRun { get; set; } = true;

    /// <summary>The integer that a variable or a parameter of that name has in the whole method; null for none.</summary>
    public Dim? SizeNamed(string name) =>
        _state.Variables.All.FirstOrDefault(v => v.Key is ISymbol symbol && symbol.Name == name)
            is { Key: ISymbol variable, Value: Value.Size { Dim: var size } }
        && _frame?.Body.Changing.Contains(variable) != true
            ? size
            : null;

    /// <summary>A size of which nothing is known but that it is one size, wherever it comes to.</summary>
    public Dim NewSize(int minimum) => Dim.Symbol($"{Anonymous}{++_sizes}", minimum);

    private const char Anonymous = '?';
    private int _sizes;

    /// <inheritdoc/>
    public (FlowState After, Value Branch)? Through(BasicBlock block, FlowState state)
    {
        (_state, _isDead) = (state, false);
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
            if (_isDead)
            {
                return null;
            }
        }

        var value = block.BranchValue is { } branch ? Evaluate(branch) : Value.Unknown;
        if (
            block is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } returned }
            && _frame is { Method: { } method }
        )
        {
            semantics.Returned(method, value, returned, this);
        }

        return _isDead ? null : (_state, value);
    }

    /// <inheritdoc/>
    public bool MayChange(IOperation operation) =>
        UnstableVariables.TargetOf(operation) is not null
        || (
            operation is IInvocationOperation { TargetMethod: var method, Instance: var instance }
            && (
                !method.DeclaringSyntaxReferences.IsEmpty
                || (method.Name.StartsWith("Dispose", StringComparison.Ordinal) && DisposesItself(TypeOf(instance)))
            )
        );

    private static bool DisposesItself(ITypeSymbol? type) =>
        type is not null
        && (
            type.GetMembers().Any(m => m.Name.StartsWith("Dispose", StringComparison.Ordinal) && !m.DeclaringSyntaxReferences.IsEmpty)
            || DisposesItself(type.BaseType)
        );

    private static ITypeSymbol? TypeOf(IOperation? operation) =>
        operation is IConversionOperation conversion ? TypeOf(conversion.Operand) : operation?.Type;

    /// <summary>What an operation gives; what it changes is in the state behind it.</summary>
    public Value Evaluate(IOperation? operation)
    {
        var value = ValueOf(operation);
        var isOperation = operation is IInvocationOperation or IBinaryOperation or IPropertyReferenceOperation or IUnaryOperation;
        if (isOperation)
        {
            observe?.Invoke(operation!, value);
        }

        if (_frame is not null && (isOperation || operation is ILocalReferenceOperation or IParameterReferenceOperation))
        {
            semantics.Observed(operation!, value, this);
        }

        return value;
    }

    private Value ValueOf(IOperation? operation) =>
        operation switch
        {
            null => Value.Unknown,
            { ConstantValue: { HasValue: true, Value: var constant } } => Constant(constant, operation.Type),
            IInstanceReferenceOperation => _frame?.Receiver ?? Value.Unknown,
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            IConversionOperation conversion => Convert(conversion),
            ILocalReferenceOperation local => _state.Variables[local.Local],
            IParameterReferenceOperation parameter => Parameter(parameter.Parameter),
            IFlowCaptureReferenceOperation capture => _state.Variables[capture.Id],
            IFlowCaptureOperation capture => Capture(capture),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value)),
            IReturnOperation { Kind: OperationKind.YieldReturn } yielded => Yield(yielded),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value)),
            ICompoundAssignmentOperation compound => Assign(compound.Target, Compound(compound)),
            IIncrementOrDecrementOperation step => Step(step),
            IBinaryOperation binary => Binary(binary),
            IUnaryOperation unary => Unary(unary),
            IIsNullOperation test => IsNull(Evaluate(test.Operand)),
            IIsPatternOperation test => Matches(Evaluate(test.Value), test.Pattern),
            IIsTypeOperation test => IsOfType(Evaluate(test.ValueOperand), test.TypeOperand, test.IsNegated),
            ITupleOperation tuple => new Value.Items(tuple.Elements.Select(Evaluate).ToEquatableArray()),
            IArrayCreationOperation array => CreateArray(array),
            IImplicitIndexerReferenceOperation
            {
                Instance.Type: IArrayTypeSymbol or { Name: not ("Span" or "ReadOnlySpan" or "Memory") }
            } indexer => ItemAt(Evaluate(indexer.Instance), Evaluate(indexer.Argument), indexer.Argument),
            IArrayElementReferenceOperation { Indices: [var index] } element => ItemAt(
                Evaluate(element.ArrayReference),
                Evaluate(index),
                index
            ),
            IFieldReferenceOperation field => Field(field),
            IObjectCreationOperation creation => Create(creation),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation invocation => Invoke(invocation),
            IDelegateCreationOperation creation => Evaluate(creation.Target),
            IMethodReferenceOperation reference => FunctionOf(reference),
            IFlowAnonymousFunctionOperation lambda => Lambda(lambda),
            IDefaultValueOperation { Type: { } type } => DefaultOf(type),
            IRangeOperation range => new Value.Items(
                new[] { range.LeftOperand, range.RightOperand }.Select(o => o is null ? Value.Null : Evaluate(o)).ToEquatableArray()
            ),
            _ when operation.Syntax is CollectionExpressionSyntax collection => Collection(operation, collection),
            _ => Other(operation),
        };

    private static Value Constant(object? constant, ITypeSymbol? type) =>
        constant switch
        {
            null => Value.Null,
            _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } => type.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant))
                is { } member
                ? new Value.Choice(member.Name)
                : Value.Unknown,
            int or long or short or byte or sbyte or ushort or uint => new Value.Size(System.Convert.ToInt64(constant, null)),
            double or float => new Value.Number(System.Convert.ToDouble(constant, null)),
            bool flag => new Value.Flag(flag),
            string text => new Value.Text(text),
            _ => Value.Unknown,
        };

    // Who walks through it may change what it gets.
    private Value Yield(IReturnOperation operation)
    {
        Forget([Evaluate(operation.ReturnedValue)]);
        return Value.Unknown;
    }

    /// <summary>Of another operation nothing is known, but its parts may assign.</summary>
    private Value Other(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child);
        }

        return Value.Unknown;
    }

    /// <summary>A method that runs.</summary>
    /// <param name="Body">Its code.</param>
    /// <param name="Method">What it is; null for an initialiser.</param>
    /// <param name="Receiver">The object that it runs on.</param>
    /// <param name="Caller">The method that called it.</param>
    /// <param name="CalledAt">The call.</param>
    private sealed record Frame(Body Body, IMethodSymbol? Method, Value Receiver, Frame? Caller, IOperation? CalledAt)
    {
        // What is assigned through a capture: the left of x = a ? b : c.
        public Dictionary<CaptureId, IOperation> Captured { get; } = [];

        public Execution Execution { get; set; } = null!;

        /// <summary>What was forgotten of all variables while it ran, of those of its callers too.</summary>
        public List<Func<Value, bool>> Kept { get; } = [];

        /// <summary>Whether the call that it runs for is certain itself.</summary>
        public bool IsCertain { get; init; } = true;

        /// <summary>Whether what is wrong in it is said elsewhere.</summary>
        public bool IsSilent { get; init; }

        public int Depth { get; } = Caller is null ? 0 : Caller.Depth + 1;
    }
}
