using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.Vae;

public sealed class Vae : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Module<Tensor, Tensor> encoder,
        mu,
        logvar,
        decoder;

    public Vae(long latent)
        : base("Vae")
    {
        encoder = Sequential(Conv2d(1, 32, 4, stride: 2, padding: 1), ReLU(), Conv2d(32, 64, 4, stride: 2, padding: 1), ReLU(), Flatten());
        mu = Linear(64 * 7 * 7, latent);
        logvar = Linear(64 * 7 * 7, latent);
        decoder = Sequential(
            Linear(latent, 64 * 7 * 7),
            Unflatten(1, new long[] { 64, 7, 7 }),
            ConvTranspose2d(64, 32, 4, stride: 2, padding: 1),
            ReLU(),
            ConvTranspose2d(32, 1, 4, stride: 2, padding: 1),
            Sigmoid()
        );
        RegisterComponents();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var h = encoder.call(x);
        var (m, v) = (mu.call(h), logvar.call(h));
        var z = m + randn_like(m) * (0.5 * v).exp();
        return (decoder.call(z), m, v);
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var net = new Vae(20);
        var x = rand(128, 1, 28, 28);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            var (y, m, v) = net.call(x);
            var loss = functional.binary_cross_entropy(y, x, reduction: Reduction.Sum) - 0.5 * (1 + v - m.pow(2) - v.exp()).sum();
            loss.backward();
        }

        return net.call(x).Item1;
    }
}
