using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Blocks: they compute what their layers would, written out, and there is a class for each shape.</summary>
public sealed class BlockTests
{
    private const string Basic = """
        [Block]
        [Conv2d(Channels, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm2d, ReLU]
        [Conv2d(Channels, 3, Padding = 1, Bias = false), BatchNorm2d]
        [Shortcut(Project = true), ReLU]
        public class Basic { [Arg] const int Channels = 64, Stride = 1; }
        """;

    public static IEnumerable<TheoryDataRow<string, string, string>> SameNetworks =>
        new (string Input, string Blocks, string WrittenOut)[]
        {
            (
                "Input(4, 6, 6)",
                "Block<Basic>(4), Block<Basic>(8, 2)",
                "Conv2d(4, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(4, 3, Padding = 1, Bias = false), BatchNorm2d, Add(\"input\"), ReLU, As(\"x\"), "
                    + "Conv2d(8, 3, Padding = 1, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(8, 3, Padding = 1, Bias = false), BatchNorm2d, As(\"y\"), "
                    + "From(\"x\"), Conv2d(8, 1, Stride = 2, Bias = false), BatchNorm2d, Add(\"y\"), ReLU"
            ),
            (
                "Input(2, 9)",
                "Block<Basic1>(4, 3)",
                "Conv1d(4, 3, Padding = 1, Stride = 3), As(\"y\"), From(\"input\"), Conv1d(4, 1, Stride = 3, Bias = false), BatchNorm1d, Add(\"y\")"
            ),
            ("Input(5)", "Block<Wide>(7)", "Linear(7), As(\"y\"), From(\"input\"), Linear(7, Bias = false), Add(\"y\")"),
            ("Input(3, 4, 4)", "Conv2d(4, 3), Block<Head>(5), Linear(2)", "Conv2d(4, 3), Flatten, Linear(5), Linear(2)"),
            (
                "Input(3, 4, 4)",
                "Flatten, Linear(8), Unflatten(1, 2, 2, 2), Block<Head>(5)",
                "Flatten, Linear(8), Unflatten(1, 2, 2, 2), Flatten, Linear(5)"
            ),
            (
                "Input(16)",
                "Linear(16), Unflatten(1, 4, 2, 2), Block<Up>, Block<Up>",
                "Linear(16), Unflatten(1, 4, 2, 2), ConvTranspose2d(2, 2, Stride = 2), ConvTranspose2d(1, 2, Stride = 2)"
            ),
            ("Input(6, 5)", "Block<Generic<int>>(3)", "Linear(6), Linear(3)"),
            (
                "Input(4, 6, 6)",
                "Block<Gated>(8)",
                "Conv2d(8, 3, Padding = 1, Name = \"c\"), GlobalAvgPool2d, Linear(8), Sigmoid, Unflatten(1, 8, 1, 1), Mul(\"c\"), As(\"y\"), From(\"input\"), Conv2d(8, 1, Bias = false), BatchNorm2d, Add(\"y\")"
            ),
            ("Input(5)", "Block<Same>(7), Block<Same>(7)", "Linear(7), As(\"y\"), Linear(7), Add(\"y\")"),
            ("Input(6)", "Block<Half>(Repeat = 3)", "Linear(3), ReLU, Linear(1), ReLU"),
            (
                "Input(4)",
                "Linear(3), As(\"a\"), Linear(6), Block<Joined>(With = [\"a\"]), Linear(2)",
                "Linear(3), As(\"a\"), Linear(6), ReLU, Concat(\"a\"), As(\"c\"), Linear(9), Mul(\"c\"), Linear(2)"
            ),
            (
                "Input(4, 8, 8)",
                "Conv2d(3, 1), Block<Twice>(2, true), Block<Twice>(4, false)",
                "Conv2d(3, 1), Conv2d(6, 3, Groups = 3), ReLU, Dropout(0), Conv2d(7, 3), ReLU, Conv2d(8, 1)"
            ),
        }.Select(n => new TheoryDataRow<string, string, string>(n.Input, n.Blocks, n.WrittenOut));

    private const string Others = """
        [Block, Conv1d(Channels, 3, Stride = Stride, Padding = 1), Shortcut(Project = true)]
        public class Basic1 { [Arg] const int Channels = 64, Stride = 1; }

        [Block, Flatten, Linear(Out)] public class Head { [Arg] const int Out = 4; }

        [Block, ConvTranspose2d(In / 2, 2, Stride = 2)] public class Up { [InChannels] const int In = 4; }

        [Block, Linear(Twice), Linear(Size)] public class Generic<T> { [Arg] const int Size = 4; const int Twice = Size * 2; }

        [Block, Conv2d(Size, 3, Padding = 1, Name = "c"), GlobalAvgPool2d, Linear(Size), Sigmoid, Unflatten(1, Size, 1, 1), Mul("c"), Shortcut(Project = true)]
        public class Gated { [Arg] const int Size = 4; }

        [Block, Linear(Size), Shortcut(Project = true)] public class Wide { [Arg] const int Size = 4; }

        [Block, Linear(Size), Shortcut(OnlyIfSameShape = true)] public class Same { [Arg] const int Size = 4; }

        [Block, Linear(In / 2, If = In > 1), ReLU(If = In > 1)] public class Half { [InChannels] const int In = 4; }

        [Block("x", "other"), ReLU, Concat("other"), Block<Gate>] public class Joined;

        [Block, As("y"), Linear(Size), Mul("y")] public class Gate { [InChannels] const int Size = 1; }

        [Block]
        [Conv2d(IsDeep ? In * Factor : In + 1, Factor - (IsDeep ? -1 : 1), Groups = IsDeep ? In : 1), ReLU]
        [Dropout(0 * Rate, If = IsDeep && Rate >= 0.5)]
        [Conv2d((int)(2.0 * Factor), 1, If = !IsDeep)]
        public class Twice
        {
            [Arg] const int Factor = 1;
            [Arg] const bool IsDeep = false;
            [Arg] const double Rate = 0.5;
            [InChannels] const int In = 1;
        }
        """;

    [Theory]
    [MemberData(nameof(SameNetworks))]
    public void Blocks_compute_what_their_layers_do(string input, string blocks, string writtenOut)
    {
        var networks = new LoadedNetworks(
            $"""
            [Network, {input}, {blocks}] public partial class InBlocks;
            [Network, {input}, {writtenOut}] public partial class WrittenOut;
            {Basic}
            {Others}
            """
        );
        using var inBlocks = networks.Create("InBlocks");
        using var expected = networks.Create("WrittenOut");
        using var x = randn([3, .. input.Split('(', ')')[1].Split(',').Select(s => long.Parse(s, null))]);
        CopyState(inBlocks, expected);
        foreach (var isTraining in new[] { true, false })
        {
            inBlocks.train(isTraining);
            expected.train(isTraining);
            using var y = inBlocks.call(x);
            using var z = expected.call(x);
            Assert.Equal(z.shape, y.shape);
            Assert.True(y.allclose(z, 0, 1e-6));
        }

        Leaks.None(() => inBlocks.call(x).Dispose());
    }

    [Fact]
    public void There_is_a_class_for_each_shape()
    {
        var run = GeneratorRun.Of(
            $"{Testing.Sources.Usings}[Network, Input(4, 8, 8), Block<Basic>(4, Repeat = 3), Block<Basic>(8, Repeat = 3, Stride = 2), Block<Basic>(8, Stride = 1)] public partial class Net; {Basic}"
        );
        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            ["BasicModule1", "BasicModule2", "BasicModule3"],
            run.Output.GetTypeByMetadataName("Net")!.GetTypeMembers().Where(t => t.Name != "Sizes").Select(t => t.Name).Order()
        );
        Assert.Equal(
            ["BasicModule1", "BasicModule1", "BasicModule1", "BasicModule2", "BasicModule3", "BasicModule3", "BasicModule3"],
            run.Output.GetTypeByMetadataName("Net")!
                .GetMembers()
                .OfType<Microsoft.CodeAnalysis.IFieldSymbol>()
                .Where(f => f.Name.StartsWith("basic", StringComparison.Ordinal))
                .Select(f => f.Type.Name)
        );
    }

    [Theory]
    [InlineData("Block<Cell>(2, Repeat = 2)", "cell1.linear1.weight, cell2.linear1.weight")]
    [InlineData("Block<Cell>(2, Repeat = 2, Name = \"a\")", "a.0.linear1.weight, a.1.linear1.weight")]
    [InlineData("Block<Cell>(2, Repeat = 1, Name = \"a\")", "a.0.linear1.weight")]
    [InlineData("Block<Cell>(2, Name = \"a\")", "a.linear1.weight")]
    [InlineData("Block<Cell>(2, Repeat = 2, Name = \"a.b{3}.c\")", "a.b3.c.linear1.weight, a.b4.c.linear1.weight")]
    [InlineData(
        "Linear(3, Name = \"a.0\", Bias = false), Linear(3, Name = \"b\", Bias = false), Linear(2, Name = \"a.1.x\", Bias = false)",
        "a.0.weight, a.1.x.weight, b.weight"
    )]
    public void Names_are_the_keys_of_the_weights(string layers, string keys)
    {
        using var net = new LoadedNetworks(
            $"[Network, Input(2), {layers}] public partial class Net; [Block, Linear(Size, Bias = false)] public class Cell {{ [Arg] const int Size = 1; }}"
        ).Create("Net");
        Assert.Equal(keys, string.Join(", ", net.state_dict().Keys));
        Assert.Equal(keys, string.Join(", ", net.named_parameters().Select(p => p.name)));
    }

    [Theory]
    [InlineData("Linear(4, Name = \"a.0\"), Linear(4, Name = \"a.1\")")]
    [InlineData("Linear(4, Name = \"0\"), Linear(4, Name = \"1.x1\"), Linear(3, Name = \"1.x2\")")]
    [InlineData("Block<Same>(4, Repeat = 3, Name = \"a\"), Block<Wide>(5, Name = \"x1\")")]
    [InlineData("Unsqueeze(1), PositionalEncoding(5, Name = \"pos.table\"), Linear(4, Name = \"pos.linear\"), Squeeze(1)")]
    public void A_network_moves_with_all_its_weights(string layers)
    {
        // Also within another module, which registers what it finds.
        using var host = new Host(new LoadedNetworks($"[Network, Input(4), {layers}] public partial class Net; {Others}").Create("Net"));
        var keys = host.net.state_dict().Keys.Select(k => $"net.{k}").ToArray();
        Assert.Equal(keys, host.state_dict().Keys);
        host.to(ScalarType.Float64);
        Assert.All(host.parameters().Concat(host.buffers()), p => Assert.True(p.dtype is ScalarType.Float64 or ScalarType.Int64));
        Assert.Equal(keys, host.state_dict().Keys);
        using var x = rand(2, 4, dtype: ScalarType.Float64);
        using var y = host.net.call(x);
        Assert.Equal(ScalarType.Float64, y.dtype);
    }

    [Fact]
    public void A_block_that_gives_back_its_input_gives_another_object()
    {
        using var net = new LoadedNetworks(
            "[Network, Input(3), Block<Nothing>, ReLU, Block<Nothing>(Repeat = 2)] public partial class Net; [Block, Linear(2, If = false)] public class Nothing;"
        ).Create("Net");
        using var x = tensor(new float[] { -1, 2, 3 }).reshape(1, 3);
        using var y = net.call(x);
        Assert.Equal([0, 2, 3], y.data<float>().ToArray());
        Assert.Equal([-1, 2, 3], x.data<float>().ToArray());
        Leaks.None(() => net.call(x).Dispose());
    }

    [Fact]
    public void A_block_may_stand_in_another_file_and_be_edited_there()
    {
        const string network = "using ShapeGen; [Network, Input(4), Block<Other.Cell>(2)] public partial class Net;";
        const string block = "using ShapeGen; namespace Other { [Block, Linear(Size)] public class Cell { [Arg] const int Size = 1; } }";
        var run = GeneratorRun.Of(network, block);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("outputSize: 2", run.Text, StringComparison.Ordinal);

        var edited = run.Then(
            Testing.TestCompilation.Create(network, block.Replace("Linear(Size)", "Linear(Size * 3)", StringComparison.Ordinal))
        );
        Assert.Contains("outputSize: 6", edited.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_of_sizes_that_only_a_call_knows()
    {
        using var net = new LoadedNetworks(
            "[Network, Input(3, Dim.Any, Dim.Any), Block<Basic>(4, Stride = 2, Repeat = 2), GlobalAvgPool2d] public partial class Net; "
                + Basic
        ).Create("Net");
        foreach (var (height, width) in new[] { (8, 8), (9, 14), (1, 1) })
        {
            using var x = randn(2, 3, height, width);
            net.eval();
            using var y = net.call(x);
            Assert.Equal([2, 4], y.shape);
        }
    }

    private sealed class Host : nn.Module<Tensor, Tensor>
    {
        public readonly nn.Module<Tensor, Tensor> net;

        public Host(nn.Module<Tensor, Tensor> net)
            : base("Host")
        {
            this.net = net;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => net.call(input);
    }

    private static void CopyState(nn.Module from, nn.Module to)
    {
        using var _ = no_grad();
        var (source, target) = (State(from), State(to));
        Assert.Equal(source.Length, target.Length);
        foreach (var (s, t) in source.Zip(target))
        {
            s.copy_(s.is_floating_point() ? rand_like(s) + 0.1 : s);
            t.copy_(s);
        }
    }

    private static Tensor[] State(nn.Module module) => [.. module.parameters(), .. module.buffers()];
}
