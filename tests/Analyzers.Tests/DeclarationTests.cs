using Testing;

namespace Analyzers.Tests;

/// <summary>Classes that cannot be a network.</summary>
public sealed class DeclarationTests
{
    private const string Network = "[Network, Input(4), Linear(2)]";

    [Theory]
    [InlineData(Network + " class Net;", "SHG0001", "Net", "Net must be partial, so that the network can be generated into it")]
    [InlineData(
        "class Outer { " + Network + " partial class Net; }",
        "SHG0001",
        "Net",
        "Outer must be partial, so that the network can be generated into it"
    )]
    [InlineData(
        "[Network, Linear(2)] partial class Net;",
        "SHG0002",
        "Net",
        "Net has no Input; start with the shape of one sample, such as Input(1, 28, 28)"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2)] partial class Net; [Linear(3)] partial class Net;",
        "SHG0003",
        "Linear(3)",
        "Layers of Net are listed on two declarations, and C# gives them no order"
    )]
    [InlineData(
        Network + " partial record Net;",
        "SHG0004",
        "Net",
        "Net is a record: it would be compared by its layers, and TorchSharp's modules are not records"
    )]
    [InlineData(
        Network + " partial record struct Net;",
        "SHG0004",
        "Net",
        "Net is a record: it would be compared by its layers, and TorchSharp's modules are not records"
    )]
    [InlineData(Network + " partial struct Net;", "SHG0004", "Net", "Net is a struct: it cannot inherit from TorchSharp's Module")]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"input\")] partial class Net;",
        "SHG0008",
        "\"input\"",
        "'input' is the name of the input"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"Net\")] partial class Net;",
        "SHG0008",
        "\"Net\"",
        "'Net' is the name of the class"
    )]
    [InlineData(
        "[Network, Input(4), Flatten, Flatten(Name = \"flatten\")] partial class Net;",
        "SHG0008",
        "\"flatten\"",
        "'flatten' gives a second constant FlattenSize"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2)] partial class Net { public Net(TorchSharp.torch.Device d, TorchSharp.torch.ScalarType? t) : this() { } }",
        "SHG0006",
        "Net",
        "Net(device, dtype) of Net is generated; give the other one another name"
    )]
    [InlineData("[Network, Input(null!), Linear(2)] partial class Net;", "SHG0007", "null!", "Sizes of Input must be a list, but are null")]
    [InlineData("[Input(784), Linear(10)] partial class Net;", "SHG0024", "Net", "Net has layers, but no [Network]")]
    [InlineData(
        Network + " partial class Net { public Net() : base(\"Net\") { } }",
        "SHG0023",
        "Net",
        "A constructor of Net does not make the layers; write : this() behind it"
    )]
    [InlineData(
        Network + " partial class Net { public Net(int k) { } public Net() : this(1) { } }",
        "SHG0023",
        "Net",
        "A constructor of Net does not make the layers; write : this() behind it"
    )]
    [InlineData(
        Network + " partial class Other; [Network, Input(2), Linear(Other.Sizes.Linear1Features)] partial class Net;",
        "SHG0022",
        "Linear1Features",
        "Linear1Features is generated, and the generator cannot read what it has not written yet; write the number, or a constant of your own"
    )]
    [InlineData(
        Network + " partial class Net(int size) { public int Size => size; }",
        "SHG0004",
        "Net",
        "Net is a class with a primary constructor, which the generated constructor cannot call"
    )]
    [InlineData(
        Network + " file partial class Net;",
        "SHG0004",
        "Net",
        "Net is local to its file: the generated part stands in another one"
    )]
    [InlineData(Network + " partial class Sizes;", "SHG0006", "Sizes", "Sizes of Sizes is generated; give the other one another name")]
    [InlineData(Network + " static partial class Net;", "SHG0004", "Net", "Net is a static class: a network has weights of its own")]
    [InlineData(
        Network + " partial class Net : System.Exception;",
        "SHG0005",
        "Net",
        "Net inherits from Exception, and a network from Module<Tensor, Tensor>"
    )]
    [InlineData(
        Network + " partial class Net { int Summary; }",
        "SHG0006",
        "Summary",
        "Summary of Net is generated; give the other one another name"
    )]
    [InlineData(
        Network + " partial class Net { void linear1() { } }",
        "SHG0006",
        "linear1",
        "linear1 of Net is generated; give the other one another name"
    )]
    [InlineData(
        "[Network, Input(4), Input(5), Linear(2)] partial class Net;",
        "SHG0007",
        "5",
        "Input 2 of Net needs a Name, by which layers take it"
    )]
    [InlineData(
        "[Network, Input(4), Input(5, Name = \"meta\"), Linear(2)] partial class Net;",
        "SHG0026",
        "Net",
        "Input \"meta\" has no effect: no layer takes it"
    )]
    [InlineData(
        "[Network, Input(4, Name = \"a\"), Input(4, Name = \"a\"), Add(\"a\")] partial class Net;",
        "SHG0007",
        "4",
        "Two inputs of Net are named 'a'"
    )]
    [InlineData("[Network, Input(4, Name = \"class\"), Linear(2)] partial class Net;", "SHG0007", "4", "Input 'class' is a keyword of C#")]
    [InlineData(
        "[Network, Input(4), Linear(2), Output(\"input\"), Linear(2)] partial class Net;",
        "SHG0010",
        "\"input\"",
        "Names of Output must be listed at the end, but Linear stands behind them"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2), Output(\"linear\")] partial class Net;",
        "SHG0010",
        "\"linear\"",
        "Names of Output must be the name of an earlier layer, but 'linear' is none; did you mean 'linear1'?"
    )]
    [InlineData(
        "[Network, Input(4, 0), Linear(2)] partial class Net;",
        "SHG0007",
        "4, 0",
        "Sizes of Input must be at least 1, or Dim.Any, but one is 0"
    )]
    [InlineData(
        "[Network, Input, Linear(2)] partial class Net;",
        "SHG0007",
        "Input",
        "Input names no sizes; one sample of an image is Input(channels, height, width)"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"a\"), Linear(2, Name = \"A\")] partial class Net;",
        "SHG0008",
        "\"A\"",
        "'A' is the name of another layer"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"a-b\")] partial class Net;",
        "SHG0008",
        "\"a-b\"",
        "'a-b' is no name: take letters, digits and _, and dots between them"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"class\")] partial class Net;",
        "SHG0008",
        "\"class\"",
        "'class' is a keyword of C#"
    )]
    [InlineData(
        "[Network, Input(4), Linear(2, Name = \"forward\")] partial class Net;",
        "SHG0008",
        "\"forward\"",
        "'forward' is the name of a member that every network has"
    )]
    [InlineData("[Network, Input(4)] partial class Net;", "SHG0009", "Net", "Net lists no layers")]
    public async Task Is_reported_once(string source, string id, string at, string message)
    {
        var finding = Assert.Single(await Finding.AllIn(source));
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }

    [Fact]
    public async Task Without_TorchSharp_the_package_is_named()
    {
        var compilation = TestCompilation.Create(TestCompilation.References.Where(r => r != TestCompilation.TorchSharp), Sources.ConvNet);
        Assert.Equal(
            "ConvNet needs TorchSharp; add the package TorchSharp-cpu, or one of TorchSharp-cuda-linux and TorchSharp-cuda-windows",
            Assert.Single(await Finding.AllIn(compilation)).Message
        );
    }

    [Theory]
    [InlineData(Sources.ConvNet)]
    [InlineData(Sources.Usings + "partial class Outer<T> { [Network, Input(4), Linear(2)] partial class Net<S>; }")]
    [InlineData(Sources.Usings + "[Network] partial class Net; [Input(4), Linear(2)] partial class Net { public Net(int x) : this() { } }")]
    public async Task What_is_right_is_not_reported(string source) => Assert.Empty(await Finding.AllIn(TestCompilation.Create(source)));

    [Fact]
    public async Task A_warning_can_be_suppressed_where_it_stands()
    {
        const string source = """
            #pragma warning disable SHG0018
            [Network, Input(1, 28, 28), MaxPool2d(2), Linear(10)]
            #pragma warning restore SHG0018
            public partial class Net;
            """;
        Assert.Empty(await Finding.AllIn(source));
    }
}
