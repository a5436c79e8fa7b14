using Mnist;
using TorchSharp;
using static TorchSharp.torch;

namespace Runtime.Tests;

/// <summary>The generated network against the same one made by hand. That torch works at all here shows the module initializer.</summary>
public sealed class ConvNetTests
{
    [Fact]
    public void It_has_the_parameters_of_the_one_made_by_hand()
    {
        using var net = new ConvNet();
        using var hand = HandMade(net);
        Assert.Equal(ConvNet.ParameterCount, hand.parameters().Sum(p => p.numel()));
        Assert.Equal(3_274_634, ConvNet.ParameterCount);
        Assert.Equal(13_922_570, ConvNet.MultiplyAdds);
        Assert.Equal(3136, ConvNet.FlattenSize);
        Assert.Equal([1, 28, 28], ConvNet.InputShape.ToArray());
        Assert.Equal([10], ConvNet.OutputShape.ToArray());
    }

    [Fact]
    public void Its_state_is_named_after_its_fields()
    {
        using var net = new ConvNet();
        Assert.Equal(
            [
                "conv1.bias",
                "conv1.weight",
                "conv2.bias",
                "conv2.weight",
                "linear1.bias",
                "linear1.weight",
                "linear2.bias",
                "linear2.weight",
            ],
            net.state_dict().Keys.Order(StringComparer.Ordinal)
        );
        Assert.Same(net.conv1, net.named_children().Single(c => c.name == "conv1").module);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void It_computes_the_same(int batch)
    {
        using var net = new ConvNet();
        using var hand = HandMade(net);
        using var x = randn(batch, 1, 28, 28);
        net.eval();
        hand.eval();
        using var expected = hand.call(x);
        using var actual = net.call(x);
        Assert.Equal([batch, 10], actual.shape);
        Assert.Equal(0, (expected - actual).abs().max().ToDouble());
    }

    [Fact]
    public void It_learns_the_same()
    {
        using var net = new ConvNet();
        using var hand = HandMade(net);
        using var x = randn(8, 1, 28, 28);
        using var y = randint(10, 8);
        Assert.Equal(Gradients(hand, x, y), Gradients(net, x, y));
    }

    [Fact]
    public void Forward_leaves_no_tensor_behind_but_its_result()
    {
        using var net = new ConvNet();
        net.eval();
        using var x = randn(4, 1, 28, 28);
        using var gradients = no_grad();
        net.call(x).Dispose();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 10; i++)
        {
            net.call(x).Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void The_input_is_not_overwritten()
    {
        using var net = new ConvNet();
        using var x = randn(2, 1, 28, 28);
        using var copy = x.clone();
        net.call(x).Dispose();
        Assert.True(x.allclose(copy, 0, 0));
    }

    [Theory]
    [InlineData(new long[] { 128, 28, 28, 1 }, "ConvNet takes (N, 1, 28, 28), but got (128, 28, 28, 1): channels come first")]
    [InlineData(
        new long[] { 1, 28, 28 },
        "ConvNet takes (N, 1, 28, 28), but got (1, 28, 28): the batch is missing, unsqueeze(0) makes a batch of one"
    )]
    [InlineData(new long[] { 2, 3, 28, 28 }, "ConvNet takes (N, 1, 28, 28), but got (2, 3, 28, 28)")]
    public void A_wrong_input_is_named(long[] shape, string message)
    {
        using var net = new ConvNet();
        using var x = zeros(shape);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => net.call(x)).Message);
    }

    [Fact]
    public void It_moves_to_another_type()
    {
        using var net = new ConvNet(dtype: ScalarType.Float64);
        Assert.All(net.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        net.to(ScalarType.Float32);
        using var x = zeros(1, 1, 28, 28);
        net.call(x).Dispose();
        Assert.Equal(ScalarType.Float32, net.linear2.weight.dtype);
    }

    private static nn.Module<Tensor, Tensor> HandMade(ConvNet net)
    {
        var hand = nn.Sequential(
            ("conv1", nn.Conv2d(1, 32, 5, padding: 2)),
            ("relu1", nn.ReLU()),
            ("pool1", nn.MaxPool2d(2)),
            ("conv2", nn.Conv2d(32, 64, 5, padding: 2)),
            ("relu2", nn.ReLU()),
            ("pool2", nn.MaxPool2d(2)),
            ("flatten", nn.Flatten()),
            ("linear1", nn.Linear(7 * 7 * 64, 1024)),
            ("relu3", nn.ReLU()),
            ("dropout", nn.Dropout(0.25)),
            ("linear2", nn.Linear(1024, 10))
        );
        hand.load_state_dict(net.state_dict());
        return hand;
    }

    /// <summary>The sum of the absolute gradients of each parameter after one step in training mode.</summary>
    private static double[] Gradients(nn.Module<Tensor, Tensor> net, Tensor x, Tensor y)
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        net.train();
        nn.functional.cross_entropy(net.call(x), y).backward();
        return [.. net.parameters().Select(p => p.grad!.abs().sum().ToDouble())];
    }
}
