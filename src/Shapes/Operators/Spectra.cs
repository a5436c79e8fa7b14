using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Fourier transforms: along one dimension, two, or several.</summary>
internal static class Spectra
{
    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. Family("fft_", "ifft", "fft2", "ifft2", "fftn", "ifftn", size => size),
            .. Family("rfft", "ihfft", "rfft2", "ihfft2", "rfftn", "ihfftn", Half),
            .. Family("irfft", "hfft", "irfft2", "hfft2", "irfftn", "hfftn", size => size is null ? null : 2 * (size - 1), isWhole: true),
        ];

    // Only the last dimension of several is halved or doubled.
    private static IEnumerable<(string, OperatorRule)> Family(
        string a,
        string b,
        string c,
        string d,
        string e,
        string f,
        System.Func<Dim?, Dim?> last,
        bool isWhole = false
    )
    {
        foreach (var (name, several) in new[] { (a, 1), (b, 1), (c, 2), (d, 2), (e, 0), (f, 0) })
        {
            yield return ($"fft.{name}", call => Transform(call, several, last, isWhole));
        }
    }

    private static Dim? Half(Dim? size) => size is not null && Dim.FloorDivide(size, 2) is { } half ? half + 1 : null;

    private static OperatorOutcome Transform(OperatorCall call, int several, System.Func<Dim?, Dim?> last, bool isWhole)
    {
        if (call.Main.Rank is not > 0 and var unknown || call.Main.Rank is not { } rank)
        {
            return OperatorOutcome.Unknown;
        }

        var sizes = call.Integers("n", "s") ?? [];
        if (
            (call.Has("n", "s") && call.Integers("n", "s") is null)
            || (call.Has("dim") && call.Integers("dim") is null)
            || (several != 1 && sizes.Length > 0)
        )
        {
            return OperatorOutcome.Unknown;
        }

        var dims =
            call.Integers("dim")
            ?? (
                several == 1 ? [-1]
                : several == 2 ? [-2, -1]
                : [.. Enumerable.Range(0, rank)]
            );
        if (several > 0 && dims.Length != several)
        {
            return OperatorOutcome.Unknown;
        }

        var (places, error) = Dimensions.Places(call, dims);
        if (error is not null)
        {
            return OperatorOutcome.Fails(error);
        }

        if (places is null || places.Length == 0 || call.Main.Axes.Any(a => a.Size?.Constant is { IsZero: true }))
        {
            return OperatorOutcome.Unknown;
        }

        var at = places[places.Length - 1];
        var given = sizes is [> 0 and var size] ? (Dim)size : null;
        var result =
            given is null ? last(call.Main.Axes[at].Size)
            : isWhole ? given
            : last(given);
        return isWhole && result?.IsAtLeast(1) != Truth.Proved
            ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(Dimensions.WithSize(call.Main, at, result));
    }
}
