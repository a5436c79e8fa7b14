using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>
/// Why a size does not fit: the smallest change of what stands before it that would make it fit, likeliest first.
/// </summary>
internal static class Counterfactuals
{
    private const int LargestUsualKernel = 11;
    private const int LargestUsualStride = 4;
    private const int MostImageChannels = 4;

    /// <summary>What would make the layer fit, as the end of a sentence; null where no single change does.</summary>
    public static string? FindCause(NetworkSpec spec, int index, Mismatch mismatch)
    {
        foreach (var (changed, at, say) in Candidates(spec, index, mismatch))
        {
            if (Fits(changed, at) is { } input)
            {
                return say(input);
            }
        }

        return null;
    }

    /// <summary>Whether the layer fits if its third number is the stride.</summary>
    public static bool FitsWithStride(NetworkSpec spec, int index) =>
        AsOutChannelsKernelStride(spec.Layers[index]) is { } meant && Fits(With(spec, index, meant), index) is not null;

    /// <summary>Whether the layer fits with a Flatten before it.</summary>
    public static bool FitsFlattened(NetworkSpec spec, int index) => Fits(Flattened(spec, index), index + 1) is not null;

    /// <summary>What would make a size known that a layer needs when the network is made, as the end of a sentence.</summary>
    public static string? FindRemedy(NetworkSpec spec, int index)
    {
        foreach (var (changed, at, say) in Remedies(spec, index))
        {
            var step = NetworkWalk.Of(changed).First(s => s.Index == at);
            if (step is { Fits: true, Layer.Outcome: { Doubt: null } outcome } && NetworkInference.UnknownArgument(outcome) is null)
            {
                return say;
            }
        }

        return null;
    }

    private static IEnumerable<(NetworkSpec Changed, int At, string Say)> Remedies(NetworkSpec spec, int index)
    {
        var turned = new LayerSpec("Permute", null, Arguments.Of(("Dims", ArgumentValue.Of(0, 2, 1))));
        yield return (Inserted(spec, index, turned), index + 1, "Permute(0, 2, 1) before it puts the other dimension there");
        if (index > 0 && spec.Layers[index - 1] is { Kind: "Flatten" } flatten)
        {
            var mean = new LayerSpec("Mean", flatten.Name, Arguments.Of(("Dims", ArgumentValue.Of(1))));
            foreach (
                var other in Enumerable
                    .Range(1, 3)
                    .Select(axes => new LayerSpec($"GlobalAvgPool{axes}d", flatten.Name, default))
                    .Append(mean)
            )
            {
                var written = other == mean ? "Mean(1)" : other.Kind;
                yield return (With(spec, index - 1, other), index, $"{written} in the place of Flatten gives a size that is known");
            }
        }
    }

    private static NetworkSpec Inserted(NetworkSpec spec, int index, LayerSpec layer) =>
        spec with
        {
            Layers = spec.Layers.Take(index).Append(layer).Concat(spec.Layers.Skip(index)).ToEquatableArray(),
        };

    private static NetworkSpec Flattened(NetworkSpec spec, int index) => Inserted(spec, index, new("Flatten", null, default));

    /// <summary>The input of the layer where it fits in the changed network, and everything before it does.</summary>
    private static Shape? Fits(NetworkSpec changed, int index)
    {
        foreach (var step in NetworkWalk.Of(changed))
        {
            if (step is not { Fits: true, Layer.Outcome.Doubt: null })
            {
                return null;
            }

            if (step.Index == index)
            {
                return step.Layer.Input;
            }
        }

        return null;
    }

    private static IEnumerable<(NetworkSpec Changed, int At, Func<Shape, string> Say)> Candidates(
        NetworkSpec spec,
        int index,
        Mismatch mismatch
    )
    {
        string Sizes(Shape input) => $"{mismatch.Declared} ({Factors(input)})";
        var isAboutSize = mismatch.Declared is not null;

        if (mismatch.Kind == ProblemKind.ChannelsDiffer && AsOutChannelsKernelStride(spec.Layers[index]) is { } meant)
        {
            var stride = meant.Arguments["Stride"];
            yield return (With(spec, index, meant), index, _ => $"if {stride} is the stride, write {Written(meant)}");
        }

        // An image whose first size is large and whose last one is small has its channels last.
        if (
            mismatch.Kind is ProblemKind.ChannelsDiffer or ProblemKind.NothingLeft
            && spec.Inputs is [{ Sizes: [var height, var width, var channels] } image]
        )
        {
            if (channels.Constant <= MostImageChannels && height.Constant > MostImageChannels)
            {
                var turned = spec with { Inputs = EquatableArray.Of(image with { Sizes = EquatableArray.Of(channels, height, width) }) };
                yield return (turned, index, _ => $"channels come first: Input({channels}, {height}, {width})");
            }
        }

        foreach (var (which, pick) in _windows)
        {
            foreach (var (padding, name, other) in _paddings)
            {
                if (RePadded(spec, index, pick, padding) is { } changed)
                {
                    yield return (
                        changed,
                        index,
                        input =>
                            isAboutSize
                                ? $"{Sizes(input)} is what {name} padding{which} gives, and this network pads {other}"
                                : $"with {name} padding{which} it would fit"
                    );
                }
            }
        }

        if (mismatch.Kind == ProblemKind.WrongType && spec.Inputs is [{ Type: ElementType.Floating } only])
        {
            yield return (
                spec with
                {
                    Inputs = EquatableArray.Of(only with { Type = ElementType.Int64 }),
                },
                index,
                _ => "write DType = DType.Int64 in Input"
            );
        }

        if (mismatch.Kind == ProblemKind.FeaturesDiffer)
        {
            yield return (
                Flattened(spec, index),
                index + 1,
                input => $"a Flatten before it would give {Samples.WithFactors(input.Axes[1])}"
            );
        }

        for (var i = index - 1; i >= 0 && isAboutSize; i--)
        {
            if (WindowOf(spec.Layers[i]) == WindowKind.Pooling)
            {
                var kind = spec.Layers[i].Kind;
                var changed = spec with { Layers = spec.Layers.Where((_, j) => j != i).ToEquatableArray() };
                yield return (changed, index - 1, input => $"{Sizes(input)} is what there is without a {kind}");
            }
        }
    }

    private static readonly (string Which, Func<LayerSpec, bool> Pick)[] _windows =
    [
        (" of the convolutions", l => WindowOf(l) == WindowKind.Convolution),
        (" of the pooling layers", l => WindowOf(l) == WindowKind.Pooling),
        ("", l => WindowOf(l) != WindowKind.None),
    ];

    private static readonly (int Padding, string Name, string Other)[] _paddings =
    [
        (Pad.Valid, "Valid", "Same"),
        (Pad.Same, "Same", "Valid"),
    ];

    private static WindowKind WindowOf(LayerSpec layer) => LayerCatalog.Find(layer.Kind)?.Window ?? WindowKind.None;

    /// <summary>The network with another padding of the picked layers before the one at <paramref name="index"/>; null if none changes.</summary>
    private static NetworkSpec? RePadded(NetworkSpec spec, int index, Func<LayerSpec, bool> pick, int padding)
    {
        var other = padding == Pad.Same ? Pad.Valid : Pad.Same;
        var parameter = new PaddingParameter(1);
        bool Changes(LayerSpec layer, int i) =>
            i < index
            && pick(layer)
            && (layer.Arguments[parameter.Name] ?? ArgumentValue.Of((Dim)Pad.Valid)) == ArgumentValue.Of((Dim)other);

        return spec.Layers.Where(Changes).Any()
            ? spec with
            {
                Layers = spec
                    .Layers.Select(
                        (l, i) => Changes(l, i) ? l with { Arguments = l.Arguments.With(parameter, ArgumentValue.Of((Dim)padding)) } : l
                    )
                    .ToEquatableArray(),
            }
            : null;
    }

    /// <summary><c>Conv2d(32, 5, 2)</c> as a Keras user means it: filters, kernel, stride. Null where the numbers are none of that.</summary>
    private static LayerSpec? AsOutChannelsKernelStride(LayerSpec layer) =>
        layer.Arguments.Items is [{ Name: "InChannels" } filters, { Name: "OutChannels" } kernel, { Name: "KernelSize" } stride, ..]
        && !layer.Arguments.Items.Any(a => a.Name == "Stride")
        && IsAtMost(kernel, LargestUsualKernel)
        && IsAtMost(stride, LargestUsualStride)
            ? layer with
            {
                Arguments = new(
                    new[] { filters with { Name = "OutChannels" }, kernel with { Name = "KernelSize" }, stride with { Name = "Stride" } }
                        .Concat(layer.Arguments.Items.Skip(3))
                        .ToEquatableArray()
                ),
            }
            : null;

    private static bool IsAtMost(Argument argument, int limit) =>
        argument.Value is ArgumentValue.Sizes { IsList: false } size && size.Items[0].Constant <= limit;

    private static string Written(LayerSpec layer) =>
        $"{layer.Kind}({layer.Arguments["OutChannels"]}, {layer.Arguments["KernelSize"]}, Stride = {layer.Arguments["Stride"]})";

    private static NetworkSpec With(NetworkSpec spec, int index, LayerSpec layer) =>
        spec with
        {
            Layers = spec.Layers.Select((l, i) => i == index ? layer : l).ToEquatableArray(),
        };

    private static string Factors(Shape input) =>
        input.Rank == 2 && input.Axes[1].Factors is { } factors ? factors : input.DescribeSample();
}
