using ShapeGen.Generator.Emit;
using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Activations compute their formulas: TorchSharp's own do not all.</summary>
public sealed class ActivationTests
{
    private static readonly double[] _inputs = [-9, -3, -1.5, -0.7, -0.3, 0, 0.3, 0.7, 1.5, 3, 9];

    private static readonly Dictionary<string, (string Written, Func<double, double> Formula)> _activations = new()
    {
        ["ReLU"] = ("ReLU", x => Math.Max(0, x)),
        ["ReLU6"] = ("ReLU6", x => Math.Clamp(x, 0, 6)),
        ["GELU"] = ("GELU", x => x * Normal(x)),
        ["SELU"] = ("SELU", x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1))),
        ["SiLU"] = ("SiLU", x => x * Sigmoid(x)),
        ["Mish"] = ("Mish", x => x * Math.Tanh(Softplus(x, 1, 20))),
        ["Sigmoid"] = ("Sigmoid", Sigmoid),
        ["Tanh"] = ("Tanh", Math.Tanh),
        ["Tanhshrink"] = ("Tanhshrink", x => x - Math.Tanh(x)),
        ["Softsign"] = ("Softsign", x => x / (1 + Math.Abs(x))),
        ["LogSigmoid"] = ("LogSigmoid", x => Math.Log(Sigmoid(x))),
        ["Hardsigmoid"] = ("Hardsigmoid", x => Math.Clamp(x / 6 + 0.5, 0, 1)),
        ["Hardswish"] = ("Hardswish", x => x * Math.Clamp(x / 6 + 0.5, 0, 1)),
        ["ELU"] = ("ELU(Alpha = 1.5)", x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        ["CELU"] = ("CELU(Alpha = 1.5)", x => Math.Max(0, x) + Math.Min(0, 1.5 * (Math.Exp(x / 1.5) - 1))),
        ["LeakyReLU"] = ("LeakyReLU(NegativeSlope = 0.2)", x => x > 0 ? x : 0.2 * x),
        ["Hardshrink"] = ("Hardshrink(Lambda = 1)", x => Math.Abs(x) > 1 ? x : 0),
        ["Softshrink"] = (
            "Softshrink(Lambda = 1)",
            x =>
                x > 1 ? x - 1
                : x < -1 ? x + 1
                : 0
        ),
        ["Hardtanh"] = ("Hardtanh(MinVal = -2, MaxVal = 0.5)", x => Math.Clamp(x, -2, 0.5)),
        ["Threshold"] = ("Threshold(1, 20)", x => x > 1 ? x : 20),
        ["Softplus"] = ("Softplus(Beta = 2, Threshold = 5)", x => Softplus(x, 2, 5)),
        ["Identity"] = ("Identity", x => x),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => _activations.Keys.Select(n => new TheoryDataRow<string>(n));

    [Fact]
    public void Every_activation_has_a_formula() =>
        Assert.Equal(
            LayerCatalog.All.OfType<Elementwise>().Select(l => l.Name).Where(n => LayerEmissions.Of(n).State is null && n != "As").Order(),
            _activations.Keys.Order()
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void It_computes_its_formula(string name)
    {
        var (written, formula) = _activations[name];

        // Alone, and in place behind a layer that allows it.
        var networks = new LoadedNetworks(
            $"[Network, Input({_inputs.Length}), {written}] public partial class Alone;\n"
                + $"[Network, Input({_inputs.Length}, 1), AvgPool1d(1), {written}, Flatten] public partial class Behind;"
        );
        using var x = tensor(_inputs);
        foreach (var (network, input) in new[] { ("Alone", x.reshape(1, -1)), ("Behind", x.reshape(1, -1, 1)) })
        {
            using var net = networks.Create(network);
            using var y = net.call(input);
            Assert.All(_inputs.Zip(y.data<double>()), v => Assert.Equal(formula(v.First), v.Second, 1e-6));
            Assert.Equal(_inputs, x.data<double>());
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x, double beta, double threshold) =>
        beta * x > threshold ? x : Math.Log(1 + Math.Exp(beta * x)) / beta;

    /// <summary>The normal distribution by its series: Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/15 + …).</summary>
    private static double Normal(double x)
    {
        var (sum, term) = (x, x);
        for (var i = 1; i < 400; i++)
        {
            term *= x * x / (2 * i + 1);
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }
}
