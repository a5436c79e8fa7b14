using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// How libtorch computes a pooling: it pads symmetrically and by half of the kernel at most, so <see cref="Pad.Same"/> needs help. The
/// padding never takes part in the result: neither in the maximum nor in the mean.
/// </summary>
/// <param name="Padding">The symmetric padding of each axis.</param>
/// <param name="CeilMode">Whether the last place counts that is only partly filled.</param>
/// <param name="Explicit">What to pad each axis with before pooling, beyond what libtorch can do; empty for nothing.</param>
/// <param name="Crop">For each axis whether the first place is dropped after pooling; empty for none.</param>
internal sealed record PoolingPlan(
    EquatableArray<BigInteger> Padding,
    bool CeilMode,
    EquatableArray<WindowOutcome> Explicit,
    EquatableArray<bool> Crop
)
{
    public static PoolingPlan Of(Window[] windows, EquatableArray<WindowOutcome> places)
    {
        var axes = windows.Select((w, i) => PlanAxis(w, places[i])).ToArray();
        return new(
            axes.Select(a => a.Padding).ToEquatableArray(),
            windows[0].CeilMode || axes.Any(a => a.Ceil),
            axes.Any(a => a.Explicit)
                ? places.Select((p, i) => axes[i].Explicit ? p : p with { PadBefore = 0, PadAfter = 0 }).ToEquatableArray()
                : default,
            axes.Any(a => a.Crop) ? axes.Select(a => a.Crop).ToEquatableArray() : default
        );
    }

    private static (BigInteger Padding, bool Ceil, bool Explicit, bool Crop) PlanAxis(Window window, WindowOutcome place)
    {
        var (before, after) = (place.PadBefore!.Constant!.Value, place.PadAfter!.Constant!.Value);
        var isSymmetric = before == after;

        // A step of 1 and an odd padding: pad by the larger half on both sides, and drop the place that this adds in front. A larger
        // step: pad by the smaller half, and let ceil mode count the last place, which hangs over. Where the window has a place less
        // or more in ceil mode is where it would start behind the image, and such a place libtorch leaves out.
        var crop = !isSymmetric && window.Stride.Constant == 1;
        var padding = crop ? after : before;
        return padding > window.Kernel.Constant!.Value / 2 ? (0, false, true, false) : (padding, !isSymmetric && !crop, false, crop);
    }
}
