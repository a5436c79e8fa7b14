using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>Types of elements, where they decide what works; and values that are read.</summary>
public sealed class ElementTests
{
    private const string Usings =
        "using System; using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; using static TorchSharp.torch.nn.functional; ";

    [Theory]
    [InlineData("Linear(3, 2).call(from_array(new double[] { 1, 2, 3 }))", "Linear has weights of Float32, but gets Float64")]
    [InlineData("Linear(3, 2).call(arange(3))", "Linear takes floating-point numbers, but the tensor has integers")]
    [InlineData("Sequential(Linear(3, 2)).call(arange(3))", "Linear takes floating-point numbers, but the tensor has integers")]
    [InlineData("LSTM(3, 2).call(zeros(4, 1, 3, dtype: float64))", "LSTM has weights of Float32, but gets Float64")]
    [InlineData("Embedding(9, 2).call(zeros(3))", "Embedding takes integers, but the tensor has floating-point numbers")]
    [InlineData("arange(3).mean()", "mean takes floating-point numbers, but gets Int64")]
    [InlineData("zeros(3, 3).mm(zeros(3, 3, dtype: float64))", "mm takes tensors of one type, but gets Float32 and Float64")]
    [InlineData("cross_entropy(zeros(3, 2), zeros(3, dtype: int32))", "cross_entropy takes classes of int64, but gets Int32")]
    [InlineData("(zeros(3) > 0) - (zeros(3) > 1)", "sub takes numbers, but gets Bool")]
    [InlineData("arange(3).add_(zeros(3))", "add_ of Int64 and Float32 gives Float32, which does not go into Int64 in place")]
    [InlineData("zeros(3)[zeros(2)]", "a tensor that is an index has int64, int32 or truth values, but this one has Float32")]
    [InlineData("zeros(3, 4)[zeros(2) > 0]", "a mask (2) stands for dimensions (3) of (3, 4)")]
    [InlineData("zeros(3).masked_fill(zeros(3), 1)", "masked_fill takes a mask of truth values, but gets Float32")]
    [InlineData("zeros(3).argmax().item<int>()", "item<int>() takes Int32, but the tensor has Int64")]
    [InlineData("zeros(3).item<float>()", "item() is of a tensor of one value, but this one is (3)")]
    [InlineData("randn(3, dtype: int64)", "randn gives floating-point numbers, not Int64")]
    [InlineData("ones(3, dtype: int64, requires_grad: true)", "ones makes Int64, and only floating-point numbers have gradients")]
    public async Task What_is_refused(string expression, string message) =>
        Assert.Contains(message, Assert.Single(await Findings($"object o = {expression};")).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Linear(3, 2).to(ScalarType.Float64).call(zeros(3, dtype: float64))")]
    [InlineData("Linear(3, 2, dtype: float64).call(zeros(3, dtype: float64))")]
    [InlineData("Linear(3, 2).half().call(zeros(3, dtype: float16))")]
    [InlineData("Linear(3, 2).call(from_array(new double[] { 1, 2, 3 }).to(float32))")]
    [InlineData("Linear(3, 2).call(zeros(3) * tensor(2.0) + 1.5)")]
    [InlineData("Linear(3, 2).call(arange(3) / 2)")]
    [InlineData("arange(3).mean(new long[] { 0 }, type: float32)")]
    [InlineData("arange(3).sum().item<long>()")]
    [InlineData("zeros(3).argmax().ToInt32()")]
    [InlineData("cross_entropy(zeros(3, 2), zeros(3, 2))")]
    public async Task What_works(string expression) => Assert.Empty(await Findings($"object o = {expression};"));

    [Fact]
    public async Task A_program_with_another_default_has_layers_of_any_width() =>
        Assert.Empty(await Findings("set_default_dtype(float64); Linear(3, 2).call(from_array(new double[] { 1, 2, 3 }));"));

    private static async Task<Diagnostic[]> Findings(string code)
    {
        var compilation = TestCompilation.Create($"{Usings} static class P {{ static void M() {{ {code} }} }}");
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return
        [
            .. await compilation.WithAnalyzers([new FlowAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken),
        ];
    }
}
