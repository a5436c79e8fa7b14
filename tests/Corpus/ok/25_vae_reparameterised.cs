// 25_vae_reparameterised  -  MUST NOT BE FLAGGED
// source : https://github.com/ropas/pytea (pytest/benchmarks/vae)
// input  : x = [128, 1, 28, 28]
// trick  : tuple results, randn_like, view(-1, 784) that keeps 128 rows (PyTea benchmark vae)
// actual : no exception; result shape [] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O25;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fc1 = nn.Linear(784, 400),
        fc21 = nn.Linear(400, 20),
        fc22 = nn.Linear(400, 20);
    private readonly Module<Tensor, Tensor> fc3 = nn.Linear(20, 400),
        fc4 = nn.Linear(400, 784);

    public Net()
        : base("Net")
    {
        RegisterComponents();
    }

    private (Tensor mu, Tensor logvar) Encode(Tensor x)
    {
        var h1 = functional.relu(fc1.call(x));
        return (fc21.call(h1), fc22.call(h1));
    }

    private static Tensor Reparameterize(Tensor mu, Tensor logvar) => mu + randn_like(mu) * (logvar * 0.5).exp();

    private Tensor Decode(Tensor z) => functional.sigmoid(fc4.call(functional.relu(fc3.call(z))));

    public override Tensor forward(Tensor x)
    {
        var (mu, logvar) = Encode(x.view(-1, 784));
        var recon = Decode(Reparameterize(mu, logvar));
        var bce = functional.binary_cross_entropy(recon, x.view(-1, 784), reduction: Reduction.Sum);
        var kld = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum();
        return bce + kld;
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(128, 1, 28, 28));
}
