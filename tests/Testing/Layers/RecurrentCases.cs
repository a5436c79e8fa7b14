using ShapeGen;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Recurrent layers, whose batch comes first.</summary>
internal static class RecurrentCases
{
    public static IEnumerable<LayerCase> All =>
        [
            LayerCase.OfModule(
                "RNN",
                r => Recurrent(r, activates: true),
                a =>
                    nn.RNN(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Choice("NonLinearity", nn.NonLinearities.Tanh),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "GRU",
                r => Recurrent(r),
                a =>
                    nn.GRU(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "LSTM",
                r => Recurrent(r),
                a =>
                    nn.LSTM(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Int("NumLayers", 1),
                        a.Flag("Bias", true),
                        true,
                        a.Number("Dropout", 0),
                        a.Flag("Bidirectional", false)
                    ),
                (a, m, x) => m.call(x[0]) is var (sequence, state, _) ? Picked(a, sequence, state) : null!
            ),
            LayerCase.OfModule(
                "RNNCell",
                r => Cell(r, ["Hidden"], activates: true),
                a =>
                    nn.RNNCell(
                        a.Int("InputSize"),
                        a.Int("HiddenSize"),
                        a.Choice("NonLinearity", nn.NonLinearities.Tanh),
                        a.Flag("Bias", true)
                    ),
                (_, m, x) => m.call(Step(x[0]), x.Length > 1 ? x[1] : null!)
            ),
            LayerCase.OfModule(
                "GRUCell",
                r => Cell(r, ["Hidden"]),
                a => nn.GRUCell(a.Int("InputSize"), a.Int("HiddenSize"), a.Flag("Bias", true)),
                (_, m, x) => m.call(Step(x[0]), x.Length > 1 ? x[1] : null!)
            ),
            LayerCase.OfModule(
                "LSTMCell",
                r => Cell(r, ["Hidden", "Cell"]),
                a => nn.LSTMCell(a.Int("InputSize"), a.Int("HiddenSize"), a.Flag("Bias", true)),
                (a, m, x) =>
                {
                    var zeros = torch.zeros(Step(x[0]).size(0), a.Int("HiddenSize"));
                    var hidden = a.Has("Hidden") ? x[1] : zeros;
                    return m.call(x[0], (hidden, a.Has("Cell") ? x[^1] : zeros)).Item1;
                }
            ),
        ];

    private static Drawn Recurrent(Random random, bool activates = false)
    {
        var input = Draw.Sequences(random);
        var arguments = Draw.Some(
            random,
            Arguments.Of(
                ("InputSize", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 6))),
                ("HiddenSize", Draw.Size(random.Next(1, 5)))
            ),
            ("NumLayers", Draw.Size(random.Next(1, 4))),
            ("Bias", Draw.Flag(random)),
            ("Dropout", Draw.Number(random, 0, 0, 0.5, 1.5)),
            ("Bidirectional", Draw.Flag(random)),
            ("ReturnSequences", Draw.Flag(random))
        );
        return new(activates ? Draw.Some(random, arguments, ("NonLinearity", Draw.Choice<RecurrentActivation>(random))) : arguments, input);
    }

    private static Tensor Picked(Read a, Tensor sequence, Tensor state)
    {
        if (a.Flag("ReturnSequences", true))
        {
            return sequence;
        }

        return a.Flag("Bidirectional", false) ? cat([state[-2], state[-1]], 1) : state[-1];
    }

    private static Drawn Cell(Random random, string[] states, bool activates = false)
    {
        long[] input = random.Next(10) == 0 ? Draw.Any(random) : [random.Next(1, 4), random.Next(1, 5)];
        var hidden = random.Next(1, 5);
        var arguments = Draw.Some(
            random,
            Arguments.Of(("InputSize", Draw.Size(Draw.Mostly(random, input.LastOrDefault(1), 1, 5))), ("HiddenSize", Draw.Size(hidden))),
            [("Bias", Draw.Flag(random)), .. states.Select(s => (s, ArgumentValue.OfLayer("state")))]
        );
        arguments = activates ? Draw.Some(random, arguments, ("NonLinearity", Draw.Choice<RecurrentActivation>(random))) : arguments;
        var given = states
            .Where(s => arguments[s] is not null)
            .Select(_ => new TensorSpec(Draw.Nearly(random, [input.FirstOrDefault(1), hidden])));
        return new(arguments, [new TensorSpec(input), .. given]);
    }

    private static Tensor Step(Tensor x) => x.dim() == 2 ? x : throw new ArgumentException("our own layer takes a batch");
}
