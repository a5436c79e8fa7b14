using ShapeGen;
using static TorchSharp.torch;

namespace Zoo;

/// <summary>
/// Kingma and Welling 2013, "Auto-Encoding Variational Bayes", with the layers of PyTorch's example: an image, its mean and the logarithm of
/// its variance.
/// </summary>
[Network]
public partial class Vae : nn.Module<Tensor, (Tensor Image, Tensor Mu, Tensor LogVar)>
{
    [Input(784), Linear(400, Name = "fc1"), ReLU]
    private partial Tensor Hidden(Tensor x);

    [Input(400), Linear(20, Name = "fc21")]
    private partial Tensor Mu(Tensor h);

    [Input(400), Linear(20, Name = "fc22")]
    private partial Tensor LogVar(Tensor h);

    /// <summary>Makes an image of what it is about.</summary>
    [Input(20), Linear(400, Name = "fc3"), ReLU, Linear(784, Name = "fc4"), Sigmoid]
    public partial Tensor Decode(Tensor z);

    /// <summary>(N, 784) → (N, 784), (N, 20), (N, 20)</summary>
    public override (Tensor Image, Tensor Mu, Tensor LogVar) forward(Tensor x)
    {
        using var h = Hidden(x);
        var (mu, logVar) = (Mu(h), LogVar(h));
        using var half = logVar * 0.5;
        using var deviation = half.exp();
        using var noise = randn_like(mu);
        using var shift = deviation * noise;
        using var z = mu + shift;
        return (Decode(z), mu, logVar);
    }
}
