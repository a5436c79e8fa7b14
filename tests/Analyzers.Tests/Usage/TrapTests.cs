using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Usage;

/// <summary>Traps of TorchSharp that need no shapes: what is caught in one is told, and nobody else.</summary>
public sealed class TrapTests
{
    private const string Usings =
        "using System.Collections.Generic; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;\n";

    [Theory]
    [InlineData(
        "readonly Linear a = Linear(2, 2), b = Linear(2, 2);",
        "",
        "Net never calls RegisterComponents, so that a, b are not trained, saved or moved"
    )]
    [InlineData(
        "Linear? a; Module<Tensor, Tensor>? b;",
        "RegisterComponents(); b = Sequential(ReLU(), Linear(2, 2));",
        "b is made after RegisterComponents was called"
    )]
    [InlineData(
        "readonly Linear[] all = { Linear(2, 2) };",
        "RegisterComponents();",
        "RegisterComponents does not look into all, a Linear[]"
    )]
    [InlineData(
        "readonly Dictionary<string, Linear> all = new();",
        "RegisterComponents();",
        "does not look into all, a Dictionary<string, Linear>"
    )]
    public async Task Modules_that_are_not_registered(string fields, string constructor, string message) =>
        Assert.Contains(message, Assert.Single(await In(Net(fields, constructor))), StringComparison.Ordinal);

    [Theory]
    [InlineData("readonly Linear a = Linear(2, 2);", "RegisterComponents();")]
    [InlineData("readonly Linear a;", "a = Linear(2, 2); RegisterComponents();")]
    [InlineData("readonly Module<Tensor, Tensor> a = ReLU(), b = Sequential(Flatten(), Dropout(0.5));", "")]
    [InlineData("readonly Linear a = Linear(2, 2);", "register_module(\"a\", a);")]
    [InlineData("readonly ModuleList<Linear> all = new(Linear(2, 2));", "RegisterComponents();")]
    [InlineData(
        "readonly List<Module<Tensor, Tensor>> all = new() { Linear(2, 2) }; readonly Sequential run;",
        "run = Sequential(all); RegisterComponents();"
    )]
    [InlineData("readonly List<int> sizes = new(); readonly Tensor[] tensors = { };", "RegisterComponents();")]
    public async Task Modules_that_are_registered_or_have_no_weights(string fields, string constructor) =>
        Assert.Empty(await In(Net(fields, constructor)));

    [Fact]
    public async Task A_base_class_that_registers_first()
    {
        const string source = """
            abstract class Base : Module<Tensor, Tensor> { protected Base() : base("") => RegisterComponents(); public override Tensor forward(Tensor x) => x; }
            class Early : Base { readonly Linear a = Linear(2, 2); }
            class Late : Base { readonly Linear b; public Late() { b = Linear(2, 2); RegisterComponents(); } }
            """;
        Assert.Equal(
            "b is made after the base class has called RegisterComponents, which takes the fields that have a value then: it is not trained, saved or moved",
            Assert.Single(await In(source))
        );
    }

    [Theory]
    [InlineData("GroupNorm(2, 4)", "leaves weight and bias of GroupNorm uninitialized")]
    [InlineData("AdaptiveMaxPool3d(new long[] { 2, 2, 2 })", "throws when it is called")]
    [InlineData("MultiheadAttention(8, 2, kdim: 4, vdim: 8)", "kdim 4 and vdim 8 always fails")]
    [InlineData("LSTMCell(2, 3).call(zeros(1, 2))", "throws without its state")]
    [InlineData("zeros(5).diff(2)", "throws for 2")]
    [InlineData("zeros(3).cross(zeros(3).ToScalar(), 0)", "crashes the process")]
    [InlineData("ConvTranspose2d(4, 2, (3, 3), stride: (2, 2), output_padding: (1, 0))", "uses the first of its output_padding, 1")]
    [InlineData("Conv2d(1, 1, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect)", "in reversed order")]
    [InlineData("zeros(2, 3).sum(0)", "sum(0) takes the 0 for a ScalarType")]
    [InlineData("sum(zeros(2, 3), 0)", "sum(0) takes the 0 for a ScalarType")]
    [InlineData("zeros(2, 3, 3).baddbmm(zeros(2, 3, 3), zeros(2, 3, 3))", "b + self @ a")]
    public async Task Calls_that_cannot_be_right(string expression, string message) =>
        Assert.Contains(
            message,
            Assert.Single(await In($"static class Program {{ static object Of() => {expression}; }}")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("GroupNorm(2, 4, affine: false)")]
    [InlineData("new object[] { GroupNorm(2, 4) is var n, init.ones_(n.weight) }")]
    [InlineData("MultiheadAttention(8, 2, kdim: 8, vdim: 8)")]
    [InlineData("LSTMCell(2, 3).call(zeros(1, 2), (zeros(1, 3), zeros(1, 3)))")]
    [InlineData("zeros(5).diff()")]
    [InlineData("zeros(2, 3).sum(dim: 0)")]
    [InlineData("zeros(2, 3).sum(1)")]
    [InlineData("zeros(2, 3).sum(ScalarType.Float32)")]
    [InlineData("linalg.cross(zeros(3), zeros(3))")]
    [InlineData("ConvTranspose2d(4, 2, (3, 3), stride: (2, 2), output_padding: (1, 1))")]
    [InlineData("Conv2d(1, 1, (3, 5), padding: Padding.Same)")]
    [InlineData("Conv2d(1, 1, (3, 3), padding: Padding.Same, padding_mode: PaddingModes.Reflect)")]
    public async Task Calls_that_are_right(string expression) =>
        Assert.Empty(await In($"static class Program {{ static object Of() => {expression}; }}"));

    private static string Net(string fields, string constructor) =>
        $"class Net : Module<Tensor, Tensor> {{ {fields} public Net() : base(\"\") {{ {constructor} }} public override Tensor forward(Tensor x) => x; }}";

    private static async Task<string[]> In(string source)
    {
        var compilation = TestCompilation.Create(Usings + source);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers([new RegistrationAnalyzer(), new TrapAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(d => d.GetMessage())];
    }
}
