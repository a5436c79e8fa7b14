using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c13;

// BiLSTM: cat(h[-2],h[-1]) → Linear(hidden)
public class Net : Module<Tensor, Tensor>
{
    private readonly Embedding emb = Embedding(1000, 100);
    private readonly LSTM rnn = LSTM(100, 256, 2, bidirectional: true, dropout: 0.5);
    private readonly Linear fc = Linear(256, 1);
    private readonly Dropout drop = Dropout(0.5);

    public Net()
        : base("n") => RegisterComponents();

    public override Tensor forward(Tensor text)
    {
        var (output, hidden, cell) = rnn.call(drop.call(emb.call(text)));
        hidden = drop.call(cat(new[] { hidden[-2, TensorIndex.Ellipsis], hidden[-1, TensorIndex.Ellipsis] }, 1));
        return fc.call(hidden); // BUG
    }
}

public static class Case
{
    public static Tensor Run() => new Net().call(zeros(30, 4, dtype: ScalarType.Int64));
}
