using ShapeGen;

namespace Zoo;

/// <summary>
/// Sandler, Howard, Zhu, Zhmoginov and Chen 2018, "MobileNetV2: Inverted Residuals and Linear Bottlenecks". The weights have torchvision's
/// names.
/// </summary>
[Network, Input(3, 224, 224)]
[Block<ConvUnit>(32, 3, 2, Name = "features.0")]
[Block<SeparableConv>(16, Name = "features.1")]
[Block<InvertedResidual>(24, Stride = 2, Repeat = 2, Name = "features.{2}")]
[Block<InvertedResidual>(32, Stride = 2, Repeat = 3, Name = "features.{4}")]
[Block<InvertedResidual>(64, Stride = 2, Repeat = 4, Name = "features.{7}")]
[Block<InvertedResidual>(96, Repeat = 3, Name = "features.{11}")]
[Block<InvertedResidual>(160, Stride = 2, Repeat = 3, Name = "features.{14}")]
[Block<InvertedResidual>(320, Name = "features.17")]
[Block<ConvUnit>(1280, 1, Name = "features.18")]
[GlobalAvgPool2d, Dropout(0.2), Linear(1000, Name = "classifier.1")]
public partial class MobileNetV2
{
    /// <summary>A convolution that keeps the size, unless it has a stride, its normalisation, and an activation.</summary>
    [Block]
    [Conv2d(Channels, Kernel, Stride = Stride, Padding = Kernel / 2, Groups = Groups, Bias = false, Name = "0")]
    [BatchNorm2d(Name = "1"), ReLU6]
    public class ConvUnit
    {
        [Arg]
        private const int Channels = 32,
            Kernel = 3,
            Stride = 1,
            Groups = 1;
    }

    /// <summary>Each channel by itself, and then each place by itself.</summary>
    [Block]
    [Block<ConvUnit>(In, 3, 1, In, Name = "conv.0")]
    [Conv2d(Channels, 1, Bias = false, Name = "conv.1"), BatchNorm2d(Name = "conv.2")]
    public class SeparableConv
    {
        [Arg]
        private const int Channels = 16;

        [InChannels]
        private const int In = 32;
    }

    /// <summary>More channels, each by itself, and fewer again; what came in is added where it has the same shape.</summary>
    [Block]
    [Block<ConvUnit>(In * Expand, 1, Name = "conv.0")]
    [Block<ConvUnit>(In * Expand, 3, Stride, In * Expand, Name = "conv.1")]
    [Conv2d(Channels, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
    [Shortcut(OnlyIfSameShape = true)]
    public class InvertedResidual
    {
        [Arg]
        private const int Channels = 24,
            Stride = 1,
            Expand = 6;

        [InChannels]
        private const int In = 16;
    }
}
