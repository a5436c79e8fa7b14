using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Generator.Tests;

/// <summary>
/// What TorchSharp 0.107 gets wrong, and generated code does not. Each test also holds that the naive form still is wrong, so that a
/// workaround goes when its reason does.
/// </summary>
public sealed class DefectTests
{
    [Fact]
    public void GroupNorm_starts_with_ones_and_zeros()
    {
        using var net = Create("[Network, Input(8, 4), GroupNorm(2)]");
        var state = net.state_dict();
        Assert.True(state["groupnorm1.weight"].eq(1).all().ToBoolean());
        Assert.True(state["groupnorm1.bias"].eq(0).all().ToBoolean());

        // Uninitialised memory may look like anything, so many are made, in memory that was used.
        var all = Enumerable
            .Range(0, 50)
            .Select(i =>
            {
                full(64, 7.0 + i).Dispose();
                return nn.GroupNorm(2, 64);
            });
        Assert.Contains(all, naive => !naive.weight.eq(1).all().ToBoolean());
    }

    [Fact]
    public void Output_paddings_may_differ()
    {
        using var scope = NewDisposeScope();
        using var net = Create("[Network, Input(2, 5, 6), ConvTranspose2d(3, 3, Stride = 2, OutputPaddings = [1, 0])]");
        var x = randn(4, 2, 5, 6);
        var (weight, bias) = (net.get_parameter("convtranspose1.weight")!, net.get_parameter("convtranspose1.bias")!);
        var expected = F.conv_transpose2d(x, weight, bias, [2, 2], [0, 0], [1, 0], [1, 1]);
        Assert.Equal([4, 3, 12, 13], expected.shape);
        Assert.True(net.call(x).allclose(expected));

        var naive = nn.ConvTranspose2d(2, 3, (3, 3), stride: (2, 2), output_padding: (1, 0));
        Assert.Equal([4, 3, 12, 14], naive.call(x).shape);
    }

    [Theory]
    [InlineData("Reflect", PaddingModes.Reflect)]
    [InlineData("Replicate", PaddingModes.Replicate)]
    [InlineData("Circular", PaddingModes.Circular)]
    public void Same_goes_with_every_padding_mode(string name, PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        using var net = Create(
            $"[Network, Input(2, 9, 9), Conv2d(3, [3, 5], Padding = Same, PaddingMode = PadMode.{name}), Conv2d(2, 4, Padding = Same, Stride = 2, PaddingMode = PadMode.{name})]"
        );
        var x = randn(4, 2, 9, 9);
        Tensor Parameter(string key) => net.get_parameter(key)!;

        // Columns before rows: the larger half of an odd padding is behind.
        var first = F.conv2d(F.pad(x, [2, 2, 1, 1], mode), Parameter("conv1.weight"), Parameter("conv1.bias"));
        var second = F.conv2d(F.pad(first, [1, 2, 1, 2], mode), Parameter("conv2.weight"), Parameter("conv2.bias"), [2, 2]);
        Assert.Equal([4, 2, 5, 5], second.shape);
        Assert.True(net.call(x).allclose(second, 1e-4, 1e-5));

        var naive = nn.Conv2d(2, 3, (3, 5), Padding.Same, padding_mode: mode);
        Assert.Equal([4, 3, 11, 7], naive.call(x).shape);
    }

    [Fact]
    public void LSTMCell_needs_no_state()
    {
        using var scope = NewDisposeScope();
        using var net = Create("[Network, Input(5), LSTMCell(3)]");
        var x = randn(4, 5);
        Tensor Parameter(string key) => net.get_parameter($"lstmcell1.{key}")!;

        // From a state of zeros: h = o·tanh(i·g).
        var gates = x.mm(Parameter("weight_ih").t()) + Parameter("bias_ih") + Parameter("bias_hh");
        var (i, g, o) = (gates.narrow(1, 0, 3).sigmoid(), gates.narrow(1, 6, 3).tanh(), gates.narrow(1, 9, 3).sigmoid());
        Assert.True(net.call(x).allclose(o * (i * g).tanh(), 1e-5, 1e-6));

        Assert.ThrowsAny<Exception>(() => nn.LSTMCell(5, 3).call(x));
    }

    [Fact]
    public void Attention_computes_its_weights()
    {
        using var scope = NewDisposeScope();
        using var net = Create("[Network, Input(Dim.Any, 6), MultiheadAttention(2)]");
        Assert.Equal([4, 7, 6], net.call(randn(4, 7, 6)).shape);

        var q = randn(7, 4, 6);
        Assert.ThrowsAny<Exception>(() => nn.MultiheadAttention(6, 2).call(q, q, q, need_weights: false).Item2.shape);
    }

    [Fact]
    public void Attention_is_within_a_sample()
    {
        // Batch first: what one sample gives does not depend on the others.
        using var scope = NewDisposeScope();
        using var net = Create("[Network, Input(Dim.Any, 6), MultiheadAttention(2), TransformerEncoderLayer(2, DimFeedforward = 4)]");
        net.eval();
        var x = randn(4, 7, 6);
        Assert.True(net.call(x)[2].allclose(net.call(x.narrow(0, 2, 1))[0], 1e-4, 1e-5));
    }

    [Fact]
    public void A_causal_step_does_not_see_those_behind()
    {
        using var scope = NewDisposeScope();
        using var net = Create(
            "[Network, Input(Dim.Any, 6), As(\"all\"), MultiheadAttention(2, IsCausal = true), TransformerEncoderLayer(2, DimFeedforward = 4, IsCausal = true), TransformerEncoder(2, 2, DimFeedforward = 4, IsCausal = true)]"
        );
        net.eval();
        var x = randn(4, 7, 6);
        Assert.True(net.call(x).narrow(1, 0, 3).allclose(net.call(x.narrow(1, 0, 3)), 1e-4, 1e-5));
    }

    [Fact]
    public void Unpooling_has_a_stride_without_a_padding()
    {
        using var scope = NewDisposeScope();
        using var net = Create("[Network, Input(1, 7, 7), MaxPool2d(3, 2), MaxUnpool2d(\"maxpool1\", 3, Stride = 2)]");
        var x = randn(2, 1, 7, 7);
        var (pooled, indices) = F.max_pool2d_with_indices(x, [3, 3], [2, 2]);
        var expected = zeros(2, 1, 49).scatter(2, indices.flatten(2), pooled.flatten(2)).reshape(2, 1, 7, 7);
        Assert.True(net.call(x).allclose(expected));

        Assert.NotEqual([2, 1, 7, 7], F.max_unpool2d(pooled, indices % 9, [3, 3], [2, 2]).shape);
    }

    [Theory]
    [InlineData("Input(2, 7, 9)", "MaxPool2d(2, Name = \"p\"), MaxUnpool2d(\"p\", 2)")]
    [InlineData("Input(2, Dim.Any, Dim.Any)", "MaxPool2d(2, Name = \"p\"), MaxUnpool2d(\"p\", 2)")]
    [InlineData("Input(2, 7, 9)", "MaxPool2d(2, CeilMode = true, Name = \"p\"), ReLU, MaxUnpool2d(\"p\", 2)")]
    public void Unpooling_gives_back_the_size_that_was_pooled(string input, string layers)
    {
        using var scope = NewDisposeScope();
        using var net = Create($"[Network, {input}, {layers}]");
        var x = rand([3, 2, 7, 9]);
        var (pooled, indices) = F.max_pool2d_with_indices(x, [2, 2], ceil_mode: layers.Contains("Ceil", StringComparison.Ordinal));
        var expected = zeros(3, 2, 63).scatter(2, indices.flatten(2), pooled.flatten(2)).reshape(3, 2, 7, 9);
        Assert.True(net.call(x).allclose(expected));
    }

    [Fact]
    public void The_table_of_positions_goes_where_the_network_goes()
    {
        nn.Module<Tensor, Tensor> net;
        using (NewDisposeScope())
        {
            net = Create("[Network, Input(Dim.Any, 6), PositionalEncoding(9), Linear(2)]");
        }

        using var x = rand(3, 5, 6);
        net.call(x).Dispose();
        using var half = x.to(ScalarType.BFloat16);
        net.to(ScalarType.BFloat16);
        net.call(half).Dispose();
        Assert.Single(net.buffers());
        net.Dispose();
    }

    [Fact]
    public void AdaptiveMaxPool3d_runs()
    {
        using var net = Create("[Network, Input(2, 5, 6, 7), AdaptiveMaxPool3d([2, 3, 4])]");
        Assert.Equal([4, 2, 2, 3, 4], net.call(randn([4, 2, 5, 6, 7])).shape);
        Assert.ThrowsAny<Exception>(() => nn.AdaptiveMaxPool3d([2, 3, 4]).call(randn([4, 2, 5, 6, 7])));
    }

    [Fact]
    public void Hardtanh_is_not_the_identity()
    {
        using var net = Create("[Network, Input(2), Hardtanh]");
        using var x = tensor(new float[] { -3, 3 }).reshape(1, 2);
        Assert.Equal([-1, 1], net.call(x).data<float>().ToArray());
        Assert.Equal([-3, 3], nn.Hardtanh().call(x).data<float>().ToArray());
    }

    [Theory]
    [InlineData("RNN(3)")]
    [InlineData("GRU(3, Bidirectional = true)")]
    [InlineData("LSTM(3, NumLayers = 2, ReturnSequences = false)")]
    [InlineData("LSTMCell(3)", "Input(5)")]
    [InlineData("Dropout1d")]
    [InlineData("TransformerEncoder(5, 2)")]
    public void Nothing_is_left_to_the_garbage_collector(string layer, string input = "Input(4, 5)")
    {
        using var net = Create($"[Network, {input}, {layer}]");
        using var gradients = no_grad();
        using var x = input == "Input(5)" ? randn(2, 5) : randn(2, 4, 5);
        Leaks.None(() => net.call(x).Dispose());
    }

    [Theory]
    [InlineData("TransformerEncoder(5, 2)")]
    [InlineData("TransformerDecoder(\"input\", 5, 2)")]
    public void The_layer_that_a_stack_copies_is_disposed(string layer) =>
        Assert.Matches(
            @"using \(var template = [^\n]*\)\s*\{\s*this\.\w+ = [^\n]*\(template, 2\);",
            GeneratorRun.Of($"{Testing.Sources.Usings}[Network, Input(4, 5), {layer}] public partial class Net;").Text
        );

    private static nn.Module<Tensor, Tensor> Create(string attributes) =>
        new LoadedNetworks($"{attributes} public partial class Net;").Create("Net");
}
