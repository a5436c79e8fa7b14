using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Operators, conversions, and conditions.</summary>
internal sealed partial class Interpreter
{
    private Value Convert(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is not null || conversion.Operand.Type is IArrayTypeSymbol)
        {
            if (semantics.Convert(value, conversion, this) is { } converted)
            {
                return converted;
            }

            // The classes of System that convert, such as spans, hold what they are made of.
            return conversion.OperatorMethod is null or { ContainingNamespace.Name: "System" } ? value : Value.Unknown;
        }

        return Numbers.As(value, conversion.Type);
    }

    private Value Compound(ICompoundAssignmentOperation compound)
    {
        var (left, right) = (Evaluate(compound.Target), Evaluate(compound.Value));
        return Binary(compound, compound.OperatorKind, (compound.Target, left), (compound.Value, right));
    }

    private Value Binary(IBinaryOperation binary) =>
        Binary(
            binary,
            binary.OperatorKind,
            (binary.LeftOperand, Evaluate(binary.LeftOperand)),
            (binary.RightOperand, Evaluate(binary.RightOperand))
        );

    private Value Binary(
        IOperation operation,
        BinaryOperatorKind kind,
        (IOperation At, Value Value) left,
        (IOperation At, Value Value) right
    )
    {
        if (left.Value is Value.Size a && right.Value is Value.Size b)
        {
            if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
            {
                DemandSize(a, minimum: 0);
                DemandSize(b);
            }

            return Numbers.As(Arithmetic.Of(kind, a.Dim, b.Dim), operation.Type);
        }

        if (Arithmetic.NumberOf(left.Value) is { } x && Arithmetic.NumberOf(right.Value) is { } y)
        {
            return Numbers.As(Arithmetic.Of(kind, x, y), operation.Type);
        }

        var method = (operation as IBinaryOperation)?.OperatorMethod ?? (operation as ICompoundAssignmentOperation)?.OperatorMethod;
        if (method is not null)
        {
            Given[] operands = [GivenOf(left, method, 0), GivenOf(right, method, 1)];
            return semantics.Operator(operation, Arithmetic.SignOf(kind), operands, this) ?? Overloaded(method, operands, operation, kind);
        }

        return (kind, left.Value, right.Value) switch
        {
            (BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd, Value.Flag l, Value.Flag r) => new Value.Flag(
                l.IsTrue && r.IsTrue
            ),
            (BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr, Value.Flag l, Value.Flag r) => new Value.Flag(l.IsTrue || r.IsTrue),
            (BinaryOperatorKind.Add, Value.Text l, Value.Text r) => new Value.Text(l.Content + r.Content),
            _ => EqualityOf(kind, left.Value, right.Value),
        };
    }

    /// <summary>An operator of a class of the project; equality of records goes by their parts, which is not followed.</summary>
    private Value Overloaded(IMethodSymbol method, Given[] operands, IOperation operation, BinaryOperatorKind kind)
    {
        if (operands.Any(o => o.Value == Value.Null) || operands.All(o => o.Value is Value.Text))
        {
            return EqualityOf(kind, operands[0].Value, operands[1].Value);
        }

        return method.DeclaringSyntaxReferences.IsEmpty ? Value.Unknown : Follow(new Call(method, Value.Unknown, operands, operation));
    }

    private static Given GivenOf((IOperation At, Value Value) operand, IMethodSymbol method, int index) =>
        new(method.Parameters[index].Name, operand.At.Type ?? method.Parameters[index].Type, operand.Value, operand.At);

    private static Value EqualityOf(BinaryOperatorKind kind, Value left, Value right) =>
        kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && AreSame(left, right) is { } same
            ? new Value.Flag(same == (kind == BinaryOperatorKind.Equals))
            : Value.Unknown;

    /// <summary>Whether two values are the same; null where that is not known.</summary>
    private static bool? AreSame(Value left, Value right) =>
        left == Value.Unknown || right == Value.Unknown ? null
        : left == Value.Null || right == Value.Null ? left == right
        : (left, right) switch
        {
            (Value.Size a, Value.Size b) => (a.Dim - b.Dim).Constant is { } difference ? difference.IsZero : null,
            (Value.Flag or Value.Text or Value.Choice or Value.Number, _) when left.GetType() == right.GetType() => left == right,
            (Value.Reference, Value.Reference) => left == right,
            _ => null,
        };

    private Value Unary(IUnaryOperation unary)
    {
        var value = Evaluate(unary.Operand);
        if (unary.OperatorMethod is { } method)
        {
            return semantics.Operator(unary, Arithmetic.SignOf(unary.OperatorKind), [GivenOf((unary.Operand, value), method, 0)], this)
                ?? Value.Unknown;
        }

        return (unary.OperatorKind, value) switch
        {
            (UnaryOperatorKind.Minus, Value.Size size) => new Value.Size(-size.Dim),
            (UnaryOperatorKind.Minus, Value.Number number) => new Value.Number(-number.Amount),
            (UnaryOperatorKind.Plus, Value.Size or Value.Number) => value,
            (UnaryOperatorKind.Not, Value.Flag flag) => new Value.Flag(!flag.IsTrue),
            // The index from the end, ^1; the list that it is for knows its length.
            (UnaryOperatorKind.Hat, Value.Size size) => new Value.Size(-size.Dim),
            _ => Value.Unknown,
        };
    }

    private Value IsNull(Value value) =>
        value == Value.Unknown || _open.Contains(value) ? Value.Unknown
        : value == Value.Null ? new Value.Flag(true)
        : new Value.Flag(false);

    private Value IsOfType(Value value, ITypeSymbol type, bool isNegated) =>
        value == Value.Null ? new Value.Flag(isNegated)
        : type is ITypeParameterSymbol or INamedTypeSymbol { IsGenericType: true } ? Value.Unknown
        : _state[value] is Cell.Instance { Type: { IsGenericType: false } actual }
            ? Inherits(actual, type) || !_open.Contains(value) ? new Value.Flag(Inherits(actual, type) != isNegated)
                : Value.Unknown
        : semantics.IsOfType(value, type) is { } known ? new Value.Flag(known != isNegated)
        : Value.Unknown;

    private static bool Inherits(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default);
    }
}
