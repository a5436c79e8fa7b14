using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using Testing;

namespace ShapeGen.Bench.Compiler;

/// <summary>
/// A project of six programs and one more method: everything for the first time, and again after an edit of that method, and of a project of
/// the same size in which no tensor is in sight, which pays for neither.
/// </summary>
[MemoryDiagnoser]
public class ReuseBenchmarks
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private CSharpCompilation _project = null!;
    private CSharpCompilation _plain = null!;
    private CSharpCompilation _edited = null!;
    private int _edits;

    [GlobalSetup]
    public void Setup()
    {
        var programs = Directory.GetFiles(Repository.PathOf("tests", "Corpus", "programs"), "*.cs").Select(File.ReadAllText);
        _project = TestCompilation.Create([Usings, Other(0), .. programs]);
        _edited = _project;
        _plain = TestCompilation.Create(
            TestCompilation.References.Remove(TestCompilation.TorchSharp).Remove(TestCompilation.Shapes),
            [.. Enumerable.Range(0, 8).Select(i => Plain(i))]
        );
    }

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> First() => Run(_project.WithAssemblyName(Guid.NewGuid().ToString()), new FlowAnalyzer());

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> AfterAnEdit()
    {
        var tree = _edited.SyntaxTrees[1];
        _edited = _edited.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Other(++_edits), TestCompilation.ParseOptions, tree.FilePath));
        return Run(_edited, new FlowAnalyzer());
    }

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> NoAnalyzer()
    {
        var tree = _edited.SyntaxTrees[1];
        _edited = _edited.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Other(++_edits), TestCompilation.ParseOptions, tree.FilePath));
        return Run(_edited, new Nothing());
    }

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> WithoutTorch() => Run(_plain.Clone(), new FlowAnalyzer());

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> WithoutTorchNoAnalyzer() => Run(_plain.Clone(), new Nothing());

    private static Task<ImmutableArray<Diagnostic>> Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) =>
        compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();

    private static string Other(int edit) => $"static class Other {{ public static int Answer() {{ return {edit}; }} }}";

    private static string Plain(int file) =>
        $"public class C{file} {{ {string.Concat(Enumerable.Range(0, 60).Select(i => $"public int M{i}(int x) {{ var y = x + {i}; return y * {file}; }} "))} }}";

    /// <summary>What the driver costs by itself.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
#pragma warning disable RS1036, RS1041 // It is not shipped.
    private sealed class Nothing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        }
    }
#pragma warning restore RS1036, RS1041
}
