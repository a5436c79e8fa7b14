using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>While somebody types, only what depends on the edit is worked out again, and what is found is what a first look would find.</summary>
public sealed class ReuseTests
{
    private const string Usings = "using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn;";

    private static readonly (string Name, string Code)[] _files =
    [
        (
            "Encoder",
            "class Encoder : Module<Tensor, Tensor> { public Module<Tensor, Tensor> fc = Linear(784, 64); public Encoder() : base(\"\") { RegisterComponents(); } public override Tensor forward(Tensor x) { return fc.call(x); } }"
        ),
        (
            "Net",
            "class Net : Module<Tensor, Tensor> { private readonly Encoder encoder = new(); private readonly Module<Tensor, Tensor> head = Linear(64, 10); public Net() : base(\"\") { RegisterComponents(); } public override Tensor forward(Tensor x) { return head.call(encoder.call(x)); } }"
        ),
        ("Train", "static class Train { public static Tensor Run() { return new Net().call(zeros(8, 784)); } }"),
        ("Other", "static class Other { public static Tensor Twice(Tensor x) { return x + x; } public static void Use(Encoder e) { } }"),
    ];

    [Theory]
    [InlineData("a body that nobody calls", "Other", "x + x", "x * 2", "Twice", "")]
    [InlineData("a body that others call", "Encoder", "return fc.call(x);", "return fc.call(x).relu();", "forward, forward, Run", "")]
    [InlineData(
        "a wrong body that others call",
        "Encoder",
        "return fc.call(x);",
        "return fc.call(x).t();",
        "forward, forward, Run",
        "Net Error, Train Warning"
    )]
    [InlineData("a constructor", "Encoder", "Linear(784, 64)", "Linear(784, 32)", "forward, forward, Run", "Net Error, Train Warning")]
    [InlineData(
        "what code elsewhere relies on",
        "Other",
        "Encoder e) { }",
        "Encoder e) { e.fc = Linear(784, 32); }",
        "forward, forward, Twice",
        ""
    )]
    [InlineData("a declaration", "Other", "Tensor x)", "Tensor x, int n = 2)", "forward, forward, Run, Twice", "")]
    public async Task Only_what_depends_on_an_edit_is_analysed(
        string _,
        string file,
        string code,
        string edited,
        string analysed,
        string wrong
    )
    {
        var analyzer = new FlowAnalyzer();
        var first = Compile(_files);
        Assert.Empty(await Diagnostics(analyzer, first));

        var names = new List<string>();
        analyzer.Analyzing = s =>
        {
            lock (names)
            {
                names.Add(s.Name);
            }
        };
        var second = Replace(first, file, code, edited);
        var found = await Diagnostics(analyzer, second);
        GC.KeepAlive(first);

        Assert.Equal(analysed.Split(", ").Order(), names.Order());
        Assert.Equal(
            wrong,
            string.Join(
                ", ",
                found
                    .Select(d => $"{Path.GetFileNameWithoutExtension(d.Location.SourceTree!.FilePath)} {d.Severity}")
                    .Order(StringComparer.Ordinal)
            )
        );
        Assert.Equal(Texts(await Diagnostics(new FlowAnalyzer(), Fresh(second))), Texts(found));
    }

    [Fact]
    public async Task Nothing_is_analysed_again_where_nothing_changed()
    {
        var analyzer = new FlowAnalyzer();
        var compilation = Compile(_files);
        await Diagnostics(analyzer, compilation);
        analyzer.Analyzing = s => Assert.Fail($"{s.Name} was analysed again");
        await Diagnostics(analyzer, compilation.Clone());
    }

    private static CSharpCompilation Compile(IEnumerable<(string Name, string Code)> files) =>
        TestCompilation
            .Create()
            .WithAssemblyName(Guid.NewGuid().ToString())
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Select(f => CSharpSyntaxTree.ParseText(Usings + f.Code, TestCompilation.ParseOptions, f.Name + ".cs")));

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, string code, string edited)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file + ".cs");
        var text = tree.ToString();
        Assert.Contains(code, text, StringComparison.Ordinal);
        var changed = CSharpSyntaxTree.ParseText(
            text.Replace(code, edited, StringComparison.Ordinal),
            TestCompilation.ParseOptions,
            tree.FilePath
        );
        return compilation.ReplaceSyntaxTree(tree, changed);
    }

    private static CSharpCompilation Fresh(CSharpCompilation compilation) =>
        compilation
            .WithAssemblyName(Guid.NewGuid().ToString())
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                compilation.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.ToString(), TestCompilation.ParseOptions, t.FilePath))
            );

    private static async Task<IReadOnlyList<Diagnostic>> Diagnostics(FlowAnalyzer analyzer, CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> found) =>
        found.Select(d => d.ToString()).Order(StringComparer.Ordinal);
}
