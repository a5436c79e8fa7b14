using ShapeGen;
using static ShapeGen.Pad;

namespace Zoo;

/// <summary>The network of TensorFlow's MNIST tutorial of 2016, "Deep MNIST for Experts": Same padding, so 28 → 14 → 7.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]
public partial class ConvNet;
