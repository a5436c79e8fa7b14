using ShapeGen;

namespace Zoo;

/// <summary>
/// Ronneberger, Fischer and Brox 2015, "U-Net: Convolutional Networks for Biomedical Image Segmentation", with paddings that keep the size
/// and with batch normalisation. Two classes for each pixel; height and width are multiples of 16.
/// </summary>
[Network, Input(3, 256, 256)]
[Block<DoubleConv>(64), As("e1"), MaxPool2d(2)]
[Block<DoubleConv>(128), As("e2"), MaxPool2d(2)]
[Block<DoubleConv>(256), As("e3"), MaxPool2d(2)]
[Block<DoubleConv>(512), As("e4"), MaxPool2d(2)]
[Block<DoubleConv>(1024)]
[Block<Up>(With = ["e4"])]
[Block<Up>(With = ["e3"])]
[Block<Up>(With = ["e2"])]
[Block<Up>(With = ["e1"])]
[Conv2d(2, 1)]
public partial class UNet
{
    [Block]
    [Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU]
    [Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU]
    public class DoubleConv
    {
        [Arg]
        private const int Channels = 64;
    }

    /// <summary>Twice the height and width, half of the channels, and beside them those of the way down.</summary>
    [Block("input", "skip")]
    [ConvTranspose2d(In / 2, 2, Stride = 2), Concat("skip"), Block<DoubleConv>(In / 2)]
    public class Up
    {
        [InChannels]
        private const int In = 1024;
    }
}
