using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace Shapes.Tests.Layers;

/// <summary>One window rule for every convolution and every pooling layer.</summary>
public sealed class WindowTests
{
    private static readonly Dim _height = Dim.Symbol("H");

    // in, kernel, stride, dilation → out, before, after; worked out by hand from ceil(in / stride) and the missing values.
    [Theory]
    [InlineData(28, 5, 1, 1, 28, 2, 2)]
    [InlineData(28, 2, 2, 1, 14, 0, 0)]
    [InlineData(7, 2, 2, 1, 4, 0, 1)]
    [InlineData(28, 4, 1, 1, 28, 1, 2)]
    [InlineData(224, 7, 2, 1, 112, 2, 3)]
    [InlineData(13, 6, 5, 1, 3, 1, 2)]
    [InlineData(5, 3, 1, 2, 5, 2, 2)]
    [InlineData(5, 2, 1, 3, 5, 1, 2)]
    [InlineData(10, 1, 3, 1, 4, 0, 0)]
    [InlineData(1, 5, 2, 1, 1, 2, 2)]
    public void Same_pads_as_TensorFlow_does(int size, int kernel, int stride, int dilation, int output, int before, int after)
    {
        var outcome = new Window(kernel, stride, null, dilation).Apply(size);
        Assert.Equal(
            (output, before, after),
            ((int)outcome.Output!.Constant!, (int)outcome.PadBefore!.Constant!, (int)outcome.PadAfter!.Constant!)
        );
    }

    /// <summary>The formula as TensorFlow publishes it: by the remainder of the size and the stride.</summary>
    [Fact]
    public void Same_agrees_with_the_published_formula()
    {
        foreach (
            var (size, kernel, stride, dilation) in Product(
                [.. Enumerable.Range(1, 40)],
                [.. Enumerable.Range(1, 8)],
                [1, 2, 3, 4, 5],
                [1, 2, 3]
            )
        )
        {
            var extent = (kernel - 1) * dilation + 1;
            var total = size % stride == 0 ? Math.Max(extent - stride, 0) : Math.Max(extent - size % stride, 0);
            var outcome = new Window(kernel, stride, null, dilation).Apply(size);
            Assert.Equal((size + stride - 1) / stride, outcome.Output!.Constant);
            Assert.Equal(total / 2, outcome.PadBefore!.Constant);
            Assert.Equal(total - total / 2, outcome.PadAfter!.Constant);
        }
    }

    [Theory]
    [InlineData(28, 5, 1, 24)]
    [InlineData(24, 2, 2, 12)]
    [InlineData(12, 5, 1, 8)]
    [InlineData(8, 2, 2, 4)]
    [InlineData(10, 3, 4, 2)]
    public void Valid_is_the_ceiling_of_what_the_kernel_leaves(int size, int kernel, int stride, int output)
    {
        Assert.Equal(output, new Window(kernel, stride, 0, 1).Apply(size).Output!.Constant);
        Assert.Equal(output, (int)Math.Ceiling((size - kernel + 1) / (double)stride));
    }

    [Theory]
    [InlineData(30, 2, 2, 0, 15)]
    [InlineData(15, 2, 2, 0, 8)]
    [InlineData(4, 2, 3, 0, 2)]
    [InlineData(2, 2, 3, 1, 1)]
    public void Ceil_mode_counts_a_last_place_that_starts_in_the_image(int size, int kernel, int stride, int padding, int output) =>
        Assert.Equal(output, new Window(kernel, stride, padding, 1, CeilMode: true).Apply(size).Output!.Constant);

    [Fact]
    public void Sizes_may_be_symbols()
    {
        Assert.Equal(_height, new Window(5, 1, null, 1).Apply(_height).Output);
        Assert.Equal(_height - 4, new Window(5, 1, 0, 1).Apply(_height).Output);
        Assert.Equal(Dim.FloorDivide(_height, 2), new Window(2, 2, 0, 1).Apply(_height).Output);
        Assert.Equal(Truth.Unknown, new Window(5, 1, 0, 1).Apply(_height).Fits);
        Assert.Equal(2, new Window(5, 1, null, 1).Apply(_height).PadBefore!.Constant);
    }

    [Fact]
    public void A_window_that_is_larger_than_the_image_has_no_place() => Assert.Equal(Truth.Refuted, new Window(2, 2, 0, 1).Apply(1).Fits);

    private static IEnumerable<(int, int, int, int)> Product(int[] a, int[] b, int[] c, int[] d) =>
        from w in a
        from x in b
        from y in c
        from z in d
        select (w, x, y, z);
}
