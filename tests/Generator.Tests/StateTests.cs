using System.Reflection;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Networks with recurrent layers can go on where a call ended.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("LSTM(6, NumLayers = 2), Linear(3)", "lstm1Hidden lstm1Cell")]
    [InlineData("GRU(6), Linear(3)", "gru1Hidden")]
    [InlineData("RNN(6, Name = \"memory\"), ReLU, LSTM(5), LayerNorm", "memoryHidden lstm1Hidden lstm1Cell")]
    public void Two_halves_give_what_the_whole_gives(string layers, string members)
    {
        using var scope = NewDisposeScope();
        using var net = new LoadedNetworks($"[Network, Input(Dim.Any, 4), {layers}] public partial class Net;").Create("Net");
        var state = net.GetType().GetNestedType("State")!;
        Assert.Equal(members.Split(' '), state.GetFields().Select(f => f.Name));

        var x = randn(2, 9, 4);
        var whole = net.call(x);
        var (first, middle) = Call(net, x.narrow(1, 0, 5), New(state, 2));
        var (second, end) = Call(net, x.narrow(1, 5, 4), middle);
        Assert.True(cat([first, second], 1).allclose(whole, 1e-5, 1e-6));
        Assert.True(((Tensor)state.GetFields()[0].GetValue(end)!).requires_grad);
        Assert.False(((Tensor)state.GetFields()[0].GetValue(state.GetMethod("detach")!.Invoke(end, []))!).requires_grad);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var net = new LoadedNetworks(
            "[Network, Input(Dim.Any, 4), LSTM(6), ReLU, GRU(3, ReturnSequences = false)] public partial class Net;"
        ).Create("Net");
        var state = net.GetType().GetNestedType("State")!;
        using var x = randn(2, 9, 4);
        using var gradients = no_grad();
        Leaks.None(() =>
        {
            using var start = (IDisposable)New(state, 2);
            var (y, end) = Call(net, x, start);
            y.Dispose();
            ((IDisposable)end).Dispose();
        });
    }

    [Fact]
    public void Several_inputs_and_outputs_come_beside_it()
    {
        var run = GeneratorRun.Of(
            Testing.Sources.Usings
                + "[Network, Input(Dim.Any, 4), Input(Dim.Any, 4, Name = \"other\"), Add(\"other\"), LSTM(6, Name = \"a\"), Linear(2, Name = \"b\"), Output(\"a\", \"b\")] public partial class Net;"
                + "class Use { static void Of(Net net, TorchSharp.torch.Tensor x) { using var s = new Net.State(2); var (output, state) = net.forward(x, x, s); output.a.Dispose(); state.detach(); } }"
        );
        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("LSTM(6, Bidirectional = true)")]
    [InlineData("Linear(6)")]
    [InlineData("LSTM(6), Block<Cell>")]
    public void Others_have_none(string layers)
    {
        var run = GeneratorRun.Of(
            $"{Testing.Sources.Usings}[Network, Input(Dim.Any, 4), {layers}] public partial class Net {{ class State; }} [Block, GRU(3)] public class Cell;"
        );
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("class State", run.Text, StringComparison.Ordinal);
    }

    private static object New(Type state, long batch) =>
        state.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().Invoke([batch, null, null]);

    private static (Tensor Output, object State) Call(nn.Module<Tensor, Tensor> net, Tensor x, object state)
    {
        var method = net.GetType().GetMethods().Single(m => m.Name == "forward" && m.GetParameters().Length == 2);
        var result = (System.Runtime.CompilerServices.ITuple)method.Invoke(net, [x, state])!;
        return ((Tensor)result[0]!, result[1]!);
    }
}
