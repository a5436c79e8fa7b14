using ShapeGen;
using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Testing.Layers;

/// <summary>Activations, dropouts and what else leaves a shape as it is.</summary>
internal static class ActivationCases
{
    public static IEnumerable<LayerCase> All =>
        [
            Plain("ReLU", x => nn.ReLU().call(x)),
            Plain("ReLU6", x => nn.ReLU6().call(x)),
            Plain("SELU", x => nn.SELU().call(x)),
            Plain("SiLU", x => nn.SiLU().call(x)),
            Plain("Mish", x => nn.Mish().call(x)),
            Plain("Sigmoid", x => nn.Sigmoid().call(x)),
            Plain("Tanh", x => nn.Tanh().call(x)),
            Plain("Tanhshrink", x => nn.Tanhshrink().call(x)),
            Plain("Softsign", x => nn.Softsign().call(x)),
            Plain("LogSigmoid", x => nn.LogSigmoid().call(x)),
            Plain("Hardsigmoid", x => nn.Hardsigmoid().call(x)),
            Plain("Hardswish", x => nn.Hardswish().call(x)),
            Plain("Identity", x => nn.Identity().call(x)),
            LayerCase.Of(
                "GELU",
                r => With(r, ("Approximate", Draw.Choice<GeluApproximation>(r))),
                (a, x) =>
                    nn.GELU(
                            a.Choice("Approximate") == "Tanh"
                                ? TorchSharp.Modules.GELU.Approximate.tanh
                                : TorchSharp.Modules.GELU.Approximate.none
                        )
                        .call(x)
            ),
            LayerCase.Of(
                "Hardshrink",
                r => With(r, ("Lambda", Draw.Number(r, 0.2, 1))),
                (a, x) => nn.Hardshrink(a.Number("Lambda", 0.5)).call(x)
            ),
            // TorchSharp's Hardtanh gives back what it gets.
            LayerCase.Of(
                "Hardtanh",
                r => With(r, ("MinVal", Draw.Number(r, -2, -0.5)), ("MaxVal", Draw.Number(r, 0.5, 2))),
                (a, x) => x.clamp(a.Number("MinVal", -1), a.Number("MaxVal", 1))
            ),
            LayerCase.Of("ELU", r => With(r, ("Alpha", Draw.Number(r, 0.5, 2))), (a, x) => nn.ELU(a.Number("Alpha", 1)).call(x)),
            LayerCase.Of("CELU", r => With(r, ("Alpha", Draw.Number(r, 0.5, 2))), (a, x) => nn.CELU(a.Number("Alpha", 1)).call(x)),
            LayerCase.Of(
                "LeakyReLU",
                r => With(r, ("NegativeSlope", Draw.Number(r, 0.1, 0.5))),
                (a, x) => nn.LeakyReLU(a.Number("NegativeSlope", 0.01)).call(x)
            ),
            LayerCase.Of(
                "Softplus",
                r => With(r, ("Beta", Draw.Number(r, 0.5, 2)), ("Threshold", Draw.Number(r, 1, 20))),
                (a, x) => nn.Softplus(a.Number("Beta", 1), a.Number("Threshold", 20)).call(x)
            ),
            LayerCase.Of(
                "Softshrink",
                r => With(r, ("Lambda", Draw.Number(r, 0.2, 1, -1))),
                (a, x) => nn.Softshrink(a.Number("Lambda", 0.5)).call(x)
            ),
            LayerCase.Of(
                "Threshold",
                r => new(Arguments.Of(("Threshold", Draw.Number(r, 0, 0.5)), ("Value", Draw.Number(r, -1, 20))), Draw.Any(r)),
                (a, x) => nn.Threshold(a.Number("Threshold", 0), a.Number("Value", 0)).call(x)
            ),
            LayerCase.OfModule(
                "RReLU",
                r => With(r, ("Lower", Draw.Number(r, 0.1, 0.2, 0.4)), ("Upper", Draw.Number(r, 0.3, 0.5))),
                a => nn.RReLU(a.Number("Lower", 1.0 / 8), a.Number("Upper", 1.0 / 3))
            ),
            LayerCase.OfModule("PReLU", Rectifier, a => nn.PReLU(a.Int("NumParameters", 1), a.Number("Init", 0.25))),
            LayerCase.Of(
                "GLU",
                r => new(Draw.Some(r, default, Dim(r)), Draw.Any(r, largest: 6)),
                (a, x) => nn.GLU(a.Int("Dim", -1)).call(x)
            ),
            LayerCase.Of("Softmax", Along, (a, x) => nn.Softmax(a.Int("Dim")).call(x)),
            LayerCase.Of("Softmin", Along, (a, x) => nn.Softmin(a.Int("Dim")).call(x)),
            LayerCase.Of("LogSoftmax", Along, (a, x) => nn.LogSoftmax(a.Int("Dim")).call(x)),
            LayerCase.Of("Softmax2d", r => new(default, Draw.Image(r, 2, rankOff: true)), (_, x) => nn.Softmax2d().call(x)),
            LayerCase.OfModule("Dropout", r => Dropout(r, Draw.Any(r)), a => nn.Dropout(a.Number("P", 0.5))),
            LayerCase.OfModule("Dropout1d", r => Dropout(r, Draw.Image(r, 1, rankOff: true)), a => nn.Dropout1d(a.Number("P", 0.5))),
            LayerCase.OfModule("Dropout2d", r => Dropout(r, Draw.Image(r, 2, rankOff: true)), a => nn.Dropout2d(a.Number("P", 0.5))),
            LayerCase.OfModule("Dropout3d", r => Dropout(r, Draw.Image(r, 3, rankOff: true)), a => nn.Dropout3d(a.Number("P", 0.5))),
            LayerCase.OfModule("AlphaDropout", r => Dropout(r, Draw.Any(r)), a => nn.AlphaDropout(a.Number("P", 0.5))),
            LayerCase.OfModule("FeatureAlphaDropout", r => Dropout(r, Draw.Image(r, 2)), a => nn.FeatureAlphaDropout(a.Number("P", 0.5))),
        ];

    private static LayerCase Plain(string name, Func<Tensor, Tensor> run) =>
        LayerCase.Of(name, r => new(default, Draw.Any(r)), (_, x) => run(x));

    private static Drawn With(Random random, params (string, ArgumentValue)[] optional) =>
        new(Draw.Some(random, default, optional), Draw.Any(random));

    private static (string, ArgumentValue) Dim(Random random) => ("Dim", Draw.Size(random.Next(-5, 5)));

    private static Drawn Along(Random random) => new(Arguments.Of(Dim(random)), Draw.Any(random));

    private static Drawn Dropout(Random random, long[] input) =>
        new(Arguments.Of(("P", Draw.Number(random, 0, 0.25, 0.5, 1, -0.1, 1.5))), input);

    private static Drawn Rectifier(Random random)
    {
        var input = Draw.Any(random);
        var channels = input.Length > 1 ? input[1] : 1;
        return new(
            Draw.Some(
                random,
                default,
                ("NumParameters", Draw.Size(Draw.Mostly(random, channels, 1, 5))),
                ("Init", Draw.Number(random, 0.1, 0.5))
            ),
            input
        );
    }
}
