using ShapeGen;

namespace Zoo;

/// <summary>He, Zhang, Ren and Sun 2015, "Deep Residual Learning for Image Recognition". The weights have torchvision's names.</summary>
[Network, Input(3, 224, 224)]
[
    Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"),
    BatchNorm2d(Name = "bn1"),
    ReLU,
    MaxPool2d(3, Stride = 2, Padding = 1)
]
[Block<BasicBlock>(64, Repeat = 2, Name = "layer1")]
[Block<BasicBlock>(128, Repeat = 2, Stride = 2, Name = "layer2")]
[Block<BasicBlock>(256, Repeat = 2, Stride = 2, Name = "layer3")]
[Block<BasicBlock>(512, Repeat = 2, Stride = 2, Name = "layer4")]
[GlobalAvgPool2d, Linear(1000, Name = "fc")]
public partial class ResNet18;

/// <summary>Two convolutions, and what came in added to what they give.</summary>
[Block]
[Conv2d(Channels, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Channels, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Shortcut(Project = true, Name = "downsample"), ReLU]
public class BasicBlock
{
    [Arg]
    private const int Channels = 64,
        Stride = 1;
}
