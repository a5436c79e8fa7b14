namespace ShapeGen;

/// <summary>
/// Convolution: (N, C, L) → (N, C', L'). Each of L becomes ceil(in / stride) with <c>Padding = Same</c>, and
/// floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise.
/// </summary>
public sealed class Conv1dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public Conv1dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv1dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv1dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel along every spatial axis.</param>
    public Conv1dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>What stands in the padding; zeros by default.</summary>
    public PadMode PaddingMode { get; set; }
}

/// <summary>
/// Convolution: (N, C, H, W) → (N, C', H', W'). Each of H and W becomes ceil(in / stride) with <c>Padding = Same</c>, and
/// floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise.
/// </summary>
public sealed class Conv2dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public Conv2dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv2dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv2dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel along every spatial axis.</param>
    public Conv2dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>What stands in the padding; zeros by default.</summary>
    public PadMode PaddingMode { get; set; }

    /// <summary>A convolution with a kernel that is not square, whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public Conv2dAttribute(int outChannels, int[] kernelSize) { }

    /// <summary>A convolution with a kernel that is not square, whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public Conv2dAttribute(int inChannels, int outChannels, int[] kernelSize) { }
}

/// <summary>
/// Convolution: (N, C, D, H, W) → (N, C', D', H', W'). Each of D, H and W becomes ceil(in / stride) with <c>Padding = Same</c>, and
/// floor((in + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1 otherwise.
/// </summary>
public sealed class Conv3dAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a stride and a padding, in the order of PyTorch.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel.</param>
    /// <param name="padding">What is padded on both sides.</param>
    public Conv3dAttribute(int inChannels, int outChannels, int kernelSize, int stride, int padding) { }

    /// <summary>A convolution whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv3dAttribute(int outChannels, int kernelSize) { }

    /// <summary>A convolution whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    public Conv3dAttribute(int inChannels, int outChannels, int kernelSize) { }

    /// <summary>A convolution with a stride, in PyTorch's order.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along every spatial axis.</param>
    /// <param name="stride">The step of the kernel along every spatial axis.</param>
    public Conv3dAttribute(int inChannels, int outChannels, int kernelSize, int stride) { }

    /// <summary>What stands in the padding; zeros by default.</summary>
    public PadMode PaddingMode { get; set; }

    /// <summary>A convolution with a kernel that is not square, whose input channels are inferred.</summary>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public Conv3dAttribute(int outChannels, int[] kernelSize) { }

    /// <summary>A convolution with a kernel that is not square, whose input channels are checked against those that come.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The number of filters.</param>
    /// <param name="kernelSize">The size of the kernel along each spatial axis.</param>
    public Conv3dAttribute(int inChannels, int outChannels, int[] kernelSize) { }
}
