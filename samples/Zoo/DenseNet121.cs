using ShapeGen;

namespace Zoo;

/// <summary>Huang, Liu, van der Maaten and Weinberger 2016, "Densely Connected Convolutional Networks". The weights have torchvision's names.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "features.conv0"), BatchNorm2d(Name = "features.norm0"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Block<DenseLayer>(Repeat = 6, Name = "features.denseblock1.denselayer{1}"), Block<Transition>(Name = "features.transition1")]
[Block<DenseLayer>(Repeat = 12, Name = "features.denseblock2.denselayer{1}"), Block<Transition>(Name = "features.transition2")]
[Block<DenseLayer>(Repeat = 24, Name = "features.denseblock3.denselayer{1}"), Block<Transition>(Name = "features.transition3")]
[Block<DenseLayer>(Repeat = 16, Name = "features.denseblock4.denselayer{1}"), BatchNorm2d(Name = "features.norm5"), ReLU]
[GlobalAvgPool2d, Linear(1000, Name = "classifier")]
public partial class DenseNet121
{
    /// <summary>Adds some channels to those that came.</summary>
    [Block]
    [BatchNorm2d(Name = "norm1"), ReLU, Conv2d(Growth * 4, 1, Bias = false, Name = "conv1")]
    [BatchNorm2d(Name = "norm2"), ReLU, Conv2d(Growth, 3, Padding = 1, Bias = false, Name = "conv2")]
    [Concat("input")]
    public class DenseLayer
    {
        [Arg]
        private const int Growth = 32;
    }

    /// <summary>Half of the channels, and half of height and width.</summary>
    [Block, BatchNorm2d(Name = "norm"), ReLU, Conv2d(In / 2, 1, Bias = false, Name = "conv"), AvgPool2d(2)]
    public class Transition
    {
        [InChannels]
        private const int In = 64;
    }
}
