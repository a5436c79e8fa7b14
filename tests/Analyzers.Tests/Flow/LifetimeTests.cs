using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>Tensors that are gone, and tensors that autograd looks on: what libtorch refuses whatever the shapes are.</summary>
public sealed class LifetimeTests
{
    private const string Usings =
        "using System; using System.Linq; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    [Theory]
    [InlineData("var x = zeros(3); x.Dispose(); Use(x + 1);")]
    [InlineData("var x = zeros(3); x.Dispose(); Use(ones(3).add(x));")]
    [InlineData("var x = zeros(3); x.Dispose(); Use(cat(new[] { ones(3), x }));")]
    [InlineData("var x = zeros(3); x.Dispose(); Use(x[0]);")]
    [InlineData("var x = zeros(3); x.Dispose(); x[0] = 1;")]
    [InlineData("var x = zeros(3); x.Dispose(); var n = x.shape[0];")]
    [InlineData("var x = zeros(2, 3); x.Dispose(); Use(Linear(3, 2).call(x));")]
    [InlineData("Tensor y; using (NewDisposeScope()) { y = zeros(3); } Use(y + 1);")]
    [InlineData("Tensor y; using (var d = NewDisposeScope()) { y = Linear(3, 2).call(zeros(2, 3)); } Use(y.sum());")]
    [InlineData("var y = zeros(3); { using var d = NewDisposeScope(); y = y + 1; } Use(y.sum());")]
    [InlineData(
        "var total = zeros(1); for (var i = 0; i < 2; i++) { using var d = NewDisposeScope(); total = total + 1; } Use(total * 2);"
    )]
    [InlineData("Tensor y; using (NewDisposeScope()) { y = Twice(zeros(3)); } Use(y + 1);")]
    [InlineData("var x = zeros(3); x.Dispose(); if (x.IsInvalid) Use(x.sum());")]
    public async Task A_tensor_that_is_gone(string code) => Assert.Equal(["SHG2006"], await Findings(code));

    [Theory]
    [InlineData("static Tensor Lost(Tensor x) { using var d = NewDisposeScope(); return x + 1; }")]
    [InlineData("static Tensor Lost(Tensor x) { using (NewDisposeScope()) { return x.relu(); } }")]
    [InlineData("static Tensor Lost(Tensor x) { Tensor y; using (NewDisposeScope()) { y = x.relu(); } return y; }")]
    [InlineData("static Tensor Lost(Tensor x) { using var y = x + 1; return y; }")]
    [InlineData("static (Tensor, int) Lost(Tensor x) { using var d = NewDisposeScope(); return (x + 1, 2); }")]
    public async Task A_method_that_gives_what_it_disposes(string method) => Assert.Equal(["SHG2006"], await Findings("", method));

    [Theory]
    [InlineData("var x = zeros(3); x.Dispose(); if (x.IsInvalid) { x = ones(3); } else { x = zeros(2); } Use(x + 1);")]
    [InlineData("var x = zeros(3); x.Dispose(); x.Dispose(); x = ones(3); Use(x + 1);")]
    [InlineData("Tensor y; using (NewDisposeScope()) { y = zeros(3).MoveToOuterDisposeScope(); } Use(y + 1);")]
    [InlineData("Tensor y; using (var d = NewDisposeScope()) { y = zeros(3); d.MoveToOuter(y); } Use(y + 1);")]
    [InlineData("Tensor y; using (var d = NewDisposeScope()) { y = zeros(3); d.Detach(y); } Use(y + 1);")]
    [InlineData("Tensor y; using (NewDisposeScope()) { y = zeros(3).DetachFromDisposeScope(); } Use(y + 1);")]
    [InlineData("var x = zeros(3); Tensor y; using (NewDisposeScope()) { y = x.add_(1); } Use(y + 1);")]
    [InlineData("var x = zeros(3); Tensor y; using (NewDisposeScope()) { y = x; } Use(y + 1);")]
    [InlineData(
        "Tensor y = zeros(3); using (NewDisposeScope()) { if (flag) y = y + 1; else y = zeros(2); Use(y); } y = zeros(3); Use(y + 1);"
    )]
    [InlineData("for (var i = 0; i < 3; i++) { using var d = NewDisposeScope(); var y = zeros(3); Use(y + 1); }")]
    [InlineData("float f; using (NewDisposeScope()) { f = zeros(3).sum().item<float>(); } Use(zeros(3) + f);")]
    [InlineData("using (var outer = NewDisposeScope()) { Tensor y; using (NewDisposeScope()) { y = Kept(zeros(3)); } Use(y + 1); }")]
    [InlineData("Tensor y; using (NewDisposeScope()) { y = zeros(3); Save(y); } Use(y + 1);")]
    [InlineData("Tensor y; using (flag ? NewDisposeScope() : null) { y = zeros(3); } Use(y + 1);")]
    [InlineData(
        "var x = zeros(3); x.Dispose(); if (!x.IsInvalid) Use(x.sum()); var n = x.GetHashCode() + x.name.Length; var b = x == null;"
    )]
    [InlineData("var x = zeros(3); Tensor y; using (NewDisposeScope()) { y = x.with_requires_grad(false); } Use(y + 1);")]
    [InlineData(
        "var l = Linear(2, 3); Parameter p; using (NewDisposeScope()) { p = new Parameter(zeros(3, 2)); l.weight = p; } Use(p.sum());"
    )]
    [InlineData("Use(Sum(zeros(3), 2));")]
    [InlineData("Func<Tensor> lost = () => { using var d = NewDisposeScope(); return zeros(3); }; lost();")]
    [InlineData("Func<Tensor> make; using (NewDisposeScope()) { make = () => zeros(3); } Use(make() + 1);")]
    public async Task A_tensor_that_lives(string code) =>
        Assert.Empty(
            await Findings(
                code,
                "static Tensor Kept(Tensor x) { var y = x + 1; return y.MoveToOuterDisposeScope(); } static void Save(Tensor x) => Kept(x); "
                    + "static Tensor Sum(Tensor x, int n) { Use(x.sum()); using var d = NewDisposeScope(); var half = x * 0.5f; "
                    + "return n == 0 ? zeros(1).MoveToOuterDisposeScope() : Sum(half, n - 1).MoveToOuterDisposeScope(); }"
            )
        );

    [Theory]
    [InlineData("var w = randn(3, requires_grad: true); w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); w[0] = 1;")]
    [InlineData("var w = randn(3, requires_grad: true); w[0].mul_(2);")]
    [InlineData("var w = randn(3, 4, requires_grad: true); w.view(12).zero_();")]
    [InlineData("var w = ones(3).requires_grad_(); w.sub_(0.1);")]
    [InlineData("var w = new Parameter(zeros(3)); w.normal_();")]
    [InlineData("var l = Linear(2, 3); l.weight.fill_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); functional.relu(w, inplace: true);")]
    [InlineData("var w = randn(3, requires_grad: true); for (var i = 0; i < 3; i++) { (w * w).sum().backward(); w.sub_(w.grad * 0.1); }")]
    [InlineData("var w = randn(3, requires_grad: true); Step(w);")]
    [InlineData("var x = zeros(3); x.sum().backward();")]
    [InlineData("foreach (var p in Linear(2, 3).parameters()) p.sub_(p.grad * 0.1);")]
    [InlineData("foreach (var (name, p) in Linear(2, 3).named_parameters()) p.zero_();")]
    [InlineData("Embedding(4, 2).weight[0] = 0;")]
    [InlineData("Tensor y; using (no_grad()) { y = Linear(2, 3).call(zeros(4, 2)).mean(); } y.backward();")]
    [InlineData("var total = 0f; total += zeros(1).item<float>(); tensor(total).backward();")]
    [InlineData("var w = randn(3, requires_grad: true); (w * 2).backward();")]
    [InlineData(
        "var l = Linear(4, 1); functional.mse_loss(l.call(zeros(3, 4)), tensor(new double[,] { { 1 }, { 2 }, { 3 } })).backward();"
    )]
    [InlineData("var l = Linear(4, 1); var loss = MSELoss().call(l.call(zeros(3, 4)), zeros(3, 1, dtype: int64)); (loss * 2).backward();")]
    [InlineData("var w = randn(3, 4, requires_grad: true); w.argmax(1).to(float32).mean().backward();")]
    [InlineData("var w = randn(3, requires_grad: true); w.detach().sum().backward();")]
    [InlineData("var y = Linear(4, 2).call(randn(3, 4)); y.argmax(1).eq(zeros(3, dtype: int64)).to(float32).mean().backward();")]
    public async Task What_autograd_refuses(string code) =>
        Assert.Equal(["SHG2007"], await Findings(code, "static void Step(Tensor w) => w.add_(1);"));

    [Theory]
    [InlineData("var w = randn(3, requires_grad: true); using (no_grad()) { w.add_(1); }")]
    [InlineData("using var off = no_grad(); var w = randn(3, requires_grad: true); w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); using (no_grad()) Step(w);")]
    [InlineData("var w = randn(3, requires_grad: true); set_grad_enabled(false); w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); init.normal_(w); init.zeros_(Linear(2, 3).weight);")]
    [InlineData("var w = randn(3, requires_grad: true); w.detach().add_(1); (w + 1).add_(1); w.clone().zero_();")]
    [InlineData("var w = randn(3, requires_grad: true); (w * 2).sum().backward(); w.grad.zero_();")]
    [InlineData("var w = randn(3, requires_grad: true); w -= 0.1f; w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); (w * 2).backward(new[] { ones(3) });")]
    [InlineData("var w = randn(1, 1, requires_grad: true); (w * 2).backward();")]
    [InlineData("var l = Linear(4, 1); functional.l1_loss(l.call(zeros(3, 4)), zeros(3, 1, dtype: float64)).backward();")]
    [InlineData("var l = Linear(4, 1); functional.mse_loss(l.call(zeros(3, 4)), zeros(3, 1, dtype: float64).to(float32)).backward();")]
    [InlineData("var w = randn(3, requires_grad: true); w[w > 0].mul_(2); w[tensor(new long[] { 0, 2 })].add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); if (!w.requires_grad) w.add_(1); if (!w.is_leaf) w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); if (!is_grad_enabled()) w.add_(1);")]
    [InlineData("var loss = zeros(1); if (loss.requires_grad) loss.backward();")]
    [InlineData("var l = Linear(2, 3); l.bias?.requires_grad_(false); l.bias.zero_();")]
    [InlineData("var w = randn(3, requires_grad: true); Func<bool, Tensor> f = w.requires_grad_; f(false); w.add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); w.detach_(); w.add_(1);")]
    [InlineData("var w = randn(3, 4).t().requires_grad_(); w.contiguous().add_(1); w.reshape(12).add_(1);")]
    [InlineData("var w = randn(3, requires_grad: true); functional.dropout(w, 0.5, training: false, inplace: true);")]
    [InlineData("var w = randn(3, requires_grad: true); var q = new[] { w }.Select(p => p.zero_()); using (no_grad()) q.ToList();")]
    [InlineData("foreach (var p in Linear(2, 3).parameters()) using (no_grad()) p.zero_();")]
    [InlineData("var w = new Parameter(zeros(3), flag); w.normal_();")]
    [InlineData("var w = new Parameter(zeros(3), false); w.normal_();")]
    [InlineData("var w = randn(3, requires_grad: true); w.requires_grad = false; w.add_(1);")]
    [InlineData("var l = Linear(2, 3); foreach (var p in l.parameters()) p.requires_grad = false; l.weight.fill_(1);")]
    [InlineData("var x = zeros(3); x.add_(randn(3, requires_grad: true)); x.sum().backward();")]
    [InlineData("var x = zeros(3); x[0] = Linear(1, 1).call(zeros(1)).squeeze(); x.sum().backward();")]
    [InlineData("var x = zeros(3); x.requires_grad = true; x.sum().backward();")]
    [InlineData("var x = zeros(3); unknown(x); x.sum().backward();")]
    [InlineData("var loss = zeros(1); foreach (var i in new[] { 1, 2 }) loss = loss + Linear(1, 1).call(zeros(1)); loss.sum().backward();")]
    [InlineData("var loss = zeros(1); if (flag) loss = Linear(1, 1).call(zeros(1)); loss.sum().backward();")]
    public async Task What_autograd_does(string code) => Assert.Empty(await Findings(code, "static void Step(Tensor w) => w.add_(1);"));

    private static async Task<string[]> Findings(string code, string more = "")
    {
        var source =
            "static class P { static void Use(Tensor x) => Console.WriteLine(x.shape.Length); static Tensor Twice(Tensor x) => x + x; "
            + $"{more} static void Main() {{ }} static void M(bool flag, Action<Tensor> unknown) {{ {code} }} }}";
        var compilation = TestCompilation.Create(Usings + source);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers([new FlowAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(d => d.Id)];
    }
}
