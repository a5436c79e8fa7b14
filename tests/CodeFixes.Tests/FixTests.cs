using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using ShapeGen.CodeFixes;
using Testing;

namespace CodeFixes.Tests;

/// <summary>
/// Every fix, alone and for all reports of a document, project and solution at once. The verifier does all of that, and checks that
/// nothing is reported afterwards that is not marked.
/// </summary>
public sealed class FixTests
{
    private const string Digits = "[Network, Input(1, 28, 28), MaxPool2d(4)]";

    [Theory]
    [InlineData("Linear({|SHG0013:4 * 4 * 64|}, 10)", "Linear(7 * 7 * 64, 10)", "64, 1, Padding = Same")]
    [InlineData("Linear({|SHG0013:64*4*4|}, 10)", "Linear(64*7*7, 10)", "64, 1")]
    [InlineData("Linear({|SHG0013:4 * 64 * 4|}, 10)", "Linear(7 * 64 * 7, 10)", "64, 1")]
    [InlineData("Linear({|SHG0013:1024|}, 10)", "Linear(3136, 10)", "64, 1")]
    [InlineData("Linear({|SHG0013:16 * 64|}, 10)", "Linear(3136, 10)", "64, 1")]
    [InlineData(
        "Linear(outFeatures: 10, inFeatures: {|SHG0013:4 /* rows */ * 4 * 64|})",
        "Linear(outFeatures: 10, inFeatures: 7 /* rows */ * 7 * 64)",
        "64, 1"
    )]
    [InlineData("Linear({|SHG0013:Wrong|}, 10)", "Linear(3136, 10)", "64, 1")]
    public Task The_number_is_changed_in_its_form(string wrong, string right, string convolution) =>
        Verify<ChangeNumber>(
            Net($"{Digits}[Conv2d({convolution}), Flatten, {wrong}]"),
            Net($"{Digits}[Conv2d({convolution}), Flatten, {right}]")
        );

    [Fact]
    public Task The_number_of_channels_is_changed() =>
        Verify<ChangeNumber>(
            Net($"{Digits}[Conv2d({{|SHG0014:32|}}, 4, [3, 3]), BatchNorm2d({{|SHG0014:32|}})]"),
            Net($"{Digits}[Conv2d(1, 4, [3, 3]), BatchNorm2d(4)]")
        );

    [Theory]
    [InlineData("Reshape(-1, {|SHG0016:5 * 5|})", "Reshape(-1, 49)")]
    [InlineData("Reshape(-1, {|SHG0016:1 * 5 * 5|})", "Reshape(-1, 1 * 7 * 7)")]
    [InlineData("Reshape({|SHG0016:128|}, 49)", "Reshape(-1, 49)")]
    public Task A_reshape_is_made_to_keep_the_batch(string wrong, string right) =>
        Verify<ChangeNumber>(Net($"{Digits}[{wrong}]"), Net($"{Digits}[{right}]"));

    [Theory]
    [InlineData("Reshape(-1, {|SHG0016:1024|})")]
    [InlineData("Reshape({|SHG0016:64|}, -1)")]
    public Task Flatten_takes_the_place_of_a_reshape(string wrong) =>
        Verify<UseFlatten>(Net($"{Digits}[ReLU, {wrong}, ReLU]"), Net($"{Digits}[ReLU, Flatten, ReLU]"));

    [Fact]
    public Task A_name_stays_with_the_Flatten() =>
        Verify<UseFlatten>(Net($"{Digits}[Reshape(-1, {{|SHG0016:9|}}, Name = \"rows\")]"), Net($"{Digits}[Flatten(Name = \"rows\")]"));

    [Theory]
    [InlineData("Conv2d({|SHG0014:32|}, 5, 2)", "Conv2d(32, 5, Stride = 2)")]
    [InlineData("Conv2d({|SHG0014:32|}, 5, 1 + 1, Padding = Same)", "Conv2d(32, 5, Stride = 1 + 1, Padding = Same)")]
    public Task The_third_number_is_named_for_what_it_is(string wrong, string right) =>
        Verify<UseStride>(Net($"{Digits}[{wrong}]"), Net($"{Digits}[{right}]"));

    [Theory]
    [InlineData("Flatten, Linear({|SHG0013:4 * 4|}, 10)", "Flatten, Linear(10)")]
    [InlineData(
        "Flatten, Linear(inFeatures: {|SHG0013:5|}, outFeatures: 10, Bias = false)",
        "Flatten, Linear(outFeatures: 10, Bias = false)"
    )]
    [InlineData("Conv2d({|SHG0014:3|}, 8, 3)", "Conv2d(8, 3)")]
    [InlineData("BatchNorm2d({|SHG0014:3|})", "BatchNorm2d")]
    public Task What_is_not_written_is_inferred(string wrong, string right) =>
        Verify<LetBeInferred>(Net($"{Digits}[{wrong}]"), Net($"{Digits}[{right}]"));

    [Theory]
    [InlineData("{|SHG0018:Linear(10)|}", "Flatten, Linear(10)")]
    [InlineData("ReLU, {|SHG0018:Linear(10)|}, ReLU", "ReLU, Flatten, Linear(10), ReLU")]
    [InlineData("Linear({|SHG0013:49|}, 10)", "Flatten, Linear(49, 10)")]
    [InlineData("\n    ReLU,\n    // the head\n    {|SHG0018:Linear(10)|}\n", "\n    ReLU,\n    // the head\n    Flatten, Linear(10)\n")]
    public Task A_Flatten_is_put_before_a_Linear(string wrong, string right) =>
        Verify<InsertFlatten>(Net($"{Digits}[{wrong}]"), Net($"{Digits}[{right}]"));

    [Theory]
    [InlineData("public class {|SHG0001:Net|};", "public partial class Net;")]
    [InlineData("// a network\nclass {|SHG0001:Net|};", "// a network\npartial class Net;")]
    [InlineData("public sealed class {|SHG0001:Net|} { }", "public sealed partial class Net { }")]
    public Task A_class_is_made_partial(string wrong, string right)
    {
        const string attributes = "[Network, Input(4), Linear(2)] ";
        return Verify<MakePartial>(Sources.Usings + attributes + wrong, Sources.Usings + attributes + right);
    }

    [Fact]
    public Task The_class_around_it_is_made_partial() =>
        Verify<MakePartial>(
            Sources.Usings + "class Outer { [Network, Input(4), Linear(2)] partial class {|SHG0001:Net|}; }",
            Sources.Usings + "partial class Outer { [Network, Input(4), Linear(2)] partial class Net; }"
        );

    [Theory]
    [InlineData("Linear(3, 2)", "3")]
    [InlineData("Linear(2)", "784")]
    [InlineData("Conv1d(4, 3)", "1, 16000")]
    [InlineData("Conv2d(4, 3)", "1, 28, 28")]
    [InlineData("Conv3d(4, 3)", "1, 16, 64, 64")]
    public Task An_input_is_added_of_the_rank_that_is_needed(string layer, string input) =>
        Verify<AddInput>(
            $"{Sources.Usings}[Network]\n[{layer}]\npublic partial class {{|SHG0002:Net|}};",
            $"{Sources.Usings}[Network, Input({input})]\n[{layer}]\npublic partial class Net;"
        );

    [Fact]
    public Task All_at_once() =>
        Verify<ChangeNumber>(
            Net("[Network, Input(4), Linear({|SHG0013:1|}, 2), Linear({|SHG0013:3|}, 4)]")
                + "\n[Network, Input(5), Linear({|SHG0013:6|}, 7)] partial class Other;",
            Net("[Network, Input(4), Linear(4, 2), Linear(2, 4)]") + "\n[Network, Input(5), Linear(5, 7)] partial class Other;"
        );

    [Theory]
    [InlineData("(3, 4, 6)", "(3, 4, 5)")]
    [InlineData("-> [B, T]", "-> (3, 4, 5)")]
    public Task A_comment_is_brought_up_to_date(string wrong, string right)
    {
        var start = wrong.IndexOfAny(['(', '[']);
        return Verify<FlowAnalyzer, RewriteComment>(Code($"{wrong[..start]}{{|SHG1005:{wrong[start..]}|}}"), Code(right));

        static string Code(string comment) =>
            "using TorchSharp; using static TorchSharp.torch;\n"
            + "static class P { static Tensor M() { var (B, T) = (3, 4); var x = zeros(B, T, 5); // "
            + $"{comment}\nreturn x; }} }}";
    }

    [Theory]
    [InlineData("/// <param name=\"x\">Shape ", "(B, 9)", "(B, 4)", "</param>\n", "Tensor x")]
    [InlineData("", "", "", "", "Tensor x, // {0}\n int n = 1")]
    public Task A_comment_of_a_parameter_is_brought_up_to_date(string before, string wrong, string right, string behind, string parameters)
    {
        var (said, given) = wrong.Length > 0 ? (wrong, right) : ("(2, 4, 4)", "(2, 4)");
        return Verify<FlowAnalyzer, RewriteComment>(Code($"{{|SHG1005:{said}|}}"), Code(given.Replace("B", "2", StringComparison.Ordinal)));

        string Code(string comment) =>
            "using TorchSharp; using static TorchSharp.torch;\nstatic class P\n{\n"
            + (wrong.Length > 0 ? before + comment + behind : "")
            + $"static Tensor call({parameters.Replace("{0}", comment, StringComparison.Ordinal)}) => x + 1;\n"
            + "static void R() => call(zeros(2, 4));\n}";
    }

    [Theory]
    [InlineData("y", "y.MoveToOuterDisposeScope()")]
    [InlineData("x + y", "(x + y).MoveToOuterDisposeScope()")]
    public Task A_result_is_kept(string wrong, string right)
    {
        return Verify<FlowAnalyzer, KeepTensor>(Code($"{{|SHG2006:{wrong}|}}"), Code(right));

        static string Code(string given) =>
            "using TorchSharp; using static TorchSharp.torch;\n"
            + $"static class P {{ static Tensor M(Tensor x) {{ using var d = NewDisposeScope(); var y = x + 1; return {given}; }} }}";
    }

    [Fact]
    public Task A_parameter_is_changed_without_gradients()
    {
        const string Before =
            "using TorchSharp; using static TorchSharp.torch;\n\nstatic class P\n{\n    static void M()\n    {\n"
            + "        var w = randn(3, requires_grad: true);\n";
        return Verify<FlowAnalyzer, WithoutGradients>(
            Before + "        // A step.\n        {|SHG2007:w.sub_(0.1)|};\n    }\n}",
            Before + "        // A step.\n        using (no_grad())\n        {\n            w.sub_(0.1);\n        }\n    }\n}"
        );
    }

    [Theory]
    [InlineData("Linear(4 * 4 * 64, 10)", "Linear(7 * 7 * 64, 10)", "zeros(8, 64, 7, 7).flatten(1)")]
    [InlineData("Linear(1024, 10)", "Linear(3136, 10)", "zeros(8, 64, 7, 7).flatten(1)")]
    [InlineData("Conv2d(3, 8, 5)", "Conv2d(1, 8, 5)", "zeros(8, 1, 28, 28)")]
    [InlineData("BatchNorm2d(32)", "BatchNorm2d(1)", "zeros(8, 1, 28, 28)")]
    public Task The_number_of_a_layer_that_is_made_by_hand_is_changed(string wrong, string right, string input) =>
        Verify<FlowAnalyzer, ChangeNumber>(Made(wrong, $"{{|SHG1002:layer.call({input})|}}"), Made(right, $"layer.call({input})"));

    [Fact]
    public Task A_view_that_mixes_samples_becomes_a_flatten() =>
        Verify<FlowAnalyzer, FlattenSamples>(
            Made("Linear(3136, 10)", "Linear(1024, 10).call({|SHG1003:Pooled().view(-1, 4 * 4 * 64)|})"),
            Made("Linear(3136, 10)", "{|SHG1002:Linear(1024, 10).call(Pooled().flatten(1))|}")
        );

    [Theory]
    [InlineData("zeros(2, 3).sum(0)", "zeros(2, 3).sum(dim: 0)")]
    [InlineData("sum(zeros(2, 3), 0)", "sum(zeros(2, 3), dim: 0)")]
    public Task The_dimension_is_named(string wrong, string right) =>
        Verify<TrapAnalyzer, NameDimension>(Made("Linear(1, 1)", $"{{|SHG2005:{wrong}|}}"), Made("Linear(1, 1)", right));

    private static string Made(string layer, string call) =>
        "using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; "
        + $"static class P {{ static Tensor Pooled() => MaxPool2d(2).call(zeros(64, 64, 14, 14)); static void M() {{ var layer = {layer}; {call}; }} }}";

    private static string Net(string attributes) => $"{Sources.Usings}{attributes} public partial class Net {{ const int Wrong = 8; }}";

    private static Task Verify<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => Verify<NetworkAnalyzer, TFix>(before, after);

    private static async Task Verify<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = before.ReplaceLineEndings("\n"),
            FixedCode = after.ReplaceLineEndings("\n"),
            ReferenceAssemblies = new ReferenceAssemblies("net8.0"),
            // Messages and producers are the analyzer's tests.
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            DiagnosticVerifier = (_, _, _) => { },
        };
        test.TestState.AdditionalReferences.AddRange(TestCompilation.References);
        test.DisabledDiagnostics.Add("CS1591");
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
