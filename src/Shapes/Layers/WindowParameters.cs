using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A layer with a window.</summary>
internal interface IWindowLayer
{
    /// <summary>The window along each spatial axis; null where the kernel size is missing.</summary>
    Window[]? Windows(Arguments arguments);
}

/// <summary>The parameters of a layer whose window moves along <paramref name="axes"/> spatial axes, and the rule for all of them together.</summary>
internal sealed class WindowParameters(int axes)
{
    public int Axes { get; } = axes;

    public SizesParameter KernelSize { get; } = new("KernelSize", axes);

    /// <summary>Without a value: 1 for a convolution, the kernel size for pooling.</summary>
    public SizesParameter Stride { get; } = new("Stride", axes);

    public PaddingParameter Padding { get; } = new(axes);

    public SizesParameter Dilation { get; } = new("Dilation", axes, Default: 1);

    public FlagParameter CeilMode { get; } = new("CeilMode", false);

    /// <summary>The window of each axis; null where the kernel size is missing.</summary>
    public Window[]? Read(Arguments arguments, bool strideIsKernel)
    {
        if (KernelSize.Read(arguments) is not { } kernel)
        {
            return null;
        }

        var stride = Stride.Read(arguments) ?? (strideIsKernel ? kernel : kernel.Select(_ => Dim.One).ToArray());
        var (padding, dilation) = (Padding.Read(arguments), Dilation.Read(arguments)!);
        var ceilMode = CeilMode.Read(arguments);
        return Enumerable.Range(0, Axes).Select(i => new Window(kernel[i], stride[i], padding[i], dilation[i], ceilMode)).ToArray();
    }

    /// <summary>
    /// The spatial axes after the windows, or the mismatch where a window has no place. <paramref name="input"/> are the last
    /// axes of the input.
    /// </summary>
    public (Axis[] Output, WindowOutcome[] Places, Mismatch? Error) Slide(string layer, Window[] windows, Axis[] input)
    {
        var places = windows.Select((w, i) => w.Apply(input[i].Size)).ToArray();
        if (
            windows.Where((w, i) => w.Padding is null && input[i].Size is not null && places[i].PadBefore is not { IsConstant: true }).Any()
        )
        {
            var unknown = new Mismatch(
                ProblemKind.BadArgument,
                new(Padding.Name),
                Padding.Name,
                layer,
                "can be Same only if the stride is 1 or the size is known"
            );
            return ([.. places.Select(p => new Axis(p.Output, AxisRole.Spatial))], places, unknown);
        }

        var output = places.Select(p => new Axis(p.Output, AxisRole.Spatial)).ToArray();
        if (places.All(p => p.Fits != Truth.Refuted))
        {
            return (output, places, null);
        }

        var window = $"{string.Join("×", windows.Select(w => w.Extent))}{(windows.Length == 1 ? "-wide" : "")} window";
        var error = new Mismatch(
            ProblemKind.NothingLeft,
            new(KernelSize.Name),
            layer,
            window,
            Mismatch.SourceOfShape,
            string.Join("×", input.Select(a => a.ToString())),
            Mismatch.Cause
        );
        return (output, places, error);
    }
}
