namespace Analyzers.Tests;

/// <summary>What is wrong in a block, and in its use, is reported once, where it is to be mended.</summary>
public sealed class BlockErrorTests
{
    private const string Dense = "[Block, Linear(Features), ReLU] public class Dense { [Arg] const int Features = 8; }";

    [Theory]
    [InlineData(
        "[Network, Input(3, 8, 8), Block<Cell>(16, Repeat = 3), Block<Cell>(32)] partial class Net; [Block, Conv2d(Channels, 9), ReLU] class Cell { [Arg] const int Channels = 8; }",
        "SHG0012",
        "9",
        "The 9×9 window of Conv2d does not fit: the input of Cell is 8×8 (in Cell(16) of Net)",
        "Block<Cell>(16, Repeat = 3)"
    )]
    [InlineData(
        "[Network, Input(6, 8, 8), Block<Cell>(4)] partial class Net; [Block, Conv2d(12, 3, Groups = Groups)] class Cell { [Arg] const int Groups = 2; }",
        "SHG0017",
        "4",
        "Groups = 4 of Conv2d does not divide the 6 input channels (in Cell of Net)",
        "Conv2d(12, 3, Groups = Groups)"
    )]
    [InlineData(
        "[Network, Input(6, 8, 8), Block<Outer>(5)] partial class Net; [Block, Block<Inner>(Parts - 1)] class Outer { [Arg] const int Parts = 3; } [Block, Conv2d(12, 3, Groups = Groups)] class Inner { [Arg] const int Groups = 2; }",
        "SHG0017",
        "Parts - 1",
        "Groups = 4 of Conv2d does not divide the 6 input channels (in Inner in Outer(5) of Net)",
        "Block<Outer>(5)"
    )]
    [InlineData(
        "[Network, Input(6, 8, 8), Block<Outer>] partial class Net; [Block, ReLU, Block<Inner>(4)] class Outer; [Block, Conv2d(12, 3, Groups = Groups)] class Inner { [Arg] const int Groups = 2; }",
        "SHG0017",
        "4",
        "Groups = 4 of Conv2d does not divide the 6 input channels (in Inner in Outer of Net)",
        "Block<Outer>"
    )]
    [InlineData(
        "[Network, Input(6, 8, 8), Block<Cell>(12)] partial class Net; [Block, Conv2d(Channels, 3, Padding = 1), Shortcut] class Cell { [Arg] const int Channels = 6; }",
        "SHG0027",
        "Shortcut",
        "Shortcut takes the shape of the block's input, but Conv2d gives it (N, 12, 8, 8) and 'input' is (N, 6, 8, 8): dimension 1 is 12 and 6; Project = true brings it to that shape (in Cell(12) of Net)",
        "Conv2d(Channels, 3, Padding = 1)"
    )]
    [InlineData(
        "[Network, Input(6), Linear(12), Add(\"input\"), Block<Dense>(4)] partial class Net;" + Dense,
        "SHG0027",
        "\"input\"",
        "Add takes tensors of one shape, but Linear gives it (N, 12) and 'input' is (N, 6): dimension 1 is 12 and 6",
        "Linear(12)"
    )]
    [InlineData(
        "[Network, Input(6), Block<Dense>(12), Add(\"input\")] partial class Net;" + Dense,
        "SHG0027",
        "\"input\"",
        "Add takes tensors of one shape, but Dense gives it (N, 12) and 'input' is (N, 6): dimension 1 is 12 and 6",
        "Block<Dense>(12)"
    )]
    public async Task A_size_that_does_not_fit(string source, string id, string at, string message, string from) =>
        Assert.Equal(new Finding(id, at, message, from), Assert.Single(await Finding.AllIn(source)));

    [Theory]
    [InlineData("Block<Dense>(1, 2)", "2", "SHG0010", "Argument 2 of Dense is one too many: it has Features")]
    [InlineData("Block<Dense>(0.5)", "0.5", "SHG0010", "Features of Dense must be an integer, but is 0.5")]
    [InlineData("Block<Dense>(true)", "true", "SHG0010", "Features of Dense must be an integer, but is true")]
    [InlineData("Block<Dense>(\"8\")", "\"8\"", "SHG0010", "Features of Dense must be an integer, but is \"8\"")]
    [InlineData(
        "Block<Dense>(new object[] { null! })",
        "null!",
        "SHG0010",
        "Features of Dense must be an int, a double, a bool, a string or an enumeration"
    )]
    [InlineData("Block<Dense>(Stride = 2)", "2", "SHG0010", "Stride of Dense is no argument of it: it has Features")]
    [InlineData("Block<Dense>(Repeat = 0)", "0", "SHG0010", "Repeat of Dense must be between 1 and 1000, but is 0")]
    [InlineData("Block<Dense>(Repeat = 1001)", "1001", "SHG0010", "Repeat of Dense must be between 1 and 1000, but is 1001")]
    [InlineData("Block<Dense>(0)", "0", "SHG0010", "OutFeatures of Linear must be at least 1, but is 0 (in Dense of Net)")]
    [InlineData("Block<Dense>(With = [\"input\"])", "[\"input\"]", "SHG0010", "With of Dense must name 0 tensors, but names 1")]
    [InlineData("Block<Net>", "Block<Net>", "SHG0030", "Net is no block: it is a network, which has an input of its own")]
    [InlineData("Block<string>", "Block<string>", "SHG0030", "String is no block: it has no [Block]")]
    [InlineData(
        "Block<Dense>(Name = \"training\")",
        "\"training\"",
        "SHG0008",
        "'training' is the name of a member that every network has"
    )]
    [InlineData(
        "Linear(4, Name = \"a\"), Linear(4, Name = \"a.b\")",
        "\"a.b\"",
        "SHG0008",
        "'a.b' begins with 'a', which is a layer itself"
    )]
    [InlineData("Linear(4, Name = \"a.b\"), Linear(4, Name = \"a\")", "\"a\"", "SHG0008", "'a' begins the name of another layer")]
    [InlineData(
        "Linear(3, Name = \"s.0\"), Block<Cut>, Shortcut(Project = true, Name = \"s\")",
        "\"s\"",
        "SHG0008",
        "'s.0' is the name of another layer"
    )]
    [InlineData("Block<Named>", "\"training\"", "SHG0008", "'training' is the name of a member that every network has (in Named of Net)")]
    [InlineData(
        "Block, Linear(2)",
        "Net",
        "SHG0030",
        "Net is no block: it is a network; Block<…> uses a block, and [Block] alone makes one"
    )]
    [InlineData("Block<int[]>", "Block<int[]>", "SHG0030", "int[] is no block: it is no class")]
    [InlineData("Block<Dense>(null)", "null", "SHG0010", "Argument 1 of Dense must be a value, but is null")]
    [InlineData("Block<Dense>(new[] { 8, 9 })", "8", "SHG0010", "Features of Dense must be an integer, but is [8, 9]")]
    [InlineData("Linear(4, Name = \"\")", "\"\"", "SHG0008", "'' is no name: take letters, digits and _, and dots between them")]
    [InlineData("As(\"\"), Add(\"\")", "\"\"", "SHG0008", "'' is no name: take letters, digits, _ and -")]
    [InlineData("Linear(4, Name = \"0\"), Linear(4, Name = \"_0\")", "\"_0\"", "SHG0008", "'_0' gives a second member _0")]
    [InlineData("Unsqueeze(1, Name = \"a.b\"), Unsqueeze(1, Name = \"a_b\")", "\"a_b\"", "SHG0008", "'a_b' gives a second constant A_b")]
    public async Task A_use_that_cannot_be(string layer, string at, string id, string message)
    {
        var finding = Assert.Single(
            await Finding.AllIn(
                $"[Network, Input(6), {layer}] partial class Net; {Dense} [Block, Linear(3, Name = \"training\")] class Named; [Block, Linear(2)] class Cut;"
            )
        );
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }

    [Theory]
    [InlineData("[Block] class B;", "B", "SHG0009", "B lists no layers")]
    [InlineData(
        "[Block, Linear(2)] class B { [Arg] const int Size = 2; }",
        "Size",
        "SHG0026",
        "Size has no effect: no layer of B takes it"
    )]
    [InlineData(
        "[Block, Linear(2)] class B { [InChannels] const int In = 2; }",
        "In",
        "SHG0026",
        "In has no effect: no layer of B takes it"
    )]
    [InlineData(
        "[Block, Linear(2)] class B { [Arg] static readonly int Size = 2; }",
        "Size",
        "SHG0031",
        "Size of B must be a constant, since it stands in attributes"
    )]
    [InlineData(
        "[Block, Linear(2), Dropout(P)] class B { [Arg] const float P = 0.5f; }",
        "P",
        "SHG0031",
        "P of B must be an int, a double, a bool, a string or an enumeration"
    )]
    [InlineData(
        "[Block, Linear(In)] class B { [Arg, InChannels] const int In = 2; }",
        "In",
        "SHG0031",
        "In of B must be Arg or InChannels, not both: one is given, the other flows in"
    )]
    [InlineData(
        "[Block, Linear((int)Math.Min(Size, 4))] class B { [Arg] const int Size = 2; static class Math { public static int Min(int a, int b) => a; } }",
        "",
        "",
        ""
    )]
    [InlineData(
        "[Block, Linear(Size << 1)] class B { [Arg] const int Size = 2; }",
        "Size << 1",
        "SHG0010",
        "OutFeatures of Linear takes an argument of the block in something else than arithmetic"
    )]
    [InlineData(
        "[Block, Linear(2), Output(\"linear1\")] class B;",
        "Output(\"linear1\")",
        "SHG0031",
        "Output of B belongs to a network: a block gives what flows at its end, and From goes on with another tensor"
    )]
    [InlineData(
        "[Block, Input(3), Linear(2)] class B;",
        "B",
        "SHG0031",
        "Input of B belongs to a network: a block takes what flows into it"
    )]
    [InlineData("[Block, As(\"a\"), Linear(2)] class B;", "As(\"a\")", "SHG0026", "As(\"a\") has no effect: no layer takes what it names")]
    [InlineData("[Block(\"x\", \"y\"), Linear(2)] class B;", "B", "SHG0026", "The input \"y\" has no effect: no layer of B takes it")]
    [InlineData(
        "[Block, Linear(2, Name = P)] class B { [Arg] const string P = \"a\"; }",
        "P",
        "SHG0010",
        "Name of Linear must be a text without arguments of the block"
    )]
    [InlineData(
        "[Network, Input(3), Linear(In)] partial class B { [Arg] const int In = 7; }",
        "In",
        "SHG0031",
        "In of B is an argument, and only a block has those"
    )]
    [InlineData(
        "[Block, Linear(2)] partial class B; [ReLU] partial class B;",
        "ReLU",
        "SHG0003",
        "Layers of B are listed on two declarations, and C# gives them no order"
    )]
    [InlineData(
        "[Block(\"a\", \"a\"), Linear(2)] class B;",
        "B",
        "SHG0007",
        "The names of what B takes must be C# identifiers that differ"
    )]
    public async Task A_block_that_cannot_be_used_is_reported_without_a_use(string block, string at, string id, string message)
    {
        var findings = await Finding.AllIn(block);
        if (id.Length == 0)
        {
            // The compiler reports what is no constant.
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }

    [Fact]
    public async Task A_block_that_is_wrong_is_reported_at_the_block_only()
    {
        const string source =
            "[Network, Input(4), Block<B>(3), Linear(2)] partial class Net; [Block, Linear(4)] class B { [Arg] const int Size = 2; }";
        var findings = await Finding.AllIn(source);
        Assert.Equal(["SHG0026"], findings.Select(f => f.Id));
    }

    [Theory]
    [InlineData("[Block, Linear(4), Block<B>] class B;", "B contains itself (in B of Net)")]
    [InlineData("[Block, Block<C>] class B; [Block, Linear(3), Block<B>] class C;", "B contains C, which contains B (in C in B of Net)")]
    [InlineData(
        "[Block, Linear(4), Block<B>(Depth - 1, If = Depth > 0)] class B { [Arg] const int Depth = 3; }",
        "B contains itself (in B of Net)"
    )]
    public async Task A_block_that_contains_itself(string blocks, string message)
    {
        var finding = Assert.Single(await Finding.AllIn("[Network, Input(4), Block<B>, Linear(2)] partial class Net; " + blocks));
        Assert.Equal(("SHG0029", message), (finding.Id, finding.Message));
    }

    [Theory]
    [InlineData("class User { int Size = Dense.Features; }")]
    [InlineData("class User { int Of() => Dense.Features + 1; }")]
    [InlineData("[Network, Input(4), Linear(Dense.Features)] partial class Net;")]
    public async Task An_argument_that_is_read_outside_has_its_default_only(string user)
    {
        var finding = Assert.Single(
            await Finding.AllIn($"{user} [Block, Linear(Features), ReLU] public class Dense {{ [Arg] public const int Features = 8; }}")
        );
        Assert.Equal(
            (
                "SHG0031",
                "Dense.Features",
                "Features of Dense is read where it is its default, 8: only the layers of the block take what a use gives"
            ),
            (finding.Id, finding.At, finding.Message)
        );
    }

    [Theory]
    [InlineData(
        "[Block, Linear(8), As(\"u\"), Linear(8), Add(\"u\", If = Skip)] class B { [Arg] const bool Skip = true; }",
        "Block<B>(false), Block<B>(true)"
    )]
    [InlineData("[Block, Unsqueeze(1), Permute(1, 0, 2), Permute(1, 0, 2), Squeeze(1)] class B;", "Block<B>")]
    [InlineData(
        "[Block, Linear(Half), Linear(Half * 2)] class B { [InChannels] const int In = 2; const int Half = In / 2 + Extra; [Arg] const int Extra = 0; }",
        "Block<B>, Block<B>(2)"
    )]
    [InlineData("[Block, Linear(N != 0 && 8 / N > 2 ? 3 : 4)] class B { [Arg] const int N = 1; }", "Block<B>(0), Block<B>(1)")]
    [InlineData(
        "[Block, Conv1d(In, 3, Padding = 1), ReLU] class B { [InChannels] const int In = 1; }",
        "Unflatten(1, 2, 4), Block<B>, Conv1d(2, 2, 1), Flatten"
    )]
    [InlineData("[Block, Linear(Size)] class B { [Arg] const int Size = 1; }", "Linear(2, If = false), Block<B>(3, If = 1 > 2)")]
    public async Task A_block_that_is_right(string block, string layers)
    {
        Assert.Empty(await Finding.AllIn($"[Network, Input(8), {layers}] partial class Net; {block}"));
    }

    [Fact]
    public async Task Each_unused_input_is_reported() =>
        Assert.Equal(
            ["Input \"b\" has no effect: no layer takes it", "Input \"c\" has no effect: no layer takes it"],
            (
                await Finding.AllIn("[Network, Input(4), Input(3, Name = \"b\"), Input(3, Name = \"c\"), Linear(2)] partial class Net;")
            ).Select(f => f.Message)
        );

    [Fact]
    public async Task A_block_in_another_file_is_reported_there_once_with_its_use()
    {
        var findings = await Finding.AllIn(
            Testing.TestCompilation.Create(
                "using ShapeGen; [Network, Input(4), Block<Cell>(3), Block<Cell>(5)] partial class Net;",
                "using ShapeGen; [Block, Linear(7, Size)] class Cell { [Arg] const int Size = 2; }"
            )
        );
        Assert.Equal(
            new Finding(
                "SHG0013",
                "7",
                "Linear declares 7 input features, but the input of Cell has 4 (in Cell(3) of Net)",
                "Block<Cell>(3)"
            ),
            Assert.Single(findings)
        );
    }

    [Fact]
    public async Task What_is_left_out_is_not_checked() =>
        Assert.Empty(
            await Finding.AllIn(
                "[Network, Input(4), Block<B>(false), Linear(2)] partial class Net; [Block, Unflatten(1, 3, 3, If = IsImage), Linear(4)] class B { [Arg] const bool IsImage = true; }"
            )
        );

    [Fact]
    public async Task Arithmetic_that_fails_is_reported_where_it_stands()
    {
        var finding = Assert.Single(
            await Finding.AllIn(
                "[Network, Input(4), Block<B>(0)] partial class Net; [Block, Linear(8 / Size)] class B { [Arg] const int Size = 2; }"
            )
        );
        Assert.Equal(
            ("SHG0010", "8 / Size", "OutFeatures of Linear divides by zero (in B(0) of Net)"),
            (finding.Id, finding.At, finding.Message)
        );
    }
}
