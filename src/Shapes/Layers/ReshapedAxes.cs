using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>Which axes of the input the axes of a reshaped tensor are: a reshape keeps the values in memory in their order.</summary>
internal static class ReshapedAxes
{
    /// <summary>
    /// Walks both lists from the front: an output axis that takes exactly one input axis is that axis; one that takes several
    /// whole ones is merged from them. After the first one that does neither, the rest are new axes.
    /// </summary>
    public static Axis[] Trace(IEnumerable<Axis> input, IReadOnlyList<Dim?> sizes)
    {
        var rest = new Queue<Axis>(input.SelectMany(a => a.Leaves));
        var output = new Axis[sizes.Count];
        var isAligned = true;
        for (var i = 0; i < sizes.Count; i++)
        {
            var taken = isAligned ? Take(rest, sizes[i]) : null;
            isAligned = taken is not null;
            output[i] = taken is null ? new Axis(sizes[i]) : taken with { Size = sizes[i] };
        }

        return output;
    }

    private static Axis? Take(Queue<Axis> rest, Dim? size)
    {
        // An axis of size 1 may be put in anywhere.
        var one = Dim.One;
        if (one.Equals(size) && (rest.Count == 0 || !one.Equals(rest.Peek().Size)))
        {
            return new Axis(size);
        }

        var taken = new List<Axis>();
        var product = one;
        while (size is not null && rest.Count > 0)
        {
            taken.Add(rest.Dequeue());
            if (taken[taken.Count - 1].Size is not { } next)
            {
                return null;
            }

            product *= next;
            if (product.Equals(size))
            {
                return Axis.Merge(taken);
            }

            if (Dim.AreEqual(product, 1) != Truth.Proved && (size - product).IsAtLeast(1) == Truth.Refuted)
            {
                return null;
            }
        }

        return null;
    }
}
