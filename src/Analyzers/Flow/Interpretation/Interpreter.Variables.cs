using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Variables, fields, and assignments to them.</summary>
internal sealed partial class Interpreter
{
    private Value Parameter(IParameterSymbol parameter)
    {
        if (_state.Variables.Has(parameter))
        {
            return _state.Variables[parameter];
        }

        // The parameter of a primary constructor lives on in the object.
        return _frame is { Receiver: var receiver } && _state[receiver] is Cell.Instance instance
            ? instance.Fields[parameter.OriginalDefinition]
            : Value.Unknown;
    }

    private Value Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field.OriginalDefinition;
        if (field.IsStatic)
        {
            return _state.Variables.Has(field) ? _state.Variables[field] : semantics.Field(field) ?? StaticField(field);
        }

        var instance = Evaluate(reference.Instance);
        return instance is Value.Items { Values: var items } && TupleIndex(reference.Field) is { } at && at < items.Count ? items[at]
            : _state[instance] is Cell.Instance { Fields: var fields } ? fields[field]
            : Value.Unknown;
    }

    /// <summary>What a field has for ever that belongs to no object.</summary>
    private Value StaticField(IFieldSymbol field)
    {
        if (!bodies.IsStable(field, budget.Cancellation) || bodies.InitializerOf(field, budget.Cancellation) is not { } body)
        {
            return Value.Unknown;
        }

        var (_, variables) = Run(body, null, ValueMap.Empty, Value.Unknown, null, isSilent: true);
        return variables[field];
    }

    private static int? TupleIndex(IFieldSymbol field)
    {
        var element = field.CorrespondingTupleField ?? field;
        return
            element.ContainingType.IsTupleType
            && element.Name.StartsWith("Item", System.StringComparison.Ordinal)
            && int.TryParse(element.Name.Substring(4), out var number)
            ? number - 1
            : null;
    }

    private Value Capture(IFlowCaptureOperation capture)
    {
        _frame!.Captured[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        _state = _state.With(capture.Id, value);
        return value;
    }

    /// <summary>Gives a place in the code a value.</summary>
    public Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return AssignVariable(local, value);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return AssignVariable(parameter, value);
            case IFlowCaptureReferenceOperation capture:
                return _frame!.Captured.TryGetValue(capture.Id, out var place) ? Assign(place, value) : value;
            case IFlowCaptureOperation capture:
                return Assign(capture.Value, value);
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IFieldReferenceOperation field when field.Field.IsStatic:
                return AssignVariable(field.Field.OriginalDefinition, value);
            case IFieldReferenceOperation field:
                return AssignMember(Evaluate(field.Instance), field.Field.OriginalDefinition, value);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                return AssignMember(Evaluate(property.Instance), property.Property.OriginalDefinition, value);
            case IPropertyReferenceOperation { Arguments: [{ Value: var index }] } property:
                return AssignItem(Evaluate(property.Instance), Evaluate(index), value);
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return AssignItem(Evaluate(element.ArrayReference), Evaluate(index), value);
            default:
                Evaluate(target);
                return value;
        }
    }

    private Value AssignVariable(ISymbol variable, Value value)
    {
        var isKnown = _frame?.Body.Unstable.Contains(variable) != true && variable is not ILocalSymbol { IsRef: true };
        _state = _state.With(variable, isKnown ? value : Value.Unknown);
        return value;
    }

    private Value AssignMember(Value instance, ISymbol member, Value value)
    {
        if (instance is Value.Reference { Object: var id })
        {
            if (_state[instance] is Cell.Instance cell)
            {
                _state = _state.With(id, cell with { Fields = cell.Fields.With(member, value) });
            }
        }
        else if (instance == Value.Unknown)
        {
            // It may be any object that has such a member.
            ForgetMember(member);
        }

        return value;
    }

    private void ForgetMember(ISymbol member)
    {
        foreach (var entry in _state.Heap)
        {
            if (entry.Value is Cell.Instance instance && instance.Fields.Has(member))
            {
                _state = _state.With(entry.Key, instance with { Fields = instance.Fields.With(member, Value.Unknown) });
            }
        }
    }

    private Value Deconstruct(IOperation target, Value value)
    {
        var inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (inner is not ITupleOperation tuple)
        {
            return inner is IDiscardOperation ? value : Assign(inner, value);
        }

        var items = value is Value.Items { Values: var known } && known.Count == tuple.Elements.Length ? known : default;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Deconstruct(tuple.Elements[i], items.Count > i ? items[i] : Value.Unknown);
        }

        return value;
    }

    private Value Step(IIncrementOrDecrementOperation step)
    {
        var before = Evaluate(step.Target);
        var after = before is Value.Size { Dim: var dim }
            ? new Value.Size(step.Kind == OperationKind.Increment ? dim + 1 : dim - 1)
            : Value.Unknown;
        Assign(step.Target, after);
        return step.IsPostfix ? before : after;
    }

    /// <summary>Forgets what code that is not known may change: what can be reached from values that it gets.</summary>
    public void Forget(IEnumerable<Value> values)
    {
        var waiting = new Stack<Value>(values);
        while (waiting.Count > 0)
        {
            var value = waiting.Pop();
            switch (value)
            {
                case Value.Items items:
                    PushAll(waiting, items.Values);
                    break;
                case Value.Function function:
                    waiting.Push(function.Receiver);
                    break;
                case Value.Reference { Object: var id } when _state[value] is { } cell:
                    ForgetCell(id, cell, waiting);
                    break;
            }
        }
    }

    private void ForgetCell(ObjectId id, Cell cell, Stack<Value> waiting)
    {
        if (cell is not Cell.Instance instance)
        {
            PushAll(waiting, cell is Cell.Elements elements ? elements.Items : default);
            _state = _state.With(id, null);
            return;
        }

        var kept = instance.Fields.Where((f, _) => f is IParameterSymbol || (f is ISymbol s && bodies.IsStable(s, budget.Cancellation)));
        if (!kept.Equals(instance.Fields))
        {
            PushAll(waiting, instance.Fields.All.Select(f => f.Value));
            _state = _state.With(id, instance with { Fields = kept });
        }
    }

    private static void PushAll(Stack<Value> waiting, IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            waiting.Push(value);
        }
    }
}
