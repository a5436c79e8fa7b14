using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch.Marks;
using ShapeGen.Layers;
using ShapeGen.Operators;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>The layers that torch.nn makes, and what holds several.</summary>
internal static class LayerFactories
{
    public static Value Make(Call call, OperatorArguments arguments, Interpreter interpreter)
    {
        var name = call.Method.MethodKind == MethodKind.Constructor ? call.Method.ContainingType.Name : call.Method.Name;
        switch (name)
        {
            case "Sequential":
                return Holder(call.Values, interpreter, isPipeline: true);
            case "ModuleList" or "ParameterList" or "ModuleDict" or "ParameterDict":
                return Holder(call.Values, interpreter, isPipeline: false);
            case "Parameter":
                return Gradients.Parameter(call.Argument(0), (call.Argument(1) as Value.Flag)?.IsTrue);
        }

        // Of a layer that is stacked, the arguments are those of the one that it is made of.
        var given = call
            .Arguments.Where(a => a.IsWritten)
            .SelectMany(a =>
                a.Value is LayerValue inner
                    ? inner.Arguments
                    : EquatableArray.Of(new LayerArgument(a.Name, Sized(arguments.Of(a.Value, a.Type), LeastOf(name, a.Name), interpreter)))
            );
        var layer = new LayerValue(name, given.ToEquatableArray()) { Made = call.At };
        DemandSizes(layer, interpreter);
        if (Modules.Check(CallOf(layer)) is { } problem)
        {
            interpreter.Report(new(FindingKind.Operation, call.At, problem));
        }

        return layer;
    }

    /// <summary>An integer from outside that is a size of a layer is at least 1.</summary>
    private static void DemandSizes(LayerValue layer, Interpreter interpreter)
    {
        if (LayerCatalog.Find(layer.Kind) is not { } definition || ArgumentsOf(layer, definition) is not { } arguments)
        {
            return;
        }

        var sizes = arguments
            .Items.Where(a => definition.Find(a.Name) is SizeParameter { Minimum: >= 1 } or SizesParameter { Minimum: >= 1 })
            .Select(a => a.Value)
            .OfType<ArgumentValue.Sizes>()
            .SelectMany(s => s.Items);
        foreach (var size in sizes)
        {
            interpreter.DemandSize(new(size));
        }
    }

    /// <summary>The least size that a layer takes for a parameter.</summary>
    private static int LeastOf(string kind, string name) =>
        LayerCatalog.Find(kind) is not { } definition
            ? 1
            : LayerArguments.ParameterOf(definition, name) switch
            {
                SizeParameter size => size.Minimum >= 1 ? 1 : 0,
                SizesParameter sizes => sizes.Minimum >= 1 ? 1 : 0,
                PaddingParameter => 0,
                _ => 1,
            };

    /// <summary>An argument with a name for each size that is not known: the layer has it, whatever it is.</summary>
    private static OperatorArgument Sized(OperatorArgument argument, int least, Interpreter interpreter) =>
        argument is OperatorArgument.Sizes sizes && sizes.Items.Any(i => i.Size is null)
            ? sizes with
            {
                Items = sizes.Items.Select(i => i.Size is null ? i with { Size = interpreter.NewSize(least) } : i).ToEquatableArray(),
            }
            : argument;

    /// <summary>A layer as an operator, without what it is called on.</summary>
    public static OperatorCall CallOf(LayerValue layer) => new(layer.Kind, [.. layer.Arguments.Select(a => (a.Name, a.Value))]);

    /// <summary>The type of a layer's weights, as it is made.</summary>
    public static ElementType TypeOf(LayerValue layer) =>
        CallOf(layer) is var call && ElementCatalog.HasType(call)
            ? ElementCatalog.TypeOf(call) ?? ElementType.Unknown
            : ElementType.Float32;

    /// <summary>A tensor that a layer learns.</summary>
    public static Value Weight(LayerValue layer, string name)
    {
        if (
            LayerCatalog.Find(layer.Kind) is not { } definition
            || OperatorCatalog.Has(layer.Kind)
            || ArgumentsOf(layer, definition) is not { } arguments
        )
        {
            return TensorValue.OfAny;
        }

        // Its weights hang on what it takes, not on how large that is.
        var taken = Demands.Of(
            i => Functions.Infer(definition, arguments, new Operand(i, ElementType.Unknown)),
            SizesOf(layer),
            letter => letter
        );
        var weight = taken
            .Append(Shape.Of(new Axis(null)))
            .Select(i => i.Rank is null ? Shape.Of(i.Trailing.Prepend(new Axis(null))) : i)
            .SelectMany(i => definition.Infer(arguments, new Operands(new Operand(i, ElementType.Unknown))).Weights)
            .FirstOrDefault(w => w.Name == name);
        return weight is null
            ? TensorValue.OfAny
            : Gradients.Parameter(new TensorValue(Shape.OfSizes([.. weight.Sizes]), TypeOf(layer)), weight.IsTrainable);
    }

    /// <summary>The sizes that a layer is made with.</summary>
    public static Dim[] SizesOf(LayerValue layer) =>
        [
            .. layer
                .Arguments.Select(a => a.Value)
                .OfType<OperatorArgument.Sizes>()
                .Where(s => s.Items.Count == 1)
                .Select(s => s.Items[0].Size)
                .OfType<Dim>(),
        ];

    public static Arguments? ArgumentsOf(LayerValue layer, LayerDefinition definition) =>
        LayerArguments.Of(definition, layer.Arguments.Select(a => (a.Name, a.Value)));

    /// <summary>Modules, one by one, in a list, or in pairs with their names.</summary>
    private static Value Holder(IEnumerable<Value> given, Interpreter interpreter, bool isPipeline)
    {
        var values = given.ToArray();
        if (values.Length == 1 && interpreter.State[values[0]] is Cell.Many many)
        {
            return interpreter.Allocate(many with { IsPipeline = isPipeline });
        }

        var items = new List<Value>();
        var keys = new List<Value>();
        foreach (var value in values)
        {
            var isPair = value is Value.Items { Values: { Count: 2 } two } && two[0] is Value.Text;
            if (!isPair && interpreter.State[value] is Cell.Elements { IsPipeline: false, Items: var list })
            {
                foreach (var item in list)
                {
                    Add(item);
                }
            }
            else
            {
                Add(value);
            }
        }

        return interpreter.Allocate(
            new Cell.Elements(items.ToEquatableArray(), keys.Count == items.Count ? keys.ToEquatableArray() : default, isPipeline)
        );

        void Add(Value item)
        {
            if (item is Value.Items { Values: { Count: 2 } pair })
            {
                keys.Add(pair[0]);
                items.Add(pair[1]);
            }
            else
            {
                items.Add(item);
            }
        }
    }
}
