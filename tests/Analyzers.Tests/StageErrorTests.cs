namespace Analyzers.Tests;

/// <summary>What is wrong with methods that have layers.</summary>
public sealed class StageErrorTests
{
    private const string Usings = "using TorchSharp; using static TorchSharp.torch; ";

    [Theory]
    [InlineData(
        "[Input(4), Linear(2, Name = \"mu\"), Linear(2, Name = \"logVar\"), Output(\"mu\", \"logVar\")] private partial (Tensor LogVar, Tensor Mu) A(Tensor x);",
        "A",
        "SHG0032",
        "Net.A gives (LogVar, Mu), but its Output has them as mu, logVar"
    )]
    [InlineData(
        "[Input(4), Linear(2)] Tensor A(Tensor x) => x;",
        "A",
        "SHG0032",
        "Net.A has layers, and must be partial, without a body of its own"
    )]
    [InlineData(
        "[Input(4), Linear(2)] static partial Tensor A(Tensor x);",
        "A",
        "SHG0032",
        "Net.A has layers, and must not be static: they belong to a network"
    )]
    [InlineData(
        "[Input(4), Linear(2)] private partial Tensor A<T>(Tensor x);",
        "A",
        "SHG0032",
        "Net.A has layers, and must not be generic"
    )]
    [InlineData("[Input(4), Linear(2)] private partial Tensor A(int x);", "A", "SHG0032", "Net.A has layers, and must take tensors")]
    [InlineData(
        "[Input(4), Linear(2)] private partial int A(Tensor x);",
        "A",
        "SHG0032",
        "Net.A has layers, and must give a tensor, or a tuple of tensors"
    )]
    [InlineData(
        "[Input(4), Linear(2)] private partial (Tensor, Tensor) A(Tensor x);",
        "A",
        "SHG0032",
        "Net.A gives 2 tensors, but its layers give 1"
    )]
    [InlineData(
        "[Linear(2)] private partial Tensor A(Tensor x);",
        "A",
        "SHG0002",
        "Net.A has no Input; start with the shape of one sample, such as Input(1, 28, 28)"
    )]
    [InlineData(
        "[Input(4), Linear(2)] private partial Tensor A(Tensor x, Tensor y);",
        "4",
        "SHG0007",
        "Net.A has 2 parameters, but 1 Input"
    )]
    [InlineData(
        "[Input(4), Input(4), Linear(2)] private partial Tensor A(Tensor x);",
        "4",
        "SHG0007",
        "Net.A has 1 parameter, but 2 Inputs"
    )]
    [InlineData(
        "[Input(4), Linear(3, 2)] private partial Tensor A(Tensor x);",
        "3",
        "SHG0013",
        "Linear declares 3 input features, but the input has 4"
    )]
    [InlineData(
        "[Input(4), Linear(2, Name = \"a\")] private partial Tensor A(Tensor x); [Input(4), Linear(2, Name = \"a\")] private partial Tensor B(Tensor x);",
        "\"a\"",
        "SHG0008",
        "'a' is the name of another layer"
    )]
    [InlineData(
        "[Input(4), Block<Cell>] private partial Tensor A(Tensor x); [Block, Linear(3, 2)] class Cell;",
        "3",
        "SHG0013",
        "Linear declares 3 input features, but the input of Cell has 4 (in Cell of Net.A)"
    )]
    public async Task It_is_reported(string members, string at, string id, string message)
    {
        var finding = Assert.Single(await Finding.AllIn($"{Usings} [Network] partial class Net {{ {members} }}"));
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }

    [Fact]
    public async Task Layers_on_a_method_of_another_class()
    {
        var finding = Assert.Single(
            await Finding.AllIn($"{Usings} partial class Net {{ [Input(4), Linear(2)] private partial Tensor A(Tensor x); }}")
        );
        Assert.Equal(("SHG0024", "A", "Net has layers, but no [Network]"), (finding.Id, finding.At, finding.Message));
    }

    [Fact]
    public async Task A_sound_one_is_silent() =>
        Assert.Empty(
            await Finding.AllIn(
                $"{Usings} [Network] partial class Net {{ [Input(4), Linear(2)] private partial Tensor A(Tensor x); public override Tensor forward(Tensor x) => A(x); }}"
            )
        );
}
