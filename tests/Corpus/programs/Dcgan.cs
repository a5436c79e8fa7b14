using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.Dcgan;

public sealed class Generator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public Generator(long nz, long ngf)
        : base("Generator")
    {
        main = Sequential(
            ConvTranspose2d(nz, ngf * 8, 4, 1, 0, bias: false),
            BatchNorm2d(ngf * 8),
            ReLU(),
            ConvTranspose2d(ngf * 8, ngf * 4, 4, 2, 1, bias: false),
            BatchNorm2d(ngf * 4),
            ReLU(),
            ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias: false),
            BatchNorm2d(ngf * 2),
            ReLU(),
            ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias: false),
            BatchNorm2d(ngf),
            ReLU(),
            ConvTranspose2d(ngf, 3, 4, 2, 1, bias: false),
            Tanh()
        );
        RegisterComponents();
    }

    public override Tensor forward(Tensor z) => main.call(z);
}

public sealed class Discriminator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public Discriminator(long ndf)
        : base("Discriminator")
    {
        var layers = new List<Module<Tensor, Tensor>> { Conv2d(3, ndf, 4, 2, 1, bias: false), LeakyReLU(0.2) };
        for (var i = 1; i <= 4; i *= 2)
        {
            layers.AddRange(
                new Module<Tensor, Tensor>[]
                {
                    Conv2d(ndf * i, ndf * i * 2, 4, 2, 1, bias: false),
                    BatchNorm2d(ndf * i * 2),
                    LeakyReLU(0.2),
                }
            );
        }

        layers.Add(Conv2d(ndf * 8, 1, 4, 1, 0, bias: false));
        layers.Add(Sigmoid());
        main = Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => main.call(x).view(-1, 1).squeeze(1);
}

public static class Case
{
    public static Tensor Run()
    {
        var (g, d) = (new Generator(100, 64), new Discriminator(64));
        var loss = BCELoss();
        for (var step = 0; step < 100; step++)
        {
            var fake = g.call(randn(64, 100, 1, 1));
            var error = loss.call(d.call(fake.detach()), zeros(64)) + loss.call(d.call(rand(64, 3, 64, 64)), ones(64));
            error.backward();
        }

        return d.call(g.call(randn(64, 100, 1, 1)));
    }
}
