using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>
/// Reads arithmetic with the arguments of a block from its syntax: the compiler has folded it with their defaults, which are not what a use
/// gives.
/// </summary>
internal sealed class FormulaReader(SemanticModel model, INamedTypeSymbol block, CancellationToken cancellation)
{
    /// <summary>Whether an argument of the block stands in it.</summary>
    public bool TakesArguments(ExpressionSyntax expression) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .Any(name => ArgumentOf(name) is not null || DerivedOf(name) is not null);

    /// <summary>What stands for the value; null where it is not arithmetic.</summary>
    public Formula? Read(ExpressionSyntax expression)
    {
        if (!TakesArguments(expression))
        {
            return ConstantOf(expression) is { } value ? new Formula.Constant(value) : null;
        }

        return expression switch
        {
            ParenthesizedExpressionSyntax inner => Read(inner.Expression),
            NameSyntax or MemberAccessExpressionSyntax => ArgumentOf(expression) is { } field ? new Formula.Reference(field.Name)
            : DerivedOf(expression) is { } value ? Read(value)
            : null,
            PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.UnaryPlusExpression) => Read(unary.Operand),
            PrefixUnaryExpressionSyntax unary => OperatorOf(unary.Kind()) is { } @operator ? Operation(@operator, unary.Operand) : null,
            BinaryExpressionSyntax binary => OperatorOf(binary.Kind()) is { } @operator
                ? Operation(@operator, binary.Left, binary.Right)
                : null,
            ConditionalExpressionSyntax choice => Operation(Operator.Choose, choice.Condition, choice.WhenTrue, choice.WhenFalse),
            CastExpressionSyntax cast => ConversionTo(cast.Type) is { } conversion ? Operation(conversion, cast.Expression) : null,
            _ => null,
        };
    }

    private IFieldSymbol? ArgumentOf(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellation).Symbol is IFieldSymbol { IsConst: true } field
        && SymbolEqualityComparer.Default.Equals(field.ContainingType.OriginalDefinition, block.OriginalDefinition)
        && BlockArguments.IsOne(field)
            ? field
            : null;

    /// <summary>What a constant of the block is worked out from, where its arguments stand in that: <c>const int Half = In / 2;</c></summary>
    private ExpressionSyntax? DerivedOf(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellation).Symbol is IFieldSymbol { IsConst: true } field
        && SymbolEqualityComparer.Default.Equals(field.ContainingType.OriginalDefinition, block.OriginalDefinition)
        && !BlockArguments.IsOne(field)
        && field.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).FirstOrDefault()
            is VariableDeclaratorSyntax { Initializer.Value: var value } declarator
        && declarator.SyntaxTree == expression.SyntaxTree
        && TakesArguments(value)
            ? value
            : null;

    private ArgumentValue? ConstantOf(ExpressionSyntax expression) =>
        model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } value }
            ? ArgumentReader.ValueOf(value, model.GetTypeInfo(expression, cancellation).Type)
            : null;

    private Formula.Operation? Operation(Operator @operator, params ExpressionSyntax[] operands)
    {
        var read = operands.Select(Read).ToArray();
        return read.Any(o => o is null) ? null : new Formula.Operation(@operator, read.Select(o => o!).ToEquatableArray());
    }

    private Operator? ConversionTo(TypeSyntax type) =>
        model.GetTypeInfo(type, cancellation).Type?.SpecialType switch
        {
            SpecialType.System_Int32 or SpecialType.System_Int64 => Operator.ToInteger,
            SpecialType.System_Double or SpecialType.System_Single => Operator.ToNumber,
            _ => null,
        };

    private static Operator? OperatorOf(SyntaxKind kind) =>
        kind switch
        {
            SyntaxKind.AddExpression => Operator.Add,
            SyntaxKind.SubtractExpression => Operator.Subtract,
            SyntaxKind.MultiplyExpression => Operator.Multiply,
            SyntaxKind.DivideExpression => Operator.Divide,
            SyntaxKind.ModuloExpression => Operator.Remainder,
            SyntaxKind.UnaryMinusExpression => Operator.Negate,
            SyntaxKind.LogicalNotExpression => Operator.Not,
            SyntaxKind.LogicalAndExpression => Operator.And,
            SyntaxKind.LogicalOrExpression => Operator.Or,
            SyntaxKind.EqualsExpression => Operator.Equal,
            SyntaxKind.NotEqualsExpression => Operator.NotEqual,
            SyntaxKind.LessThanExpression => Operator.Less,
            SyntaxKind.LessThanOrEqualExpression => Operator.LessOrEqual,
            SyntaxKind.GreaterThanExpression => Operator.Greater,
            SyntaxKind.GreaterThanOrEqualExpression => Operator.GreaterOrEqual,
            _ => null,
        };
}
