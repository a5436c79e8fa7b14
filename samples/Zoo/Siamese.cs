using ShapeGen;
using static TorchSharp.torch;

namespace Zoo;

/// <summary>
/// Koch, Zemel and Salakhutdinov 2015, "Siamese Neural Networks for One-shot Image Recognition": the probability that two images show the
/// same.
/// </summary>
[Network]
public partial class Siamese : nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>What an image is about. Both images go through the same weights.</summary>
    [Input(1, 105, 105)]
    [Conv2d(64, 10), ReLU, MaxPool2d(2)]
    [Conv2d(128, 7), ReLU, MaxPool2d(2)]
    [Conv2d(128, 4), ReLU, MaxPool2d(2)]
    [Conv2d(256, 4), ReLU, Flatten, Linear(4096), Sigmoid]
    public partial Tensor Embed(Tensor image);

    [Input(4096), Linear(1), Sigmoid]
    private partial Tensor Score(Tensor distance);

    /// <summary>(N, 1, 105, 105), (N, 1, 105, 105) → (N, 1)</summary>
    public override Tensor forward(Tensor left, Tensor right)
    {
        using var a = Embed(left);
        using var b = Embed(right);
        using var difference = a - b;
        using var distance = difference.abs();
        return Score(distance);
    }
}
