using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Generator;
using Testing;

namespace ShapeGen.Bench.Compiler;

/// <summary>The first run over all networks, and the run after an edit elsewhere, which is what happens at each keystroke.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;

    [Params(Workload.Small, Workload.Zoo)]
    public string Networks { get; set; } = "";

    private GeneratorDriver _empty = null!;
    private GeneratorDriver _warmEmpty = null!;
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _cold = null!;
    private int _edit;

    [GlobalSetup]
    public void Setup()
    {
        _compilation = Workload.Create(Networks);
        _empty = Driver(new EmptyGenerator());
        _cold = Driver(new NetworkGenerator());
        _warmEmpty = _empty.RunGenerators(_compilation);
        _warm = _cold.RunGenerators(_compilation);
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver EditEmpty() => _warmEmpty.RunGenerators(Workload.Edit(_compilation, _edit++));

    [Benchmark]
    public GeneratorDriver Edit() => _warm.RunGenerators(Workload.Edit(_compilation, _edit++));

    [Benchmark]
    public GeneratorDriver FirstEmpty() => _empty.RunGenerators(_compilation.Clone());

    [Benchmark]
    public GeneratorDriver First() => _cold.RunGenerators(_compilation.Clone());

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    /// <summary>Finds the networks and does nothing with them: what Roslyn itself needs.</summary>
    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.SyntaxProvider.ForAttributeWithMetadataName(
                    "ShapeGen.NetworkAttribute",
                    (_, _) => true,
                    (match, _) => match.TargetSymbol.Name
                ),
                (_, _) => { }
            );
    }
}
