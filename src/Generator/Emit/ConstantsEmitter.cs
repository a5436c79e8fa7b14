using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes the constants: sizes, counts, the summary. What is not known, because the network does not fit together, is 0.</summary>
internal static class ConstantsEmitter
{
    private const string Sizes = "global::System.ReadOnlySpan<long>";

    public static void Emit(NetworkCheck network, CodeWriter writer)
    {
        foreach (var flatten in network.Layers.Where(GeneratedMembers.HasFlattenSize))
        {
            var merged = network.IsSound ? flatten.Output.Axes[Flattening.MergedDim(flatten.Arguments, flatten.Input)] : null;
            EmitConstant(
                writer,
                $"The size of what {flatten.Name} merges{(merged?.Factors is { } factors ? $": {factors}" : "")}.",
                GeneratedMembers.FlattenSize(flatten),
                merged?.Size ?? Dim.Zero
            );
        }

        Documentation.Summary(writer, "The number of learned weights.");
        writer.Lines(
            $"public const long {GeneratedMembers.ParameterCount} = {(network.IsSound ? Sum(network, m => m.ParameterCount) : 0)};"
        );
        writer.Blank();
        EmitConstant(
            writer,
            "Multiply-adds for one sample: the weights, bias included, times the positions where they are applied.",
            GeneratedMembers.MultiplyAdds,
            network.IsSound ? Sum(network, m => m.MultiplyAdds) : Dim.Zero,
            "long"
        );
        if (network.Forward is { } forward)
        {
            const string without = "without the batch.";
            var input = forward.Inputs.Select(i => i.Operand.Shape).FirstOrDefault();
            EmitShape(network, writer, GeneratedMembers.InputShape, $"The sizes of one sample of the input, {without}", input);
            var output = forward.Outputs.FirstOrDefault();
            EmitShape(network, writer, GeneratedMembers.OutputShape, $"The sizes of one sample of the output, {without}", output);
        }

        EmitSummary(network, writer);
        EmitSizes(network, writer);
    }

    private static Dim Sum(NetworkCheck network, Func<NetworkModel, Dim> count) =>
        network.Models.Aggregate(Dim.Zero, (sum, m) => sum + count(m));

    /// <summary>A constant; nothing where it depends on a size that only a call knows.</summary>
    private static void EmitConstant(CodeWriter writer, string documentation, string name, Dim value, string? type = null)
    {
        if (value.IsConstant)
        {
            Documentation.Summary(writer, documentation);
            writer.Lines($"public const {type ?? TypeOf(value)} {name} = {value};");
            writer.Blank();
        }
    }

    private static void EmitShape(NetworkCheck network, CodeWriter writer, string name, string documentation, Shape? shape)
    {
        Documentation.Summary(writer, documentation);
        var sizes = network.IsSound ? Literals.Sample(shape!) : "default";
        writer.Lines($"public static {Sizes} {name} => {sizes};");
        writer.Blank();
    }

    private static void EmitSummary(NetworkCheck network, CodeWriter writer)
    {
        Documentation.Summary(writer, "The layers with shapes, weights and multiply-adds, as a table.");
        var text = network.IsSound
            ? string.Join("\n\n", network.Models.Select(NetworkSummary.Format))
            : $"{network.Type.Name} does not fit together: see the errors of the build.";
        writer.Lines($"public const string {GeneratedMembers.Summary} =");
        writer.Verbatim(Literals.Text(text) + ";");
        writer.Blank();
    }

    private static void EmitSizes(NetworkCheck network, CodeWriter writer)
    {
        Documentation.Summary(writer, "The sizes behind each layer.");
        using (writer.Open($"public static class {GeneratedMembers.Sizes}"))
        {
            foreach (var layer in network.Layers.Where(l => l.Output.HasKnownRank && l.Output != l.Input))
            {
                foreach (var (name, size) in NamedSizes(layer.Output).Where(s => s.Size is null or { IsConstant: true }))
                {
                    writer.Lines($"/// <summary>{layer.Key} ({layer.Title}): {Documentation.Shapes(layer)}</summary>");
                    writer.Lines($"public const {TypeOf(size)} {GeneratedMembers.Capitalized(layer)}{name} = {Counted(size)};");
                }
            }
        }

        writer.Blank();
    }

    private static IEnumerable<(string Name, Dim? Size)> NamedSizes(Shape shape)
    {
        var isImage = shape.Axes.Count is > 2 and < 6 && shape.Axes.Skip(2).All(a => a.Role == AxisRole.Spatial);
        for (var i = 1; i < shape.Axes.Count; i++)
        {
            var name =
                shape.Axes.Count == 2 ? "Features"
                : i == 1 && shape.Axes[i].Role == AxisRole.Channels ? "Channels"
                : i > 1 && isImage ? Samples.NameOfSpatialAxis(i - 2, shape.Axes.Count - 2)
                : $"Dim{i}";
            yield return (name, shape.Axes[i].Size);
        }
    }

    /// <summary>What a long can hold; 0 for what is not known, and what no tensor can have.</summary>
    private static Dim Counted(Dim? size) => size is null || size.IsAtLeast(long.MaxValue) == Truth.Proved ? Dim.Zero : size;

    private static string TypeOf(Dim? size) => size?.IsAtLeast(int.MaxValue) == Truth.Proved ? "long" : "int";
}
