using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Flow;

/// <summary>
/// Follows shapes through code that is written by hand, and reports what is wrong on every way that leads there. What it cannot prove it
/// does not report.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Flow.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSymbols.Of(start.Compilation) is { } symbols)
            {
                var bodies = new Bodies(start.Compilation);
                var reported = new ConcurrentDictionary<Location, byte>();
                start.RegisterOperationBlockAction(block => Analyze(block, symbols, bodies, reported));
            }
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext context,
        TorchSymbols symbols,
        Bodies bodies,
        ConcurrentDictionary<Location, byte> reported
    )
    {
        foreach (var block in context.OperationBlocks.Where(b => b.Kind == OperationKind.Block))
        {
            // No tensor in sight, no work.
            if (block.Descendants().Any(o => symbols.IsTensor(o.Type)))
            {
                var analysis = new MethodAnalysis(new TorchSemantics(symbols), bodies, context.CancellationToken);
                var body = new Body(context.GetControlFlowGraph(block));
                foreach (var finding in analysis.Run(context.OwningSymbol as IMethodSymbol, body))
                {
                    if (reported.TryAdd(finding.At.Syntax.GetLocation(), 0))
                    {
                        Report(context, finding);
                    }
                }
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, Finding finding)
    {
        var descriptor = finding.Kind switch
        {
            FindingKind.Contract => Descriptors.ContractBroken,
            FindingKind.Samples => Descriptors.SamplesMixed,
            _ => Descriptors.OperationFails,
        };
        var caller = finding.Caller?.Syntax.GetLocation();
        context.ReportDiagnostic(
            Diagnostic.Create(descriptor, finding.At.Syntax.GetLocation(), caller is null ? null : [caller], finding.Message)
        );
    }
}
