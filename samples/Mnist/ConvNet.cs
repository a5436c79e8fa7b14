using ShapeGen;
using static ShapeGen.Pad;

namespace Mnist;

/// <summary>The network of TensorFlow's "Deep MNIST for Experts": two convolutions, two dense layers.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]
public partial class ConvNet;
