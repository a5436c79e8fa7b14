using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a03;

// VAE mu/logvar from 400, decode takes 20 but z is 40
public class VAE : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Linear fc1 = Linear(784, 400),
        fc21 = Linear(400, 40),
        fc22 = Linear(400, 40),
        fc3 = Linear(20, 400),
        fc4 = Linear(400, 784);

    public VAE()
        : base("vae") => RegisterComponents();

    (Tensor mu, Tensor logvar) Encode(Tensor x)
    {
        var h = functional.relu(fc1.call(x));
        return (fc21.call(h), fc22.call(h));
    }

    Tensor Reparameterize(Tensor mu, Tensor logvar)
    {
        var std = (0.5 * logvar).exp();
        var eps = randn_like(std);
        return mu + eps * std;
    }

    Tensor Decode(Tensor z)
    {
        var h3 = functional.relu(fc3.call(z)); // BUG
        return sigmoid(fc4.call(h3));
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var (mu, logvar) = Encode(x.view(-1, 784));
        var z = Reparameterize(mu, logvar);
        return (Decode(z), mu, logvar);
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var (recon, mu, lv) = new VAE().call(rand(128, 1, 28, 28));
        return recon;
    }
}
