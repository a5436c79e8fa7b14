namespace ShapeGen;

/// <summary>
/// The largest value of each window: (N, C, L) → (N, C, L'). The stride is the kernel size unless given. Each of L becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise,
/// rounded up with <c>CeilMode</c>.
/// </summary>
public sealed class MaxPool1dAttribute : MaxPoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public MaxPool1dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public MaxPool1dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public MaxPool1dAttribute(int kernelSize, int stride) { }
}

/// <summary>
/// The largest value of each window: (N, C, H, W) → (N, C, H', W'). The stride is the kernel size unless given. Each of H and W becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise,
/// rounded up with <c>CeilMode</c>.
/// </summary>
public sealed class MaxPool2dAttribute : MaxPoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public MaxPool2dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public MaxPool2dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public MaxPool2dAttribute(int kernelSize, int stride) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public MaxPool2dAttribute(int[] kernelSize) { }
}

/// <summary>
/// The largest value of each window: (N, C, D, H, W) → (N, C, D', H', W'). The stride is the kernel size unless given. Each of D, H and W becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise,
/// rounded up with <c>CeilMode</c>.
/// </summary>
public sealed class MaxPool3dAttribute : MaxPoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public MaxPool3dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public MaxPool3dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public MaxPool3dAttribute(int kernelSize, int stride) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public MaxPool3dAttribute(int[] kernelSize) { }
}

/// <summary>
/// The mean of each window: (N, C, L) → (N, C, L'). The stride is the kernel size unless given. Each of L becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − kernel) / stride) + 1 otherwise, rounded up with
/// <c>CeilMode</c>.
/// </summary>
public sealed class AvgPool1dAttribute : AveragePoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public AvgPool1dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public AvgPool1dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public AvgPool1dAttribute(int kernelSize, int stride) { }
}

/// <summary>
/// The mean of each window: (N, C, H, W) → (N, C, H', W'). The stride is the kernel size unless given. Each of H and W becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − kernel) / stride) + 1 otherwise, rounded up with
/// <c>CeilMode</c>.
/// </summary>
public sealed class AvgPool2dAttribute : AveragePoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public AvgPool2dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public AvgPool2dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public AvgPool2dAttribute(int kernelSize, int stride) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public AvgPool2dAttribute(int[] kernelSize) { }

    /// <summary>What to divide the sum of a window by, instead of its size.</summary>
    public int DivisorOverride { get; set; }
}

/// <summary>
/// The mean of each window: (N, C, D, H, W) → (N, C, D', H', W'). The stride is the kernel size unless given. Each of D, H and W becomes
/// ceil(in / stride) with <c>Padding = Same</c>, and floor((in + 2·padding − kernel) / stride) + 1 otherwise, rounded up with
/// <c>CeilMode</c>.
/// </summary>
public sealed class AvgPool3dAttribute : AveragePoolingAttribute
{
    /// <summary>Pools over padded windows, in the order of PyTorch.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public AvgPool3dAttribute(int kernelSize, int stride, int padding) { }

    /// <summary>Pools over windows of one size along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    public AvgPool3dAttribute(int kernelSize) { }

    /// <summary>Pools over windows of one size and one step along every spatial axis.</summary>
    /// <param name="kernelSize">The size of the window.</param>
    /// <param name="stride">The step of the window.</param>
    public AvgPool3dAttribute(int kernelSize, int stride) { }

    /// <summary>Pools over windows that are not square.</summary>
    /// <param name="kernelSize">The size of the window along each spatial axis.</param>
    public AvgPool3dAttribute(int[] kernelSize) { }

    /// <summary>What to divide the sum of a window by, instead of its size.</summary>
    public int DivisorOverride { get; set; }
}
