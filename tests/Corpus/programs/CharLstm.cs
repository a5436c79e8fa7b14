using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Programs.CharLstm;

public sealed class CharLstm : Module<Tensor, (Tensor, Tensor), (Tensor, (Tensor, Tensor))>
{
    private readonly Embedding embedding;
    private readonly LSTM lstm;
    private readonly Linear head;
    private readonly long layers,
        hidden;

    public CharLstm(long vocabulary, long width, long hidden, long layers)
        : base("CharLstm")
    {
        (this.layers, this.hidden) = (layers, hidden);
        embedding = Embedding(vocabulary, width);
        lstm = LSTM(width, hidden, numLayers: layers, batchFirst: true);
        head = Linear(hidden, vocabulary);
        RegisterComponents();
    }

    public (Tensor, Tensor) Start(long batch) => (zeros(layers, batch, hidden), zeros(layers, batch, hidden));

    public override (Tensor, (Tensor, Tensor)) forward(Tensor x, (Tensor, Tensor) state)
    {
        var (y, h, c) = lstm.call(embedding.call(x), state);
        return (head.call(y), (h, c));
    }
}

public static class Case
{
    public static Tensor Run()
    {
        var net = new CharLstm(96, 64, 256, 2);
        var state = net.Start(32);
        var loss = CrossEntropyLoss();
        var text = randint(0, 96, new long[] { 32, 101 });
        for (var epoch = 0; epoch < 5; epoch++)
        {
            var (x, y) = (text.narrow(1, 0, 100), text.narrow(1, 1, 100));
            var (logits, next) = net.call(x, state);
            state = (next.Item1.detach(), next.Item2.detach());
            loss.call(logits.reshape(-1, 96), y.reshape(-1)).backward();
        }

        return net.call(text, state).Item1;
    }
}
