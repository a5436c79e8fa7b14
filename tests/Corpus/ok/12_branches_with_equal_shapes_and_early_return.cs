// 12_branches_with_equal_shapes_and_early_return  -  MUST NOT BE FLAGGED
// source : control flow
// input  : x = [4, 32]
// trick  : three paths, all ending in [4, 10]; the ternary's arms differ in kind, not in shape
// actual : no exception; result shape [4, 10] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O12;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly bool deep;
    private readonly Module<Tensor, Tensor> a = nn.Linear(32, 10),
        b1 = nn.Linear(32, 64),
        b2 = nn.Linear(64, 10);

    public Net(bool deep = true)
        : base("Net")
    {
        this.deep = deep;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        if (x.shape[0] == 0)
            return zeros(0, 10);
        var y = deep ? b2.call(functional.relu(b1.call(x))) : a.call(x);
        if (training)
            y = functional.dropout(y, 0.5);
        return y;
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(4, 32));
}
