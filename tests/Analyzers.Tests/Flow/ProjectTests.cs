using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>What a project is made of: other projects, whose code an editor shows, and where the program begins.</summary>
public sealed class ProjectTests
{
    private const string Usings = "using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    [Fact]
    public async Task The_code_of_another_project_is_not_known()
    {
        var library = TestCompilation.Create(
            Usings
                + "public static class Helper { public static Tensor Flat(Tensor x) => x.flatten(); } "
                + "public class Mlp : Module<Tensor, Tensor> { public readonly Module<Tensor, Tensor> fc = Linear(4, 2); public int Size { get; } = 3; "
                + "public Mlp() : base(\"\") => RegisterComponents(); public override Tensor forward(Tensor x) => fc.call(x); }"
        );
        var program = TestCompilation
            .Create(
                Usings
                    + "static class P { static void M() { Helper.Flat(zeros(2, 3)).view(7); var net = new Mlp(); net.call(zeros(2, 9)); "
                    + "net.fc.call(zeros(2, 9)); zeros(net.Size).view(2); zeros(4).view(3); } }"
            )
            .AddReferences(library.ToMetadataReference());
        Assert.Equal(["SHG1002: view(3) asks for 3 values, but the tensor has 4"], await Findings(program));
    }

    [Fact]
    public async Task A_program_may_begin_without_a_tensor()
    {
        var found = await Findings(
            TestCompilation.Create(
                Usings
                    + "static class P { static void Main() { Step(); Off(); } "
                    + "static void Step() { foreach (var p in Linear(2, 3).parameters()) p.sub_(0.1); } "
                    + "static void Off() { using (no_grad()) { zeros(3).add_(1); } } }"
            )
        );
        Assert.StartsWith("SHG2007: sub_ ", Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("randint(0, 5, 32)", "32")]
    [InlineData("randint(5, 32)", "32")]
    [InlineData("randint(0, 5, (4, 8))", "32 (4×8)")]
    [InlineData("randint(0, 5, new long[] { 4, 8 })", "32 (4×8)")]
    public async Task Sizes_are_given_in_several_ways(string code, string values) =>
        Assert.Equal(
            [$"SHG1002: view(7) asks for 7 values, but the tensor has {values}"],
            await Findings(TestCompilation.Create($"{Usings} static class P {{ static void M() => {code}.view(7); }}"))
        );

    private static async Task<string[]> Findings(Compilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = await compilation
            .WithAnalyzers([new FlowAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Select(d => $"{d.Id}: {d.GetMessage()}")];
    }
}
