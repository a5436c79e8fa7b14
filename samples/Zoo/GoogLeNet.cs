using ShapeGen;

namespace Zoo;

/// <summary>
/// Szegedy et al. 2014, "Going Deeper with Convolutions", with the batch normalisation of its successor and without the classifiers on the
/// way, as in torchvision, which takes a window of 3 where the paper has 5.
/// </summary>
[Network, Input(3, 224, 224)]
[Block<ConvUnit>(64, 7, 2), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Block<ConvUnit>(64, 1), Block<ConvUnit>(192, 3), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Block<Inception>(64, 96, 128, 16, 32, 32), Block<Inception>(128, 128, 192, 32, 96, 64)]
[MaxPool2d(3, Stride = 2, CeilMode = true)]
[Block<Inception>(192, 96, 208, 16, 48, 64), Block<Inception>(160, 112, 224, 24, 64, 64)]
[Block<Inception>(128, 128, 256, 24, 64, 64), Block<Inception>(112, 144, 288, 32, 64, 64)]
[Block<Inception>(256, 160, 320, 32, 128, 128), MaxPool2d(2, Stride = 2, CeilMode = true)]
[Block<Inception>(256, 160, 320, 32, 128, 128), Block<Inception>(384, 192, 384, 48, 128, 128)]
[GlobalAvgPool2d, Dropout(0.2), Linear(1000)]
public partial class GoogLeNet
{
    /// <summary>Four ways side by side: a window of 1; of 1 and 3; of 1 and 3 again; a pooling and 1.</summary>
    [Block]
    [Block<ConvUnit>(Direct, 1), As("direct")]
    [From("input"), Block<ConvUnit>(Reduced3, 1), Block<ConvUnit>(Wide3, 3), As("three")]
    [From("input"), Block<ConvUnit>(Reduced5, 1), Block<ConvUnit>(Wide5, 3), As("five")]
    [From("input"), MaxPool2d(3, Stride = 1, Padding = 1), Block<ConvUnit>(Pooled, 1)]
    [Concat("direct", "three", "five")]
    public class Inception
    {
        [Arg]
        private const int Direct = 64,
            Reduced3 = 96,
            Wide3 = 128,
            Reduced5 = 16,
            Wide5 = 32,
            Pooled = 32;
    }

    /// <summary>A convolution that keeps the size, unless it has a stride, and its normalisation.</summary>
    [Block, Conv2d(Channels, Kernel, Stride = Stride, Padding = Kernel / 2, Bias = false), BatchNorm2d(Eps = 0.001), ReLU]
    public class ConvUnit
    {
        [Arg]
        private const int Channels = 64,
            Kernel = 3,
            Stride = 1;
    }
}
