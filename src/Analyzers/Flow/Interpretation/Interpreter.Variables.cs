using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Variables, fields, and assignments to them.</summary>
internal sealed partial class Interpreter
{
    // Objects that code has got that is not known.
    private readonly HashSet<ObjectId> _escaped = [];

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
            return semantics.Field(field) ?? StaticField(field);
        }

        var instance = Evaluate(reference.Instance);
        return instance is Value.Items { Values: var items } && TupleIndex(reference.Field) is { } at && at < items.Count ? items[at]
            : _state[instance] is Cell.Instance { Fields: var fields } && fields[field] is var value && value != Value.Unknown
                ? Shared(value)
            : semantics.Declared(field) ?? Value.Unknown;
    }

    /// <summary>What a field has for ever that belongs to no object.</summary>
    private Value StaticField(IFieldSymbol field)
    {
        if (!bodies.IsStable(field, budget.Cancellation) || bodies.InitializerOf(field, budget.Cancellation) is not { } body)
        {
            return Value.Unknown;
        }

        var (_, variables) = Run(body, null, ValueMap.Empty, Value.Unknown, null, isSilent: true);
        return IsSeen(field) && _state[variables[field]] is Cell.Elements ? Value.Unknown : Shared(variables[field]);
    }

    private static Value Shared(Value value) => value is Value.IChangeable changeable ? changeable.Shared : value;

    private static int? TupleIndex(IFieldSymbol field)
    {
        var element = field.CorrespondingTupleField ?? field;
        return element.ContainingType.IsTupleType ? ItemOf(element.Name) : null;
    }

    /// <summary>The place of a part of a tuple by its name: 0 of Item1; null for another name.</summary>
    public static int? ItemOf(string name) =>
        name.StartsWith("Item", System.StringComparison.Ordinal) && int.TryParse(name.Substring(4), out var number) ? number - 1 : null;

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
                // Anyone may assign to it; only its initialiser is sure to see what it gives.
                return _frame is { Method: null } ? AssignVariable(field.Field.OriginalDefinition, value) : value;
            case IFieldReferenceOperation { Instance: { } owner } field when TupleIndex(field.Field) is { } at:
                return AssignPart(owner, at, value);
            case IFieldReferenceOperation field:
                semantics.Assigned(field.Field, value, target, this);
                return AssignMember(Evaluate(field.Instance), field.Field.OriginalDefinition, value);
            case IPropertyReferenceOperation property:
                return AssignProperty(property, value);
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

    private Value AssignPart(IOperation tuple, int at, Value value)
    {
        var items = (Evaluate(tuple) as Value.Items)?.Values.ToArray();
        if (items is not null && at < items.Length)
        {
            items[at] = value;
        }

        Assign(tuple, items is null ? Value.Unknown : new Value.Items(items.ToEquatableArray()));
        return value;
    }

    private Value AssignProperty(IPropertyReferenceOperation reference, Value value)
    {
        var instance = Evaluate(reference.Instance);
        var property = reference.Property.OriginalDefinition;
        var setter =
            property.SetMethod is { } declared && _state[instance] is Cell.Instance { Type: var type }
                ? ImplementationIn(type, declared)
                : property.SetMethod;
        if (setter is not null && bodies.Of(setter.OriginalDefinition, budget.Cancellation) is not null)
        {
            var given = new Given("value", property.Type, value, reference);
            AssignMember(instance, property, Value.Unknown);
            Follow(new Call(setter, instance, [.. ArgumentsOf(reference.Arguments), given], reference));
            return value;
        }

        semantics.Assigned(property, value, reference, this);
        if (reference.Arguments.IsEmpty)
        {
            return AssignMember(instance, property, value);
        }

        var arguments = ArgumentsOf(reference.Arguments);
        return semantics.AssignedItem(instance, reference, arguments, value, this) || arguments.Count > 1
            ? value
            : AssignItem(instance, arguments[0].Value, value);
    }

    private Value AssignMember(Value instance, ISymbol member, Value value)
    {
        if (instance is Value.Reference { Object: var id })
        {
            if (_state[instance] is Cell.Instance cell)
            {
                // What unknown code has got hold of it may change at any time.
                var kept = _escaped.Contains(id) && !bodies.IsStable(member, budget.Cancellation) ? Value.Unknown : value;
                _state = _state.With(id, cell with { Fields = cell.Fields.With(member, kept) });
            }
        }
        else if (instance == Value.Unknown)
        {
            // It may be any object that has such a member.
            ForgetMember(member);
        }
        else if (value != Value.Unknown || instance is not Value.Items)
        {
            // Of a value of the library: what has it elsewhere changes with it.
            ForgetAll(v => v != instance);
        }

        return value;
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
}
