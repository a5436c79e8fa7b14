using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>What stands in the place of a Shortcut.</summary>
internal static class Shortcut
{
    /// <summary>The layers that project the input, if that is needed, and then the sum.</summary>
    /// <param name="layer">The Shortcut.</param>
    /// <param name="name">Its name, to which those of the projection add a number each: downsample.0, downsample.1.</param>
    /// <param name="input">What flows into the block.</param>
    /// <param name="scope">What flows now.</param>
    public static IEnumerable<LayerSpec> Parts(LayerSpec layer, string name, InputSpec input, Scope scope)
    {
        var (from, to) = (input.Operand.Shape, scope.Current.Shape);
        if (from.Rank is null || to.Rank is null || ShortcutLayer.AreSame(from, to))
        {
            return [Sum(layer, name, input.Name)];
        }

        if (ShortcutLayer.OnlyIfSameShape.Read(layer.Arguments))
        {
            return [];
        }

        if (!ShortcutLayer.Project.Read(layer.Arguments) || ShortcutLayer.Projection(from, to) is not { } projection)
        {
            return [Sum(layer, name, input.Name)];
        }

        var start = new LayerSpec("From", $"{name}.{input.Name}", Arguments.Of(("Source", ArgumentValue.OfLayer(input.Name))));
        return projection
            .Select((part, i) => new LayerSpec(part.Kind, $"{name}.{i}", part.Arguments))
            .Prepend(start)
            .Append(Sum(layer, name, scope.CurrentName));
    }

    private static LayerSpec Sum(LayerSpec layer, string name, string other) =>
        layer with
        {
            Name = name,
            Arguments = layer.Arguments.With(ShortcutLayer.Others, ArgumentValue.OfLayers(other)),
        };
}
