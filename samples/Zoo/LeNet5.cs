using ShapeGen;

namespace Zoo;

/// <summary>
/// LeCun, Bottou, Bengio and Haffner 1998, "Gradient-Based Learning Applied to Document Recognition"; with every map of the third layer
/// connected to every one of the second.
/// </summary>
[Network, Input(1, 32, 32)]
[Conv2d(6, 5), Tanh, AvgPool2d(2)]
[Conv2d(16, 5), Tanh, AvgPool2d(2)]
[Conv2d(120, 5), Tanh]
[Flatten, Linear(84), Tanh, Linear(10)]
public partial class LeNet5;
