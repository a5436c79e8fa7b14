using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_a04;

// VAE loss: recon [N,784] vs x [N,1,28,28]
public class VAE : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(784, 20),
        fc4 = Linear(20, 784);

    public VAE()
        : base("vae") => RegisterComponents();

    public override Tensor forward(Tensor x) => sigmoid(fc4.call(functional.relu(fc1.call(x.view(-1, 784)))));
}

public static class Case
{
    static Tensor LossFunction(Tensor recon, Tensor x)
    {
        var bce = functional.binary_cross_entropy(recon, x, reduction: Reduction.Sum); // BUG
        return bce;
    }

    public static Tensor Run()
    {
        var data = rand(32, 1, 28, 28);
        var recon = new VAE().call(data);
        return LossFunction(recon, data);
    }
}
