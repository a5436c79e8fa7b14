// 22_shapes_unknown_to_the_analyzer  -  MUST NOT BE FLAGGED
// source : library code
// input  : x = any [N, D]
// trick  : nothing is known about D: the widths are run-time arguments; silence is the only right answer
// actual : no exception; result shape [5, 3] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O22;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fc;
    private readonly Module<Tensor, Tensor> head;

    public Net(long inFeatures, long hidden, long classes)
        : base("Net")
    {
        fc = nn.Linear(inFeatures, hidden);
        head = nn.Linear(hidden, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => head.call(functional.relu(fc.call(x)));

    public static Tensor From(string[] args)
    {
        long d = args.Length > 0 ? long.Parse(args[0]) : 12;
        return new Net(d, d * 2, 3).call(zeros(5, d));
    }
}

public static class Case
{
    public static Tensor Run() => Net.From(Array.Empty<string>());
}
