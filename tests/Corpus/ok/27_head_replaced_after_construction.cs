// 27_head_replaced_after_construction  -  MUST NOT BE FLAGGED
// source : transfer learning idiom
// input  : x = [2, 3, 32, 32]
// trick  : fine-tuning: the field is assigned again with the right in_features (compare bug 21, where the second assignment is the fault)
// actual : no exception; result shape [2, 2] (TorchSharp 0.107.0, libtorch 2.10 CPU)
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ShapeOk.O27;

public sealed class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> body = nn.Sequential(
        nn.Conv2d(3, 512, 3, stride: 2, padding: 1),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1)
    );
    private Module<Tensor, Tensor> fc = nn.Linear(512, 1000);

    public Net()
        : base("Net")
    {
        fc = nn.Linear(512, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.call(body.call(x).flatten(1));
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(2, 3, 32, 32));
}
