using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Written;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>What TorchSharp's tensors, operators and modules mean.</summary>
internal sealed partial class TorchSemantics(TorchSymbols symbols) : ISemantics
{
    private readonly ModuleCalls _modules = new(symbols);

    /// <inheritdoc/>
    public Value? Operator(IOperation operation, string sign, IReadOnlyList<Given> operands, Interpreter interpreter)
    {
        if (!symbols.IsTensor(operation.Type) || operands.Any(o => o.Value == Value.Null))
        {
            return null;
        }

        var tensors = operands.Where(o => symbols.IsTensor(o.Type) || o.Value is TensorValue).ToArray();
        var call = new OperatorArguments(symbols, interpreter).CallOf(OperatorNames.OfSign(sign), null, operands);
        var outcome = ElementCatalog.Complete(call, ValueByValue.Broadcast([.. tensors.Select(t => TensorValue.ShapeOf(t.Value))], sign));
        // Who sets a tensor against itself in another shape means all pairs.
        var meant = outcome.Doubt is not null && AreOfOne(tensors) ? outcome with { Doubt = null } : outcome;
        var runner = new OperatorRunner(symbols, interpreter);
        Value[] values = [.. operands.Select(o => o.Value)];
        return runner.IsRefused(call, values, operation)
            ? symbols.Unknown(operation)
            : runner.Complete(meant, call, sign, operation, values);
    }

    private static bool AreOfOne(Given[] tensors) =>
        tensors.Length == 2
        && tensors[0].At is { } left
        && tensors[1].At is { } right
        && VariablesOf(left).Intersect(VariablesOf(right)).Any();

    private static IEnumerable<string> VariablesOf(IOperation operation) =>
        operation
            .DescendantsAndSelf()
            .Where(o => o is ILocalReferenceOperation or IParameterReferenceOperation && o.Type is { Name: "Tensor" })
            .Select(o => o.Syntax.ToString());

    /// <inheritdoc/>
    public Value? Convert(Value value, IConversionOperation conversion, Interpreter interpreter)
    {
        if (symbols.IsTensorIndex(conversion.Type))
        {
            return TensorIndices.Of(value, conversion.Operand);
        }

        if (conversion.Type is { Name: "Size" } && symbols.IsOfTorch(conversion.Type))
        {
            return value is Value.Items { Values: var sizes } ? interpreter.ListOf(sizes)
                : value is Value.Size ? interpreter.ListOf([value])
                : value;
        }

        if (!symbols.IsTensor(conversion.Type))
        {
            return symbols.IsScalar(conversion.Type) ? value : null;
        }

        var type = OperatorArguments.TypeOf(conversion.Operand.Type);
        return symbols.IsTensor(conversion.Operand.Type) || value is TensorValue ? value
            : conversion.Operand.Type is IArrayTypeSymbol
                ? interpreter.ElementsOf(value) is { } items ? new TensorValue(Shape.OfSizes(items.Count), type)
                    : TensorValue.OfAny
            : new TensorValue(Shape.Of(), type);
    }

    /// <inheritdoc/>
    public Value? Create(Call call, Interpreter interpreter)
    {
        var type = call.Method.ContainingType;
        return symbols.IsOfTorch(type) && type.Name is "Parameter" or "ModuleList" or "ModuleDict" or "Sequential"
                ? LayerFactories.Make(call, new OperatorArguments(symbols, interpreter), interpreter)
            : symbols.IsOfTorch(type) && type.Name != "Module" ? Value.Unknown
            : null;
    }

    /// <inheritdoc/>
    public bool IsHarmless(IMethodSymbol method) => symbols.IsOfTorch(method.ContainingType);

    /// <inheritdoc/>
    public bool? IsOfType(Value value, ITypeSymbol type) =>
        value is LayerValue layer && symbols.IsOfTorch(type) && !type.IsAbstract && type.TypeKind == TypeKind.Class
            ? type.Name == layer.Kind
            : null;

    /// <inheritdoc/>
    public Value? Parameter(IParameterSymbol parameter) =>
        ShapeContract.Read(parameter) is { Shape: var shape } ? new TensorValue(shape)
        : symbols.IsTensor(parameter.Type) && parameter.NullableAnnotation != NullableAnnotation.Annotated
            ? TensorValue.OfAny with
            {
                Source = parameter,
            }
        : TorchSymbols.IsInteger(parameter.Type) && NameOf(parameter) is { } name ? new Value.Size(Dim.Symbol(name, int.MinValue))
        : null;

    /// <inheritdoc/>
    public Value? Member(IParameterSymbol parameter, ISymbol member) =>
        TorchSymbols.IsInteger((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) && NameOf(parameter) is { } name
            ? new Value.Size(Dim.Symbol($"{name}.{member.Name}", int.MinValue))
            : null;
}
