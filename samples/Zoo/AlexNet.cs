using ShapeGen;

namespace Zoo;

/// <summary>
/// Krizhevsky 2014, "One weird trick for parallelizing convolutional neural networks", as in torchvision, whose names the weights have.
/// </summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 11, Stride = 4, Padding = 2, Name = "features.0"), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(192, 5, Padding = 2, Name = "features.3"), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(384, 3, Padding = 1, Name = "features.6"), ReLU]
[Conv2d(256, 3, Padding = 1, Name = "features.8"), ReLU]
[Conv2d(256, 3, Padding = 1, Name = "features.10"), ReLU, MaxPool2d(3, Stride = 2)]
[AdaptiveAvgPool2d(6), Flatten]
[Dropout, Linear(4096, Name = "classifier.1"), ReLU]
[Dropout, Linear(4096, Name = "classifier.4"), ReLU]
[Linear(1000, Name = "classifier.6")]
public partial class AlexNet;
