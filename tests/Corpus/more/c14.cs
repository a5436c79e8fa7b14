using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c14;

// spatial transformer localisation 10*3*3 with other size
public class Stn : Module<Tensor, Tensor>
{
    private readonly Sequential loc = Sequential(
            Conv2d(1, 8, 7),
            MaxPool2d(2, 2),
            ReLU(true),
            Conv2d(8, 10, 5),
            MaxPool2d(2, 2),
            ReLU(true)
        ),
        fcLoc = Sequential(Linear(10 * 3 * 3, 32), ReLU(true), Linear(32, 6));

    public Stn()
        : base("n") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var xs = loc.call(x);
        xs = xs.view(-1, 10 * 3 * 3); // BUG
        var theta = fcLoc.call(xs).view(-1, 2, 3);
        var grid = functional.affine_grid(theta, x.shape);
        return functional.grid_sample(x, grid);
    }
}

public static class Case
{
    public static Tensor Run() => new Stn().call(randn(4, 1, 32, 32));
}
