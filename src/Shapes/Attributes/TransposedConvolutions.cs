namespace ShapeGen;

/// <summary>
/// Transposed convolution: (N, C, L) → (N, C', …). Each of L becomes in·stride with <c>Padding = Same</c>, and
/// (in − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1 otherwise.
/// </summary>
public sealed class ConvTranspose1dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public ConvTranspose1dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A transposed convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose1dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose1dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step between the places of the kernel in the output.</param>
    public ConvTranspose1dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>How much larger the output is behind, along every spatial axis; less than the stride or the dilation, 0 by default.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How much larger the output is behind each spatial axis, where they differ.</summary>
    public int[]? OutputPaddings { get; set; }
}

/// <summary>
/// Transposed convolution: (N, C, H, W) → (N, C', …). Each of H and W becomes in·stride with <c>Padding = Same</c>, and
/// (in − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1 otherwise.
/// </summary>
public sealed class ConvTranspose2dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public ConvTranspose2dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A transposed convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose2dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step between the places of the kernel in the output.</param>
    public ConvTranspose2dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>A transposed convolution with a kernel that is not square, whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public ConvTranspose2dAttribute(int outChannels, int[] kernelSize) { }

    /// <summary>A transposed convolution with a kernel that is not square, whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public ConvTranspose2dAttribute(int inChannels, int outChannels, int[] kernelSize) { }

    /// <summary>How much larger the output is behind, along every spatial axis; less than the stride or the dilation, 0 by default.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How much larger the output is behind each spatial axis, where they differ.</summary>
    public int[]? OutputPaddings { get; set; }
}

/// <summary>
/// Transposed convolution: (N, C, D, H, W) → (N, C', …). Each of D, H and W becomes in·stride with <c>Padding = Same</c>, and
/// (in − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1 otherwise.
/// </summary>
public sealed class ConvTranspose3dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public ConvTranspose3dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A transposed convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose3dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public ConvTranspose3dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A transposed convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step between the places of the kernel in the output.</param>
    public ConvTranspose3dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>A transposed convolution with a kernel that is not square, whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public ConvTranspose3dAttribute(int outChannels, int[] kernelSize) { }

    /// <summary>A transposed convolution with a kernel that is not square, whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public ConvTranspose3dAttribute(int inChannels, int outChannels, int[] kernelSize) { }

    /// <summary>How much larger the output is behind, along every spatial axis; less than the stride or the dilation, 0 by default.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How much larger the output is behind each spatial axis, where they differ.</summary>
    public int[]? OutputPaddings { get; set; }
}
