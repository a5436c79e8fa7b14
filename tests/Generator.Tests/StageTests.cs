using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Stages: partial methods with layers, which a forward calls that is written by hand.</summary>
public sealed class StageTests
{
    private const string Usings = "using TorchSharp; using static TorchSharp.torch; ";

    private const string Vae = """
        [Network]
        public partial class Vae : nn.Module<Tensor, (Tensor, Tensor, Tensor)>
        {
            [Input(784), Linear(400, Name = "fc1"), ReLU] private partial Tensor Hidden(Tensor x);
            [Input(400), Linear(20)] private partial Tensor Mu(Tensor h);
            [Input(400), Linear(20)] private partial Tensor LogVar(Tensor h);

            /// <summary>Makes an image.</summary>
            [Input(20), Linear(400), ReLU, Linear(784), Sigmoid] public partial Tensor Decode(Tensor z);

            public override (Tensor, Tensor, Tensor) forward(Tensor x)
            {
                using var h = Hidden(x);
                var (mu, logVar) = (Mu(h), LogVar(h));
                using var scope = NewDisposeScope();
                var z = mu + (0.5 * logVar).exp() * randn_like(mu);
                return (Decode(z).MoveToOuterDisposeScope(), mu, logVar);
            }
        }
        """;

    [Fact]
    public void A_stage_is_a_method()
    {
        var run = GeneratorRun.Of(Testing.Sources.Usings + Usings + Vae);
        Assert.Empty(run.Diagnostics);
        Snapshot.Verify(run.Text, "Vae.g.txt");

        using var net = (nn.Module<Tensor, (Tensor, Tensor, Tensor)>)new LoadedNetworks(Usings + Vae).CreateModule("Vae");
        Assert.Equal(652_824, net.parameters().Sum(p => p.numel()));
        Assert.Equal(
            ["fc1", "mu_linear1", "logVar_linear1", "decode_linear1", "decode_linear2"],
            net.state_dict().Keys.Select(k => k[..k.LastIndexOf('.')]).Distinct()
        );
        using var x = rand(3, 784);
        var (image, mu, logVar) = net.call(x);
        Assert.Equal(
            [
                [3, 784],
                [3, 20],
                [3, 20],
            ],
            new[] { image.shape, mu.shape, logVar.shape }
        );
    }

    [Theory]
    [InlineData("[Network] public partial class Net { [Input(4), Linear(2)] private partial Tensor A(Tensor x); }")]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Linear(2)] private partial Tensor A(Tensor x); public override Tensor forward(Tensor x) => A(x); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Linear(2)] protected internal partial Tensor A(Tensor x1); public override Tensor forward(Tensor x, Tensor y) => A(x); }"
    )]
    [InlineData(
        "[Network, Input(3), Linear(2)] public partial class Net { [Input(4), Linear(2)] public partial Tensor Other(Tensor input); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Input(5), As(\"l\"), From(\"right\"), Linear(4), Add(\"l\", \"left\")] public partial Tensor A(Tensor left, Tensor right); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Linear(2, Name = \"a\"), Linear(3, Name = \"b\"), Output(\"a\", \"b\")] public partial (Tensor first, Tensor second) A(Tensor x); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Linear(2)] [return: Shape(\"B\", 2)] public partial Tensor A([Shape(\"B\", 4)] Tensor x); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Block<B>(Repeat = 2)] public partial Tensor A(Tensor x); [Input(4), Block<B>] public partial Tensor C(Tensor x); } [Block, Linear(4), Shortcut] public class B;"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(3, 4), PositionalEncoding(9), Linear(4)] public partial Tensor Embed(Tensor x1); [Input(3, 4), Linear(4, Name = \"y1\"), Linear(2, Name = \"embed\")] public partial Tensor Other(Tensor device); }"
    )]
    [InlineData(
        "[Network] public partial class Net { [Input(4), Input(4), Input(4), Input(4), Input(4), Input(4), Linear(4), Add(\"y1\", \"z1\", \"u1\", \"v1\", \"w1\")] public partial Tensor Embed(Tensor x1, Tensor y1, Tensor z1, Tensor u1, Tensor v1, Tensor w1); }"
    )]
    [InlineData("[Network] public partial class Net { [Input(1, 8, 8), Flatten, Linear(4)] public partial Tensor A(Tensor image); }")]
    public void Methods_that_compile(string source)
    {
        var run = GeneratorRun.Of(Testing.Sources.Usings + Usings + source);
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("Throws", run.Text, StringComparison.Ordinal);
        using var net = new LoadedNetworks(Usings + source).CreateModule("Net");
        Assert.NotEmpty(net.parameters());
    }

    [Fact]
    public void A_stage_that_is_called_twice_shares_its_weights()
    {
        const string source = """
            [Network]
            public partial class Siamese
            {
                [Input(1, 12, 12), Conv2d(4, 3), ReLU, Flatten, Linear(5), Sigmoid] public partial Tensor Embed(Tensor image);
                [Input(5), Linear(1)] private partial Tensor Score(Tensor distance);

                public override Tensor forward(Tensor left, Tensor right)
                {
                    using var a = Embed(left);
                    using var b = Embed(right);
                    using var difference = a - b;
                    using var distance = difference.abs();
                    return Score(distance);
                }
            }
            """;
        using var net = (nn.Module<Tensor, Tensor, Tensor>)new LoadedNetworks(Usings + source).CreateModule("Siamese");
        using var x = rand(2, 1, 12, 12);
        using var y = rand(2, 1, 12, 12);
        using var score = net.call(x, y);
        using var mirrored = net.call(y, x);
        Assert.True(score.allclose(mirrored));
        Assert.Equal(6, net.parameters().Count());
        Leaks.None(() => net.call(x, y).Dispose());
    }

    [Fact]
    public void A_stage_says_what_it_takes()
    {
        using var net = new LoadedNetworks(
            Usings
                + "[Network] public partial class Net { [Input(4), Linear(2)] private partial Tensor A(Tensor x); public override Tensor forward(Tensor x) => A(x); }"
        ).Create("Net");
        using var wrong = rand(2, 5);
        var error = Assert.Throws<ArgumentException>(() => net.call(wrong));
        Assert.Contains("Net.A takes (N, 4), but got (2, 5)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_does_not_fit_throws_and_all_else_compiles()
    {
        var run = GeneratorRun.Of(
            Testing.Sources.Usings
                + Usings
                + "[Network] public partial class Net { [Input(4), Linear(3, 2)] public partial Tensor A(Tensor x); public override Tensor forward(Tensor x) => A(x); }"
        );
        Assert.Empty(run.Diagnostics);
        Assert.Contains("throw new", run.Text, StringComparison.Ordinal);
    }
}
