using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Layers;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Flow;

/// <summary>
/// The operations whose result is worked out, by class. A new one is one row; what has none gives a tensor of which nothing is known.
/// </summary>
internal static class TensorOperations
{
    private static readonly string[] _factories = ["zeros", "ones", "rand", "randn", "empty"];

    // The rule is that of the layer; its arguments by the names of TorchSharp's parameters.
    private static readonly Dictionary<string, (string Layer, (string Parameter, string Argument)[] Arguments)> _asLayers = new(
        StringComparer.Ordinal
    )
    {
        ["reshape"] = ("Reshape", [("shape", "Shape")]),
        ["view"] = ("Reshape", [("shape", "Shape")]),
        ["flatten"] = ("Flatten", [("start_dim", "StartDim"), ("end_dim", "EndDim")]),
        ["permute"] = ("Permute", [("permutation", "Dims")]),
        ["unsqueeze"] = ("Unsqueeze", [("dim", "Dim")]),
        ["select"] = ("Select", [("dim", "Dim"), ("index", "Index")]),
    };

    private static readonly Dictionary<string, Func<TensorCall, TensorResult>> _byName = Table();

    /// <summary>What the call gives.</summary>
    public static TensorResult Apply(TensorCall call) => _byName.TryGetValue(call.Name, out var rule) ? rule(call) : TensorResult.Unknown;

    /// <summary>Value by value, as operators of C# do it too.</summary>
    /// <param name="left">The first tensor.</param>
    /// <param name="right">The second tensor.</param>
    /// <param name="describe">How a message calls it: "maximum of (2, 3) and (4)", "(2, 3) + (4)".</param>
    public static TensorResult Broadcast(Shape? left, Shape? right, Func<Shape, Shape, string> describe)
    {
        if (left?.Rank is null || right?.Rank is null)
        {
            return TensorResult.Unknown;
        }

        return Broadcasting.Of(left, right) is { } common
            ? TensorResult.Of(common)
            : new(Value.Unknown, $"{describe(left, right)} cannot be brought to one shape{Broadcasting.Difference(left, right)}");
    }

    private static Dictionary<string, Func<TensorCall, TensorResult>> Table()
    {
        var table = new Dictionary<string, Func<TensorCall, TensorResult>>(StringComparer.Ordinal)
        {
            ["matmul"] = c => Multiply(c, 1),
            ["mm"] = c => Multiply(c, 2),
            ["bmm"] = c => Multiply(c, 3),
            ["cat"] = Concatenate,
            ["concat"] = Concatenate,
        };
        foreach (var name in OperationNames.SameShape)
        {
            // Another tensor may bring the result to another shape: a bound of clamp.
            table.Add(name, c => c.Given.Skip(1).Any(g => g.IsTensor) ? TensorResult.Unknown : TensorResult.Of(c.Main));
        }

        foreach (var name in OperationNames.ValueByValue)
        {
            table.Add(name, OfTwo);
        }

        foreach (var name in _factories)
        {
            table.Add(name, Make);
        }

        foreach (var layer in _asLayers)
        {
            table.Add(layer.Key, c => AsLayer(c, layer.Value.Layer, layer.Value.Arguments));
        }

        return table;
    }

    private static TensorResult OfTwo(TensorCall call)
    {
        var operands = call.Given.Take(2).ToArray();
        return operands.Length < 2 ? TensorResult.Unknown
            : !operands[1].IsTensor ? TensorResult.Of(call.Main)
            : Broadcast(ShapeOf(operands[0].Value), ShapeOf(operands[1].Value), (a, b) => $"{call.Name} of {a} and {b}");
    }

    private static Shape? ShapeOf(Value value) => (value as Value.Tensor)?.Shape;

    private static TensorResult Make(TensorCall call)
    {
        var sizes = call.Given.Where(g =>
            g.Parameter.StartsWith("dim", StringComparison.Ordinal) || g.Parameter is "size" or "rows" or "columns"
        );
        var dims = sizes.SelectMany(s => s.Value is Value.Items items ? items.Values : EquatableArray.Of(s.Value)).ToArray();
        return dims.Length == 0 || dims.Any(d => d is Value.Items)
            ? TensorResult.Unknown
            : TensorResult.Of(Shape.Of(dims.Select(d => new Axis((d as Value.Size)?.Dim))));
    }

    private static TensorResult Multiply(TensorCall call, int fewest)
    {
        var shapes = call.Given.Take(2).Select(g => ShapeOf(g.Value)).ToArray();
        if (shapes is not [{ Rank: >= 2 and { } rank } left, { Rank: >= 2 } right] || rank < fewest && fewest > 1)
        {
            return TensorResult.Unknown;
        }

        var (product, problem) = MatrixProduct.Of(left, right);
        return product is null ? new(Value.Unknown, $"{call.Name} of {left} and {right}{problem}") : TensorResult.Of(product);
    }

    /// <summary>What a layer makes of a tensor.</summary>
    public static TensorResult Through(Value.Layer layer, Shape input) =>
        input.Rank is null ? TensorResult.Unknown : Infer(layer.Kind, layer.Arguments, input, layer.Kind);

    /// <summary>Whether a layer is wrong whatever it gets.</summary>
    public static bool IsWrong(Value.Layer layer) =>
        LayerCatalog.Find(layer.Kind)!.Infer(layer.Arguments, new Operands(new Operand(Shape.Unknown, ElementType.Unknown))).Error
            is not null;

    private static TensorResult Concatenate(TensorCall call)
    {
        var tensors = call["tensors"] is Value.Items items ? items.Values.Select(ShapeOf).ToArray() : [];
        var dim = call.Has("dim") ? (call["dim"] as Value.Size)?.Dim.Constant : 0;
        if (tensors.Length == 0 || tensors.Any(t => t?.Rank is null or 0) || dim is not { } at)
        {
            return TensorResult.Unknown;
        }

        var first = tensors[0]!;
        var index = (int)(at < 0 ? at + first.Axes.Count : at);
        var isInRange = index >= 0 && index < first.Axes.Count;
        foreach (var other in tensors.Skip(1).Select(t => t!))
        {
            if (isInRange && Joining.Difference(first, other, index) is { } differs)
            {
                return new(
                    Value.Unknown,
                    $"{call.Name} of {first} and {other} takes tensors that differ in dimension {index} only{differs}"
                );
            }
        }

        return isInRange
            ? TensorResult.Of(Joining.Of(first, tensors.Select(t => t!), index))
            : new(Value.Unknown, $"{call.Name} of {first} has no dimension {at}");
    }

    private static TensorResult AsLayer(TensorCall call, string kind, (string Parameter, string Argument)[] names)
    {
        if (call.Main is not { Rank: not null } input || names.Any(n => call.Has(n.Parameter) && call.Argument(n.Parameter) is null))
        {
            return TensorResult.Unknown;
        }

        var written = names.Where(n => call.Has(n.Parameter)).Select(n => (n.Argument, call.Argument(n.Parameter)!));
        return Infer(kind, Arguments.Of([.. written]), input, call.Name);
    }

    private static TensorResult Infer(string kind, Arguments arguments, Shape input, string name)
    {
        var outcome = LayerCatalog.Find(kind)!.Infer(arguments, new Operands(new Operand(input, ElementType.Unknown)));
        return outcome.Error is null ? TensorResult.Of(outcome.Output) : new(Value.Unknown, Text(outcome.Error, name));
    }

    /// <summary>The message that the layer has for it, with the name of the operation.</summary>
    private static string Text(Mismatch mismatch, string name)
    {
        var words = mismatch.Words.Select(w =>
            w switch
            {
                Mismatch.Source => "the tensor has",
                Mismatch.SourceOfShape => "the tensor is",
                Mismatch.Cause => "",
                _ => w,
            }
        );
        var format = Descriptors.Of(mismatch.Kind).MessageFormat.ToString(CultureInfo.InvariantCulture);
        var text = string.Format(CultureInfo.InvariantCulture, format, [.. words, ""]);
        return text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? text : $"{name}: {text}";
    }
}
