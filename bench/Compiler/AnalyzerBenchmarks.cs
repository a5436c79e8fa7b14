using System.Collections.Immutable;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Declarations;

namespace ShapeGen.Bench.Compiler;

/// <summary>All diagnostics of a project with networks that are right.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private CSharpCompilation _compilation = null!;

    [Params(Workload.Small, Workload.Zoo)]
    public string Networks { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _compilation = Workload.Create(Networks);

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> Empty() => Run(new EmptyAnalyzer());

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> Analyzer() => Run(new NetworkAnalyzer());

    private Task<ImmutableArray<Diagnostic>> Run(DiagnosticAnalyzer analyzer) =>
        _compilation.Clone().WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("EMPTY", "Empty", "Empty", "Empty", DiagnosticSeverity.Hidden, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(_ => { }, SymbolKind.NamedType);
        }
    }
}
