using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>Operators that make a tensor of nothing but sizes.</summary>
internal static class Factories
{
    private static readonly string[] _sized =
    [
        "zeros",
        "ones",
        "empty",
        "full",
        "rand",
        "randn",
        "new_zeros",
        "new_ones",
        "new_empty",
        "new_full",
        "randint",
        "normal",
        "empty_strided",
    ];

    private static readonly string[] _lines =
    [
        "randperm",
        "bartlett_window",
        "blackman_window",
        "hamming_window",
        "hann_window",
        "kaiser_window",
        "linspace",
        "logspace",
        "fft.fftfreq",
    ];

    public static IEnumerable<(string Name, OperatorRule Rule)> Rules =>
        [
            .. _sized.Select(n => (n, (OperatorRule)Sized)),
            .. _lines.Select(n =>
                (
                    n,
                    (OperatorRule)(
                        c => c.Size("n", "len", "steps") is { } count ? OperatorOutcome.Of(Shape.Of(count)) : OperatorOutcome.Unknown
                    )
                )
            ),
            ("fft.rfftfreq", c => c.Integer("n") is { } n and > 0 ? OperatorOutcome.Of(Shape.OfSizes(n / 2 + 1)) : OperatorOutcome.Unknown),
            ("arange", Range),
            ("eye", Identity),
            ("tensor", Data),
            ("as_tensor", Data),
            ("from_array", Data),
        ];

    private static OperatorOutcome Sized(OperatorCall call)
    {
        string[] several = ["rows", "columns", "dim0", "dim1", "dim2", "dim3"];
        var list = call.Sizes("size", "sizes");
        var axes = list?.Items ?? several.SelectMany(n => call.Sizes(n)?.Items ?? default).ToEquatableArray();
        if (list is null && axes.Count == 0)
        {
            return OperatorOutcome.Unknown;
        }

        return axes.FirstOrDefault(a => a.Size?.Constant is { Sign: < 0 }) is { } negative
            ? OperatorOutcome.Fails($"{call.Name}({string.Join(", ", axes)}) has a size of {negative}")
            : OperatorOutcome.Of(Shape.Of(axes));
    }

    /// <summary>ceil((stop − start) / step) values.</summary>
    private static OperatorOutcome Range(OperatorCall call)
    {
        var start = call.Has("start") ? call.Size("start")?.Size : Dim.Zero;
        var step = call.Has("step") ? call.Size("step")?.Size : Dim.One;
        var length =
            start is null || call.Size("stop")?.Size is not { } stop || step?.Constant is not { } by || by.IsZero
                ? null
                : Dim.CeilDivide(by.Sign > 0 ? stop - start : start - stop, System.Numerics.BigInteger.Abs(by));
        return OperatorOutcome.Of(Shape.Of(new Axis(length?.IsAtLeast(0) == Truth.Proved ? length : null)));
    }

    private static OperatorOutcome Identity(OperatorCall call)
    {
        var rows = call.Size("rows") ?? new Axis(null);
        var columns = call.Size("columns") ?? rows;
        return OperatorOutcome.Of(Shape.Of(rows, columns.Size?.Constant is { Sign: < 0 } ? rows : columns));
    }

    /// <summary>One number, a list of numbers, or numbers with sizes.</summary>
    private static OperatorOutcome Data(OperatorCall call)
    {
        string[] several = ["rows", "columns", "dim0", "dim1", "dim2", "dim3"];
        var sizes =
            call.Sizes("dimensions", "dims", "size")?.Items ?? several.SelectMany(n => call.Sizes(n)?.Items ?? default).ToEquatableArray();
        if (call.Has("dimensions", "dims", "size") || sizes.Count > 0)
        {
            // More numbers than that are left out.
            var count = call.Arguments[0].Value switch
            {
                OperatorArgument.Sizes { IsList: true } list => (int?)list.Items.Count,
                OperatorArgument.Numbers { IsList: true } list => list.Items.Count,
                _ => null,
            };
            var wanted = Shape.Of(sizes).ElementCount;
            if (count is { } values && wanted is not null && (values - wanted).IsAtLeast(0) == Truth.Refuted)
            {
                return OperatorOutcome.Fails($"{call.Name} with sizes {Shape.Of(sizes)} asks for {wanted} values, but gets {values}");
            }

            return sizes.Any(s => s.Size?.Constant is { Sign: < 0 }) ? OperatorOutcome.Unknown : OperatorOutcome.Of(Shape.Of(sizes));
        }

        // A complex number is a tuple of two.
        return call.Arguments.Count == 0 ? OperatorOutcome.Unknown
            : call.Arguments[0].Name == "scalar" ? OperatorOutcome.Of(Shape.Of())
            : call.Arguments[0].Value switch
            {
                OperatorArgument.Sizes list => OperatorOutcome.Of(list.IsList ? Shape.OfSizes(list.Items.Count) : Shape.Of()),
                OperatorArgument.Numbers list => OperatorOutcome.Of(list.IsList ? Shape.OfSizes(list.Items.Count) : Shape.Of()),
                OperatorArgument.Flag => OperatorOutcome.Of(Shape.Of()),
                OperatorArgument.Tensor tensor => OperatorOutcome.Of(tensor.Shape),
                _ => OperatorOutcome.Unknown,
            };
    }
}
