using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Several inputs and outputs: the base class, the parameters and the tuple follow from them.</summary>
public sealed class SignatureTests
{
    private const string Source = """
        [Network, Input(3, 8, 8, Name = "image"), Input(5, Name = "meta")]
        [Conv2d(4, 3), ReLU, GlobalAvgPool2d, As("features")]
        [Concat("meta"), Linear(6), ReLU, Linear(2, Name = "mean"), From("features"), Linear(2, Name = "variance")]
        [Output("mean", "variance")]
        public partial class TwoByTwo;

        [Network, Input(4), Input(Dim.Any, 4, Name = "keys", DType = DType.Floating)]
        [Unsqueeze(1), MultiheadAttention(2, Key = "keys"), Squeeze(1)]
        public partial class Lookup;

        [Network, Input(4), Linear(4), As("hidden"), Linear(2), Output("hidden", "input", "hidden")]
        public partial class Passing;
        """;

    [Fact]
    public void Two_inputs_and_two_outputs()
    {
        using var scope = NewDisposeScope();
        var net = (nn.Module<Tensor, Tensor, (Tensor, Tensor)>)new LoadedNetworks(Source).CreateModule("TwoByTwo");
        var (image, meta) = (randn(7, 3, 8, 8), randn(7, 5));
        var (mean, variance) = net.call(image, meta);
        Assert.Equal([7, 2], mean.shape);
        Assert.Equal([7, 2], variance.shape);
        (mean.sum() + variance.sum()).backward();
        Assert.All(net.parameters(), p => Assert.NotNull(p.grad));
        Assert.Equal(
            ["mean", "variance"],
            net.GetType()
                .GetMethod("forward")!
                .ReturnTypeCustomAttributes.GetCustomAttributes(false)
                .OfType<System.Runtime.CompilerServices.TupleElementNamesAttribute>()
                .Single()
                .TransformNames
        );
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var net = (nn.Module<Tensor, Tensor, (Tensor, Tensor)>)new LoadedNetworks(Source).CreateModule("TwoByTwo");
        using var gradients = no_grad();
        using var image = randn(7, 3, 8, 8);
        using var meta = randn(7, 5);
        Leaks.None(() => Dispose(net.call(image, meta)));
    }

    [Fact]
    public void The_guard_names_the_input()
    {
        using var scope = NewDisposeScope();
        var net = (nn.Module<Tensor, Tensor, (Tensor, Tensor)>)new LoadedNetworks(Source).CreateModule("TwoByTwo");
        var wrong = Assert.Throws<ArgumentException>(() => net.call(randn(7, 3, 8, 8), randn(7, 4)));
        Assert.Equal("TwoByTwo, meta, takes (N, 5), but got (7, 4)", wrong.Message);
    }

    [Fact]
    public void A_second_input_may_have_a_size_that_only_a_call_knows()
    {
        using var scope = NewDisposeScope();
        var net = (nn.Module<Tensor, Tensor, Tensor>)new LoadedNetworks(Source).CreateModule("Lookup");
        Assert.Equal([7, 4], net.call(randn(7, 4), randn(7, 9, 4)).shape);
    }

    [Fact]
    public void What_comes_out_twice_or_unchanged_is_an_object_of_its_own()
    {
        var net = (nn.Module<Tensor, (Tensor, Tensor, Tensor)>)new LoadedNetworks(Source).CreateModule("Passing");
        using var input = randn(7, 4);
        var (first, second, third) = net.call(input);
        first.Dispose();
        second.Dispose();
        Assert.Equal([7, 4], third.shape);
        Assert.Equal([7, 4], input.shape);
        third.Dispose();
    }

    private static void Dispose((Tensor, Tensor) tensors)
    {
        tensors.Item1.Dispose();
        tensors.Item2.Dispose();
    }
}
