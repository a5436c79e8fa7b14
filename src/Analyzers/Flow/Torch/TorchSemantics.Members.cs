using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Properties and fields of tensors, layers and indices.</summary>
internal sealed partial class TorchSemantics
{
    private static readonly string[] _viewed = ["T", "mT", "H", "mH"];

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

        if (name == "IsInvalid")
        {
            return Disposal.IsGone(instance, property, interpreter) ? new Value.Flag(true) : Value.Unknown;
        }

        if (new OperatorRunner(symbols, interpreter).IsDisposed([instance], property, name))
        {
            return symbols.Unknown(property);
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
            "requires_grad" or "is_leaf" => Gradients.Asked(name, instance, interpreter),
            "dtype" => TypeOf(instance, interpreter),
            "ndim" or "Dimensions" => shape.Rank is { } rank ? new Value.Size(rank) : Value.Unknown,
            "NumberOfElements" => shape.ElementCount is { } count ? new Value.Size(count) : Value.Unknown,
            _ when _viewed.Contains(name) => new OperatorRunner(symbols, interpreter).Run(
                new(name, [("this", TensorValue.ArgumentOf(instance))]),
                property,
                [instance]
            ),
            _ when symbols.IsTensor(property.Type) && name is "grad" => instance is TensorValue of ? of with { Marks = default } : instance,
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

    /// <summary>The type of a tensor's elements; how wide floating-point numbers are only where the program leaves that as it is.</summary>
    private static Value TypeOf(Value tensor, Interpreter interpreter) =>
        tensor is TensorValue { Type: var type and not (ElementType.Unknown or ElementType.Floating) }
        && (type.IsIntegral() || !interpreter.Holds(OperatorRunner.ChangesElements))
            ? new Value.Choice($"{type}")
            : Value.Unknown;

    public static Value SizeOf(Axis axis) => axis.Size is { } size ? new Value.Size(size) : Value.Unknown;
}
