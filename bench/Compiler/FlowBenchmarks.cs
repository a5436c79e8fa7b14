using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch;
using Testing;

namespace ShapeGen.Bench.Compiler;

/// <summary>
/// Shapes in whole programs that are written by hand: the engine alone, on code whose graphs are there, and all diagnostics as the compiler asks
/// for them, its own work included.
/// </summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private CSharpCompilation _compilation = null!;
    private TorchSymbols _symbols = null!;
    private Bodies _bodies = null!;
    private IMethodSymbol _run = null!;

    [Params("ResNet50", "Vae", "Dcgan", "CharLstm", "GptBlock", "HundredLayers")]
    public string Program { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _compilation = TestCompilation.Create(Usings, Repository.Read("tests", "Corpus", "programs", $"{Program}.cs"));
        (_symbols, _bodies) = (TorchSymbols.Of(_compilation)!, new Bodies(_compilation));
        _run = _compilation.GetTypeByMetadataName($"Programs.{Program}.Case")!.GetMembers("Run").OfType<IMethodSymbol>().Single();
        if (Engine() != 0)
        {
            throw new InvalidDataException($"{Program} is right, and something is reported.");
        }
    }

    [Benchmark]
    public int Engine() =>
        new MethodAnalysis(new TorchSemantics(_symbols), _bodies, CancellationToken.None)
            .Run(_run, _bodies.Of(_run, CancellationToken.None)!)
            .Count;

    // Under another name it is another project, of which nothing is kept.
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> Diagnostics() =>
        _compilation.WithAssemblyName(Guid.NewGuid().ToString()).WithAnalyzers([new FlowAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
