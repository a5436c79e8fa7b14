using ShapeGen;

namespace Zoo;

/// <summary>
/// He, Zhang, Ren and Sun 2015, "Deep Residual Learning for Image Recognition", with the stride on the middle convolution, as in
/// torchvision, whose names the weights have.
/// </summary>
[Network, Input(3, 224, 224)]
[
    Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"),
    BatchNorm2d(Name = "bn1"),
    ReLU,
    MaxPool2d(3, Stride = 2, Padding = 1)
]
[Block<Bottleneck>(64, Repeat = 3, Name = "layer1")]
[Block<Bottleneck>(128, Repeat = 4, Stride = 2, Name = "layer2")]
[Block<Bottleneck>(256, Repeat = 6, Stride = 2, Name = "layer3")]
[Block<Bottleneck>(512, Repeat = 3, Stride = 2, Name = "layer4")]
[GlobalAvgPool2d, Linear(1000, Name = "fc")]
public partial class ResNet50;

/// <summary>Three convolutions, of which the middle one is narrow, and what came in added to what they give.</summary>
[Block]
[Conv2d(Width, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(Width * 4, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Shortcut(Project = true, Name = "downsample"), ReLU]
public class Bottleneck
{
    [Arg]
    private const int Width = 64,
        Stride = 1;
}
