using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ShapeGen.Algebra;

namespace ShapeGen.Networks;

/// <summary>The table of a network's layers, with shapes of one sample, parameters and multiply-adds.</summary>
internal static class NetworkSummary
{
    private const int BytesPerParameter = 4;

    private static readonly string[] _header = ["Layer (type)", "Input", "Output", "Param #", "Mult-Adds"];

    public static string Format(NetworkModel network)
    {
        var rows = Rows(network, "").Prepend(_header).ToArray();
        var widths = _header.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();

        var text = new StringBuilder();
        text.Append(network.Name).Append(": ").Append(Signature(network)).Append('\n');
        foreach (var row in rows)
        {
            text.Append(Line(row, widths)).Append('\n');
        }

        return text.Append(Totals(network)).ToString();
    }

    /// <summary>A row for each layer; those of a block under the name that their weights have in the state_dict.</summary>
    private static IEnumerable<string[]> Rows(NetworkModel network, string path) =>
        network.Layers.SelectMany(l =>
            l.Body is { } body
                ? Rows(body, $"{path}{l.Key}.")
                :
                [
                    [
                        $"{path}{l.Key} ({l.Kind})",
                        Sizes(l.Input),
                        Sizes(l.Output),
                        Count(l.Outcome.ParameterCount),
                        Count(l.Outcome.MultiplyAdds),
                    ],
                ]
        );

    /// <summary>What goes in and what comes out: <c>(N, 1, 28, 28) → (N, 10)</c>.</summary>
    public static string Signature(NetworkModel network) =>
        $"{string.Join(", ", network.Inputs.Select(i => i.Operand.Shape))} → {string.Join(", ", (object[])network.Outputs)}";

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        // Names and shapes to the left, numbers to the right.
        string.Join("  ", cells.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
            .TrimEnd();

    private static string Totals(NetworkModel network)
    {
        var parameters = Count(network.ParameterCount);
        var multiplyAdds = Scaled(network.MultiplyAdds, 1, "M");
        var size = Scaled(network.ParameterCount, BytesPerParameter, "MB");
        return $"Total params {parameters} · trainable {Count(network.TrainableCount)} · mult-adds {multiplyAdds} · params {size}";
    }

    private static string Sizes(Shape shape) => shape.DescribeSample();

    private static string Count(Dim count) =>
        count.Constant is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : count.ToString();

    private static string Scaled(Dim count, int factor, string unit) =>
        count.Constant is { } value
            ? ((double)(value * factor) / 1e6).ToString("N2", CultureInfo.InvariantCulture) + " " + unit
            : count.ToString();
}
