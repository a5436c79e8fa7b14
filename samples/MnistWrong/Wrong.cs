// The mistakes that this software was made for. This project does not build, and each class has exactly one error.
using ShapeGen;
using static ShapeGen.Pad;

namespace MnistWrong;

/// <summary>"By my math it is 4×4×64": it is, with Valid padding; with Same it is 7×7×64.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Flatten, Linear(4 * 4 * 64, 1024), ReLU, Dropout(0.25), Linear(10)]
public partial class WrongLinear;

/// <summary>The same number in a reshape: at run time this does not fail, it mixes the samples of a batch.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Reshape(-1, 4 * 4 * 64), Linear(1024), ReLU, Dropout(0.25), Linear(10)]
public partial class WrongReshape;

/// <summary>The other way round: Valid padding, and the number that Same padding gives.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Valid), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Valid), ReLU, MaxPool2d(2)]
[Flatten, Linear(7 * 7 * 64, 1024), ReLU, Dropout(0.25), Linear(10)]
public partial class WrongPadding;

/// <summary>A digit has one channel, not 32.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 32, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
[Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]
public partial class WrongChannels;

/// <summary>28 → 14 → 7 → 3 → 1, and nothing is left for a fifth pooling.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2), MaxPool2d(2)]
[Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2), MaxPool2d(2), MaxPool2d(2)]
[Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]
public partial class OnePoolTooMany;
