using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Every generated network of the snapshots runs, learns, and leaves no tensor behind: no in-place write spoils a gradient.</summary>
public sealed class TrainingTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Networks => EmissionTests.Networks;

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_step_of_training_runs(string name, string attributes)
    {
        using var net = new LoadedNetworks($"{attributes} public partial class {name};").Create(name);
        var isInteger = attributes.Contains("Int64", StringComparison.Ordinal);
        using var x = Input(net, 3, isInteger);
        using (var y = net.call(x))
        using (var loss = y.square().sum())
        {
            Assert.Equal(OutputSizes(net), y.shape[1..]);
            loss.backward();
        }

        Assert.True(isInteger || x.grad is not null);
        Assert.All(net.parameters().Where(p => p.requires_grad), p => Assert.NotNull(p.grad));

        net.eval();
        using var gradients = no_grad();
        Leaks.None(() => net.call(x).Dispose());
    }

    [Theory]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softmax(1)")]
    [InlineData("ReLU")]
    [InlineData("ReLU6")]
    [InlineData("Dropout(0)")]
    [InlineData("Identity")]
    [InlineData("BatchNorm1d")]
    [InlineData("Flatten")]
    [InlineData("Sigmoid, Flatten")]
    public void An_activation_in_place_has_the_gradients_of_one_that_is_not(string before)
    {
        var networks = new LoadedNetworks(
            $"[Network, Input(6), Linear(5), {before}, ReLU, Linear(2)] public partial class InPlace;\n"
                + $"[Network, Input(6), Linear(5), {before}, Hardtanh(MinVal = 0, MaxVal = 1e9), Linear(2)] public partial class Copying;"
        );
        using var inPlace = networks.Create("InPlace");
        using var copying = networks.Create("Copying");
        copying.load_state_dict(inPlace.state_dict());
        using var x = randn(4, 6);
        Assert.Equal(Gradients(copying, x), Gradients(inPlace, x));
    }

    private static double[] Gradients(nn.Module<Tensor, Tensor> net, Tensor x)
    {
        using var scope = NewDisposeScope();
        net.call(x).square().sum().backward();
        return [.. net.parameters().Select(p => Math.Round(p.grad!.abs().sum().ToDouble(), 4))];
    }

    // A size that only a call knows is -1: a sequence of five.
    private static Tensor Input(nn.Module net, int batch, bool isInteger)
    {
        long[] sizes = [batch, .. Sizes(net, "InputShape").Select(s => s < 0 ? 5 : s)];
        return isInteger ? randint(0, 50, sizes, dtype: ScalarType.Int64) : randn(sizes, requires_grad: true);
    }

    private static long[] OutputSizes(nn.Module net) => Sizes(net, "OutputShape");

    private delegate ReadOnlySpan<long> Shape();

    private static long[] Sizes(nn.Module net, string property) =>
        net.GetType().GetProperty(property)!.GetMethod!.CreateDelegate<Shape>()().ToArray();
}
