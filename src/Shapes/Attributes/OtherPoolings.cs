namespace ShapeGen;

/// <summary>
/// The root of the sum of the powers in each window: (N, C, L) → (N, C, …). The stride is the kernel size unless given. Each
/// of L becomes floor((in − kernel) / stride) + 1, rounded up with <c>CeilMode</c>.
/// </summary>
public sealed class LPPool1dAttribute : LayerAttribute
{
    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="normType">The power, and the root.</param>
    /// <param name="kernelSize">The size of the window.</param>
    public LPPool1dAttribute(double normType, int kernelSize) { }

    /// <summary>The step of the window along every spatial axis.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Whether a last window that is only partly over the image counts; false by default.</summary>
    public bool CeilMode { get; set; }
}

/// <summary>
/// The root of the sum of the powers in each window: (N, C, H, W) → (N, C, …). The stride is the kernel size unless given. Each
/// of H and W becomes floor((in − kernel) / stride) + 1, rounded up with <c>CeilMode</c>.
/// </summary>
public sealed class LPPool2dAttribute : LayerAttribute
{
    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="normType">The power, and the root.</param>
    /// <param name="kernelSize">The size of the window.</param>
    public LPPool2dAttribute(double normType, int kernelSize) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="normType">The power, and the root.</param>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public LPPool2dAttribute(double normType, int[] kernelSize) { }

    /// <summary>The step of the window along every spatial axis.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Whether a last window that is only partly over the image counts; false by default.</summary>
    public bool CeilMode { get; set; }
}

/// <summary>
/// The largest value of windows at random places: (N, C, H, W) → (N, C, output size), or floor(in · output ratio) along each of
/// H and W. One of the two is given.
/// </summary>
public sealed class FractionalMaxPool2dAttribute : LayerAttribute
{
    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public FractionalMaxPool2dAttribute(int kernelSize) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public FractionalMaxPool2dAttribute(int[] kernelSize) { }

    /// <summary>The size of the output along every spatial axis.</summary>
    public int OutputSize { get; set; }

    /// <summary>The size of the output along each spatial axis, where they differ.</summary>
    public int[]? OutputSizes { get; set; }

    /// <summary>The size of the output as a part of the input's.</summary>
    public double OutputRatio { get; set; }

    /// <summary>The size of the output as a part of the input's along each spatial axis, where they differ.</summary>
    public double[]? OutputRatios { get; set; }
}

/// <summary>
/// The largest value of windows at random places: (N, C, D, H, W) → (N, C, output size), or floor(in · output ratio) along each of
/// D, H and W. One of the two is given.
/// </summary>
public sealed class FractionalMaxPool3dAttribute : LayerAttribute
{
    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public FractionalMaxPool3dAttribute(int kernelSize) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public FractionalMaxPool3dAttribute(int[] kernelSize) { }

    /// <summary>The size of the output along every spatial axis.</summary>
    public int OutputSize { get; set; }

    /// <summary>The size of the output along each spatial axis, where they differ.</summary>
    public int[]? OutputSizes { get; set; }

    /// <summary>The size of the output as a part of the input's.</summary>
    public double OutputRatio { get; set; }

    /// <summary>The size of the output as a part of the input's along each spatial axis, where they differ.</summary>
    public double[]? OutputRatios { get; set; }
}

/// <summary>
/// Puts each value where an earlier max pooling found it, and zeros elsewhere: (N, C, L) → (N, C, …), each of L
/// (in − 1)·stride − 2·padding + kernel. The result has the size of what was pooled.
/// </summary>
public sealed class MaxUnpool1dAttribute : LayerAttribute
{
    /// <summary>Undoes a pooling over windows of one size along every spatial axis.</summary>
    /// <param name="indices">The name of the max pooling.</param>
    /// <param name="kernelSize">The size of its window.</param>
    public MaxUnpool1dAttribute(string indices, int kernelSize) { }

    /// <summary>The step of the window along every spatial axis; the kernel size by default.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary>The padding of the pooling on both sides of every spatial axis.</summary>
    public int Padding { get; set; }

    /// <summary>The padding of the pooling on both sides of each spatial axis, where they differ.</summary>
    public int[]? Paddings { get; set; }
}

/// <summary>
/// Puts each value where an earlier max pooling found it, and zeros elsewhere: (N, C, H, W) → (N, C, …), each of H and W
/// (in − 1)·stride − 2·padding + kernel. The result has the size of what was pooled.
/// </summary>
public sealed class MaxUnpool2dAttribute : LayerAttribute
{
    /// <summary>Undoes a pooling over windows of one size along every spatial axis.</summary>
    /// <param name="indices">The name of the max pooling.</param>
    /// <param name="kernelSize">The size of its window.</param>
    public MaxUnpool2dAttribute(string indices, int kernelSize) { }

    /// <summary>Undoes a pooling over windows that are not square.</summary>
    /// <param name="indices">The name of the max pooling.</param>
    /// <param name="kernelSize">The size of its window along each spatial axis.</param>
    public MaxUnpool2dAttribute(string indices, int[] kernelSize) { }

    /// <summary>The step of the window along every spatial axis; the kernel size by default.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary>The padding of the pooling on both sides of every spatial axis.</summary>
    public int Padding { get; set; }

    /// <summary>The padding of the pooling on both sides of each spatial axis, where they differ.</summary>
    public int[]? Paddings { get; set; }
}

/// <summary>
/// Puts each value where an earlier max pooling found it, and zeros elsewhere: (N, C, D, H, W) → (N, C, …), each of D, H and W
/// (in − 1)·stride − 2·padding + kernel. The result has the size of what was pooled.
/// </summary>
public sealed class MaxUnpool3dAttribute : LayerAttribute
{
    /// <summary>Undoes a pooling over windows of one size along every spatial axis.</summary>
    /// <param name="indices">The name of the max pooling.</param>
    /// <param name="kernelSize">The size of its window.</param>
    public MaxUnpool3dAttribute(string indices, int kernelSize) { }

    /// <summary>Undoes a pooling over windows that are not square.</summary>
    /// <param name="indices">The name of the max pooling.</param>
    /// <param name="kernelSize">The size of its window along each spatial axis.</param>
    public MaxUnpool3dAttribute(string indices, int[] kernelSize) { }

    /// <summary>The step of the window along every spatial axis; the kernel size by default.</summary>
    public int Stride { get; set; }

    /// <summary>The step of the window along each spatial axis, where they differ.</summary>
    public int[]? Strides { get; set; }

    /// <summary>The padding of the pooling on both sides of every spatial axis.</summary>
    public int Padding { get; set; }

    /// <summary>The padding of the pooling on both sides of each spatial axis, where they differ.</summary>
    public int[]? Paddings { get; set; }
}
