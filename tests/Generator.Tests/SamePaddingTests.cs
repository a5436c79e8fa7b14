using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Generator.Tests;

/// <summary>
/// What <c>Same</c> computes: the values worked out by hand, and TensorFlow's definition for random windows: pad as its formula says,
/// with zeros for a convolution and with nothing that counts for pooling, and slide without padding.
/// </summary>
public sealed class SamePaddingTests(ITestOutputHelper output)
{
    private const int Networks = 120;

    [Theory]
    [InlineData("MaxPool1d(2, Padding = Same)", new float[] { 1, 2, 3 }, new float[] { 2, 3 })]
    [InlineData("MaxPool1d(2, Padding = Same)", new float[] { -1, -2, -3 }, new float[] { -1, -3 })]
    [InlineData("MaxPool1d(2, Stride = 1, Padding = Same)", new float[] { -1, -2, -3 }, new float[] { -1, -2, -3 })]
    [InlineData("MaxPool1d(3, Stride = 1, Dilation = 2, Padding = Same)", new float[] { 1, 5, 2, 0, 3 }, new float[] { 2, 5, 3, 5, 3 })]
    [InlineData("AvgPool1d(2, Padding = Same)", new float[] { 1, 2, 3 }, new float[] { 1.5f, 3 })]
    [InlineData("AvgPool1d(2, Stride = 1, Padding = Same)", new float[] { 1, 2, 3 }, new float[] { 1.5f, 2.5f, 3 })]
    [InlineData("AvgPool1d(3, Stride = 2, Padding = Same)", new float[] { 1, 2, 3, 4 }, new float[] { 2, 3.5f })]
    [InlineData("AvgPool1d(3, Stride = 1, Padding = Same)", new float[] { 1, 2, 3 }, new float[] { 1.5f, 2, 2.5f })]
    [InlineData("Conv1d(1, 2, Padding = Same, Bias = false)", new float[] { 1, 2, 3 }, new float[] { 3, 5, 3 })]
    [InlineData("Conv1d(1, 4, Padding = Same, Bias = false)", new float[] { 1, 2, 3 }, new float[] { 6, 6, 5 })]
    [InlineData("Conv1d(1, 3, Stride = 2, Padding = Same, Bias = false)", new float[] { 1, 2, 3, 4 }, new float[] { 6, 7 })]
    [InlineData("Conv1d(1, 2, Stride = 3, Dilation = 2, Padding = Same, Bias = false)", new float[] { 1, 2, 3, 4 }, new float[] { 2, 3 })]
    public void Values_worked_out_by_hand(string layer, float[] input, float[] expected)
    {
        using var net = new LoadedNetworks($"[Network, Input(1, {input.Length}), {layer}] public partial class Net;").Create("Net");
        Ones(net);
        using var x = tensor(input).reshape(1, 1, -1);
        using var y = net.call(x);
        Assert.Equal(expected, y.data<float>().ToArray());
    }

    [Fact]
    public void Random_windows_follow_the_definition()
    {
        var random = new Random(20261122);
        var cases = Enumerable.Range(0, Networks).Select(i => Case.Draw(random, $"Net{i}")).ToArray();
        var networks = new LoadedNetworks(string.Concat(cases.Select(c => c.Source)));
        manual_seed(1);
        using var gradients = no_grad();
        var largest = 0.0;
        foreach (var @case in cases)
        {
            using var scope = NewDisposeScope();
            using var net = networks.Create(@case.Name);
            var x = randn([2, 2, .. @case.Sizes.Select(s => (long)s)]);
            var (expected, actual) = (@case.Reference(net, x), net.call(x));
            Assert.True(
                expected.shape.SequenceEqual(actual.shape),
                $"{@case.Source}: expected ({string.Join(", ", expected.shape)}), got ({string.Join(", ", actual.shape)})"
            );

            // A window with dilation may meet nothing but padding: then both are -∞.
            var difference = where(expected.eq(actual), zeros_like(actual), expected - actual).abs().max().ToDouble();
            Assert.True(difference < 1e-5, $"{@case.Source} differs by {difference}");
            largest = Math.Max(largest, difference);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Networks} networks, largest difference {largest:E1}"));
    }

    private static void Ones(nn.Module net)
    {
        using var gradients = no_grad();
        foreach (var parameter in net.parameters())
        {
            parameter.fill_(1);
        }
    }

    /// <summary>A layer with <c>Same</c>, and what it should compute.</summary>
    private sealed record Case(string Name, string Kind, int[] Sizes, int[] Kernel, int[] Stride, int[] Dilation)
    {
        public static Case Draw(Random random, string name)
        {
            var kind = new[] { "Conv", "MaxPool", "AvgPool" }[random.Next(3)];
            var axes = random.Next(1, 4);
            var isUniform = axes == 1 || random.Next(2) == 0;
            int[] Sizes(int low, int high)
            {
                var first = random.Next(low, high + 1);
                return [.. Enumerable.Range(0, axes).Select(i => isUniform ? first : random.Next(low, high + 1))];
            }

            var dilation = kind == "AvgPool" ? [.. Enumerable.Repeat(1, axes)] : Sizes(1, 3);
            var kernel = Sizes(1, 5);

            // libtorch's AvgPool3d refuses an image that is smaller than the kernel, padded or not, and so do we.
            int Smallest(int axis) => kind == "AvgPool" && axes == 3 ? kernel[axis] : 1;
            return new(
                name,
                kind,
                [.. Enumerable.Range(0, axes).Select(i => random.Next(Smallest(i), axes == 3 ? 9 : 15))],
                kernel,
                Sizes(1, 4),
                dilation
            );
        }

        public string Source
        {
            get
            {
                static string List(int[] sizes) => sizes.Distinct().Count() == 1 ? $"{sizes[0]}" : $"[{string.Join(", ", sizes)}]";
                static string Named(string name, int[] sizes) =>
                    sizes.Distinct().Count() == 1 ? $"{name} = {sizes[0]}" : $"{name}s = [{string.Join(", ", sizes)}]";
                var kernel = Kind == "Conv" ? $"3, {List(Kernel)}" : List(Kernel);
                var dilation = Kind == "AvgPool" ? "" : $", {Named("Dilation", Dilation)}";
                return $"[Network, Input(2, {string.Join(", ", Sizes)}), {Kind}{Sizes.Length}d({kernel}, {Named("Stride", Stride)}, Padding = Same{dilation})] public partial class {Name};\n";
            }
        }

        public Tensor Reference(nn.Module<Tensor, Tensor> net, Tensor x)
        {
            var state = net.state_dict();
            return Kind switch
            {
                "Conv" => Convolve(Padded(x, 0), state["conv1.weight"], state["conv1.bias"]),
                "MaxPool" => MaxPool(Padded(x, double.NegativeInfinity)),

                // The mean of what is there: the sum of the values over the number of values, both of windows that are padded with zeros.
                _ => Sum(Padded(x, 0)) / Sum(Padded(ones_like(x), 0)),
            };
        }

        private Tensor Padded(Tensor x, double value)
        {
            // Source: "Notes on padding" in the documentation of tf.nn; the last axis comes first.
            var sides = Enumerable
                .Range(0, Sizes.Length)
                .Reverse()
                .SelectMany(i =>
                {
                    var extent = (Kernel[i] - 1) * Dilation[i] + 1;
                    var places = (Sizes[i] + Stride[i] - 1) / Stride[i];
                    var total = Math.Max((places - 1) * Stride[i] + extent - Sizes[i], 0);
                    return new long[] { total / 2, total - total / 2 };
                });
            return F.pad(x, [.. sides], PaddingModes.Constant, value);
        }

        private Tensor Convolve(Tensor x, Tensor weight, Tensor? bias) =>
            Sizes.Length switch
            {
                1 => F.conv1d(x, weight, bias, Stride[0], 0, Dilation[0]),
                2 => F.conv2d(x, weight, bias, Long(Stride), [0, 0], Long(Dilation)),
                _ => F.conv3d(x, weight, bias, Long(Stride), [0, 0, 0], Long(Dilation)),
            };

        private Tensor Sum(Tensor x)
        {
            // A convolution of each channel with ones.
            var weight = ones([1, 1, .. Long(Kernel)]);
            var each = x.flatten(0, 1).unsqueeze(1);
            var sums = Convolve(each, weight, null);
            return sums.reshape([x.shape[0], x.shape[1], .. sums.shape[2..]]);
        }

        private Tensor MaxPool(Tensor x) =>
            Sizes.Length switch
            {
                1 => F.max_pool1d(x, Kernel[0], Stride[0], 0, Dilation[0]),
                2 => F.max_pool2d(x, Long(Kernel), Long(Stride), [0, 0], Long(Dilation)),
                _ => F.max_pool3d(x, Long(Kernel), Long(Stride), [0, 0, 0], Long(Dilation)),
            };

        private static long[] Long(int[] sizes) => [.. sizes.Select(s => (long)s)];
    }
}
