using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>What TorchSharp's tensors, operators and modules mean.</summary>
internal sealed partial class TorchSemantics(TorchSymbols symbols) : ISemantics
{
    // They give a tensor, and those that share its memory, another shape in place.
    private static readonly HashSet<string> _reshaping =
    [
        "unsqueeze_",
        "squeeze_",
        "transpose_",
        "t_",
        "resize_",
        "resize_as_",
        "set_",
        "swapaxes_",
        "swapdims_",
    ];

    // They give the module back that they are called on.
    private static readonly HashSet<string> _fluent =
    [
        .. "to cuda cpu mps half bfloat16 float double to_type train eval requires_grad_ apply".Split(' '),
    ];

    private static readonly string[] _viewed = ["T", "mT", "H", "mH"];

    private readonly ModuleCalls _modules = new(symbols);

    /// <inheritdoc/>
    public Value? Call(Call call, Interpreter interpreter)
    {
        if (_reshaping.Contains(call.Method.Name) && symbols.IsOperation(call.Method))
        {
            interpreter.ForgetAll(v => v is not TensorValue);
            return Value.Unknown;
        }

        if (symbols.IsOfTorch(call.Method.ContainingType) && call.Method.Name.Contains("_hook"))
        {
            // It may give the module another input or result.
            interpreter.ForgetAll(v => v != call.Receiver);
            interpreter.Update(call.Receiver, null);
            return Value.Unknown;
        }

        if (_fluent.Contains(call.Method.Name) && symbols.IsOfTorch(call.Method.ContainingType) && Moved(call) is { } moved)
        {
            return moved;
        }

        if (call.Method.Name is "register_buffer" or "get_buffer" && symbols.IsOfTorch(call.Method.ContainingType))
        {
            return Buffer(call, interpreter);
        }

        if (symbols.IsOfTorch(call.Method.ContainingType) && call.Method.ContainingType.Name == "DisposeScope" && call.Arguments.Count == 1)
        {
            // MoveToOuter(x) and the like give x back.
            return call.Argument(0);
        }

        if (
            ModuleCalls.Target(call, interpreter) is { } target
            && ShapeContract.Of(target) is { } contract
            && Promised(call, contract, interpreter) is { } promised
        )
        {
            return promised;
        }

        if (ModuleCalls.IsCall(call.Method))
        {
            return _modules.Apply(call, interpreter);
        }

        if (TorchSymbols.IsFactory(call.Method))
        {
            return LayerFactories.Make(call, new OperatorArguments(symbols, interpreter), interpreter);
        }

        return symbols.IsTensorIndex(call.Method.ContainingType) ? TensorIndices.Named(call.Method.Name, call.Arguments)
            : symbols.IsOperation(call.Method) ? Operation(call, interpreter)
            : null;
    }

    /// <inheritdoc/>
    public Value? Property(Value instance, IPropertyReferenceOperation property, IReadOnlyList<Given> arguments, Interpreter interpreter)
    {
        var name = property.Property.Name;
        if (instance is LayerValue layer)
        {
            return symbols.IsTensor(property.Type) ? LayerFactories.Weight(layer, name) : Value.Unknown;
        }

        if (symbols.IsTensorIndex(property.Property.ContainingType))
        {
            return TensorIndices.Named(name, arguments);
        }

        if (!symbols.IsTensor(property.Property.ContainingType))
        {
            var part = name switch
            {
                "Key" => 0,
                "Value" => 1,
                _ => Interpreter.ItemOf(name),
            };
            return instance is Value.Items { Values: var items } && part < items.Count ? items[part.Value] : null;
        }

        var shape = TensorValue.ShapeOf(instance);
        if (property.Property.IsIndexer)
        {
            var indices = TensorIndices.Of(arguments, interpreter);
            return new OperatorRunner(symbols, interpreter).Run(
                new("this[]", [("this", TensorValue.ArgumentOf(instance)), ("indices", indices)]),
                property,
                [instance]
            );
        }

        return name switch
        {
            "shape" => shape.Rank is null ? Value.Unknown : interpreter.ListOf(shape.Axes.Select(SizeOf)),
            "dtype" => TypeOf(instance, interpreter),
            "ndim" or "Dimensions" => shape.Rank is { } rank ? new Value.Size(rank) : Value.Unknown,
            "NumberOfElements" => shape.ElementCount is { } count ? new Value.Size(count) : Value.Unknown,
            _ when _viewed.Contains(name) => new OperatorRunner(symbols, interpreter).Run(
                new(name, [("this", TensorValue.ArgumentOf(instance))]),
                property,
                [instance]
            ),
            _ when symbols.IsTensor(property.Type) && name is "grad" => instance,
            _ when symbols.IsTensor(property.Type) && name is "real" or "imag" => new TensorValue(shape),
            _ => Value.Unknown,
        };
    }

    /// <inheritdoc/>
    public bool AssignedItem(
        Value instance,
        IPropertyReferenceOperation indexer,
        IReadOnlyList<Given> arguments,
        Value value,
        Interpreter interpreter
    )
    {
        if (!symbols.IsTensor(indexer.Property.ContainingType))
        {
            return false;
        }

        new OperatorRunner(symbols, interpreter).Run(
            new(
                "this[]=",
                [
                    ("this", TensorValue.ArgumentOf(instance)),
                    ("indices", TensorIndices.Of(arguments, interpreter)),
                    ("value", TensorValue.ArgumentOf(value)),
                    ("is plain", new OperatorArgument.Flag(arguments.All(a => TorchSymbols.IsInteger(a.Type)))),
                ]
            ),
            indexer,
            [instance, value]
        );
        return true;
    }

    /// <inheritdoc/>
    public Value? Field(IFieldSymbol field) =>
        symbols.IsTensorIndex(field.ContainingType) ? TensorIndices.Named(field.Name, [])
        : field.Type.Name == "ScalarType" && symbols.IsOfTorch(field.ContainingType) && TorchSymbols.ElementTypeOf(field.Name) is { } type
            ? new Value.Choice($"{type}")
        : null;

    /// <inheritdoc/>
    public Value? Operator(IOperation operation, string sign, IReadOnlyList<Given> operands, Interpreter interpreter)
    {
        if (!symbols.IsTensor(operation.Type))
        {
            return null;
        }

        var tensors = operands.Where(o => symbols.IsTensor(o.Type) || o.Value is TensorValue).ToArray();
        var outcome = ElementCatalog.Complete(
            new OperatorArguments(symbols, interpreter).CallOf(OperatorNames.OfSign(sign), null, operands),
            ValueByValue.Broadcast([.. tensors.Select(t => TensorValue.ShapeOf(t.Value))], sign)
        );
        return new OperatorRunner(symbols, interpreter).Report(
            // Who sets a tensor against itself in another shape means all pairs.
            outcome.Doubt
                is not null
            && AreOfOne(tensors)
                ? outcome with
                {
                    Doubt = null,
                }
                : outcome,
            operation,
            sign,
            [.. operands.Select(o => o.Value)]
        );
    }

    /// <summary>The type of a tensor's elements; how wide floating-point numbers are only where the program leaves that as it is.</summary>
    private static Value TypeOf(Value tensor, Interpreter interpreter) =>
        tensor is TensorValue { Type: var type and not (ElementType.Unknown or ElementType.Floating) }
        && (type.IsIntegral() || !interpreter.Holds(OperatorRunner.ChangesElements))
            ? new Value.Choice($"{type}")
            : Value.Unknown;

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
        return type.Name is "Parameter" && symbols.IsOfTorch(type) && call.Arguments.Count > 0 ? call.Arguments[0].Value
            : symbols.IsOfTorch(type) && type.Name is "ModuleList" or "ModuleDict" or "Sequential"
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

    /// <summary>A tensor that a module keeps by a name.</summary>
    private static Value Buffer(Call call, Interpreter interpreter)
    {
        if (interpreter.State[call.Receiver] is not Cell.Instance instance || call.Argument(0) is not Value.Text { Content: var name })
        {
            return TensorValue.OfAny;
        }

        var kept = new Cell.Named(name);
        if (call.Method.Name == "get_buffer")
        {
            return instance.Fields[kept] is TensorValue value ? value : TensorValue.OfAny;
        }

        interpreter.Update(call.Receiver, instance with { Fields = instance.Fields.With(kept, call.Argument(1)) });
        return Value.Unknown;
    }

    private static Value? Moved(Call call)
    {
        var module = call.Method.IsStatic ? call.Argument(0) : call.Receiver;
        return module is LayerValue or Value.Reference ? module : null;
    }

    public static Value SizeOf(Axis axis) => axis.Size is { } size ? new Value.Size(size) : Value.Unknown;

    private Value Operation(Call call, Interpreter interpreter)
    {
        var runner = new OperatorRunner(symbols, interpreter);
        var receiver = call.Method.IsStatic ? null : call.Receiver;
        if (receiver is TensorValue { Shape: var shape } && Asked(call, shape, interpreter) is { } answer)
        {
            return answer;
        }

        if (receiver is TensorValue read && Accessors.Problem(call, read) is var (text, isAboutWidth))
        {
            return runner.Report(
                OperatorOutcome.Fails(text) with
                {
                    IsAboutElements = true,
                    IsAboutWidth = isAboutWidth,
                },
                call.At,
                call.Method.Name,
                [receiver]
            );
        }

        var name = TorchSymbols.NameOf(call.Method);
        if (name is "index" or "index_put_" && receiver is not null)
        {
            var indices = TensorIndices.Of(call.Arguments.Where(a => a.Name != "value").ToArray(), interpreter);
            var own = TensorValue.ArgumentOf(receiver);
            return runner.Run(new(name, [("this", own), ("indices", indices)]), call.At, [receiver]);
        }

        var operation = new OperatorArguments(symbols, interpreter).CallOf(name, receiver, call.Arguments);
        return runner.Run(operation, call.At, [.. call.Values.Prepend(call.Receiver)]);
    }

    /// <summary>What is asked of a tensor about its shape.</summary>
    private static Value? Asked(Call call, Shape shape, Interpreter interpreter)
    {
        switch (call.Method.Name)
        {
            case "size" when call.Arguments.Count == 0:
                return shape.Rank is null ? Value.Unknown : interpreter.ListOf(shape.Axes.Select(SizeOf));
            case "size" when shape.Rank is { } rank && call.Argument(0) is Value.Size { Constant: { } dim }:
                return rank > 0 && Dimensions.Place(dim, rank) is { } place ? SizeOf(shape.Axes[place]) : Value.Unknown;
            case "dim" when call.Arguments.Count == 0:
                return shape.Rank is { } count ? new Value.Size(count) : Value.Unknown;
            case "numel":
                return shape.ElementCount is { } elements ? new Value.Size(elements) : Value.Unknown;
            default:
                return null;
        }
    }
}
