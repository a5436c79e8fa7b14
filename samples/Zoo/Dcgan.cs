using ShapeGen;

namespace Zoo;

/// <summary>
/// Radford, Metz and Chintala 2015, "Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks": makes an
/// image of 100 random numbers.
/// </summary>
[Network, Input(100), Unflatten(1, 100, 1, 1)]
[ConvTranspose2d(512, 4, Bias = false), BatchNorm2d, ReLU]
[ConvTranspose2d(256, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU]
[ConvTranspose2d(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU]
[ConvTranspose2d(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU]
[ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Bias = false), Tanh]
public partial class DcganGenerator;

/// <summary>Tells images that were made from real ones: the probability that it is real.</summary>
[Network, Input(3, 64, 64)]
[Conv2d(64, 4, Stride = 2, Padding = 1, Bias = false), LeakyReLU(0.2)]
[Conv2d(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.2)]
[Conv2d(256, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.2)]
[Conv2d(512, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.2)]
[Conv2d(1, 4, Bias = false), Flatten, Sigmoid]
public partial class DcganDiscriminator;
