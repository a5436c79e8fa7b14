using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>Where a problem in a block is to be mended: in the block, or where an argument of it is given.</summary>
internal static class BlockProblems
{
    /// <summary>
    /// The problem as one of what uses the block: at the argument of the use, if the wrong one is that; otherwise, and where arithmetic may be
    /// to blame, at the layer within the block.
    /// </summary>
    public static Problem From(Problem problem, NetworkSpec user, LayerSpec use)
    {
        var block = user.Blocks.Find(use.Use!.Block)!;
        if (problem.Uses.Count == 0 && problem.Block is null && Given(problem, block, use.Use!) is { } argument)
        {
            return problem with
            {
                Layer = use.Origin,
                At = argument,
                Inner = problem.Inner.Prepend(problem.Layer!.Value).ToEquatableArray(),
                Producer = null,
                Mismatch = null,
                Trail = problem.Trail.Count > 0 ? problem.Trail : EquatableArray.Of(block.Name),
            };
        }

        return problem with
        {
            Block = problem.Block ?? block.Id,
            Uses = problem.Uses.Prepend(use.Origin).ToEquatableArray(),
            Trail = problem.Trail.Append(Shown(block, use.Use!.Given)).ToEquatableArray(),
        };
    }

    /// <summary>The argument of the use that the wrong one is; null if it is none that was given.</summary>
    private static ArgumentRef? Given(Problem problem, BlockSpec block, BlockUse use)
    {
        if (problem is not { Layer: { } layer, At: { } at } || layer >= block.Layers.Count)
        {
            return null;
        }

        var template = block.Layers[layer];
        var formula = template.Arguments.Concat(template.Use?.Given ?? default).FirstOrDefault(a => a.Name == at.Name)?.Formula;
        if (at.Item is { } item && formula is Formula.List list && item < list.Items.Count)
        {
            formula = list.Items[item];
        }

        var index = formula is Formula.Reference reference
            ? block.Parameters.ToList().FindIndex(p => p.Name == reference.Name && use.Given[p.Name] is not null)
            : -1;
        return index < 0 ? null : BlockUse.ArgumentAt(block.Parameters[index].Name, index, use.Positional);
    }

    private static string Shown(BlockSpec block, Arguments given)
    {
        var values = block.Parameters.Where(p => given[p.Name] is not null).Select(p => given[p.Name]).ToArray();
        return values.Length == 0 ? block.Name : $"{block.Name}({string.Join<ArgumentValue?>(", ", values)})";
    }
}
