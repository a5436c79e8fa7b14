using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Generator;
using Testing;

namespace Generator.Tests;

/// <summary>A run of the generator, and what it made of the compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation input)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = output;
        Result = Driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
    }

    public Compilation Input { get; }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    public static GeneratorRun Of(Compilation compilation) =>
        new(
            CSharpGeneratorDriver.Create(
                [new NetworkGenerator().AsSourceGenerator()],
                parseOptions: TestCompilation.ParseOptions,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
            ),
            compilation
        );

    public static GeneratorRun Of(params string[] sources) => Of(TestCompilation.Create(sources));

    /// <summary>The same generator on another compilation, with what it remembers.</summary>
    public GeneratorRun Then(Compilation next) => new(Driver, next);

    /// <summary>The text of the only network's file.</summary>
    public string Text => Result.GeneratedSources.Single().SourceText.ToString();

    public string TextOf(string hint) => Result.GeneratedSources.Single(s => s.HintName == hint).SourceText.ToString();

    /// <summary>What the compiler says about the whole, the harmless included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Output.GetDiagnostics().Where(d => d.Severity > DiagnosticSeverity.Hidden)];

    /// <summary>Why the steps of that name ran: one reason for each of their outputs.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];
}
