using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>What [InChannels] is of a tensor: the channels of an image or a signal, the last size of anything else.</summary>
internal static class Channels
{
    public static Dim? Of(Shape shape, BlockSpec block, EquatableArray<BlockSpec> blocks)
    {
        if (shape.Rank is null or 0)
        {
            return null;
        }

        // What the block does with it says more than where it comes from: a reshape leaves no trace of channels.
        var (axes, last) = (shape.Axes, shape.Axes[shape.Axes.Count - 1]);
        var layout = axes.Count > 2 ? LayoutOf(block, blocks) : Layout.Any;
        var channels =
            layout == Layout.ChannelsFirst ? axes[1]
            : layout == Layout.StepsFirst ? last
            : axes.FirstOrDefault(a => a.Role == AxisRole.Channels)
                // An image whose channels have been moved to the end, and changed there, has its height first.
                ?? (axes.Count > 3 && axes[1].Role != AxisRole.Spatial ? axes[1] : last);
        return channels.Size;
    }

    /// <summary>What the first layer that cares takes the dimensions for.</summary>
    private static Layout LayoutOf(BlockSpec block, EquatableArray<BlockSpec> blocks)
    {
        foreach (var layer in block.Layers)
        {
            var definition = LayerCatalog.Find(layer.Kind);
            var inner = layer.Use is { } use && use.Block != block.Id ? blocks.Find(use.Block) : null;
            var layout = inner is null ? definition?.Layout ?? Layout.Any : LayoutOf(inner, EquatableArray<BlockSpec>.Empty);
            if (layout != Layout.Any || definition is Permuting or Flattening or Unflattening or Reshaping or Returning)
            {
                return layout;
            }
        }

        return Layout.Any;
    }
}
