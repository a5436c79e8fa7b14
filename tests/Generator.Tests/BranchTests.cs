using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>What branches compute: a tensor that a later layer names stays as it is, and comes in its place.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("Linear(4), As(\"x\"), ReLU, Add(\"x\")")]
    [InlineData("Linear(4, Name = \"x\"), ReLU, Add(\"x\")")]
    [InlineData("Linear(4), As(\"x\"), Identity, ReLU6, Add(\"x\")")]
    [InlineData("Linear(4), As(\"x\"), Dropout(0), ReLU, Add(\"x\")")]
    [InlineData("Linear(4), As(\"x\"), From(\"x\"), ReLU, Add(\"x\")")]
    [InlineData("Linear(4), As(\"x\"), Unflatten(1, 2, 2), ReLU, Flatten, Add(\"x\")")]
    [InlineData("Linear(4, Name = \"x\"), ReLU, As(\"y\"), From(\"x\"), Add(\"y\")")]
    public void A_named_tensor_is_not_overwritten(string layers)
    {
        using var scope = NewDisposeScope();
        using var net = Create($"[Network, Input(3), {layers}]");
        var input = randn(5, 3);
        var x = nn.functional.linear(input, net.parameters().First(), net.parameters().Last());
        Assert.True(net.call(input).allclose(x.relu() + x, 1e-5, 1e-6));
    }

    [Fact]
    public void The_input_is_not_overwritten()
    {
        using var net = Create("[Network, Input(3), ReLU, As(\"x\"), From(\"input\"), ReLU6, Add(\"x\")]");
        using var input = tensor(new float[] { -1, 2, 9 }).reshape(1, 3);
        Assert.Equal([0, 4, 15], net.call(input).data<float>().ToArray());
        Assert.Equal([-1, 2, 9], input.data<float>().ToArray());
    }

    [Fact]
    public void Concat_takes_the_named_ones_first_and_in_their_order()
    {
        using var net = Create("[Network, Input(1), As(\"a\"), Threshold(9, 2), As(\"b\"), Threshold(9, 3), Concat(\"b\", \"a\")]");
        using var input = tensor(new float[] { 1 }).reshape(1, 1);
        Assert.Equal([2, 1, 3], net.call(input).data<float>().ToArray());
    }

    [Fact]
    public void Mul_and_Add_take_several()
    {
        using var net = Create(
            "[Network, Input(1), As(\"a\"), Threshold(9, 2), As(\"b\"), Threshold(9, 3), Mul(\"b\", \"b\"), Add(\"a\", \"b\")]"
        );
        using var input = tensor(new float[] { 1 }).reshape(1, 1);
        Assert.Equal([3 * 2 * 2 + 1 + 2], net.call(input).data<float>().ToArray());
    }

    private static nn.Module<Tensor, Tensor> Create(string attributes) =>
        new LoadedNetworks($"{attributes} public partial class Net;").Create("Net");
}
