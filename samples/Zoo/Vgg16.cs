using ShapeGen;
using static ShapeGen.Pad;

namespace Zoo;

/// <summary>
/// Simonyan and Zisserman 2014, "Very Deep Convolutional Networks for Large-Scale Image Recognition", configuration D. The weights have
/// torchvision's names.
/// </summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 3, Padding = Same, Name = "features.0"), ReLU]
[Conv2d(64, 3, Padding = Same, Name = "features.2"), ReLU, MaxPool2d(2)]
[Conv2d(128, 3, Padding = Same, Name = "features.5"), ReLU]
[Conv2d(128, 3, Padding = Same, Name = "features.7"), ReLU, MaxPool2d(2)]
[Conv2d(256, 3, Padding = Same, Name = "features.10"), ReLU]
[Conv2d(256, 3, Padding = Same, Name = "features.12"), ReLU]
[Conv2d(256, 3, Padding = Same, Name = "features.14"), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = Same, Name = "features.17"), ReLU]
[Conv2d(512, 3, Padding = Same, Name = "features.19"), ReLU]
[Conv2d(512, 3, Padding = Same, Name = "features.21"), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = Same, Name = "features.24"), ReLU]
[Conv2d(512, 3, Padding = Same, Name = "features.26"), ReLU]
[Conv2d(512, 3, Padding = Same, Name = "features.28"), ReLU, MaxPool2d(2)]
[AdaptiveAvgPool2d(7), Flatten]
[Linear(4096, Name = "classifier.0"), ReLU, Dropout]
[Linear(4096, Name = "classifier.3"), ReLU, Dropout]
[Linear(1000, Name = "classifier.6")]
public partial class Vgg16;
